#===- primes.mojo - 10 000 primes by trial division, five times -----------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def is_prime(n: Int) -> Bool:
    var d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def first_primes(count: Int) -> List[Int]:
    var primes = List[Int]()
    var n = 2
    while len(primes) < count:
        if is_prime(n):
            primes.append(n)
        n += 1
    return primes^


def sum_of(values: List[Int]) -> Int:
    var sum = 0
    for value in values:
        sum += value
    return sum


def report(count: Int):
    var primes = first_primes(count)
    print(len(primes))
    print(primes[count - 1])
    print(sum_of(primes))


def main():
    for round in range(5):
        report(10000 + round)
