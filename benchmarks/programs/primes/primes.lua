--===- primes.lua - 10 000 primes by trial division, five times -----------===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

local function is_prime(n)
  local d = 2
  while d * d <= n do
    if n % d == 0 then
      return false
    end
    d = d + 1
  end
  return true
end

local function first_primes(count)
  local primes = {}
  local n = 2
  while #primes < count do
    if is_prime(n) then
      primes[#primes + 1] = n
    end
    n = n + 1
  end
  return primes
end

local function sum_of(values)
  local sum = 0
  for i = 1, #values do
    sum = sum + values[i]
  end
  return sum
end

local function report(count)
  local primes = first_primes(count)
  print(#primes)
  print(primes[count])
  print(string.format("%d", sum_of(primes)))
end

for round = 0, 4 do
  report(10000 + round)
end
