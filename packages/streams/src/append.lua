-- Appends events to one or more aggregates of one category: all of it, or nothing.
--
-- A script has no rollback, so everything that can fail is read and checked before the first write; the reads
-- double as type checks (a key of the wrong type ends the script here, with nothing written).
--
-- KEYS  1 head (hash)  2 timers (zset)  3 timer bodies (hash)
--       then, in the order of ARGV: D done keys (string), 3 × A aggregate (hash), index (list), events (stream),
--       C claim keys (string), R released claim keys (string)
-- ARGV  1 partitions that the caller reckons with  2 TTL of done keys in ms  3 most unseen events to return
--       4 D  5 A  6 C  7 R  8 timers to set  9 timers to cancel
--       D ×  (index in this append of the event whose position is kept, record)
--       A ×  (expected version, snapshot version or '', reducer hash, snapshot, number of events,
--             events × (eventId, eventType, schema, aggregateId, at, data, meta))
--       C ×  owner     R × owner     timers × (id, due in ms, body)     cancelled timers × id
-- Returns  {'ok', epoch, position of the first event}
--          {'category', partitions or ''}          no such category, or another number of partitions
--          {'duplicate', {index, value}, …}        these append ids are known; value is what was kept
--          {'conflict', {index, actual version, entry, …}, …}   and the entries after the expected version
--          {'claimed', {index, owner}, …}          these unique values belong to others
local head, timers, bodies = KEYS[1], KEYS[2], KEYS[3]
local partitions, doneTtl, unseenMax = ARGV[1], ARGV[2], tonumber(ARGV[3])
local doneCount, aggregateCount, claimCount = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local releaseCount, timerCount, cancelCount = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local doneKeys = 3
local aggregateKeys = doneKeys + doneCount
local claimKeys = aggregateKeys + 3 * aggregateCount
local releaseKeys = claimKeys + claimCount

local state = redis.call('HMGET', head, 'epoch', 'pos', 'partitions')
if not state[1] or state[3] ~= partitions then return { 'category', state[3] or '' } end
local epoch, first = state[1], tonumber(state[2]) + 1

-- A known append id answers first, before any version check: its repeat is not a conflict.
local found = { 'duplicate' }
for i = 1, doneCount do
  local value = redis.call('GET', KEYS[doneKeys + i])
  if value then found[#found + 1] = { i - 1, value } end
end
if #found > 1 then return found end

local function unseen(index, events, from)
  local entries = {}
  for _, id in ipairs(redis.call('LRANGE', index, from, from + unseenMax - 1)) do
    entries[#entries + 1] = redis.call('XRANGE', events, id, id)[1]
  end
  return entries
end

local at = 9 + 2 * doneCount
found = { 'conflict' }
local cursor = at
for i = 1, aggregateCount do
  local key = aggregateKeys + 3 * (i - 1)
  local expected, events = tonumber(ARGV[cursor + 1]), tonumber(ARGV[cursor + 5])
  local actual = tonumber(redis.call('HGET', KEYS[key + 1], 'version') or 0)
  local indexed = redis.call('LLEN', KEYS[key + 2])
  -- Where the first write is an XADD to this stream, that one is the check.
  if i > 1 or events == 0 then redis.call('XLEN', KEYS[key + 3]) end
  if indexed ~= actual then
    return redis.error_reply('CORRUPT ' .. KEYS[key + 2] .. ' has ' .. indexed .. ' entries at version ' .. actual)
  end
  if actual ~= expected then
    local row = { i - 1, actual }
    for _, entry in ipairs(unseen(KEYS[key + 2], KEYS[key + 3], expected)) do row[#row + 1] = entry end
    found[#found + 1] = row
  end
  cursor = cursor + 5 + 7 * events
end
if #found > 1 then return found end

found = { 'claimed' }
for i = 1, claimCount do
  local owner = redis.call('GET', KEYS[claimKeys + i])
  if owner and owner ~= ARGV[cursor + i] then found[#found + 1] = { i - 1, owner } end
end
if #found > 1 then return found end
for i = 1, releaseCount do redis.call('STRLEN', KEYS[releaseKeys + i]) end
if timerCount + cancelCount > 0 then
  redis.call('ZCARD', timers)
  redis.call('HLEN', bodies)
end

-- From here on nothing fails.
local pos = first - 1
cursor = at
for i = 1, aggregateCount do
  local key = aggregateKeys + 3 * (i - 1)
  local aggregate, index, stream = KEYS[key + 1], KEYS[key + 2], KEYS[key + 3]
  local version, count = tonumber(ARGV[cursor + 1]), tonumber(ARGV[cursor + 5])
  local snapshotVersion, reducer, snapshot = ARGV[cursor + 2], ARGV[cursor + 3], ARGV[cursor + 4]
  local ids = {}
  cursor = cursor + 5
  for n = 1, count do
    pos, version = pos + 1, version + 1
    local id = epoch .. '-' .. string.format('%.0f', pos)
    redis.call('XADD', stream, id, 'eventId', ARGV[cursor + 1], 'eventType', ARGV[cursor + 2],
      'schema', ARGV[cursor + 3], 'aggregateId', ARGV[cursor + 4], 'version', version,
      'at', ARGV[cursor + 5], 'data', ARGV[cursor + 6], 'meta', ARGV[cursor + 7])
    ids[n] = id
    cursor = cursor + 7
  end
  if count > 0 then redis.call('RPUSH', index, unpack(ids)) end
  redis.call('HSET', aggregate, 'version', version)
  if snapshotVersion ~= '' then
    redis.call('HSET', aggregate, 'snapshotVersion', snapshotVersion, 'reducer', reducer, 'snapshot', snapshot)
  end
end
redis.call('HSET', head, 'pos', string.format('%.0f', pos))

for i = 1, claimCount do redis.call('SET', KEYS[claimKeys + i], ARGV[cursor + i]) end
cursor = cursor + claimCount
for i = 1, releaseCount do
  if redis.call('GET', KEYS[releaseKeys + i]) == ARGV[cursor + i] then redis.call('DEL', KEYS[releaseKeys + i]) end
end
cursor = cursor + releaseCount
for _ = 1, timerCount do
  redis.call('ZADD', timers, ARGV[cursor + 2], ARGV[cursor + 1])
  redis.call('HSET', bodies, ARGV[cursor + 1], ARGV[cursor + 3])
  cursor = cursor + 3
end
for i = 1, cancelCount do
  redis.call('ZREM', timers, ARGV[cursor + i])
  redis.call('HDEL', bodies, ARGV[cursor + i])
end
for i = 1, doneCount do
  local place = epoch .. '-' .. string.format('%.0f', first + tonumber(ARGV[9 + 2 * i - 1]))
  redis.call('SET', KEYS[doneKeys + i], place .. ' ' .. ARGV[9 + 2 * i], 'PX', doneTtl)
end
return { 'ok', epoch, string.format('%.0f', first) }
