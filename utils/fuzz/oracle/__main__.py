#===- __main__.py - python3 utils/fuzz/oracle FILE ------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from oracle import run_deep  # noqa: E402

path = sys.argv[1]
with open(path, encoding="utf-8", newline="") as file:
    out, err, code = run_deep(file.read(), os.path.basename(path))
sys.stdout.reconfigure(newline="\n", encoding="utf-8")
sys.stdout.write(out)
sys.stdout.flush()
sys.stderr.write(err)
sys.exit(code)
