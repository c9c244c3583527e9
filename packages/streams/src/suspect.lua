-- Crash loops: notes which entry an owner is about to handle while it repeats what a dead owner has left, or, without
-- an entry, that all of it is done.
--
-- KEYS  1 leases (hash)
-- ARGV  1 partition  2 token  3 entry id, or ''
-- Returns  how many owners in a row, this one included, have begun this entry, or -1 where the lease is lost
local p = ARGV[1]
if redis.call('HGET', KEYS[1], 'token:' .. p) ~= ARGV[2] then return -1 end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], 'crashes:' .. p, 'suspect:' .. p)
  return 0
end
local id, count, token = string.match(redis.call('HGET', KEYS[1], 'suspect:' .. p) or '', '^(%S+) (%d+) (%S+)$')
-- Begun again by the same owner: that was a failure or an outage, no crash.
if id == ARGV[3] and token == ARGV[2] then return tonumber(count) end
count = id == ARGV[3] and count + 1 or 1
redis.call('HSET', KEYS[1], 'suspect:' .. p, ARGV[3] .. ' ' .. count .. ' ' .. ARGV[2])
return count
