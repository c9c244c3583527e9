-- Timers whose time has come, by Redis' own clock.
--
-- KEYS  1 timers (zset)  2 bodies (hash)
-- ARGV  1 offset  2 most timers to return
-- Returns  {ms until the next one that is not due, or -1, id, due in ms, body, …}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local later = redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
local answer = { later[2] and tonumber(later[2]) - now or -1 }
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'WITHSCORES', 'LIMIT', ARGV[1], ARGV[2])
for i = 1, #due, 2 do
  answer[#answer + 1], answer[#answer + 2] = due[i], due[i + 1]
  answer[#answer + 1] = redis.call('HGET', KEYS[2], due[i]) or ''
end
return answer
