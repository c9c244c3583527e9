-- Reads aggregates from a version on: their snapshot, where it is newer and of the same reducer, and the events after it.
--
-- KEYS  1 head (hash)   then A × (aggregate hash, index list, events stream)
-- ARGV  1 most events to return in all   then A × (version the caller has, its reducer hash or '')
-- Returns  mark of the category or '', A × {version, snapshot version or '', snapshot, entry, …}
--          Fewer entries than the version says: the limit cut them off, ask again from there.
--          An error: an entry that the index names is gone.
local room = tonumber(ARGV[1])
local rows = { redis.call('HGET', KEYS[1], 'mark') or '' }
for i = 1, (#KEYS - 1) / 3 do
  local aggregate, index, events = KEYS[3 * i - 1], KEYS[3 * i], KEYS[3 * i + 1]
  local from, reducer = tonumber(ARGV[2 * i]), ARGV[2 * i + 1]
  local kept = redis.call('HMGET', aggregate, 'version', 'snapshotVersion', 'reducer')
  local version = tonumber(kept[1] or 0)
  local row = { version, '', '' }
  if kept[2] and reducer == kept[3] and tonumber(kept[2]) > from then
    from = tonumber(kept[2])
    row[2], row[3] = from, redis.call('HGET', aggregate, 'snapshot')
  end
  if from < version and room > 0 then
    for n, id in ipairs(redis.call('LRANGE', index, from, from + room - 1)) do
      local entry = redis.call('XRANGE', events, id, id)[1]
      if not entry then
        return redis.error_reply('CORRUPT ' .. events .. ' has no entry ' .. id .. ', version ' .. from + n .. ' of ' .. index)
      end
      row[#row + 1] = entry
      room = room - 1
    end
  end
  rows[i + 1] = row
end
return rows
