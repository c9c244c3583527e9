-- Reads what is new in partitions, as their owner. Through a script, so that nobody but the owner ever takes entries
-- out of the group: a paused process whose lease has gone reads nothing when it wakes.
--
-- KEYS  1 leases (hash)   then one events stream per partition
-- ARGV  1 group  2 consumer  3 most entries per partition   then partition, token, …
-- Returns  per partition: {'lost'} or {'read', entry, …}
local answer = {}
for i = 2, #KEYS do
  local p, token = ARGV[2 * i], ARGV[2 * i + 1]
  if redis.call('HGET', KEYS[1], 'token:' .. p) ~= token then
    answer[i - 1] = { 'lost' }
  else
    local row = { 'read' }
    local read = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', ARGV[3], 'STREAMS', KEYS[i], '>')
    for _, entry in ipairs(read and read[1][2] or {}) do row[#row + 1] = entry end
    answer[i - 1] = row
  end
end
return answer
