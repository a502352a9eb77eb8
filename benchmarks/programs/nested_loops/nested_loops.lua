--===- nested_loops.lua - Two nested counting loops, 5 000 by 5 000 -------===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

local bxor = require("bit").bxor

local function nested(n)
  local total = 0
  for i = 0, n - 1 do
    for j = 0, n - 1 do
      total = total + bxor(i * j, j)
    end
  end
  return total
end

print(string.format("%d", nested(5000)))
