#===- string_append_1m.cr - A million appends, 25 times -------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

# Crystal strings are immutable: the idiom is String.build.
def append(count : Int64) : String
  String.build do |text|
    i = 0_i64
    while i < count
      text << 'x'
      i += 1
    end
  end
end

def run(rounds : Int64, count : Int64)
  total = 0_i64
  round = 0_i64
  while round < rounds
    text = append(count + round)
    total += text.bytesize
    round += 1
  end
  total
end

puts run(25, 1000000)
