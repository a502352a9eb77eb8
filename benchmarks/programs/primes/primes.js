//===- primes.js - 10 000 primes by trial division, five times ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function isPrime(n) {
  for (let d = 2; d * d <= n; ++d)
    if (n % d === 0) return false;
  return true;
}

function firstPrimes(count) {
  const primes = [];
  for (let n = 2; primes.length < count; ++n)
    if (isPrime(n)) primes.push(n);
  return primes;
}

function sumOf(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function report(count) {
  const primes = firstPrimes(count);
  console.log(primes.length);
  console.log(primes[count - 1]);
  console.log(sumOf(primes));
}

for (let round = 0; round < 5; ++round) report(10000 + round);
