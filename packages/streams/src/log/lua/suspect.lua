-- Crash loops: notes which entry an owner is about to handle while it repeats what a dead owner has left, or, without
-- an entry, that all of it is done.
--
-- KEYS  1 leases (hash)
-- ARGV  1 partition  2 token  3 entry id, or ''  4 '1': nothing else is at work
--       then entries whose handlers have ended since
-- Returns  how many owners in a row, this one included, have begun this entry alone, or -1 where the lease is lost
local p, token, id = ARGV[1], ARGV[2], ARGV[3]
if redis.call('HGET', KEYS[1], 'token:' .. p) ~= token then return -1 end
if id == '' then
  redis.call('HDEL', KEYS[1], 'crashes:' .. p, 'suspects:' .. p)
  return 0
end
-- Entry id → {owners that have begun it alone, token of the last one of them}
local suspects = cjson.decode(redis.call('HGET', KEYS[1], 'suspects:' .. p) or '{}')
for i = 5, #ARGV do
  local ended = suspects[ARGV[i]]
  if ended and ended[1] == 0 then suspects[ARGV[i]] = nil end
end
local one = suspects[id] or { 0, '' }
-- Begun again by the same owner: that was a failure or an outage, no crash.
if ARGV[4] == '1' and one[2] ~= token then one = { one[1] + 1, token } end
suspects[id] = one
redis.call('HSET', KEYS[1], 'suspects:' .. p, cjson.encode(suspects))
return one[1]
