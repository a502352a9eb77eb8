#===- lcg.cr - LCG, 30 000 000 dependent steps ----------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def lcg(steps : Int64, seed : Int64) : Int64
  state = seed
  i = 0_i64
  while i < steps
    state = (state * 1664525 + 1013904223).remainder(2147483647)
    i += 1
  end
  state
end

puts lcg(30000000_i64, 42_i64)
