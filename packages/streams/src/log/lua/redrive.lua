-- A redrive of one dead letter, as the owner of its partition: it begins, is broken off, is done, or has failed again.
--
-- KEYS  1 leases (hash)  2 dead letters (stream)  3 dead letters of the aggregate (list)  4 parked aggregates (set)
--       5 wanted redrives (zset)
-- ARGV  1 partition  2 token  3 aggregate id, or '' for an entry that is no event  4 id of the dead letter
--       5 what was wanted (member of 5)  6 'begun', 'broken-off', 'done' or 'failed'
--       then, for 'failed', the fields of the new dead letter
--       then, for 'broken-off', in how many ms it is wanted again: those behind it come first
-- Returns  'begun': how often the redrive has begun without an end; otherwise dead letters that the aggregate still has;
--          -1 where the lease is lost or the dead letter is not the next one
local dead_letters, id, step = KEYS[3], ARGV[4], ARGV[6]
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[1]) ~= ARGV[2] then return -1 end
-- A script has no rollback: a key of the wrong type ends it here.
local isNext = redis.call('LINDEX', dead_letters, 0) == id
redis.call('SCARD', KEYS[4])
redis.call('ZCARD', KEYS[5])
if step ~= 'begun' then redis.call('HDEL', KEYS[1], 'repeats:' .. id) end
if ARGV[3] ~= '' and not isNext then return -1 end
if step == 'broken-off' then
  if tonumber(ARGV[7] or 0) > 0 then
    local time = redis.call('TIME')
    redis.call('ZADD', KEYS[5], 'XX', time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[7], ARGV[5])
  end
  return redis.call('LLEN', dead_letters)
end
if step == 'begun' then
  if #redis.call('XRANGE', KEYS[2], id, id) == 0 then return -1 end
  return redis.call('HINCRBY', KEYS[1], 'repeats:' .. id, 1)
end
if step == 'failed' then
  if #redis.call('XRANGE', KEYS[2], id, id) == 0 then return -1 end
  -- The new dead letter first: where it cannot be written, the old one is still there.
  local again = redis.call('XADD', KEYS[2], '*', unpack(ARGV, 7))
  redis.call('XDEL', KEYS[2], id)
  if ARGV[3] ~= '' then redis.call('LSET', dead_letters, 0, again) end
  redis.call('ZREM', KEYS[5], ARGV[5])
  return redis.call('LLEN', dead_letters)
end
local deleted = redis.call('XDEL', KEYS[2], id)
if ARGV[3] == '' then
  if deleted == 0 then return -1 end
  redis.call('ZREM', KEYS[5], ARGV[5])
  return 0
end
redis.call('LPOP', dead_letters)
local left = redis.call('LLEN', dead_letters)
if left == 0 then
  redis.call('SREM', KEYS[4], ARGV[3])
  redis.call('ZREM', KEYS[5], ARGV[5])
end
return left
