-- Moves one pending entry to the dead letters of its group, as the owner of its partition, and acknowledges it.
-- Its aggregate is parked from then on: the list of its dead letters is what its later events queue up behind.
--
-- KEYS  1 leases (hash)  2 events (stream)  3 dead letters (stream)
--       4 dead letters of the aggregate (list)  5 parked aggregates (set)
-- ARGV  1 group  2 partition  3 token  4 entry id  5 aggregate id, or '' for an entry that is no event
--       6 '1': only where the aggregate is parked already   then the fields of the dead letter
-- Returns  id of the dead letter; 'free' where the aggregate is not parked (any more), and nothing was done;
--          'lost' where the lease is lost; 'settled' where the entry was acknowledged before
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2]) ~= ARGV[3] then return 'lost' end
if ARGV[6] == '1' and redis.call('EXISTS', KEYS[4]) == 0 then return 'free' end
if redis.call('XACK', KEYS[2], ARGV[1], ARGV[4]) == 0 then return 'settled' end
local id = redis.call('XADD', KEYS[3], '*', unpack(ARGV, 7))
if ARGV[5] ~= '' then
  redis.call('RPUSH', KEYS[4], id)
  redis.call('SADD', KEYS[5], ARGV[5])
end
return id
