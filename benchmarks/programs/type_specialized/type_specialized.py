#===- type_specialized.py - One function, three signatures ----------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def of_integers(a, b):
    return a + a * b - b // a


def of_floats(a, b):
    return a + a * b - b / a


def with_integers(first, count):
    total = 0
    for i in range(first, first + count):
        total += of_integers(i % 1000 + 1, i)
    return total


def with_floats(first, count):
    total = 0.0
    for i in range(first, first + count):
        total += of_floats(float(i % 1000 + 1), float(i))
    return total


def with_both(first, count):
    total = 0.0
    for i in range(first, first + count):
        total += of_floats(i % 1000 + 1, float(i))
    return total


for round in range(4):
    print(with_integers(round, 1000000))
    print(f"{with_floats(round, 1000000):.3f}")
    print(f"{with_both(round, 1000000):.3f}")
