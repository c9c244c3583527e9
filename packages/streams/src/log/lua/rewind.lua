-- Sets the group of one partition to a place, as its owner: what comes after it is read again, nothing is pending.
--
-- KEYS  1 leases (hash)  2 events (stream)
-- ARGV  1 group  2 partition  3 token  4 entry id of the last event that is done, or 0
-- Returns  1, or -1 where the lease is lost
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2]) ~= ARGV[3] then return -1 end
redis.call('XGROUP', 'SETID', KEYS[2], ARGV[1], ARGV[4])
local pending = redis.call('XPENDING', KEYS[2], ARGV[1], '-', '+', 1000)
while #pending > 0 do
  for _, entry in ipairs(pending) do redis.call('XACK', KEYS[2], ARGV[1], entry[1]) end
  pending = redis.call('XPENDING', KEYS[2], ARGV[1], '-', '+', 1000)
end
return 1
