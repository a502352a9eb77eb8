#===- string_append_10k.mojo - Ten thousand appends -----------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def append(count: Int) -> String:
    var text = String("")
    for _ in range(count):
        text += "x"
    return text


def main():
    print(append(10000).byte_length())
