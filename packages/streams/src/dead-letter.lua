-- Moves one pending entry to the dead letters of its group and acknowledges it, in one step.
--
-- KEYS  1 events (stream)  2 dead letters (stream)
-- ARGV  1 group  2 entry id  then the fields of the dead letter
-- Returns  id of the dead letter, or false where the entry was settled already
if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then return false end
return redis.call('XADD', KEYS[2], '*', unpack(ARGV, 3))
