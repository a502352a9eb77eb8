#===- base.py - What the areas of the generator share ---------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Kinds beyond those of ruchy-smith.py are pairs that start with their name:
("tup", kinds), ("map", value), ("set", element), ("obj", ((name, kind), ..)),
("opt", kind), ("res", kind), ("struct", decl), ("enum", decl), ("class", decl)
and ("fn", parameters, result).

An area adds `expr_NAME(kind, depth)` and `literal_NAME(kind)`, extra statements
with `statements_AREA`, and ways to come by a value of some kind with
`readers_AREA(kind, depth)`. Places such as `v.x` and `v.0` are variables whose
name has dots, so that every statement works on them.
"""

import importlib.util
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))


def load_slice():
    path = os.path.join(os.path.dirname(HERE), "ruchy-smith.py")
    spec = importlib.util.spec_from_file_location("ruchy_smith", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SLICE = load_slice()
INT, BIG, FLOAT, NUM = SLICE.INT, SLICE.BIG, SLICE.FLOAT, SLICE.NUM
STR, BOOL, NIL, ANY = SLICE.STR, SLICE.BOOL, SLICE.NIL, SLICE.ANY
SMALL = SLICE.SMALL
Var, Function, array_of = SLICE.Var, SLICE.Function, SLICE.array_of
is_array, join_types = SLICE.is_array, SLICE.join_types

# Features that --features names; each program has about half of them.
FEATURES = ["tuples", "maps", "sets", "objects", "options", "results", "match",
            "structs", "enums", "classes", "traits", "closures", "higher", "try",
            "comprehensions", "destructuring", "pipelines", "inout", "places",
            "modules", "deep", "unions", "counters", "copies", "nested-functions",
            "aliases", "trees"]

DEEP_PRELUDE = SLICE.PRELUDE + """\
fun clip_value(v, d) { if str(v).len() > 250 { d } else { v } }
fun same(x) { x }
same(1)
same(1.5)
same("s")
same([1])
same(nil)
same(true)
same((1, 2))
same(|x| x)
"""
IDENTITY = "same"
PLACE = re.compile(r"[A-Za-z_][\w.]*(\[[^\]]*\])*$")
KEYS = ["a", "b", "k", "key", "é", "日本", "x y", "0", "", "zz"]
NAMES = ["a", "b", "n", "item", "len", "type", "left"]


def is_deep(kind):
    return isinstance(kind, tuple) and kind[0] != "arr"


class Part:
    """A program in pieces, so that many can stand in one file."""

    def __init__(self, declarations, functions, body):
        self.declarations, self.functions, self.body = declarations, functions, body


class Base(SLICE.Smith):
    BUDGET = 700
    CLOSURE_COST = 25

    def __init__(self, seed, errors=None, features=None, wrap=False, tag=""):
        super().__init__(seed, errors)
        rng = self.rng
        share = rng.choice([0.25, 0.5, 0.5, 0.8])
        chosen = {f for f in FEATURES if rng.random() < share}
        self.on |= chosen if features is None else chosen & set(features)
        if features is not None and not self.on & set(FEATURES):
            self.on |= set(features) & set(FEATURES)
        # Wrapping must not change what is chosen.
        self.wrap, self.tag, self.plain = wrap, tag, 0
        self.declarations = []
        self.structs, self.enums, self.classes, self.modules = [], [], [], []
        self.count = rng.randint(0, 3)
        self.on -= {"main", "hoisted"}

    # Names and kinds.

    def name(self, prefix="v"):
        self.names += 1
        return f"{prefix}{self.names}{self.tag}"

    def areas(self, prefix):
        return [getattr(self, n) for n in sorted(dir(self)) if n.startswith(prefix)]

    def random_kind(self, depth=1):
        if depth >= 0 and self.chance(0.3):
            kind = self.deep_kind(depth)
            if kind:
                return kind
        return super().random_kind(max(depth, 0))

    def deep_kind(self, depth):
        choices = [k for make in self.areas("kinds_") for k in make(depth)]
        return self.pick(choices)() if choices else None

    def shallow(self):
        """A kind that holds no other values."""
        return self.pick([INT, INT, STR, BOOL, FLOAT if "float" in self.on else INT])

    def variables(self):
        """The visible ones; a variable hides the places of another one of its
        name."""
        found = {}
        for scope in [self.globals] + self.scopes:
            for var in scope:
                if var.name in found:
                    for name in [n for n in found if n.startswith(var.name + ".")]:
                        del found[name]
                found[var.name] = var
        return list(found.values())

    # Expressions.

    def expr(self, kind, depth=2):
        if not is_deep(kind):
            text = super().expr(kind, depth)
        else:
            text = self.general(kind, depth) if depth > 0 and self.chance(0.4) else None
            if text is None:
                known = self.of_kind(kind)
                text = self.pick(known).name if known and self.chance(0.5) else \
                    getattr(self, "expr_" + kind[0])(kind, depth)
        return self.wrapped(kind, text)

    def wrapped(self, kind, text):
        """Passes a value through a function of many kinds, where that changes
        neither places nor format strings."""
        if not self.wrap or self.plain or "{" in text or \
                (PLACE.match(text) and text not in ("true", "false", "nil")):
            return text
        return f"{IDENTITY}({text})"

    def general(self, kind, depth):
        if depth > 0 and self.chance(0.5):
            readers = [r for make in self.areas("readers_") for r in make(kind, depth)]
            if readers:
                return self.pick(readers)()
        if is_deep(kind) and self.chance(0.2):
            return None
        return super().general(kind, depth)

    def literal(self, kind):
        if is_deep(kind):
            return getattr(self, "literal_" + kind[0])(kind)
        return super().literal(kind)

    def clipped(self, kind, text):
        if is_deep(kind) and kind[0] != "fn" and self.chance(0.9):
            if kind[0] == "class":
                return text
            self.plain += 1
            fallback = self.literal(kind)
            self.plain -= 1
            return f"clip_value({text}, {fallback})"
        return super().clipped(kind, text)

    def anything(self, depth):
        return self.expr(self.random_kind(), max(depth - 1, 0)) \
            if self.chance(0.2) else super().anything(depth)

    def fstring(self, depth):
        self.plain += 1
        text = super().fstring(depth)
        self.plain -= 1
        return text

    def spec(self, kind):
        return "" if is_deep(kind) else super().spec(kind)

    # Statements.

    def statement(self, depth):
        if self.cost > 6 * self.BUDGET:
            return self.print_values()
        if self.chance(0.45):
            forms = [f for make in self.areas("statements_") for f in make(depth)]
            if forms:
                self.cost += self.mult
                return self.pick(forms)(depth)
        return super().statement(depth)

    def declare_variable(self, name, kind, pinned=False):
        scope = self.scopes[-1]
        scope[:] = [v for v in scope if v.name != name and
                    not v.name.startswith(name + ".")]
        var = Var(name, kind, pinned)
        scope.append(var)
        if pinned and "places" in self.on:
            self.declare_places(name, kind, 2)
        return var

    def declare_places(self, name, kind, depth):
        """The parts of a variable that keeps its kind."""
        if depth == 0 or not isinstance(kind, tuple):
            return
        parts = []
        if kind[0] == "tup":
            parts = [(str(i), k) for i, k in enumerate(kind[1])]
        elif kind[0] == "obj":
            parts = list(kind[1])
        elif kind[0] in ("struct", "class"):
            parts = kind[1].fields
        for part, part_kind in parts:
            self.scopes[-1].append(Var(f"{name}.{part}", part_kind, True))
            self.declare_places(f"{name}.{part}", part_kind, depth - 1)

    def nested(self, text_or_none, body):
        """A block of statements under a head."""
        self.emit(text_or_none)
        self.block(*body)

    def closure_scope(self, scope, result):
        """Enters the body of a function that sees the variables around it."""
        saved = (self.mult, self.labels, self.in_loop, self.result, self.scopes,
                 self.cost, self.BUDGET)
        for var in self.variables():
            var.pinned = True
        self.mult, self.labels, self.in_loop, self.result = 1, [], 0, result
        self.scopes = self.scopes + [scope]
        self.cost, self.BUDGET = 0, self.CLOSURE_COST
        return saved

    def leave_closure(self, saved):
        (self.mult, self.labels, self.in_loop, self.result, self.scopes,
         self.cost, self.BUDGET) = saved

    def captured(self, action):
        """The lines that `action` emits, and what it gives."""
        lines, self.lines = self.lines, []
        value = action()
        made, self.lines = self.lines, lines
        return made, value

    # The program.

    def make_functions(self):
        for _ in range(self.count):
            roll = self.rng.random()
            if roll < 0.1 and "recursion" in self.on:
                self.mutual_functions()
            elif roll < 0.25 and "poly" in self.on:
                self.poly_function()
            else:
                self.function()
            extra = self.areas("functions_")
            if self.chance(0.7) and extra:
                self.pick(extra)()

    def part(self):
        rng = self.rng
        self.lines = []
        for declare in self.areas("declare_area_"):
            declare()
        for _ in range(rng.randint(0, 3) if "globals" in self.on else 0):
            kind = ANY if self.chance(0.15) else self.random_kind(1)
            name = self.name("g")
            self.emit(f"let mut {name} = {self.literal(kind)}")
            var = Var(name, kind, pinned=True)
            var.declared = kind
            self.globals.append(var)
        declarations, self.lines = self.lines, []
        self.make_functions()
        functions, self.lines = self.lines, []
        self.cost, self.indent, self.scopes = 0, 1, [[]]
        for _ in range(rng.randint(2, 6)):
            self.statement(2)
        for function in list(self.functions):
            self.emit_calls(function)
        if self.globals:
            self.emit("println(" + ", ".join(v.name for v in self.globals) + ")")
        self.indent = 0
        return Part(declarations, functions, self.lines)

    def whole(self, part):
        lines = DEEP_PRELUDE.rstrip("\n").split("\n") + part.declarations
        if self.chance(0.5):
            body = [line[4:] if line.startswith("    ") else line for line in part.body]
            if self.chance(0.3):
                return "\n".join(lines + body + part.functions) + "\n"
            return "\n".join(lines + part.functions + body) + "\n"
        return "\n".join(lines + part.functions + ["fun main() {"] + part.body
                         + ["}"]) + "\n"
