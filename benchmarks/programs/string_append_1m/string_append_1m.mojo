#===- string_append_1m.mojo - A million appends, 25 times -----------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def append(count: Int) -> String:
    var text = String("")
    for _ in range(count):
        text += "x"
    return text


def run(rounds: Int, count: Int) -> Int:
    var total = 0
    for round in range(rounds):
        var text = append(count + round)
        total += text.byte_length()
    return total


def main():
    print(run(25, 1000000))
