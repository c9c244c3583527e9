-- Writes the number of deliveries of a pending entry, as its owner: attempts that a crash must not reset.
--
-- KEYS  1 leases (hash)  2 events (stream)
-- ARGV  1 group  2 partition  3 token  4 consumer  5 entry id  6 deliveries
-- Returns  1, or -1 where the lease is lost
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2]) ~= ARGV[3] then return -1 end
redis.call('XCLAIM', KEYS[2], ARGV[1], ARGV[4], 0, ARGV[5], 'RETRYCOUNT', ARGV[6], 'JUSTID')
return 1
