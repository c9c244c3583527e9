-- Gives leases back, and leaves the group if wanted. What was handed over in order is no crash.
--
-- KEYS  1 members (zset)  2 leases (hash)
-- ARGV  1 member  2 '1' to leave the group   then partition, token, …
-- Returns  how many leases were given back
local count = 0
for i = 3, #ARGV, 2 do
  local p, token = ARGV[i], ARGV[i + 1]
  if redis.call('HGET', KEYS[2], 'token:' .. p) == token then
    redis.call('HDEL', KEYS[2], 'owner:' .. p, 'until:' .. p, 'crashes:' .. p, 'suspects:' .. p)
    count = count + 1
  end
end
if ARGV[2] == '1' then redis.call('ZREM', KEYS[1], ARGV[1]) end
return count
