#===- interrupt.py - Interrupts compilations at random moments ------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===#
"""usage: interrupt.py RUCHY FOLDER"""

import os
import random
import signal
import subprocess
import sys
import time

ROUNDS = 8


def main():
    ruchy, folder = sys.argv[1:]
    source = os.path.join(folder, "p.ruchy")
    output = os.path.join(folder, "p")
    with open(source, "w", encoding="utf-8") as f:
        f.writelines(f"println({i} + {i})\n" for i in range(200))
    whole = []
    longest = 0.0
    for level in ("-O0", "-O2"):
        start = time.monotonic()
        subprocess.run([ruchy, "compile", source, "-o", output, level], check=True)
        longest = max(longest, time.monotonic() - start)
        with open(output, "rb") as f:
            whole.append(f.read())
    assert whole[0] != whole[1]
    seed = random.randrange(1 << 30)
    random.seed(seed)
    for number in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        for i in range(ROUNDS):
            process = subprocess.Popen(
                [ruchy, "compile", source, "-o", output, ("-O0", "-O2")[i % 2]])
            time.sleep(random.random() * longest)
            process.send_signal(number)
            code = process.wait()
            assert code in (0, -number), f"code {code}, seed {seed}"
            with open(output, "rb") as f:
                assert f.read() in whole, f"torn by {number}, seed {seed}"
            left = sorted(os.listdir(folder))
            assert left == ["p", "p.ruchy"], f"{left} after {number}, seed {seed}"


if __name__ == "__main__":
    main()
