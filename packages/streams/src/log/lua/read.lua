-- Reads what is new in partitions, as their owner. Through a script, so that only the owner takes entries out of the
-- group: a paused process whose lease has gone reads nothing when it wakes.
--
-- Events of types that nobody handles are acknowledged here, and are not sent.
--
-- KEYS  1 leases (hash)   then one events stream per partition
-- ARGV  1 group  2 consumer  3 most entries per partition  4 the types that are handled, with a space between them; '': all
--       then partition, token, generation, id up to which the owner has everything, …
-- Returns  per partition, one of:
--          {'lost'}     the lease is lost
--          {'late'}     the generation is over
--          {'missed'}   another consumer has taken what stands before these entries; they are pending
--          {'read', JSON of the entries, id of the last one that was read or ''}
local types
if ARGV[4] ~= '' then
  types = {}
  for type in string.gmatch(ARGV[4], '%S+') do types[type] = true end
end

-- What is no event is for the owner to look at.
local function handled(stream, entries)
  local own, others = {}, {}
  for _, entry in ipairs(entries) do
    local fields = entry[2]
    local isEvent = #fields == 16 and fields[1] == 'eventId' and fields[3] == 'eventType'
    if isEvent and not types[fields[4]] then
      others[#others + 1] = entry[1]
    else
      own[#own + 1] = entry
    end
  end
  if #others > 0 then redis.call('XACK', stream, ARGV[1], unpack(others)) end
  return own
end

-- One command for all leases, and one for all streams: in most of them there is nothing new.
local fields = {}
for i = 2, #KEYS do
  local p = ARGV[4 * i - 3]
  fields[2 * i - 3], fields[2 * i - 2] = 'token:' .. p, 'session:' .. p
end
local leases = redis.call('HMGET', KEYS[1], unpack(fields))
local function has_lease(i) return leases[2 * i - 3] == ARGV[4 * i - 2] end
local function is_current(i) return leases[2 * i - 2] == ARGV[4 * i - 1] end

local streams = {}
for i = 2, #KEYS do
  if has_lease(i) and is_current(i) then streams[#streams + 1] = KEYS[i] end
end
local new = {}
if #streams > 0 then
  for n = #streams + 1, 2 * #streams do streams[n] = '>' end
  local read = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', ARGV[3], 'STREAMS', unpack(streams))
  for _, one in ipairs(read or {}) do new[one[1]] = one[2] end
end

local answer = {}
for i = 2, #KEYS do
  if not has_lease(i) then
    answer[i - 1] = { 'lost' }
  elseif not is_current(i) then
    answer[i - 1] = { 'late' }
  else
    local entries = new[KEYS[i]] or {}
    local first = entries[1] and entries[1][1]
    if first and #redis.call('XRANGE', KEYS[i], '(' .. ARGV[4 * i], '(' .. first, 'COUNT', 1) > 0 then
      answer[i - 1] = { 'missed' }
    else
      local last = first and entries[#entries][1] or ''
      local own = types and handled(KEYS[i], entries) or entries
      -- One JSON text: a client parses that several times as fast as thousands of small strings.
      answer[i - 1] = { 'read', #own > 0 and cjson.encode(own) or '[]', last }
    end
  end
end
return answer
