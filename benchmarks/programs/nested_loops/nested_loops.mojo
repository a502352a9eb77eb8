#===- nested_loops.mojo - Two nested counting loops, 5 000 by 5 000 -------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def nested(n: Int) -> Int:
    var total = 0
    for i in range(n):
        for j in range(n):
            total += (i * j) ^ j
    return total


def main():
    print(nested(5000))
