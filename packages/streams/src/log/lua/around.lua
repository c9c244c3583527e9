-- Finds entries of a partition near a time, by the time that UUIDv7 event ids begin with: a partition is nearly in the order of these.
--
-- KEYS  1 events (stream)
-- ARGV  1 time in UTC ms  2 a text  3 the place of the field that has it  4 how many entries are looked at, on both sides of the time
-- Returns  JSON of the entries that have the text
local function one(from, to)
  return redis.call('XRANGE', KEYS[1], from, to, 'COUNT', 1)[1]
end
-- What is no event counts as early, so that what comes after it is not passed over.
local function time_of(entry)
  local high, low = string.match(entry[2][2] or '', '^(%x%x%x%x%x%x%x%x)%-(%x%x%x%x)%-7')
  return high and tonumber(high .. low, 16) or 0
end
local function place_of(entry)
  return tonumber(string.match(entry[1], '%-(%d+)$'))
end

local at = tonumber(ARGV[1])
local place = '0-0'
local oldest = one('-', '+')
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
while last do
  local epoch = string.match(last[1], '^%d+')
  local first = one(epoch, epoch)
  -- What was written by hand has most often an epoch of its own, which says nothing of the time.
  if time_of(first) < at and (time_of(first) > 0 or time_of(last) > 0) then
    local low = place_of(first)
    local high = place_of(redis.call('XREVRANGE', KEYS[1], epoch, epoch, 'COUNT', 1)[1]) + 1
    while high - low > 1 do
      local middle = math.floor((low + high) / 2)
      local entry = one(string.format('%s-%.0f', epoch, middle), epoch)
      if entry == nil or time_of(entry) >= at then high = middle else low = place_of(entry) end
    end
    place = string.format('%s-%.0f', epoch, low)
    break
  end
  -- The last one of the epoch before. Between two epochs there may be very many numbers that none has had.
  last = first[1] ~= oldest[1] and redis.call('XREVRANGE', KEYS[1], '(' .. first[1], '-', 'COUNT', 1)[1]
end

local found = {}
local function add(entries)
  for _, entry in ipairs(entries) do
    local field = entry[2][tonumber(ARGV[3])]
    if field and string.find(field, ARGV[2], 1, true) then found[#found + 1] = entry end
  end
end
-- Redis would look through the whole stream for what is before its first entry.
if place ~= '0-0' then add(redis.call('XREVRANGE', KEYS[1], place, '-', 'COUNT', ARGV[4])) end
add(redis.call('XRANGE', KEYS[1], '(' .. place, '+', 'COUNT', ARGV[4]))
return #found > 0 and cjson.encode(found) or '[]'
