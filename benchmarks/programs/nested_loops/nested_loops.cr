#===- nested_loops.cr - Two nested counting loops, 5 000 by 5 000 ---------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def nested(n : Int64) : Int64
  total = 0_i64
  i = 0_i64
  while i < n
    j = 0_i64
    while j < n
      total += (i * j) ^ j
      j += 1
    end
    i += 1
  end
  total
end

puts nested(5000_i64)
