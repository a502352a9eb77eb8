#===- fib35.cr - Doubly recursive fibonacci(35) ---------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def fib(n : Int64) : Int64
  return n if n < 2
  fib(n - 1) + fib(n - 2)
end

puts fib(35_i64)
