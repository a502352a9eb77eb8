#===- on-terminal.py - Runs a command on a terminal -----------------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===#
"""Prints what a command writes to its terminal: on-terminal.py COMMAND..."""

import pty
import sys

if __name__ == "__main__":
    pty.spawn(sys.argv[1:], stdin_read=lambda descriptor: b"")
