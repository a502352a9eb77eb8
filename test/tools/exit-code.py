#===- exit-code.py - Checks the exit code of a command --------------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===#

"""Runs a command and fails unless it ends with the given code.

usage: exit-code.py CODE command [arguments...]
"""

import subprocess
import sys


def main():
    wanted = int(sys.argv[1])
    code = subprocess.run(sys.argv[2:]).returncode
    if code != wanted:
        print(f"exit code: expected {wanted}, got {code}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
