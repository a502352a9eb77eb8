--===- array_sum.lua - A million pushes and their sum, ten times ----------===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

local function build(count, first)
  local values = {}
  for i = 0, count - 1 do
    values[#values + 1] = first + i
  end
  return values
end

local function sum_of(values)
  local sum = 0
  for i = 1, #values do
    sum = sum + values[i]
  end
  return sum
end

local function run(rounds, count)
  local total = 0
  for round = 0, rounds - 1 do
    local values = build(count, round)
    total = total + sum_of(values)
  end
  return total
end

print(string.format("%d", run(10, 1000000)))
