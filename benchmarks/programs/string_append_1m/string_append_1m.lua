--===- string_append_1m.lua - A million appends, 25 times -----------------===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

-- Lua strings are immutable and never extended in place: the idiom is a table.
local function append(count)
  local parts = {}
  for i = 1, count do
    parts[i] = "x"
  end
  return table.concat(parts)
end

local function run(rounds, count)
  local total = 0
  for round = 0, rounds - 1 do
    local text = append(count + round)
    total = total + #text
  end
  return total
end

print(run(25, 1000000))
