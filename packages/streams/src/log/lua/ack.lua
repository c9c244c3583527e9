-- Acknowledges entries, partition by partition, as their owner, and notes up to where everything is done: where the
-- group is lost, it begins again there.
--
-- KEYS  1 leases (hash)   then one events stream per partition
-- ARGV  1 group   then per partition: partition, token, id up to which everything is done, number of entry ids, ids
--       (at most 1,000 in all)
-- Returns  per partition: how many were acknowledged, or -1 where the lease is lost
local first, tokens = {}, {}
local at = 2
for i = 2, #KEYS do
  first[i], tokens[i - 1] = at, 'token:' .. ARGV[at]
  at = at + 4 + tonumber(ARGV[at + 3])
end
tokens = redis.call('HMGET', KEYS[1], unpack(tokens))

local answer, done = {}, {}
for i = 2, #KEYS do
  at = first[i]
  if tokens[i - 1] ~= ARGV[at + 1] then
    answer[i - 1] = -1
  else
    answer[i - 1] = redis.call('XACK', KEYS[i], ARGV[1], unpack(ARGV, at + 4, at + 3 + tonumber(ARGV[at + 3])))
    done[#done + 1] = 'done:' .. ARGV[at]
    done[#done + 1] = ARGV[at + 2]
  end
end
-- Last: what fails to be acknowledged is not noted as done.
if #done > 0 then redis.call('HSET', KEYS[1], unpack(done)) end
return answer
