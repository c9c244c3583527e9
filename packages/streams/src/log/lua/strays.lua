-- Finds what is pending in partitions under another name than their owner's (a tool, a person, an old version), and takes
-- it away from there, as the owner, under a name that says so: no owner has handled it. Attempts that were counted stay.
--
-- KEYS  1 leases (hash)   then one events stream per partition
-- ARGV  1 group  2 name of the owner as a consumer  3 name for what others had taken
--       4 most entries to take from each of them   then partition, token, …
-- Returns  per partition: {entries found under other names, entries pending in all}
--          {0, 0} where the lease or the group is lost
local group, owner, taken, most = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local function take(stream, name)
  local rows = redis.call('XPENDING', stream, group, '-', '+', most, name)
  for _, row in ipairs(rows) do
    -- An entry that is not in the log any more would vanish with the claim. It has to be reported instead.
    if #redis.call('XRANGE', stream, row[1], row[1]) > 0 then
      redis.call('XCLAIM', stream, group, taken, 0, row[1], 'JUSTID')
    end
  end
  return #rows
end

local answer = {}
for i = 2, #KEYS do
  local found, pending = 0, { 0 }
  if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2 * i + 1]) == ARGV[2 * i + 2] then
    pending = redis.pcall('XPENDING', KEYS[i], group)
    if pending.err then pending = { 0 } end
    for _, consumer in ipairs(pending[4] or {}) do
      if consumer[1] ~= owner and consumer[1] ~= taken then found = found + take(KEYS[i], consumer[1]) end
    end
  end
  answer[i - 1] = { found, pending[1] }
end
return answer
