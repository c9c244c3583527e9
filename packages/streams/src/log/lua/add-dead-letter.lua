-- Writes the dead letter of an event that was not handed out by a group: a build of tables reads the log by itself.
-- Its aggregate is parked from then on. Where the event has a dead letter, nothing is done.
--
-- KEYS  1 dead letters (stream)  2 dead letters of the aggregate (list)  3 parked aggregates (set)
-- ARGV  1 aggregate id  2 entry id of the event   then the fields of the dead letter
-- Returns  id of the dead letter, or of the one that was there
-- A script has no rollback: a key of the wrong type ends it here.
redis.call('XLEN', KEYS[1])
redis.call('SCARD', KEYS[3])

local follower, isSame = follower_of(KEYS[1], KEYS[2], ARGV[2])
if isSame then return follower end
local id = redis.call('XADD', KEYS[1], '*', unpack(ARGV, 3))
enqueue(KEYS[2], follower, id)
redis.call('SADD', KEYS[3], ARGV[1])
return id
