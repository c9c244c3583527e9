-- Appends events to one or more aggregates of one category: all of it, or nothing.
--
-- A script has no rollback, so everything that can fail is checked before the first write: a key of the wrong type ends
-- the script at a read, the rights of the user are asked for, and each stream has to take the next position. What the
-- server itself may refuse (memory, a full disk, a replica) it refuses at the first write, and not after it.
--
-- KEYS  1 head (hash)  2 timers (zset)  3 timer bodies (hash)
--       then, in the order of ARGV: D idempotency records (string), A × aggregate (hash), index (list), events (stream),
--       C claim keys (string), R released claim keys (string)
-- ARGV  1 partitions that the caller reckons with  2 TTL of idempotency records in ms  3 most unseen events to return
--       4 D  5 A  6 C  7 R  8 timers to set  9 timers to cancel  10 mark of the category
--       D ×  (index in this append of the event whose position is kept, record)
--       A ×  (expected version, snapshot version or '', reducer hash, snapshot, number of events,
--             events × (eventId, eventType, schema, aggregateId, at, data, meta))
--       C ×  owner     R × owner     timers × (id, due in ms, body)     cancelled timers × id
-- Returns  {'ok', epoch, position of the first event}
--          {'category', partitions or ''}          no such category, or another one than the caller reckons with
--          {'duplicate', {index, value}, …}        these idempotency keys are known; value is what was kept
--          {'conflict', {index, actual version, entry, …}, …}   and the entries after the expected version
--          {'claimed', {index, owner}, …}          these unique values belong to others
--          {'blocked', {index, last id}, …}        the partitions of these aggregates take no next position
local head, timers, bodies = KEYS[1], KEYS[2], KEYS[3]
local partitions, recordTtl, unseenMax = ARGV[1], ARGV[2], tonumber(ARGV[3])
local recordCount, aggregateCount, claimCount = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local releaseCount, timerCount, cancelCount = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local recordKeys = 3
local aggregateKeys = recordKeys + recordCount
local claimKeys = aggregateKeys + 3 * aggregateCount
local releaseKeys = claimKeys + claimCount

local state = redis.call('HMGET', head, 'epoch', 'pos', 'partitions', 'mark')
if not state[1] or state[3] ~= partitions or state[4] ~= ARGV[10] then return { 'category', state[3] or '' } end
local epoch, first = state[1], tonumber(state[2]) + 1

-- A known idempotency key answers first, before any version check: its repeat is not a conflict.
local found = { 'duplicate' }
for i = 1, recordCount do
  local value = redis.call('GET', KEYS[recordKeys + i])
  if value then found[#found + 1] = { i - 1, value } end
end
if #found > 1 then return found end

local function unseen(index, events, from)
  local entries = {}
  for n, id in ipairs(redis.call('LRANGE', index, from, from + unseenMax - 1)) do
    entries[n] = redis.call('XRANGE', events, id, id)[1]
    if not entries[n] then
      error({ err = 'CORRUPT ' .. events .. ' has no entry ' .. id .. ', version ' .. from + n .. ' of ' .. index })
    end
  end
  return entries
end

local at = 10 + 2 * recordCount
found = { 'conflict' }
local cursor = at
for i = 1, aggregateCount do
  local key = aggregateKeys + 3 * (i - 1)
  local expected, events = tonumber(ARGV[cursor + 1]), tonumber(ARGV[cursor + 5])
  local actual = tonumber(redis.call('HGET', KEYS[key + 1], 'version') or 0)
  local indexed = redis.call('LLEN', KEYS[key + 2])
  if indexed ~= actual then
    return redis.error_reply('CORRUPT ' .. KEYS[key + 2] .. ' has ' .. indexed .. ' entries at version ' .. tostring(actual))
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

local function may(command, key, ...)
  if not redis.acl_check_cmd(command, key, ...) then error({ err = 'NOPERM no right to ' .. command .. ' ' .. key }) end
end
may('HSET', head, 'pos', '0')
if aggregateCount > 0 then
  may('HSET', KEYS[aggregateKeys + 1], 'version', '0')
  may('RPUSH', KEYS[aggregateKeys + 2], '0')
  may('XADD', KEYS[aggregateKeys + 3], '0-1', 'eventId', '')
end
if recordCount > 0 then may('SET', KEYS[recordKeys + 1], '', 'PX', recordTtl) end
if claimCount > 0 then may('SET', KEYS[claimKeys + 1], '') end
if releaseCount > 0 then may('DEL', KEYS[releaseKeys + 1]) end
if timerCount > 0 then
  may('ZADD', timers, '0', '')
  may('HSET', bodies, '', '')
end
if cancelCount > 0 then
  may('ZREM', timers, '')
  may('HDEL', bodies, '')
end

-- An entry that was written past this script may stand further than the head, and XADD refuses every id before it. Where
-- it was deleted, the stream only remembers its id; a group that has read it would not be given what stands before.
local function past_head(stream)
  local info = redis.pcall('XINFO', 'STREAM', stream)
  if info.err then
    if string.find(info.err, 'no such key') then return false end
    error(info)
  end
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then
      local itsEpoch, pos = string.match(info[i + 1], '(%d+)%-(%d+)')
      local isPast = tonumber(itsEpoch) > tonumber(epoch) or (itsEpoch == epoch and tonumber(pos) >= first)
      return isPast and info[i + 1]
    end
  end
end

-- Where there is one aggregate, its first XADD is the check: it is the first write.
found = { 'blocked' }
local asked = {}
for i = 1, aggregateCount > 1 and aggregateCount or 0 do
  local stream = KEYS[aggregateKeys + 3 * i]
  if asked[stream] == nil then asked[stream] = past_head(stream) end
  if asked[stream] then found[#found + 1] = { i - 1, asked[stream] } end
end
if #found > 1 then return found end

local function add(call, stream, id, version, event)
  return call('XADD', stream, id, 'eventId', ARGV[event + 1], 'eventType', ARGV[event + 2],
    'schema', ARGV[event + 3], 'aggregateId', ARGV[event + 4], 'version', version,
    'at', ARGV[event + 5], 'data', ARGV[event + 6], 'meta', ARGV[event + 7])
end

-- From here on nothing fails, but the first XADD of a single aggregate.
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
    if type(add(redis.pcall, stream, id, version, cursor)) == 'table' then
      local last = past_head(stream)
      if last then return { 'blocked', { i - 1, last } } end
      add(redis.call, stream, id, version, cursor)
    end
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
for i = 1, recordCount do
  local place = epoch .. '-' .. string.format('%.0f', first + tonumber(ARGV[10 + 2 * i - 1]))
  redis.call('SET', KEYS[recordKeys + i], place .. ' ' .. ARGV[10 + 2 * i], 'PX', recordTtl)
end
return { 'ok', epoch, string.format('%.0f', first) }
