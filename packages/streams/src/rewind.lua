-- Sets the group of one partition to a place, as its owner: what comes after it is read again, nothing is pending. The
-- number of entries that the group has read goes along, so that it is known how far it is behind.
--
-- KEYS  1 leases (hash)  2 events (stream)
-- ARGV  1 group  2 partition  3 token  4 entry id of the last event that is done, or 0  5 most entries to count for that
-- Returns  1, or -1 where the lease is lost
if redis.call('HGET', KEYS[1], 'token:' .. ARGV[2]) ~= ARGV[3] then return -1 end

local function field(row, name)
  for i = 1, #row, 2 do
    if row[i] == name then return row[i + 1] end
  end
end

local function isBefore(a, b)
  local epochA, posA = string.match(a, '(%d+)%-?(%d*)')
  local epochB, posB = string.match(b, '(%d+)%-?(%d*)')
  epochA, epochB = tonumber(epochA), tonumber(epochB)
  return epochA < epochB or (epochA == epochB and (tonumber(posA) or 0) < (tonumber(posB) or 0))
end

-- How many there are after one id, up to another; nil where there are too many to count.
local function between(from, to)
  local found = #redis.call('XRANGE', KEYS[2], '(' .. from, to, 'COUNT', ARGV[5])
  if found < tonumber(ARGV[5]) then return found end
end

-- Entries that the group has read when it stands at that place; nil where it is not known.
local function entriesRead(id)
  if id == '0' then return 0 end
  for _, row in ipairs(redis.call('XINFO', 'GROUPS', KEYS[2])) do
    local read, last = field(row, 'entries-read'), field(row, 'last-delivered-id')
    if field(row, 'name') == ARGV[1] and read then
      if not isBefore(id, last) and not isBefore(last, id) then return read end
      local isBack = isBefore(id, last)
      local moved = between(isBack and id or last, isBack and last or id)
      if moved then return isBack and read - moved or read + moved end
    end
  end
  local left = between(id, '+')
  local added = left and field(redis.call('XINFO', 'STREAM', KEYS[2]), 'entries-added')
  return added and added - left
end

local read = entriesRead(ARGV[4])
if read then
  redis.call('XGROUP', 'SETID', KEYS[2], ARGV[1], ARGV[4], 'ENTRIESREAD', read)
else
  redis.call('XGROUP', 'SETID', KEYS[2], ARGV[1], ARGV[4])
end
local pending = redis.call('XPENDING', KEYS[2], ARGV[1], '-', '+', 1000)
while #pending > 0 do
  for _, entry in ipairs(pending) do redis.call('XACK', KEYS[2], ARGV[1], entry[1]) end
  pending = redis.call('XPENDING', KEYS[2], ARGV[1], '-', '+', 1000)
end
return 1
