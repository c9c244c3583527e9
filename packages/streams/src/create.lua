-- Creates a category, once. Its number of partitions is fixed from then on.
--
-- KEYS  1 head (hash)   then one events stream per partition
-- ARGV  1 format of the keys
-- Returns  the number of partitions that the category has
local partitions = redis.call('HGET', KEYS[1], 'partitions')
if partitions then return tonumber(partitions) end
-- Events without a head would be overwritten in order by new positions from 1: that needs a person.
-- (A consumer that was first has made empty streams, for its group: they do no harm.)
for i = 2, #KEYS do
  if redis.call('EXISTS', KEYS[i]) == 1 and redis.call('XINFO', 'STREAM', KEYS[i])[8] ~= '0-0' then
    return redis.error_reply('CORRUPT ' .. KEYS[1] .. ' is gone, its events are not: restore it before anything is appended')
  end
end
redis.call('HSET', KEYS[1], 'epoch', 1, 'pos', 0, 'partitions', #KEYS - 1, 'format', ARGV[1])
return #KEYS - 1
