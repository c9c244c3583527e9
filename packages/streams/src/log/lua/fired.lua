-- Removes a timer that has been handled, unless it was set anew meanwhile.
--
-- KEYS  1 timers (zset)  2 bodies (hash)
-- ARGV  1 id  2 due in ms
-- Returns  1 where it was removed
if redis.call('ZSCORE', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
-- In this order: a timer that cannot be removed keeps its body, and stays one that fires.
redis.call('HLEN', KEYS[2])
local removed = redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return removed
