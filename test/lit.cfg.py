#===- lit.cfg.py - Configuration of the lit suite -------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

import os
import shutil
import sys

import lit.formats

config.name = "RUCHY"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".ruchy", ".test"]
config.excludes = ["Inputs", "tools", "lit.cfg.py"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.ruchy_obj_root, "test")

path = os.pathsep.join(
    [config.ruchy_tools_dir, config.llvm_tools_dir, os.environ.get("PATH", "")])
config.environment["PATH"] = path
config.environment["FILECHECK_OPTS"] = \
    "-enable-var-scope --allow-unused-prefixes=false"
if "RUCHY_TEST_MODES" in os.environ:
    config.environment["RUCHY_TEST_MODES"] = os.environ["RUCHY_TEST_MODES"]
else:
    # For scripts/update-readme-modes.py.
    config.environment["RUCHY_TEST_RESULTS"] = os.path.join(
        config.ruchy_obj_root, "test-results", "modes")

# RUCHY_OPT_CHECK_IR_ROUNDTRIP=1 sends the whole suite through text and
# bytecode and back.
ruchy_opt = "ruchy-opt"
if os.environ.get("RUCHY_OPT_CHECK_IR_ROUNDTRIP"):
    ruchy_opt += " --verify-roundtrip"
    config.available_features.add("roundtrip")

tool_dir = os.path.join(config.test_source_root, "tools")
python = sys.executable or shutil.which("python3")
run_modes = os.path.join(tool_dir, "run-modes.py")
run_wasi = os.path.join(tool_dir, "run-wasi.mjs")
config.substitutions.append(
    ("%run-all-modes",
     f"{python} {run_modes} --ruchy {config.ruchy_tools_dir}/ruchy --temp %t.modes"))
config.substitutions.append(("%run-wasi", f"{python} {run_modes} --wasi {run_wasi}"))
config.substitutions.append(
    ("%exit-code", f"{python} {os.path.join(tool_dir, 'exit-code.py')}"))
config.substitutions.append(("%python", python))
config.substitutions.append(("%examples", os.path.join(config.test_source_root, "..", "examples")))

# Only the word itself: not a path or a longer name that contains it.
config.substitutions.append(
    (r"(?<![\w/.%-])ruchy-opt(?![\w./-])",
     os.path.join(config.ruchy_tools_dir, ruchy_opt)))
