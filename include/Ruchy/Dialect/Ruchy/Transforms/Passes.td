//===- Passes.td - Passes on the ruchy dialect -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_TRANSFORMS_PASSES_TD
#define RUCHY_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def RuchyPromoteSlots : Pass<"ruchy-promote-slots", "::ruchy::FuncOp"> {
  let summary = "Turn variable slots into SSA values";
  let description = [{
    Does what `mem2reg` does, through the same interfaces, for all slots of a
    function at once: the time grows with the size of the function, not with
    its product with the number of variables. Block arguments are made only
    where a variable has different values and is read again.
  }];
  let statistics = [
    Statistic<"numPromoted", "num-promoted", "Slots turned into values">
  ];
}

def RuchySpecialize : Pass<"ruchy-specialize", "::mlir::ModuleOp"> {
  let summary = "Infer types and clone functions per argument types";
  let description = [{
    Infers exact types for the whole program with a worklist over (function,
    argument types), starting at the public functions, then makes one clone of
    a function for each signature that is reached and gives every value its
    exact type. Functions that nothing reaches are removed.

    A function that is called with more than `max-signatures` different
    signatures keeps the most used ones; the other calls go to a version that
    takes `!ruchy.any`. Expects promoted variables
    (`ruchy-promote-slots`).
  }];
  let options = [
    Option<"maxSignatures", "max-signatures", "unsigned", "3",
           "Exact signatures kept per function">,
    Option<"maxInstances", "max-instances", "unsigned", "10000",
           "Instances in all before further calls go to dynamic versions">
  ];
  let statistics = [
    Statistic<"numClones", "num-clones", "Specialised functions made">,
    Statistic<"numDynamicClones", "num-dynamic-clones",
              "Versions with arguments of unknown type among them">,
    Statistic<"numRemoved", "num-removed", "Functions that nothing reached">
  ];
  let dependentDialects = ["::mlir::cf::ControlFlowDialect"];
}

def RuchyPropagateConstants
    : Pass<"ruchy-propagate-constants", "::mlir::ModuleOp"> {
  let summary = "Sparse conditional constant propagation";
  let description = [{
    MLIR's analysis, through calls where every call gives exactly the results of
    its callee. Calls in checking form whose callee has no status yet do not:
    while there are any, the analysis stays within functions.
  }];
}

def RuchyInline : Pass<"ruchy-inline", "::mlir::ModuleOp"> {
  let summary = "Inline calls that are worth it";
  let description = [{
    Runs MLIR's inliner with a cost model of our own: functions of up to
    `always` operations go inline everywhere, larger ones where the benefit
    (constant arguments) pays for their size up to `threshold`, and functions
    with a single caller up to ten times that. Functions marked `no_inline` and recursive ones stay calls.
    The environment variable RUCHY_INLINE_THRESHOLD overrides `threshold`.
  }];
  let options = [
    Option<"simplify", "simplify", "bool", "true",
           "Canonicalise callers after each round">,
    Option<"always", "always", "unsigned", "10",
           "Operations up to which a function always goes inline">,
    Option<"threshold", "threshold", "unsigned", "60",
           "Cost above which no function goes inline">
  ];
  let statistics = [
    Statistic<"numInlined", "num-inlined", "Calls found worth inlining">
  ];
  let dependentDialects = ["::mlir::cf::ControlFlowDialect"];
}

def RuchyTailCalls : Pass<"ruchy-tail-calls", "::mlir::ModuleOp"> {
  let summary = "Turn self tail calls into loops and mark the others";
  let description = [{
    A call in tail position of the function itself becomes a branch to its
    entry, so that it needs constant stack at every optimisation level. Calls
    in tail position within a cycle of the call graph are marked `tail` and
    become real tail calls of the target. Blocks that only return are copied
    into their predecessors first, which puts more calls into tail position.
  }];
  let statistics = [
    Statistic<"numLoops", "num-loops", "Self tail calls turned into branches">,
    Statistic<"numTailCalls", "num-tail-calls", "Calls marked as tail calls">
  ];
  let dependentDialects = ["::mlir::cf::ControlFlowDialect"];
}

def RuchyLowerErrors : Pass<"ruchy-lower-errors", "::mlir::ModuleOp"> {
  let summary = "Make the propagation of errors explicit";
  let description = [{
    Finds the functions that can fail by a fixpoint over the call graph and
    gives them a second result, the error status. Every operation that can
    fail gets a test and an edge to the end of the function: operations that
    expand themselves are replaced by their tests, the others take their
    checking form. Recursive functions count as fallible, because they may
    exhaust the stack.

    In a function with the attribute `ruchy.frame`, its name for people, a
    `ruchy.backtrace` stands on each of these edges. Such functions are not
    inlined, and only calls that must be tail calls pass errors on unnoticed.
  }];
  let statistics = [
    Statistic<"numFallible", "num-fallible", "Functions that can fail">,
    Statistic<"numTests", "num-tests", "Error tests written">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::cf::ControlFlowDialect"];
}

def RuchyHoistBounds : Pass<"ruchy-hoist-bounds", "::ruchy::FuncOp"> {
  let summary = "Test indices before loops instead of in them";
  let description = [{
    An inner loop that goes down a column, `m[k][j]` with the counter `k`, loads
    the length of another row in every round, which costs as much as the
    element. The rows that it comes by are the same in every round of the loops
    around it, so the shortest of them is found once before these. Then the
    indices of the inner loop, and the ends of its counter, are tested before
    it, and a copy without tests runs if all are in bounds; otherwise the loop
    as it was, so that the error arises where it should.

    Expects explicit errors. Nothing is done for loops with less than
    `min-rounds` around them, for which finding the shortest row does not pay.
  }];
  let options = [
    Option<"maxSize", "max-size", "unsigned", "100",
           "Operations up to which a loop is copied">,
    Option<"minRounds", "min-rounds", "int64_t", "4",
           "Rounds of the loop around from which it is worth it">
  ];
  let statistics = [
    Statistic<"numLoops", "num-loops", "Loops copied">,
    Statistic<"numTests", "num-tests", "Tests missing in the copies">,
    Statistic<"numShortestRows", "num-shortest-rows",
              "Searches for the shortest row">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::cf::ControlFlowDialect"];
}

def RuchyStackChecks : Pass<"ruchy-stack-checks", "::mlir::ModuleOp"> {
  let summary = "Test for stack exhaustion in recursive functions";
  let description = [{
    Functions on a cycle of the call graph test before their first call into it
    that the stack has room for another frame and fail with `RecursionLimit`
    otherwise; ways through the function without such a call go untested. The
    frame weight is estimated from the number of values alive across calls. Expects
    explicit errors.
  }];
  let statistics = [
    Statistic<"numChecks", "num-checks", "Functions that test the stack">
  ];
  let dependentDialects = ["::mlir::cf::ControlFlowDialect"];
}

def RuchyRcInsert : Pass<"ruchy-rc-insert", "::mlir::ModuleOp"> {
  let summary = "Insert reference counting";
  let description = [{
    Decides which heap parameters functions take for good (marked
    `ruchy.owned`) and inserts `ruchy.rc.dup` and `ruchy.rc.drop` so that every
    owned value is consumed exactly once on every path. Last uses move, views
    such as elements of arrays are not counted while their owner lives. Drops
    stand right behind the last use, not at the end of a scope.
  }];
  let statistics = [
    Statistic<"numDups", "num-dups", "rc.dup operations inserted">,
    Statistic<"numDrops", "num-drops", "rc.drop operations inserted">,
    Statistic<"numSplitEdges", "num-split-edges", "Edges split">,
    Statistic<"numPromotedViews", "num-promoted-views",
              "Views that became owned values">
  ];
  let dependentDialects = ["::mlir::cf::ControlFlowDialect"];
}

def RuchyRcElide : Pass<"ruchy-rc-elide", "::ruchy::FuncOp"> {
  let summary = "Remove reference counting that cancels out";
  let description = [{
    Removes a `ruchy.rc.dup` and the `ruchy.rc.drop` of its result, or of the
    duplicated value, where nothing in between may free the value or ask
    whether it is unique.
  }];
  let statistics = [
    Statistic<"numElided", "num-elided", "Pairs of dup and drop removed">
  ];
}

def RuchyUnique : Pass<"ruchy-unique", "::ruchy::FuncOp"> {
  let summary = "Move uniqueness tests of arrays out of loops";
  let description = [{
    An array that a loop carries and that nothing in the loop comes to share is
    made unique once, before the loop; stores into it need no test then. Where
    the loop makes no round, a shared array is copied for nothing.
  }];
  let statistics = [
    Statistic<"numHoisted", "num-hoisted", "Arrays made unique before a loop">,
    Statistic<"numStores", "num-stores", "Stores that need no test">
  ];
  let dependentDialects = ["::mlir::cf::ControlFlowDialect"];
}

def RuchyRcVerify : Pass<"ruchy-rc-verify", "::mlir::ModuleOp"> {
  let summary = "Check that reference counts are balanced";
  let description = [{
    Fails with a diagnostic where an owned value is consumed twice, used after
    it was consumed, consumed on some paths only, or not consumed at all.
  }];
}

#endif // RUCHY_TRANSFORMS_PASSES_TD
