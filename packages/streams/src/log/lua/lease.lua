-- A heartbeat of a member: it is alive, keeps the leases it has, and takes those that are free and fall to it.
-- The live members have equal shares (one partition more or less). Rendezvous hashing decides which member a partition falls
-- to: among those whose share is not full, the one with the highest SHA-1 of member and partition. All times are Redis' own.
--
-- KEYS  1 members (zset: member → when it counts as dead, ms)
--       2 leases (hash: owner:<p>, token:<p>, until:<p>, crashes:<p>, suspects:<p>, done:<p>, …)
-- ARGV  1 member  2 duration of a lease in ms  3 partitions  4 '1': is leaving, and takes nothing more
--       then members that are known to be dead
-- Returns  {ms, {status, token, crashes}, … per partition}
--          ms: until a lease runs out that falls to this member, or whose owner is late; -1: there is none
--          status: 'held', 'got', 'give' (held, but it falls to another member now), '' (another member's)
local members, leases = KEYS[1], KEYS[2]
local me, duration, partitions, leaving = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4] == '1'
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Who cannot take a lease must not count as a member that partitions fall to.
redis.call('HLEN', leases)
local dead = {}
for i = 5, #ARGV do
  dead[ARGV[i]] = true
  redis.call('ZREM', members, ARGV[i])
end
if leaving then redis.call('ZREM', members, me) else redis.call('ZADD', members, now + duration, me) end
redis.call('ZREMRANGEBYSCORE', members, '-inf', now)
-- Nobody lives longer than this without a heartbeat: where the clock was set back, times that were far ahead end now.
local latest = now + duration
for _, member in ipairs(redis.call('ZRANGEBYSCORE', members, '(' .. latest, '+inf')) do
  redis.call('ZADD', members, latest, member)
end
local live = redis.call('ZRANGE', members, 0, -1)

local share, larger, counts = math.floor(partitions / #live), partitions % #live, {}
local function falls_to(partition)
  local chosen, highest
  for _, member in ipairs(live) do
    local count, hash = counts[member] or 0, redis.sha1hex(member .. '/' .. partition)
    local has_room = count < share or (count == share and larger > 0)
    if has_room and (not chosen or hash > highest) then chosen, highest = member, hash end
  end
  if not chosen then return nil end
  counts[chosen] = (counts[chosen] or 0) + 1
  if counts[chosen] > share then larger = larger - 1 end
  return chosen
end

local answer = { -1 }
for p = 0, partitions - 1 do
  local lease = redis.call('HMGET', leases, 'owner:' .. p, 'token:' .. p, 'until:' .. p, 'crashes:' .. p)
  local owner, token, ends, crashes = lease[1], tonumber(lease[2] or 0), tonumber(lease[3] or 0), tonumber(lease[4] or 0)
  local mine, status = falls_to(p) == me, ''
  if ends > latest then
    ends = latest
    redis.call('HSET', leases, 'until:' .. p, string.format('%.0f', latest))
  end
  -- Only one of the others learns of a death from here; for all of them the lease is out.
  if dead[owner] then
    ends = now
    redis.call('HSET', leases, 'until:' .. p, string.format('%.0f', now))
  end
  if owner == me then
    status = (mine or leaving) and 'held' or 'give'
  elseif mine and (not owner or ends <= now) then
    status = 'got'
    -- The token grows with every new owner, and over a flush, too.
    token = math.max(token + 1, now)
    if owner then crashes = redis.call('HINCRBY', leases, 'crashes:' .. p, 1) end
    redis.call('HSET', leases, 'owner:' .. p, me, 'token:' .. p, string.format('%.0f', token))
  elseif owner and (mine or ends - now < duration / 3) and (answer[1] < 0 or ends - now < answer[1]) then
    -- A dead owner counts as a member to the last: only when its lease is out is it known to whom the partition falls.
    answer[1] = math.max(ends - now, 0)
  end
  if status ~= '' then redis.call('HSET', leases, 'until:' .. p, string.format('%.0f', now + duration)) end
  answer[#answer + 1] = { status, string.format('%.0f', token), crashes }
end
return answer
