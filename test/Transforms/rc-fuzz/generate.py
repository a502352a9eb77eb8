#===- generate.py - Random functions for reference counting ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Writes random control-flow graphs over arrays, as after ruchy-lower-errors.

Values are used wherever they are visible, so that every mixture of moves,
borrows, views and edges comes up. Types: `a` an array of integers, `m` an array
of such arrays, `y` anything, `e` an error status.
"""

HEADER = """!a = !ruchy.array<i64>
!m = !ruchy.array<!ruchy.array<i64>>
!y = !ruchy.any
!e = !ruchy.error
ruchy.global private @ga : !a
ruchy.global private @gm : !m
ruchy.func private @coin() -> i1
ruchy.func private @look_a(!a) -> !ruchy.nil
ruchy.func private @look_m(!m) -> !ruchy.nil
ruchy.func private @look_y(!y) -> !ruchy.nil
ruchy.func private @eat_a(!a {ruchy.owned}) -> !ruchy.nil
ruchy.func private @eat_m(!m {ruchy.owned}) -> !ruchy.nil
ruchy.func private @eat_y(!y {ruchy.owned}) -> !ruchy.nil
ruchy.func private @both(!a {ruchy.owned}, !a) -> !ruchy.nil
ruchy.func private @both_m(!m {ruchy.owned}, !a) -> !ruchy.nil
ruchy.func private @risky(!a {ruchy.owned}, !m) -> (!a, !e)
"""

TYPE = {"a": "!a", "m": "!m", "y": "!y", "e": "!e"}


class Function:
    """One random function `(a, m) -> m`, fallible where its index is odd."""

    def __init__(self, random, index, count):
        self.random = random
        self.index = index
        self.count = count
        self.fallible = index % 2 == 1
        self.number = 0
        self.make_graph()

    def make_graph(self):
        random = self.random
        size = random.randint(2, 8)

        def successor(block):
            forward = random.random() < 0.75
            return random.randint(block + 1 if forward else 1, size - 1)

        successors = [
            [successor(b) for _ in range(random.choice((1, 2, 2)))]
            for b in range(size - 1)] + [[]]
        reached, work = {0}, [0]
        while work:
            for block in successors[work.pop()]:
                if block not in reached:
                    reached.add(block)
                    work.append(block)
        self.blocks = sorted(reached)
        self.successors = successors
        self.edges = {b: sum(successors[p].count(b) for p in self.blocks)
                      for b in self.blocks}
        self.dominators = {b: set(self.blocks) for b in self.blocks}
        self.dominators[0] = {0}
        changed = True
        while changed:
            changed = False
            for b in self.blocks[1:]:
                sets = [self.dominators[p] for p in self.blocks
                        if b in successors[p]]
                new = set.intersection(*sets) | {b}
                changed |= new != self.dominators[b]
                self.dominators[b] = new

    def new_name(self):
        self.number += 1
        return f"%v{self.number}"

    def emit(self, text):
        self.code[self.block].append("  " + text)

    def define(self, kind, text, block=None):
        name = self.new_name()
        self.emit(f"{name} = {text}")
        self.values[self.block if block is None else block].append((name, kind))
        return name

    def visible(self, kind):
        return [v for b in self.dominators[self.block]
                for v, k in self.values[b] if k == kind]

    def pick(self, kind):
        choices = self.visible(kind)
        if choices and self.random.random() > 0.1:
            return self.random.choice(choices)
        if kind == "e":
            return self.define("e", "ruchy.error.none")
        if kind == "y":
            source = self.random.choice("am")
            return self.define("y", f"ruchy.coerce {self.pick(source)} : "
                                    f"{TYPE[source]} to !y")
        return self.define(kind, f"ruchy.array.new [] : () -> {TYPE[kind]}")

    def pick_callee(self, parity):
        """Mostly later functions, so that few programs recurse for ever."""
        later = range(self.index + 1 + (self.index + 1 - parity) % 2,
                      self.count, 2)
        if later and self.random.random() < 0.8:
            return self.random.choice(later)
        return self.random.randrange(parity, self.count, 2)

    # --- operations -------------------------------------------------------

    def call(self, name, *kinds):
        operands = ", ".join(self.pick(k) for k in kinds)
        types = ", ".join(TYPE[k] for k in kinds)
        self.emit(f"{self.new_name()} = ruchy.call @{name}({operands}) : "
                  f"({types}) -> !ruchy.nil")

    def gen_call(self):
        name, *kinds = self.random.choice((
            ("look_a", "a"), ("look_m", "m"), ("look_y", "y"), ("look_a", "a"),
            ("look_y", "y"), ("eat_a", "a"), ("eat_m", "m"), ("eat_y", "y"),
            ("both", "a", "a"), ("both_m", "m", "a")))
        self.call(name, *kinds)

    def gen_push(self):
        if self.random.random() < 0.5:
            self.define("a", f"ruchy.array.push {self.pick('a')}, %i : "
                             "(!a, i64) -> !a")
        else:
            self.define("m", f"ruchy.array.push {self.pick('m')}, "
                             f"{self.pick('a')} : (!m, !a) -> !m")

    def gen_at(self):
        self.define("a", f"ruchy.array.at {self.pick('m')}, %i : !m")

    def gen_put(self):
        self.define("m", f"ruchy.place.put {self.pick('m')}[%i], "
                         f"{self.pick('a')} : (!m, i64, !a) -> !m")

    def gen_nested_push(self):
        m, left, row, new = self.pick("m"), *(self.new_name() for _ in range(3))
        self.emit(f"{left}, {row} = ruchy.place.take {m}[%i] : "
                  "(!m, i64) -> (!m, !a)")
        self.emit(f"{new} = ruchy.array.push {row}, %i : (!a, i64) -> !a")
        self.define("m", f"ruchy.place.put {left}[%i], {new} : "
                         "(!m, i64, !a) -> !m")

    def gen_new(self):
        self.define("m", f"ruchy.array.new [{self.pick('a')}, "
                         f"{self.pick('a')}] : (!a, !a) -> !m")

    def gen_coerce(self):
        kind = self.random.choice("am")
        self.define("y", f"ruchy.coerce {self.pick(kind)} : {TYPE[kind]} to !y")

    def gen_iter(self):
        self.define("m", f"ruchy.iter {self.pick('m')} : (!m) -> !m")

    def gen_select(self):
        kind = self.random.choice("am")
        condition = self.coin()
        self.define(kind, f"arith.select {condition}, {self.pick(kind)}, "
                          f"{self.pick(kind)} : {TYPE[kind]}")

    def gen_add(self):
        kind = self.random.choice("am")
        self.define(kind, f"ruchy.add {self.pick(kind)}, {self.pick(kind)} : "
                          f"({TYPE[kind]}, {TYPE[kind]}) -> {TYPE[kind]}")

    def gen_global(self):
        kind = self.random.choice("am")
        if self.random.random() < 0.5:
            self.define(kind, f"ruchy.global.get @g{kind} : {TYPE[kind]}")
        else:
            self.emit(f"ruchy.global.set @g{kind}, {self.pick(kind)} : "
                      f"{TYPE[kind]}")

    def gen_status(self):
        self.define("e", 'ruchy.error.site "OverflowAdd" ""')

    def gen_user_call(self):
        callee = self.pick_callee(0)
        self.define("m", f"ruchy.call @f{callee}({self.pick('a')}, "
                         f"{self.pick('m')}, %i) : (!a, !m, i64) -> !m")

    def coin(self):
        name = self.new_name()
        self.emit(f"{name} = ruchy.call @coin() : () -> i1")
        return name

    # --- fallible operations ------------------------------------------------

    def gen_fallible(self):
        """Returns (conditional result, its kind, status)."""
        result, status = self.new_name(), self.new_name()
        choice = self.random.randrange(3)
        if choice == 0:
            self.emit(f"{result}, {status} = ruchy.call @risky({self.pick('a')},"
                      f" {self.pick('m')}) : (!a, !m) -> (!a, !e)")
            return result, "a", status
        if choice == 1 and self.index + 2 < self.count:
            callee = self.pick_callee(1)
            self.emit(f"{result}, {status} = ruchy.call @f{callee}("
                      f"{self.pick('a')}, {self.pick('m')}, %i) : "
                      "(!a, !m, i64) -> (!m, !e)")
            return result, "m", status
        updated = self.new_name()
        self.emit(f"{result}, {updated}, {status} = ruchy.method.mut \"pop\" "
                  f"{self.pick('a')}() : (!a) -> (!y, !a, !e)")
        self.values[self.block].append((updated, "a"))
        return result, "y", status

    # --- blocks -------------------------------------------------------------

    def target(self, block):
        passed = [(self.pick(kind), kind) for _, kind in self.arguments[block]]
        if not passed:
            return f"^b{block}"
        return (f"^b{block}(" + ", ".join(v for v, _ in passed) + " : " +
                ", ".join(TYPE[k] for _, k in passed) + ")")

    def end_block(self, block):
        random, successors = self.random, self.successors[block]
        if not successors:
            return self.end_function()
        if len(successors) == 1:
            return self.emit(f"cf.br {self.target(successors[0])}")
        kind = random.random()
        result = None
        if kind < 0.45:
            result, result_kind, status = self.gen_fallible()
            condition = self.new_name()
            self.emit(f"{condition} = ruchy.failed {status}")
        elif kind < 0.55:
            condition = self.new_name()
            self.emit(f"{condition} = ruchy.failed {self.pick('e')}")
        else:
            condition = self.coin()
        if result and random.random() < 0.25:
            # Used before the test and on the error edge too.
            self.values[block].append((result, result_kind))
            result = None
        error = self.target(successors[0])
        if result and self.edges[successors[1]] == 1:
            self.values[successors[1]].append((result, result_kind))
        return self.emit(f"cf.cond_br {condition}, {error}, "
                         f"{self.target(successors[1])}")

    def end_function(self):
        m = self.pick("m")
        calls = self.random.random() < 0.3 and (
            self.index + 2 < self.count or self.random.random() < 0.2)
        if not self.fallible:
            if calls:
                callee = self.pick_callee(0)
                a = self.pick("a")
                self.emit(f"%t = ruchy.call tail @f{callee}({a}, {m}, %i) : "
                          "(!a, !m, i64) -> !m")
                m = "%t"
            return self.emit(f"ruchy.return {m} : !m")
        if calls:
            callee = self.pick_callee(1)
            a, tail = self.pick("a"), self.random.choice(("tail ", ""))
            self.emit(f"%t, %u = ruchy.call {tail}@f{callee}({a}, {m}, %i) : "
                      "(!a, !m, i64) -> (!m, !e)")
            return self.emit("ruchy.return %t, %u : !m, !e")
        status = self.define("e", self.random.choice(
            ("ruchy.error.none", 'ruchy.error.site "OverflowAdd" ""')))
        return self.emit(f"ruchy.return {m}, {status} : !m, !e")

    def write(self):
        random = self.random
        self.arguments = {
            b: [(f"%b{b}_{k}", random.choice("aammye"))
                for k in range(random.choice((0, 0, 1, 2)))]
            for b in self.blocks}
        self.arguments[0] = []
        self.values = {b: list(self.arguments[b]) for b in self.blocks}
        self.values[0] = [("%p0", "a"), ("%p1", "m")]
        self.code = {b: [] for b in self.blocks}
        operations = (self.gen_call, self.gen_call, self.gen_call,
                      self.gen_push, self.gen_at, self.gen_at, self.gen_put,
                      self.gen_nested_push, self.gen_new, self.gen_coerce,
                      self.gen_iter, self.gen_select, self.gen_add,
                      self.gen_global, self.gen_status)
        if self.index + 2 < self.count or random.random() < 0.2:
            operations += (self.gen_user_call,)
        for block in sorted(self.blocks, key=lambda b: len(self.dominators[b])):
            self.block = block
            for _ in range(random.randint(0, 6)):
                random.choice(operations)()
            self.end_block(block)
        result = "(!m, !e)" if self.fallible else "!m"
        lines = [f"ruchy.func private @f{self.index}(%p0: !a, %p1: !m, %i: i64)"
                 f" -> {result} {{"]
        for block in self.blocks:
            if block:
                arguments = ", ".join(f"{v}: {TYPE[k]}"
                                      for v, k in self.arguments[block])
                lines.append(f"^b{block}" +
                             (f"({arguments})" if arguments else "") + ":")
            lines += self.code[block]
        return "\n".join(lines + ["}"]) + "\n"


def generate(random, count):
    """A module with `count` functions."""
    return HEADER + "".join(
        Function(random, i, count).write() for i in range(count))
