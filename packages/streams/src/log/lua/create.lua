-- Creates a category, once. Its number of partitions is fixed from then on.
--
-- KEYS  1 head (hash)   then one events stream per partition
-- ARGV  1 format of the keys  2 a mark of its own: one that was created anew, after a flush, has another one
-- Returns  {the number of partitions that the category has, its mark}
local known = redis.call('HMGET', KEYS[1], 'partitions', 'mark')
if known[1] then
  if not known[2] then redis.call('HSET', KEYS[1], 'mark', ARGV[2]) end
  return { tonumber(known[1]), known[2] or ARGV[2] }
end
-- Events without a head would be overwritten in order by new positions from 1: that needs a person.
-- (A consumer that was first has made empty streams, for its group: they do no harm.)
for i = 2, #KEYS do
  if redis.call('EXISTS', KEYS[i]) == 1 and redis.call('XINFO', 'STREAM', KEYS[i])[8] ~= '0-0' then
    return redis.error_reply('CORRUPT ' .. KEYS[1] .. ' is gone, its events are not: restore it before anything is appended')
  end
end
redis.call('HSET', KEYS[1], 'epoch', 1, 'pos', 0, 'partitions', #KEYS - 1, 'format', ARGV[1], 'mark', ARGV[2])
return { #KEYS - 1, ARGV[2] }
