-- Writes the dead letter of an event that was not handed out by a group: a build of tables reads the log by itself.
-- Its aggregate is parked from then on. Where the event has a dead letter, nothing is done.
--
-- KEYS  1 dead letters (stream)  2 dead letters of the aggregate (list)  3 parked aggregates (set)
-- ARGV  1 aggregate id  2 entry id of the event   then the fields of the dead letter
-- Returns  id of the dead letter, or of the one that was there
-- A script has no rollback: a key of the wrong type ends it here.
redis.call('XLEN', KEYS[1])
redis.call('SCARD', KEYS[3])

local function place(id)
  local epoch, pos = string.match(id, '(%d+)%-(%d+)$')
  return tonumber(epoch), tonumber(pos)
end
-- Where the event of a dead letter stands in the log; nil where the dead letter was deleted by hand.
local function place_of(dead_letter)
  local entry = redis.call('XRANGE', KEYS[1], dead_letter, dead_letter)[1]
  for i = 1, entry and #entry[2] or 0, 2 do
    if entry[2][i] == 'position' then return place(entry[2][i + 1]) end
  end
end

-- The dead letters of an aggregate are in the order of its events.
local epoch, pos = place(ARGV[2])
local low, high = 0, redis.call('LLEN', KEYS[2])
while low < high do
  local middle = math.floor((low + high) / 2)
  local itsEpoch, itsPos = place_of(redis.call('LINDEX', KEYS[2], middle))
  if not itsEpoch or itsEpoch < epoch or (itsEpoch == epoch and itsPos < pos) then low = middle + 1 else high = middle end
end
local follower = redis.call('LINDEX', KEYS[2], low)
if follower then
  local itsEpoch, itsPos = place_of(follower)
  if itsEpoch == epoch and itsPos == pos then return follower end
end

local id = redis.call('XADD', KEYS[1], '*', unpack(ARGV, 3))
if follower then
  redis.call('LINSERT', KEYS[2], 'BEFORE', follower, id)
else
  redis.call('RPUSH', KEYS[2], id)
end
redis.call('SADD', KEYS[3], ARGV[1])
return id
