#===- string_append_10k.cr - Ten thousand appends -------------------------===//
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

puts append(10000_i64).bytesize
