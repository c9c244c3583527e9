-- Moves one pending entry to the dead letters of its group, as the owner of its partition, and acknowledges it.
-- Its aggregate is parked from then on: the list of its dead letters is what its later events queue up behind.
--
-- KEYS  1 leases (hash)  2 events (stream)  3 dead letters (stream)
--       4 dead letters of the aggregate (list)  5 parked aggregates (set)
-- ARGV  1 group  2 partition  3 token  4 entry id  5 aggregate id, or '' for an entry that is no event
--       6 '1': only where the aggregate is parked already  7 id up to which everything is done, with this entry
--       8 name of the owner as a consumer   then the fields of the dead letter
-- Returns  id of the dead letter, or one of:
--          'free'           the aggregate is not parked (any more); nothing was done
--          'lost'           the lease is lost
--          'acknowledged'   the entry was acknowledged before, has its dead letter already, or was handled before: a group
--                           that was lost begins again a little earlier
--          'no group'       the group is lost just now
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2]) ~= ARGV[3] then return 'lost' end
if ARGV[6] == '1' and redis.call('EXISTS', KEYS[4]) == 0 then return 'free' end

-- A script has no rollback: what can fail is looked at first, and the entry is acknowledged last of all.
local listed = redis.call('LINDEX', KEYS[4], -1)
redis.call('SCARD', KEYS[5])
for _, right in ipairs({ { 'HSET', KEYS[1], '', '' }, { 'XACK', KEYS[2], '', '0-1' }, { 'XADD', KEYS[3], '*', '', '' },
  { 'RPUSH', KEYS[4], '' }, { 'LINSERT', KEYS[4], 'BEFORE', '', '' }, { 'SADD', KEYS[5], '' } }) do
  if not redis.acl_check_cmd(unpack(right)) then
    return redis.error_reply('NOPERM no right to ' .. right[1] .. ' ' .. right[2])
  end
end
-- Not to acknowledge for want of a group is no sign that the entry is acknowledged.
local pending = redis.pcall('XPENDING', KEYS[2], ARGV[1], ARGV[4], ARGV[4], 1)
if pending.err then return string.find(pending.err, 'NOGROUP') and 'no group' or pending end
local function acknowledge()
  redis.call('HSET', KEYS[1], 'done:' .. ARGV[2], ARGV[7])
  redis.call('XACK', KEYS[2], ARGV[1], ARGV[4])
end
if #pending == 0 then
  acknowledge()
  return 'acknowledged'
end

local function place(id)
  local epoch, pos = string.match(id, '(%d+)%-(%d+)$')
  return tonumber(epoch), tonumber(pos)
end
-- Where the event of a dead letter stands in the log; nil where the dead letter was deleted by hand.
local function place_of(dead_letter)
  local entry = redis.call('XRANGE', KEYS[3], dead_letter, dead_letter)[1]
  for i = 1, entry and #entry[2] or 0, 2 do
    if entry[2][i] == 'position' then return place(entry[2][i + 1]) end
  end
end
local epoch, pos = place(ARGV[4])
local function is_before(dead_letter)
  local itsEpoch, itsPos = place_of(dead_letter)
  return not itsEpoch or itsEpoch < epoch or (itsEpoch == epoch and itsPos < pos)
end

-- The dead letters of an aggregate are in the order of its events. What an owner reads before the last of them was handled.
-- What another consumer had taken comes late, and was never handled: it has its place among them.
local follower
if ARGV[5] ~= '' and listed and not is_before(listed) then
  local low, high = 0, redis.call('LLEN', KEYS[4]) - 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if is_before(redis.call('LINDEX', KEYS[4], middle)) then low = middle + 1 else high = middle end
  end
  follower = redis.call('LINDEX', KEYS[4], low)
  local itsEpoch, itsPos = place_of(follower)
  if pending[1][2] == ARGV[8] or (itsEpoch == epoch and itsPos == pos) then
    acknowledge()
    return 'acknowledged'
  end
end

local id = redis.call('XADD', KEYS[3], '*', unpack(ARGV, 9))
if ARGV[5] ~= '' then
  if follower then
    redis.call('LINSERT', KEYS[4], 'BEFORE', follower, id)
  else
    redis.call('RPUSH', KEYS[4], id)
  end
  redis.call('SADD', KEYS[5], ARGV[5])
end
acknowledge()
return id
