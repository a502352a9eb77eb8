#===- lcg.mojo - LCG, 30 000 000 dependent steps --------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def lcg(steps: Int, seed: Int) -> Int:
    var state = seed
    for _ in range(steps):
        state = (state * 1664525 + 1013904223) % 2147483647
    return state


def main():
    print(lcg(30000000, 42))
