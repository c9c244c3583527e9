-- Reads entries of a partition, as one JSON text: a client parses it several times as fast as thousands of small strings.
--
-- KEYS  1 events (stream)
-- ARGV  1 id to read after  2 last id, or +  3 most entries
-- Returns  JSON of the entries
local entries = redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], ARGV[2], 'COUNT', ARGV[3])
return #entries > 0 and cjson.encode(entries) or '[]'
