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
--          'no group'       the group is lost just now, or was made anew and has not read so far: the entry comes again
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2]) ~= ARGV[3] then return 'lost' end
if ARGV[6] == '1' and redis.call('EXISTS', KEYS[4]) == 0 then return 'free' end

-- A script has no rollback: what can fail is looked at first, and the entry is acknowledged last of all.
redis.call('LLEN', KEYS[4])
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
local function has_read(entry)
  local epoch, pos = place(entry)
  for _, flat in ipairs(redis.call('XINFO', 'GROUPS', KEYS[2])) do
    local row = {}
    for i = 1, #flat, 2 do row[flat[i]] = flat[i + 1] end
    if row.name == ARGV[1] then
      local lastEpoch, lastPos = place(row['last-delivered-id'])
      return lastEpoch > epoch or (lastEpoch == epoch and lastPos >= pos)
    end
  end
end
local function acknowledge()
  redis.call('HSET', KEYS[1], 'done:' .. ARGV[2], ARGV[7])
  redis.call('XACK', KEYS[2], ARGV[1], ARGV[4])
end
if #pending == 0 then
  if not has_read(ARGV[4]) then return 'no group' end
  acknowledge()
  return 'acknowledged'
end

-- What an owner reads before the last dead letter of its aggregate was handled. What another consumer had taken comes late,
-- and was never handled: it has its place among them.
local follower, isSame
if ARGV[5] ~= '' then follower, isSame = follower_of(KEYS[3], KEYS[4], ARGV[4]) end
if follower and (isSame or pending[1][2] == ARGV[8]) then
  acknowledge()
  return 'acknowledged'
end

local id = redis.call('XADD', KEYS[3], '*', unpack(ARGV, 9))
if ARGV[5] ~= '' then
  enqueue(KEYS[4], follower, id)
  redis.call('SADD', KEYS[5], ARGV[5])
end
acknowledge()
return id
