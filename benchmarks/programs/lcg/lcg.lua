--===- lcg.lua - LCG, 30 000 000 dependent steps --------------------------===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

local function lcg(steps, seed)
  local state = seed
  for i = 1, steps do
    state = (state * 1664525 + 1013904223) % 2147483647
  end
  return state
end

print(lcg(30000000, 42))
