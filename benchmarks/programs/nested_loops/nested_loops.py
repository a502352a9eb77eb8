#===- nested_loops.py - Two nested counting loops, 5 000 by 5 000 ---------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def nested(n):
    total = 0
    for i in range(n):
        for j in range(n):
            total += (i * j) ^ j
    return total


print(nested(5000))
