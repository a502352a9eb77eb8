#===- primes.py - 10 000 primes by trial division, five times -------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def is_prime(n):
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def first_primes(count):
    primes = []
    n = 2
    while len(primes) < count:
        if is_prime(n):
            primes.append(n)
        n += 1
    return primes


def report(count):
    primes = first_primes(count)
    print(len(primes))
    print(primes[count - 1])
    print(sum(primes))


for round in range(5):
    report(10000 + round)
