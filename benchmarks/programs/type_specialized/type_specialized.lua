--===- type_specialized.lua - One function, three signatures --------------===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

local function of_integers(a, b)
  return a + a * b - math.floor(b / a)
end

local function of_floats(a, b)
  return a + a * b - b / a
end

local function with_integers(first, count)
  local sum = 0
  for i = first, first + count - 1 do
    sum = sum + of_integers(i % 1000 + 1, i)
  end
  return sum
end

-- Lua has one kind of number, so "floats" and "both" are one function.
local function with_floats(first, count)
  local sum = 0.0
  for i = first, first + count - 1 do
    sum = sum + of_floats(i % 1000 + 1, i)
  end
  return sum
end

for round = 0, 3 do
  print(string.format("%d", with_integers(round, 1000000)))
  print(string.format("%.3f", with_floats(round, 1000000)))
  print(string.format("%.3f", with_floats(round, 1000000)))
end
