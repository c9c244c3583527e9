-- Crash loops: notes which entry an owner is about to handle while it repeats what a dead owner has left, or, without
-- an entry, that all of it is done.
--
-- KEYS  1 leases (hash)
-- ARGV  1 partition  2 token  3 entry id, or ''
-- Returns  how often this entry was begun in a row, or -1 where the lease is lost
local p = ARGV[1]
if redis.call('HGET', KEYS[1], 'token:' .. p) ~= ARGV[2] then return -1 end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], 'crashes:' .. p, 'suspect:' .. p)
  return 0
end
local id, count = string.match(redis.call('HGET', KEYS[1], 'suspect:' .. p) or '', '^(%S+) (%d+)$')
count = id == ARGV[3] and count + 1 or 1
redis.call('HSET', KEYS[1], 'suspect:' .. p, ARGV[3] .. ' ' .. count)
return count
