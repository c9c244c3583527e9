-- Counts the entries of a partition after a place (XINFO's lag may be unknown), a bounded number at a time.
--
-- KEYS  1 events (stream)
-- ARGV  1 id  2 most entries to count
-- Returns  {how many, id of the last one or ''}
local entries = redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', ARGV[2])
return { #entries, #entries > 0 and entries[#entries][1] or '' }
