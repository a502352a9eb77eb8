#===- Makefile - Everything a user or contributor types -------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
#   make run [FILE=x.ruchy]   set up, build, run in the JIT and as a binary
#   make check                set up, build, run every test
#   make bench                build and run the benchmarks
#   make check-asan           the lit tests under AddressSanitizer and UBSan
#   make fuzz [SECONDS=20]    libFuzzer targets of the front end

BUILD := build
FILE ?= examples/primes.ruchy
JOBS ?= $(shell nproc)
SECONDS ?= 20
BUILD_LOG = $(BUILD)/build.log

.PHONY: all build run check check-asan fuzz bench format docs clean deps deps-tests

all: build

deps:
	@scripts/install-deps.sh

deps-tests:
	@scripts/install-deps.sh --tests

$(BUILD)/build.ninja: | deps
	@cmake --preset release -B "$(BUILD)" >/dev/null

build: deps $(BUILD)/build.ninja
	@echo "building with $(JOBS) jobs (some minutes the first time)"
	@scripts/build.sh "$(BUILD)" "$(JOBS)"

run: build
	@scripts/run-example.sh "$(BUILD)/bin/ruchy" "$(FILE)"

check: deps-tests build
	@scripts/run-tests.py --build-dir "$(BUILD)" --jobs $(JOBS)

check-asan: deps-tests
	@scripts/check-asan.sh $(JOBS)

fuzz: deps
	@scripts/run-fuzzers.sh $(SECONDS)

bench: build
	@benchmarks/run.py --ruchy "$(BUILD)/bin/ruchy"

format:
	@scripts/install-deps.sh --format
	@find include lib tools unittests runtime \( -name '*.h' -o -name '*.cpp' \) -print0 \
	  | xargs -0 clang-format-22 -i

docs: deps $(BUILD)/build.ninja
	@scripts/build.sh "$(BUILD)" "$(JOBS)" mlir-doc
	@echo "reference in $(BUILD)/docs"

clean:
	@rm -rf "$(BUILD)" build-dev build-asan build-fuzz build-shared
