#===- string_append_1m.py - A million appends, 25 times -------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def append(count):
    text = ""
    for i in range(count):
        text = text + "x"
    return text


def run(rounds, count):
    total = 0
    for round in range(rounds):
        text = append(count + round)
        total += len(text)
    return total


print(run(25, 1000000))
