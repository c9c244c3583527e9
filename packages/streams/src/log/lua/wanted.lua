-- Dead letters whose redrive is wanted by now, by Redis' own clock.
--
-- KEYS  1 wanted redrives (zset)
-- ARGV  1 ms that may be missing  2 offset  3 most members to return
-- Returns  {member, …}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now + ARGV[1], 'LIMIT', ARGV[2], ARGV[3])
