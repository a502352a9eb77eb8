#===- primes.cr - 10 000 primes by trial division, five times -------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def prime?(n : Int64) : Bool
  d = 2_i64
  while d * d <= n
    return false if n.remainder(d) == 0
    d += 1
  end
  true
end

def first_primes(count)
  primes = [] of Int64
  n = 2_i64
  while primes.size < count
    primes << n if prime?(n)
    n += 1
  end
  primes
end

def report(count)
  primes = first_primes(count)
  puts primes.size
  puts primes[count - 1]
  puts primes.sum
end

5.times do |round|
  report(10000 + round)
end
