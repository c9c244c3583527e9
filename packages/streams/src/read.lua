-- Reads what is new in partitions, as their owner. Through a script, so that nobody but the owner ever takes entries
-- out of the group: a paused process whose lease has gone reads nothing when it wakes.
--
-- KEYS  1 leases (hash)   then one events stream per partition
-- ARGV  1 group  2 consumer  3 most entries per partition   then partition, token, session, …
-- Returns  per partition: {'lost'}, {'late'} (of a session that is over) or {'read', JSON of the entries}
local answer = {}
for i = 2, #KEYS do
  local at = 3 * i - 2
  local lease = redis.call('HMGET', KEYS[1], 'token:' .. ARGV[at], 'session:' .. ARGV[at])
  if lease[1] ~= ARGV[at + 1] then
    answer[i - 1] = { 'lost' }
  elseif lease[2] ~= ARGV[at + 2] then
    answer[i - 1] = { 'late' }
  else
    local read = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', ARGV[3], 'STREAMS', KEYS[i], '>')
    -- One JSON text: a client parses that several times as fast as thousands of small strings.
    answer[i - 1] = { 'read', read and cjson.encode(read[1][2]) or '[]' }
  end
end
return answer
