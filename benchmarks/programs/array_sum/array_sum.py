#===- array_sum.py - A million pushes and their sum, ten times ------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def build(count, first):
    values = []
    for i in range(count):
        values.append(first + i)
    return values


def run(rounds, count):
    total = 0
    for round in range(rounds):
        values = build(count, round)
        total += sum(values)
    return total


print(run(10, 1000000))
