-- Reads what is new in partitions, as their owner. Through a script, so that only the owner takes entries out of the
-- group: a paused process whose lease has gone reads nothing when it wakes.
--
-- KEYS  1 leases (hash)   then one events stream per partition
-- ARGV  1 group  2 consumer  3 most entries per partition
--       then partition, token, generation, id up to which the owner has everything, …
-- Returns  per partition, one of:
--          {'lost'}     the lease is lost
--          {'late'}     the generation is over
--          {'missed'}   another consumer has taken what stands before these entries; they are pending
--          {'read', JSON of the entries}
local answer = {}
for i = 2, #KEYS do
  local at = 4 * i - 4
  local lease = redis.call('HMGET', KEYS[1], 'token:' .. ARGV[at], 'session:' .. ARGV[at])
  if lease[1] ~= ARGV[at + 1] then
    answer[i - 1] = { 'lost' }
  elseif lease[2] ~= ARGV[at + 2] then
    answer[i - 1] = { 'late' }
  else
    local read = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', ARGV[3], 'STREAMS', KEYS[i], '>')
    local first = read and read[1][2][1][1]
    local expected = first and redis.call('XRANGE', KEYS[i], '(' .. ARGV[at + 3], first, 'COUNT', 1)[1]
    if expected and expected[1] ~= first then
      answer[i - 1] = { 'missed' }
    else
      -- One JSON text: a client parses that several times as fast as thousands of small strings.
      answer[i - 1] = { 'read', read and cjson.encode(read[1][2]) or '[]' }
    end
  end
end
return answer
