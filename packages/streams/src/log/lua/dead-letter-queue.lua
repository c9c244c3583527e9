-- What scripts share that write dead letters: those of an aggregate are a list, in the order of its events.

-- Epoch and position in the id of an entry.
local function place(id)
  local epoch, pos = string.match(id, '(%d+)%-(%d+)$')
  return tonumber(epoch), tonumber(pos)
end

-- Where the event of a dead letter stands in the log; nil where the dead letter was deleted by hand.
local function place_of(stream, dead_letter)
  local entry = redis.call('XRANGE', stream, dead_letter, dead_letter)[1]
  for i = 1, entry and #entry[2] or 0, 2 do
    if entry[2][i] == 'position' then return place(entry[2][i + 1]) end
  end
end

-- The first dead letter whose event does not stand before this entry, and whether it is of the entry itself; nil where
-- all stand before it.
local function follower_of(stream, list, entry)
  local epoch, pos = place(entry)
  local function is_before(dead_letter)
    local itsEpoch, itsPos = place_of(stream, dead_letter)
    return not itsEpoch or itsEpoch < epoch or (itsEpoch == epoch and itsPos < pos)
  end
  local last = redis.call('LINDEX', list, -1)
  if not last or is_before(last) then return end
  local low, high = 0, redis.call('LLEN', list) - 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if is_before(redis.call('LINDEX', list, middle)) then low = middle + 1 else high = middle end
  end
  local follower = redis.call('LINDEX', list, low)
  local itsEpoch, itsPos = place_of(stream, follower)
  return follower, itsEpoch == epoch and itsPos == pos
end

local function enqueue(list, follower, dead_letter)
  if follower then
    redis.call('LINSERT', list, 'BEFORE', follower, dead_letter)
  else
    redis.call('RPUSH', list, dead_letter)
  end
end

