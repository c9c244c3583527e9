-- Begins to read a partition anew, as its owner: a read that was sent before, and arrives late, takes nothing.
--
-- KEYS  1 leases (hash)
-- ARGV  1 partition  2 token
-- Returns  the number of the new generation, or -1 where the lease is lost
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[1]) ~= ARGV[2] then return -1 end
return redis.call('HINCRBY', KEYS[1], 'session:' .. ARGV[1], 1)
