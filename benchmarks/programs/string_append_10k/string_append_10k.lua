--===- string_append_10k.lua - Ten thousand appends -----------------------===//
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

print(#append(10000))
