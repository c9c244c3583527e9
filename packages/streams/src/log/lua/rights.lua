-- Which commands the user of this connection may not use. Nothing is executed.
--
-- ARGV  commands, as words with a space between them
-- Returns  those that are refused
local refused = {}
-- Servers that are not Redis 7 or Valkey do not tell.
if not redis.acl_check_cmd then return refused end
for _, command in ipairs(ARGV) do
  local words = {}
  for word in string.gmatch(command, '%S+') do words[#words + 1] = word end
  local known, allowed = pcall(redis.acl_check_cmd, unpack(words))
  if known and not allowed then refused[#refused + 1] = command end
end
return refused
