-- Raises the epoch of a category: positions go on under it, and sort after everything that stands in its streams, also
-- after what was written past the append script, or was deleted.
--
-- KEYS  1 head (hash)   then one events stream per partition
-- ARGV  1 an epoch that others have seen, which the log may have lost
-- Returns  the new epoch
local epoch = math.max(tonumber(redis.call('HGET', KEYS[1], 'epoch')), tonumber(ARGV[1]))
for i = 2, #KEYS do
  local info = redis.pcall('XINFO', 'STREAM', KEYS[i])
  if info.err and not string.find(info.err, 'no such key') then return info end
  for n = 1, #info, 2 do
    if info[n] == 'last-generated-id' then
      epoch = math.max(epoch, tonumber(string.match(info[n + 1], '^%d+')))
    end
  end
end
-- Beyond 15 digits a position could not be read any more.
if epoch >= 10 ^ 15 - 1 then
  return redis.error_reply('CORRUPT ' .. KEYS[1] .. ': an id of its streams is too large to go on after it')
end
redis.call('HSET', KEYS[1], 'epoch', string.format('%.0f', epoch + 1))
return epoch + 1
