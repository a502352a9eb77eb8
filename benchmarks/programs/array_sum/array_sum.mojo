#===- array_sum.mojo - A million pushes and their sum, ten times ----------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def build(count: Int, first: Int) -> List[Int]:
    var values = List[Int]()
    for i in range(count):
        values.append(first + i)
    return values^


def sum_of(values: List[Int]) -> Int:
    var sum = 0
    for value in values:
        sum += value
    return sum


def run(rounds: Int, count: Int) -> Int:
    var total = 0
    for round in range(rounds):
        var values = build(count, round)
        total += sum_of(values)
    return total


def main():
    print(run(10, 1000000))
