-- Acknowledges entries of one partition, as its owner, and notes up to where everything is done: where the group is
-- lost, it begins again there.
--
-- KEYS  1 leases (hash)  2 events (stream)
-- ARGV  1 group  2 partition  3 token  4 id up to which everything is done   then entry ids (at most 1,000)
-- Returns  how many were acknowledged, or -1 where the lease is lost
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2]) ~= ARGV[3] then return -1 end
redis.call('HSET', KEYS[1], 'done:' .. ARGV[2], ARGV[4])
return redis.call('XACK', KEYS[2], ARGV[1], unpack(ARGV, 5))
