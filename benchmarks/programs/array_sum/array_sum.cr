#===- array_sum.cr - A million pushes and their sum, ten times ------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def build(count : Int64, first : Int64)
  values = [] of Int64
  i = 0_i64
  while i < count
    values << first + i
    i += 1
  end
  values
end

def run(rounds : Int64, count : Int64)
  total = 0_i64
  round = 0_i64
  while round < rounds
    total += build(count, round).sum
    round += 1
  end
  total
end

puts run(10, 1000000)
