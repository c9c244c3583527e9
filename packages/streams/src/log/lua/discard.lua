-- Gives up dead letters: they go to the discarded ones, with who and why, and no longer hold their aggregate.
--
-- KEYS  1 dead letters (stream)  2 discarded (stream)  3 dead letters of the aggregate (list)
--       4 parked aggregates (set)  5 wanted redrives (zset)
-- ARGV  1 aggregate id or ''  2 reason  3 when, ms  4 most discarded ones to keep   then ids of dead letters
-- Returns  how many were discarded
-- A script has no rollback: a key of the wrong type ends it here.
redis.call('LLEN', KEYS[3])
redis.call('SCARD', KEYS[4])
redis.call('ZCARD', KEYS[5])
local count = 0
for i = 5, #ARGV do
  local dead_letter = redis.call('XRANGE', KEYS[1], ARGV[i], ARGV[i])[1]
  if dead_letter then
    local fields = dead_letter[2]
    fields[#fields + 1], fields[#fields + 2] = 'discardReason', ARGV[2]
    fields[#fields + 1], fields[#fields + 2] = 'discardedAt', ARGV[3]
    redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[4], '*', unpack(fields))
    redis.call('XDEL', KEYS[1], ARGV[i])
    redis.call('LREM', KEYS[3], 1, ARGV[i])
    count = count + 1
  end
end
-- Those that somebody has deleted by hand do not hold it, either.
local first = redis.call('LINDEX', KEYS[3], 0)
while first and #redis.call('XRANGE', KEYS[1], first, first) == 0 do
  redis.call('LPOP', KEYS[3])
  first = redis.call('LINDEX', KEYS[3], 0)
end
if ARGV[1] ~= '' and redis.call('LLEN', KEYS[3]) == 0 then
  redis.call('SREM', KEYS[4], ARGV[1])
  redis.call('ZREM', KEYS[5], 'aggregate:' .. ARGV[1])
end
return count
