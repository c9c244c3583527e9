-- Acknowledges entries, partition by partition, as their owner, and notes up to where everything is done: where the
-- group is lost, it begins again there.
--
-- KEYS  1 leases (hash)   then one events stream per partition
-- ARGV  1 group   then per partition: partition, token, id up to which everything is done, number of entry ids, ids
--       (at most 1,000 in all)
-- Returns  per partition: how many were acknowledged, or -1 where the lease is lost
local answer = {}
local at = 2
for i = 2, #KEYS do
  local p, token, done, count = ARGV[at], ARGV[at + 1], ARGV[at + 2], tonumber(ARGV[at + 3])
  if redis.call('HGET', KEYS[1], 'token:' .. p) ~= token then
    answer[i - 1] = -1
  else
    -- In this order: what fails to be acknowledged is not noted as done.
    answer[i - 1] = redis.call('XACK', KEYS[i], ARGV[1], unpack(ARGV, at + 4, at + 3 + count))
    redis.call('HSET', KEYS[1], 'done:' .. p, done)
  end
  at = at + 4 + count
end
return answer
