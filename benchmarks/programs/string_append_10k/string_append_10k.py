#===- string_append_10k.py - Ten thousand appends -------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def append(count):
    text = ""
    for i in range(count):
        text = text + "x"
    return text


print(len(append(10000)))
