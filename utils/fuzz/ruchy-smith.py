#!/usr/bin/env python3
#===- ruchy-smith.py - Random programs that end ---------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Writes a random Ruchy program, the same one for the same seed.

Every program ends: loops run over small ranges or count their rounds, functions
call functions made before them or themselves with a smaller first argument, and
an estimate of the work done bounds calls inside loops. Expressions are made for
a wanted type, and integers carry a bound, so that most programs run to their
end; a small rate of deliberate mistakes (`--errors`) makes the others stop with
an uncaught error, in the middle of an expression with live values around it.

Each seed leaves out some of the features, so that the others meet more often.
"""

import argparse
import random

INT, BIG, FLOAT, NUM = "int", "big", "float", "num"
STR, BOOL, NIL, ANY = "str", "bool", "nil", "any"
SCALARS = [INT, INT, INT, BIG, FLOAT, NUM, STR, STR, BOOL]
SMALL = 10 ** 6
LARGEST = 2 ** 63 - 1

EDGES = [0, 1, -1, 2, 7, 31, 32, 63, 64, 127, 128, 255, 256, 65535, 2 ** 31 - 1,
         2 ** 31, -2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 1, -2 ** 53 - 1, LARGEST,
         LARGEST - 1, -LARGEST, -LARGEST - 1, 10 ** 15, 1 << 62]
FLOATS = ["0.0", "1.0", "0.5", "2.5", "1.5", "3.14159", "0.1", "0.2", "100.0",
          "1e16", "1e21", "1e23", "123456.789", "9007199254740993.0", "5e-324",
          "1e308", "1.7976931348623157e308", "0.0000001", "4503599627370497.5",
          "1e-7", "2.2250738585072014e-308", "9223372036854775808.0"]
STRINGS = ["", "a", "b", "abc", "x y", " t ", "A,b,C", "é", "straße", "日本語",
           "👍🏽", "e\\u{301}", "0", "42", "-7", "3.5", "nil", "\\n", "\\t|",
           "{x}", "\\\"q\\\"", "\\\\", "Ünï", "aaa", "\\u{0}z", "zz"]
CASTS = {"u8": 255, "i8": 128, "u16": 65535, "i16": 32768, "u32": 2 ** 32}
ASSIGN_OPS = ["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<="]

FEATURES = ["float", "big", "string", "array", "grid", "globals", "recursion",
            "poly", "retype", "labels", "fstring", "specs", "named", "methods",
            "slices", "blocks", "casts", "conditional", "order", "nested",
            "shadow", "returns", "aliasing", "exits", "dynamic", "ranges", "sorts",
            "chained", "hoisted", "main", "indexed"]

PRELUDE = """\
fun clip(s) { if s.len() > 60 { s[..10] } else { s } }
fun clip_array(a) {
    if a.len() > 12 { a = a[..6] }
    if str(a).len() > 300 { [] } else { a }
}
"""


def array_of(element):
    return ("arr", element)


def is_array(kind):
    return isinstance(kind, tuple) and kind[0] == "arr"


def join_types(a, b):
    """The type of a variable that has the one or the other."""
    if a == b:
        return a
    if {a, b} <= {INT, BIG}:
        return BIG
    if {a, b} <= {INT, BIG, FLOAT, NUM}:
        return NUM
    if is_array(a) and is_array(b):
        return array_of(ANY)
    return ANY


class Var:
    """A variable in scope. A pinned one keeps its type; a fixed one is never
    assigned; one with a shape is an array of those lengths."""

    def __init__(self, name, kind, pinned=False, fixed=False, shape=()):
        self.name, self.kind = name, kind
        self.pinned, self.fixed, self.shape = pinned, fixed, shape


class Function:
    """A function that may be called. `kinds` are the types of its parameters,
    of which the last `defaults` ones may be left out."""

    def __init__(self, name, names, kinds, defaults, result, cost,
                 recursive=False, combos=None):
        self.name, self.names, self.kinds = name, names, kinds
        self.defaults, self.result, self.cost = defaults, result, cost
        self.recursive, self.combos = recursive, combos


class Smith:
    BUDGET = 2500

    def __init__(self, seed, errors=None, functions=None):
        self.rng = random.Random(seed)
        rng = self.rng
        self.on = {f for f in FEATURES if rng.random() < 0.7} | {"string"}
        self.errors = errors if errors is not None else \
            rng.choice([0, 0, 0.0003, 0.001, 0.004])
        self.count = functions or rng.randint(4, 14)
        self.lines, self.indent, self.names = [], 0, 0
        self.globals, self.scopes, self.functions = [], [[]], []
        self.cost, self.mult, self.labels, self.in_loop = 0, 1, [], 0
        self.result = None  # type that the current function gives

    # Small helpers.

    def chance(self, p):
        return self.rng.random() < p

    def has(self, feature, p=1.0):
        return feature in self.on and self.rng.random() < p

    def pick(self, items):
        return self.rng.choice(items)

    def name(self, prefix="v"):
        self.names += 1
        return f"{prefix}{self.names}"

    def emit(self, text):
        self.lines.append("    " * self.indent + text)

    def variables(self):
        """The visible ones; of equal names the innermost."""
        found = {}
        for scope in [self.globals] + self.scopes:
            for var in scope:
                found[var.name] = var
        return list(found.values())

    def of_kind(self, *kinds):
        return [v for v in self.variables() if v.kind in kinds]

    def random_kind(self, depth=1):
        rng = self.rng
        if depth > 0 and self.has("array", 0.3):
            return array_of(self.random_kind(depth - 1))
        kind = rng.choice(SCALARS + [NIL] * self.has("retype"))
        if kind in (FLOAT, NUM) and "float" not in self.on:
            return INT
        if kind == BIG and "big" not in self.on:
            return INT
        return kind

    # Expressions.

    def expr(self, kind, depth=2):
        if self.errors and self.chance(self.errors):
            return self.mistake(kind, depth)
        if depth > 0 and self.chance(0.25):
            general = self.general(kind, depth)
            if general:
                return general
        if is_array(kind):
            return self.array(kind, depth)
        return {INT: lambda d: self.integer(d, SMALL),
                BIG: lambda d: self.integer(d, LARGEST),
                FLOAT: self.floating, NUM: self.number, STR: self.string,
                BOOL: self.boolean, NIL: self.nil, ANY: self.anything}[kind](depth)

    def general(self, kind, depth):
        """Forms that every type has; None when the chosen one does not fit."""
        form = self.pick(["var", "var", "call", "call", "call", "if", "ternary",
                          "block", "coalesce", "or", "assign", "element", "exit",
                          "chain"])
        if form == "var":
            known = self.of_kind(kind)
            return self.pick(known).name if known else None
        if form == "call":
            return self.call(kind, depth)
        if form == "element" and "array" in self.on:
            known = [v for v in self.of_kind(array_of(kind)) if not v.shape]
            if known:
                return self.element(self.pick(known).name, kind)
            return None
        a = self.expr(kind, depth - 1)
        if form == "ternary":
            return f"({self.boolean(1)} ? {a} : {self.expr(kind, depth - 1)})"
        if form == "coalesce":
            return f"({self.pick(['nil', a])} ?? {a})"
        if "blocks" not in self.on:
            return None
        if form == "if":
            return f"(if {self.boolean(1)} {{ {a} }} else " \
                   f"{{ {self.expr(kind, depth - 1)} }})"
        if form == "or":
            return f"({self.pick(['nil', 'false', a])} || {a})" if kind != BOOL \
                else f"(nil || {a})"
        if form == "exit" and "exits" in self.on:
            return self.exit_or(a)
        if form == "chain" and "chained" in self.on and kind != STR:
            known = [v for v in self.of_kind(kind) if not v.fixed and not v.shape]
            if known and not is_array(kind):
                one, two = self.pick(known).name, self.pick(known).name
                return f"({one} = {two} = {a})"
        if form == "block":
            local = self.name()
            return f"({{ let {local} = {a}; {local} }})"
        if form == "assign":
            known = [v for v in self.of_kind(kind) if not v.fixed and not v.shape]
            if known and not is_array(kind) and kind != STR:
                return f"({self.pick(known).name} = {a})"
        return None

    def exit_or(self, value):
        """The value, unless the loop or the function is left instead."""
        ways = []
        if self.in_loop:
            ways += ["break", "continue"]
        ways += [f"{w} '{label}" for label in self.labels for w in ("break", "continue")]
        if self.result and "returns" in self.on:
            ways.append(f"return {self.expr(self.result, 0)}")
        if not ways:
            return None
        condition = f"{self.integer(1, SMALL)} % {self.rng.randint(3, 9)} == 1"
        return f"(if {condition} {{ {self.pick(ways)} }} else {{ {value} }})"

    def element(self, name, kind):
        fallback = self.literal(kind)
        index = self.integer(1, SMALL)
        if self.has("blocks"):
            return f"(if {name}.len() > 0 {{ {name}[{index} % {name}.len()] }} " \
                   f"else {{ {fallback} }})"
        return f"({name}.len() > 0 ? {name}[{index} % {name}.len()] : {fallback})"

    def literal(self, kind):
        rng = self.rng
        if is_array(kind):
            count = rng.randint(0, 3)
            return "[" + ", ".join(self.literal(kind[1]) for _ in range(count)) + "]"
        if kind == INT:
            return str(rng.randint(-9, 30))
        if kind == BIG:
            value = rng.choice(EDGES)
            return f"({value})" if value < 0 else str(value)
        if kind == FLOAT:
            text = rng.choice(FLOATS)
            return f"(-{text})" if self.chance(0.2) else text
        if kind == NUM:
            return self.literal(self.pick([INT, FLOAT]))
        if kind == STR:
            return f'"{rng.choice(STRINGS)}"'
        if kind == BOOL:
            return rng.choice(["true", "false"])
        if kind == NIL:
            return "nil"
        return self.literal(self.random_kind(1))

    def nil(self, depth):
        return self.pick(["nil", "()", "null", "nil", "(if false { 1 })"])

    def anything(self, depth):
        known = self.of_kind(ANY)
        if known and self.chance(0.4):
            return self.pick(known).name
        if self.has("retype", 0.15):
            a, b = self.random_kind(), self.random_kind()
            return f"({self.boolean(1)} ? {self.expr(a, depth - 1)} : " \
                   f"{self.expr(b, depth - 1)})" if depth > 0 else self.literal(a)
        return self.expr(self.random_kind(), max(depth - 1, 0))

    def number(self, depth):
        known = self.of_kind(NUM)
        if known and self.chance(0.4):
            return self.pick(known).name
        if depth <= 0:
            return self.literal(NUM)
        roll = self.rng.random()
        if roll < 0.4:
            return self.expr(self.pick([INT, FLOAT]), depth - 1)
        a, b = self.number(depth - 1), self.number(depth - 1)
        if roll < 0.7:
            # An operand is a float, so that nothing overflows.
            return f"({a} {self.pick('+-*')} {self.floating(depth - 1)})"
        if roll < 0.8:
            return f"{self.pick(['min', 'max'])}({a}, {b})"
        if roll < 0.9:
            return f"({self.integer(1, SMALL)} ** {self.rng.randint(-2, 9)})"
        return f"({self.floating(0)} / {a})"

    def floating(self, depth):
        known = self.of_kind(FLOAT)
        if known and self.chance(0.4):
            return self.pick(known).name
        if depth <= 0:
            return self.literal(FLOAT)
        roll = self.rng.random()
        if roll < 0.5:
            a, b = self.floating(depth - 1), \
                self.expr(self.pick([FLOAT, INT, NUM]), depth - 1)
            if self.chance(0.3):
                a, b = b, a
                if self.chance(0.5):
                    return f"({a} {self.pick('+-*')} {b})"
            op = self.pick("+-*/")
            return f"({a} {op} {b})" if b != "0" else a
        a = self.floating(depth - 1)
        return self.pick([f"(-{a})", f"sqrt({a})", f"({a} % 2.5)", f"abs({a})",
                          f"float({self.integer(1, SMALL)})", f"({a} * 0.5)",
                          f"({self.integer(1, LARGEST)} as f64)", f"({a} + 1)",
                          f"({a}).floor()", f"({a}).round()", f"({a}).ceil()",
                          f"(2 / {a})"])

    def integer(self, depth, limit):
        """An expression whose value is at most `limit` away from zero."""
        rng = self.rng
        kinds = [INT] if limit < LARGEST else [INT, BIG]
        known = self.of_kind(*kinds) if limit >= SMALL else []
        if known and self.chance(0.45):
            return self.pick(known).name
        if depth <= 0 or limit < 40:
            if limit == LARGEST and self.has("big", 0.4):
                return self.literal(BIG)
            value = rng.randint(-min(limit, 9), min(limit, 40))
            return str(value) if value >= 0 else f"({value})"
        down = depth - 1
        form = rng.randint(0, 20)
        if form <= 3:
            return f"({self.integer(down, limit // 2)} {self.pick('+-')} " \
                   f"{self.integer(down, limit // 2)})"
        if form == 4:
            root = int(limit ** 0.5) - 1
            return f"({self.integer(down, root)} * {self.integer(down, root)})"
        if form == 5:
            return f"({self.integer(down, limit)} / {self.pick([2, 3, -3, 7, 10])})"
        if form == 6:
            divisor = min(limit, self.pick([7, 10, 16, 97, 1000, 65536]))
            return f"({self.integer(down, LARGEST)} % {divisor})"
        if form == 7:
            mask = min(limit, self.pick([1, 15, 255, 1023]))
            return f"({self.integer(down, LARGEST)} & {mask})"
        if form == 8:
            return f"{self.expr(self.pick([STR, array_of(ANY)]), down)}.len()"
        if form == 9 and "methods" in self.on:
            return f"len({self.expr(self.pick([STR, array_of(INT)]), down)})"
        if form == 10:
            return f"(-{self.integer(down, limit - 1)})" if limit < LARGEST \
                else f"(~{self.integer(down, limit)})"
        if form == 11:
            return f"({self.integer(down, limit)} >> {rng.randint(0, 9)})"
        if form == 12:
            shift = rng.randint(0, 5)
            return f"({self.integer(down, limit >> shift)} << {shift})"
        if form == 13:
            return f"{self.pick(['min', 'max'])}({self.integer(down, limit)}, " \
                   f"{self.integer(down, limit)})"
        if form == 14:
            return f"abs({self.integer(down, limit if limit < LARGEST else SMALL)})"
        if form == 15 and "casts" in self.on:
            cast, bound = self.pick(list(CASTS.items()))
            if bound <= limit:
                return f"({self.expr(self.pick([BIG, BOOL, FLOAT, INT]), down)} " \
                       f"as {cast})"
        if form == 16 and limit >= SMALL:
            return f"({self.integer(down, 30)} ** {rng.randint(0, 4)})"
        if form == 17 and limit >= SMALL:
            return self.call(INT, depth) or self.integer(down, limit)
        if form == 18 and limit == LARGEST:
            return f"({self.integer(down, limit)} {self.pick('&|^')} " \
                   f"{self.integer(down, limit)})"
        if form == 19 and limit >= SMALL:
            grids = [v for v in self.variables() if v.shape]
            if grids:
                return self.grid_place(self.pick(grids))
        if form == 20:
            return f"int({self.expr(BOOL, down)})"
        return self.integer(down, limit)

    def boolean(self, depth):
        known = self.of_kind(BOOL)
        if known and self.chance(0.25):
            return self.pick(known).name
        if depth <= 0:
            if self.chance(0.3):
                return self.pick(["true", "false"])
            return f"({self.integer(0, SMALL)} {self.pick(['<', '>=', '=='])} " \
                   f"{self.integer(0, SMALL)})"
        down = depth - 1
        roll = self.rng.random()
        if roll < 0.35:
            kind = self.pick([INT, BIG, STR, NUM, FLOAT, BOOL, array_of(INT)])
            kind = kind if kind in (INT, STR, BOOL) or "float" in self.on else INT
            op = self.pick(["<", "<=", ">", ">=", "==", "!="])
            return f"({self.expr(kind, down)} {op} {self.expr(kind, down)})"
        if roll < 0.5:
            return f"({self.expr(ANY, down)} {self.pick(['==', '!='])} " \
                   f"{self.expr(ANY, down)})"
        if roll < 0.7:
            return f"({self.boolean(down)} {self.pick(['&&', '||', '^', '&'])} " \
                   f"{self.boolean(down)})"
        if roll < 0.8:
            return f"!{self.expr(ANY, 0)}"
        kind = self.random_kind(0)
        return self.pick([
            lambda: f"({self.expr(kind, down)} in {self.expr(array_of(kind), down)})",
            lambda: f"({self.expr(STR, down)} in {self.expr(STR, down)})",
            lambda: f"({self.integer(1, SMALL)} in 0..{self.integer(1, SMALL)})",
            lambda: f"bool({self.expr(ANY, down)})",
            lambda: f"{self.expr(STR, down)}.contains({self.expr(STR, 0)})",
            lambda: f"{self.expr(STR, down)}.starts_with({self.expr(STR, 0)})",
            lambda: f"{self.expr(array_of(kind), down)}.is_empty()",
            lambda: f"(type_of({self.expr(ANY, down)}) == \"integer\")"])()

    def string(self, depth):
        known = self.of_kind(STR)
        if known and self.chance(0.4):
            return self.pick(known).name
        if depth <= 0:
            return self.literal(STR)
        down = depth - 1
        roll = self.rng.random()
        if roll < 0.25:
            other = self.expr(self.pick([STR, INT, BOOL, FLOAT]), down)
            pair = [self.string(down), other]
            self.rng.shuffle(pair)
            return f"({pair[0]} + {pair[1]})"
        if roll < 0.45 and "fstring" in self.on:
            return self.fstring(down)
        if roll < 0.6 or "methods" not in self.on:
            return f"str({self.expr(ANY, down)})"
        a = self.string(down)
        if roll < 0.7 and "slices" in self.on:
            return self.pick([f"{a}[..0]", f"({a} + \"xyz\")[1..3]",
                              f"({a} + \"é!\")[-1..]", f"({a} + \"日\")[-1]",
                              f"({a} + \"q\")[0]", f"(\"_\" + {a})[1..]"])
        return self.pick([f"{a}.to_upper()", f"{a}.to_lower()", f"{a}.trim()",
                          f"({a} * {self.rng.randint(-1, 3)})",
                          f"{a}.replace(\"a\", {self.string(0)})",
                          f"{a}.repeat({self.rng.randint(0, 2)})",
                          f"type_of({self.expr(ANY, down)})",
                          f"{self.expr(ANY, down)}.to_string()",
                          f"{self.expr(array_of(STR), down)}.join({self.string(0)})",
                          f"{self.expr(array_of(ANY), down)}.join(\"-\")"])

    def fstring(self, depth):
        parts = []
        for _ in range(self.rng.randint(1, 3)):
            parts.append(self.pick(["", "a=", " ", "é", "{{", "}} ", "; "]))
            kind = self.random_kind()
            known = self.of_kind(kind)
            inner = self.pick(known).name if known else self.literal(kind)
            if not known and kind == INT:
                inner = self.integer(depth, SMALL)
            parts.append("{" + inner.replace('"', '\\"') + self.spec(kind) + "}"
                         if "\\" not in inner and "{" not in inner and
                         "?" not in inner and " : " not in inner
                         else "0")
        return 'f"' + "".join(parts) + '"'

    def spec(self, kind):
        if not self.has("specs", 0.5):
            return ""
        width = self.rng.randint(0, 12)
        if kind in (FLOAT, NUM):
            return self.pick([":.2", ":.0", ":.5", f":>{width + 1}", f":+.{width % 4}",
                              f":0{width + 1}.1", ":e" if kind == FLOAT else ":?"])
        if kind in (INT, BIG):
            return self.pick([f":{width + 1}", f":0{width + 1}", ":+", ":x", ":b",
                              ":#x", ":#o", ":,", ":.1", f":*^{width + 1}", ":X"])
        return self.pick([":?", f":>{width + 1}", f":<{width + 1}",
                          f":*^{width + 1}", f":é<{width + 1}"])

    def array(self, kind, depth):
        element = kind[1]
        known = [v for v in self.of_kind(kind)]
        if known and self.chance(0.45):
            return self.pick(known).name
        if depth <= 0:
            return self.literal(kind)
        down = depth - 1
        roll = self.rng.random()
        if roll < 0.4:
            count = self.rng.randint(0, 4)
            items = [self.expr(element, down) for _ in range(count)]
            if self.chance(0.2):
                items.append("..." + self.array(kind, down))
            return "[" + ", ".join(items) + "]"
        if roll < 0.5:
            return f"({self.array(kind, down)} + {self.array(kind, down)})"
        if roll < 0.6:
            return f"[{self.expr(element, down)}; {self.rng.randint(0, 4)}]"
        if roll < 0.65 and element == STR and "methods" in self.on:
            return self.pick([f"{self.string(down)}.chars()",
                              f"{self.string(down)}.split(\",\")",
                              f"{self.string(down)}.split(\"\")",
                              f"{self.string(down)}.lines()"])
        if roll < 0.7 and element == INT:
            return self.pick([f"range({self.rng.randint(-1, 5)})", "range(2, 5)",
                              f"range({self.rng.randint(3, 9)}, 0, -2)"])
        if roll < 0.85 and "slices" in self.on:
            return self.array(kind, down) + self.pick(
                ["[..2]", "[1..]", "[0..1]", "[1..=2]", "[..]", "[2..2]", "[0..9]"])
        if roll < 0.92 and "methods" in self.on:
            return f"({self.array(kind, down)} + [])" \
                f".push({self.expr(element, 0)})"
        return self.literal(kind)

    def call(self, kind, depth):
        """A call of a function that gives `kind`, or None."""
        limit = self.BUDGET - self.cost
        fitting = [f for f in self.functions
                   if (f.result == kind or kind == ANY or
                       (kind == BIG and f.result == INT) or
                       (f.combos and any(c[1] == kind for c in f.combos)))
                   and self.mult * (f.cost + 1) <= limit]
        if not fitting:
            return None
        function = self.pick(fitting)
        self.cost += self.mult * (function.cost + 1)
        if function.combos:
            chosen = [c for c in function.combos if kind in (ANY, c[1])]
            kinds = self.pick(chosen)[0]
        else:
            kinds = function.kinds
        given = len(kinds) - self.rng.randint(0, function.defaults)
        args = []
        for i in range(given):
            if i == 0 and function.recursive:
                args.append(str(self.rng.randint(-1, 5)))
            else:
                args.append(self.expr(kinds[i], max(depth - 1, 0)))
        if self.has("named", 0.3) and not function.recursive:
            named = self.rng.randint(0, given)
            pairs = [f"{function.names[i]}: {args[i]}" for i in range(named, given)]
            self.rng.shuffle(pairs)
            args = args[:named] + pairs
        return f"{function.name}({', '.join(args)})"

    def mistake(self, kind, depth):
        """An expression that fails when it is evaluated."""
        wrong = self.pick([
            lambda: f"({self.integer(1, SMALL)} / ({self.integer(0, SMALL)} * 0))",
            lambda: f"({self.integer(1, SMALL)} % 0)",
            lambda: f"({LARGEST} + {self.rng.randint(1, 9)})",
            lambda: f"({self.integer(1, LARGEST)} * 9223372036854775807 * 4)",
            lambda: f"(-({-LARGEST - 1}))",
            lambda: f"(({-LARGEST - 1}) / (-1))",
            lambda: f"({self.array(array_of(INT), 1)} + [])[99]",
            lambda: f"({self.array(array_of(STR), 1)} + [])[-99]",
            lambda: f"({self.string(1)} + \"x\")[1000]",
            lambda: f"({self.expr(array_of(ANY), 1)} - {self.integer(1, SMALL)})",
            lambda: f"({self.string(1)} - {self.string(1)})",
            lambda: f"(nil + {self.expr(ANY, 1)})",
            lambda: f"({self.string(1)} < {self.integer(1, SMALL)})",
            lambda: f"(-{self.string(1)})",
            lambda: f"(1 << {self.rng.choice([64, -1, 99])})",
            lambda: f"({self.string(1)} & 3)",
            lambda: f"undefined_{self.rng.randint(1, 3)}",
            lambda: f"no_function({self.expr(ANY, 1)})",
            lambda: f"{self.expr(array_of(INT), 1)}.no_method({self.string(1)})",
            lambda: f"{self.integer(1, SMALL)}[{self.string(1)}]",
            lambda: f"int({self.string(1)} + \"?\")",
            lambda: f"({self.string(1)} as f64)",
            lambda: f"sqrt({self.string(1)})",
            lambda: f"assert({self.boolean(0)} && false, {self.string(1)})",
            lambda: f"assert_eq({self.expr(ANY, 1)}, [1, [\"q\"]])",
            lambda: f"panic({self.string(1)})",
            lambda: f"{self.expr(ANY, 1)}.field",
            lambda: f"clip({self.string(0)}, {self.expr(ANY, 1)})",
            lambda: f"(\"é\" + {self.string(1)})[..999]",
            lambda: f"([1, 2] + {self.array(array_of(INT), 1)})[2..1]",
            lambda: f"({self.expr(ANY, 1)} in 5)",
            lambda: f"({self.string(1)}..3)"])()
        if self.chance(0.6):
            saved, self.errors = self.errors, 0
            right = self.expr(kind, max(depth - 1, 0))
            self.errors = saved
            condition = self.pick([self.boolean(1), "false",
                                   f"({self.integer(1, SMALL)} == 12345)"])
            return f"({condition} ? {wrong} : {right})"
        return wrong

    # Statements.

    def grid_place(self, var):
        text = var.name
        for length in var.shape:
            index = self.integer(1, SMALL)
            text += self.pick([f"[{self.rng.randint(-length, length - 1)}]",
                               f"[{index} % {length}]"])
        return text

    def block(self, size, depth):
        self.scopes.append([])
        self.indent += 1
        before = len(self.lines)
        for _ in range(size):
            self.statement(depth)
        if len(self.lines) == before:
            self.emit("println()")  # `{ }` would be an object
        self.indent -= 1
        self.scopes.pop()

    def statement(self, depth):
        self.cost += self.mult
        forms = [self.print_values] * 4 + [self.declare] * 3 + [self.assign] * 3 + \
            [self.compound] * 2 + [self.mutate] * 3 + [self.grid_update]
        if "conditional" in self.on:
            forms.append(self.conditional)
        if "order" in self.on:
            forms.append(self.order)
        if "dynamic" in self.on:
            forms += [self.dynamic, self.truth]
        if "ranges" in self.on:
            forms.append(self.range_value)
        if "sorts" in self.on and "methods" in self.on:
            forms.append(self.library)
        if "returns" in self.on and self.result:
            forms.append(self.early_return)
        if self.labels or self.in_loop:
            forms += [self.leave_loop]
        if depth > 0:
            forms += [self.branch] * 3 + [self.counted_loop] * 2 + [
                self.for_each, self.while_loop, self.loop_value]
            if "shadow" in self.on:
                forms.append(self.inner_block)
            if "indexed" in self.on:
                forms += [self.indexed_loop] * 2
        self.pick(forms)(depth)

    def print_values(self, depth=0):
        variables = self.variables()
        values = [self.pick(variables).name if variables and self.chance(0.6)
                  else self.expr(self.random_kind(), 2)
                  for _ in range(self.rng.randint(1, 4))]
        roll = self.rng.random()
        if roll < 0.2:
            self.emit(f'println("{" ".join("{}" for _ in values)}|", '
                      f'{", ".join(values)})')
        elif roll < 0.3:
            self.emit(f'println!("{"; ".join(self.pick(["{}", "{:?}"]) for _ in values)}", '
                      f'{", ".join(values)})')
        elif roll < 0.4 and "fstring" in self.on:
            self.emit(f"println({self.fstring(1)})")
        elif roll < 0.5:
            value = values[0]
            self.emit(f"print({value}, \"\\n\")")
        else:
            self.emit(f'println("{self.name("p")}", {", ".join(values)})')

    def clipped(self, kind, text):
        if kind == STR and self.chance(0.9):
            return f"clip({text})"
        if is_array(kind) and self.chance(0.9):
            return f"clip_array({text})"
        return text

    def declare(self, depth=0, kind=None):
        kind = kind or (ANY if self.has("retype", 0.2) else self.random_kind(2))
        if self.has("grid", 0.15):
            return self.declare_grid()
        value = self.clipped(kind, self.expr(kind, 2))
        names = [v.name for v in self.variables()
                 if not v.fixed and v.name.isidentifier()]
        name = self.pick(names) if names and self.has("shadow", 0.1) else self.name()
        keyword = self.pick(["let", "let mut", "var"])
        self.emit(f"{keyword} {name} = {value}")
        scope = self.scopes[-1]
        scope[:] = [v for v in scope if v.name != name and
                    not v.name.startswith(name + ".")]
        scope.append(Var(name, kind))

    def declare_grid(self):
        shape = tuple(self.rng.randint(1, 3) for _ in range(self.rng.randint(1, 3)))
        name = self.name("g")
        value = self.integer(1, SMALL)
        for length in reversed(shape):
            value = f"[{value}; {length}]"
        self.emit(f"let mut {name} = {value}")
        self.scopes[-1].append(Var(name, "grid", True, True, shape))

    def grid_update(self, depth=0):
        grids = [v for v in self.variables() if v.shape]
        if not grids:
            return self.compound()
        place = self.grid_place(self.pick(grids))
        op = self.pick(["=", "=", "+=", "-=", "^=", "&=", "/=", "%="])
        if op in ("=", "^=", "&="):
            self.emit(f"{place} {op} {self.integer(2, 1000)}")
        elif op in ("/=", "%="):
            self.emit(f"{place} {op} {self.pick([2, 7, 10])}")
        else:
            self.emit(f"{place} {op} {self.integer(2, 1000)}")
            self.emit(f"{place} %= 1000")

    def assignable(self):
        return [v for v in self.variables() if not v.fixed and not v.shape]

    def assign(self, depth=0):
        known = self.assignable()
        if not known:
            return self.declare()
        var = self.pick(known)
        kind = var.kind
        if not var.pinned and self.has("retype", 0.4):
            kind = self.random_kind(1)
        self.emit(f"{var.name} = {self.clipped(kind, self.expr(kind, 2))}")
        # A pinned one of any type stays so: a call may change it.
        if not var.pinned:
            var.kind = kind

    def compound(self, depth=0):
        known = [v for v in self.assignable() if v.kind in (INT, BIG, FLOAT, STR)]
        if not known:
            return self.declare()
        var = self.pick(known)
        if var.kind == STR:
            self.emit(f"{var.name} += {self.expr(self.pick([STR, INT]), 1)}")
            self.emit(f"{var.name} = clip({var.name})")
        elif var.kind == FLOAT:
            self.emit(f"{var.name} {self.pick(['+=', '-=', '*=', '/='])} "
                      f"{self.expr(FLOAT, 1)}")
        elif var.kind == BIG:
            self.emit(f"{var.name} {self.pick(['^=', '&=', '|='])} "
                      f"{self.integer(1, LARGEST)}")
        else:
            op = self.pick(ASSIGN_OPS)
            if op in ("/=", "%="):
                self.emit(f"{var.name} {op} {self.pick([3, -7, 10, 97])}")
            elif op == "<<=":
                self.emit(f"{var.name} <<= {self.rng.randint(0, 3)}")
            elif self.chance(0.2):
                self.emit(var.name + self.pick(["++", "--"]))
            else:
                self.emit(f"{var.name} {op} {self.integer(2, SMALL)}")
            self.emit(f"{var.name} %= {self.pick([1009, 99991, 256])}")

    def mutate(self, depth=0):
        known = [v for v in self.assignable() if is_array(v.kind)]
        if not known:
            return self.declare(kind=array_of(self.random_kind(1)))
        var = self.pick(known)
        name, element = var.name, var.kind[1]
        form = self.pick(["push", "push", "pop", "insert", "remove", "store",
                          "nested", "self", "print", "clear", "sort"])
        value = self.expr(element, 1)
        if form == "push":
            guard = f"if str({name}).len() < 200 " if is_array(element) or \
                element in (STR, ANY) or self.mult > 20 else ""
            text = f"{name}.push({value})"
            self.emit(f"{guard}{{ {text} }}" if guard else text)
        elif form == "pop":
            self.emit(self.pick([f"{name}.pop()", f"println({name}.pop(), {name})"]))
        elif form == "insert" and "methods" in self.on:
            self.emit(f"if {name}.len() < 9 {{ {name}.insert({self.integer(1, SMALL)} "
                      f"& {name}.len() & 1, {value}) }}")
        elif form == "remove" and "methods" in self.on:
            self.emit(f"if {name}.len() > 1 {{ println({name}.remove("
                      f"{self.rng.randint(0, 1)}), {name}) }}")
        elif form == "nested" and is_array(element):
            inner = element[1]
            index = f"{name}[{self.integer(1, SMALL)} % {name}.len()]"
            action = self.pick([f"{index}.push({self.expr(inner, 1)})",
                                f"println({index}.pop())",
                                f"{index} = {index}[..1]",
                                f"{index} = {value}"])
            self.emit(f"if {name}.len() > 0 && str({name}).len() < 200 {{ {action} }}")
        elif form == "self" and element == ANY and "aliasing" in self.on:
            self.emit(f"if {name}.len() > 0 && str({name}).len() < 100 {{ "
                      + self.pick([f"{name}.push({name})", f"{name}[0] = {name}",
                                   f"{name} = [{name}, {name}]"]) + " }")
        elif form == "clear" and "methods" in self.on and self.chance(0.3):
            self.emit(f"{name}.clear()")
        elif form == "print":
            self.emit(f"println({name}.len(), {name}.first(), {name}.last(), {name})")
        else:
            self.emit(f"if {name}.len() > 0 {{ {name}[{self.integer(1, SMALL)} % "
                      f"{name}.len()] = {value} }}")

    def order(self, depth=0):
        """Changes inside operands, next to reads of what they change."""
        arrays = [v for v in self.assignable() if is_array(v.kind)]
        numbers = [v for v in self.assignable() if v.kind == INT]
        if arrays and self.chance(0.6):
            name = self.pick(arrays).name
            element = self.literal(self.pick(arrays).kind[1])
            self.emit(self.pick([
                f"println({name}, {name}.pop(), {name})",
                f"println([{name}, {name}.pop()], {name}.len())",
                f"println({name} == {{ {name}.pop(); {name} }})",
                f"println({name} + {{ {name}.pop(); {name} }}, {name})"]))
        elif numbers:
            name = self.pick(numbers).name
            self.emit(self.pick([
                f"println({name}, ({name} = {self.integer(1, 99)}), {name})",
                f"println({name} + ({name} = {self.integer(1, 99)}) + {name})",
                f"println([{name}, {{ {name} = 3; {name} }}, {name}])",
                f"println({name} + {{ {name} = {name} / 2; {name} }})"]))

    def conditional(self, depth=0):
        """A variable that only some of the ways declare."""
        name = self.name("c")
        kind = self.random_kind(1)
        other = kind if self.chance(0.5) else self.random_kind(1)
        self.emit(f"if {self.boolean(2)} {{ {name} = {self.expr(kind, 1)} }} "
                  f"else {{ {name} = {self.expr(other, 1)} }}"
                  if not self.errors or self.chance(0.9) else
                  f"if {self.boolean(2)} {{ {name} = {self.expr(kind, 1)} }}")
        self.emit(f"println({name})")

    def dynamic(self, depth=0):
        """A value of any kind, and what its kind allows."""
        known = self.of_kind(ANY)
        if known and self.chance(0.5):
            name = self.pick(known).name
        else:
            name = self.name("d")
            self.emit(f"let mut {name} = {self.expr(ANY, 2)}")
            self.scopes[-1].append(Var(name, ANY))
        arms = [("integer", f"println({name} % 7 + 1, {name} ^ 1, {name} == 1.0)"),
                ("integer", f"{name} = {name} % 100 + 0.5"),
                ("float", f"println({name} * 2, {name} < 3, -{name})"),
                ("float", f"{name} = str({name})"),
                ("string", f"println({name} + \"!\", {name}.len(), {name} + 1)"),
                ("string", f"{name} = [clip({name})]"),
                ("boolean", f"println(!{name}, {name} && 1)"),
                ("boolean", f"{name} = nil"),
                ("array", f"if {name}.len() > 0 {{ println({name}[0], {name}[-1]) }}"),
                ("array", f"{name}.push(1)"),
                ("array", f"{name} = clip_array({name} + [{name}.len()])"),
                ("nil", f"println({name} ?? 7)"),
                ("nil", f"{name} = 5")]
        chosen = self.rng.sample(arms, self.rng.randint(1, 4))
        text = " else ".join(f'if type_of({name}) == "{kind}" {{ {code} }}'
                             for kind, code in chosen)
        self.emit(text + f" else {{ println({name}) }}")
        self.emit(f"println(type_of({name}), {name})")

    def truth(self, depth=0):
        a, b = self.expr(ANY, 1), self.expr(ANY, 1)
        self.emit(self.pick([f"println({a} && {b}, {a} || {b})",
                             f"println({a} ?? {b}, !{a})",
                             f"if {a} {{ println(1) }} else {{ println(2) }}",
                             f"println({a} == {b}, [{a}] == [{b}], {a} != {a})",
                             f"println(if {a} && {b} {{ {b} }})",
                             f"println({a} ? {b} : {a})"]))

    def range_value(self, depth=0):
        """A range that is kept in a variable."""
        name, item = self.name("r"), self.name("i")
        ending = self.pick(["..", "..="])
        self.emit(f"let {name} = {self.rng.randint(-3, 2)}{ending}"
                  f"{self.rng.randint(-2, 5)}")
        self.emit(self.pick([f"println({name}, {self.integer(1, SMALL)} in {name})",
                             f"for {item} in {name} {{ print({item}, \",\") }}",
                             f"println({name} == {name}, len({name}), [{name}])",
                             f"println(\"abcdefg\"[2..4], [1, 2, 3, 4][1..=2], {name})"]))
        if self.chance(0.3):
            self.emit(f"for {item} in {self.pick([name, '[1, 2.5, []]', self.name('z') + ' = [1]', '0..2'])} "
                      f"{{ println({item}); {item} = 7; println({item}) }}")

    def library(self, depth=0):
        """Methods of arrays and strings that few programs need."""
        kind = self.pick([INT, STR])
        known = [v for v in self.of_kind(array_of(kind)) if not v.fixed]
        text = self.expr(STR, 1)
        if not known or self.chance(0.3):
            self.emit("println(" + self.pick([
                f"{text}.reverse(), {text}.count()", f"{text}.find({self.string(0)})",
                f"{text}.substring({self.rng.randint(0, 3)}, {self.rng.randint(3, 6)})",
                f"{text}.char_at({self.rng.randint(0, 3)})",
                f"{text}.split_whitespace()", f"{text}.bytes()",
                f"{text}.pad_left({self.rng.randint(0, 8)}, \"*\")",
                f"{text}.first(), {text}.last()",
                f"{text}.pad_right({self.rng.randint(0, 8)}, \"é\")"]) + ")")
            return
        name, value = self.pick(known).name, self.expr(kind, 1)
        count = self.rng.randint(0, 3)
        self.emit(self.pick([
            f"{name}.sort()", f"{name}.reverse()", f"println({name}.sort(), {name})",
            f"println({name}.reverse(), {name})", f"println({name}.rev(), {name})",
            f"println({name}.sorted(), {name})", f"{name}.truncate({count + 1})",
            f"println({name}.take({count}), {name}.skip({count}))",
            f"println({name}.index_of({value}), {name}.contains({value}))",
            f"println({name}.get({count}), {name}.min(), {name}.max())",
            f"if {name}.len() < 9 {{ {name}.extend({self.literal(array_of(kind))}) }}",
            f"println({name}.concat([{value}]).len(), {name}.join(\",\"))"]))
        if self.chance(0.5):
            self.emit(f"println({name})")

    def early_return(self, depth=0):
        self.emit(f"if {self.boolean(1)} && {self.integer(1, SMALL)} % 3 == 1 "
                  f"{{ return {self.expr(self.result, 1)} }}")

    def leave_loop(self, depth=0):
        word = self.pick(["break", "continue"])
        label = f" '{self.pick(self.labels)}" if self.labels and self.chance(0.7) \
            else ""
        if not self.in_loop and not label:
            return
        self.emit(f"if {self.boolean(1)} {{ {word}{label} }}")

    def snapshot(self):
        return [(v, v.kind) for v in self.variables()]

    def branch(self, depth):
        before = self.snapshot()
        self.emit(f"if {self.boolean(2)} {{")
        self.block(self.rng.randint(1, 3), depth - 1)
        first = [v.kind for v, _ in before]
        if self.chance(0.6):
            for var, kind in before:
                var.kind = kind
            self.emit(f"}} else if {self.boolean(1)} {{" if self.chance(0.2)
                      else "} else {")
            chained = self.lines[-1].strip() != "} else {"
            self.block(self.rng.randint(1, 3), depth - 1)
        else:
            chained = True
        for (var, kind), one in zip(before, first):
            two = var.kind
            var.kind = join_types(one, two) if two != kind or not chained \
                else join_types(one, kind)
            if chained:
                var.kind = join_types(join_types(one, two), kind)
        self.emit("}")

    def enter_loop(self, rounds):
        """Variables that the body may give another type have any type there."""
        for var in self.assignable():
            if not var.pinned and self.has("retype", 0.3):
                var.kind = ANY
        state = [(v, v.pinned, v.kind) for v in self.assignable()]
        for var, _, kind in state:
            var.pinned = var.pinned or kind != ANY
        saved = (self.mult, self.in_loop, list(self.labels), state)
        self.mult *= rounds
        self.in_loop = 1
        return saved

    def leave(self, saved):
        self.mult, self.in_loop, self.labels, state = saved
        for var, pinned, kind in state:
            var.pinned, var.kind = pinned, kind

    def loop_label(self):
        if self.has("labels", 0.4):
            label = self.name("l")
            self.labels.append(label)
            return f"'{label}: "
        return ""

    def loop_body(self, rounds, head, depth, variable=None):
        saved = self.enter_loop(rounds)
        self.emit(self.loop_label() + head)
        self.scopes.append([variable] if variable else [])
        self.block(self.rng.randint(1, 4), depth - 1)
        self.scopes.pop()
        self.leave(saved)
        self.emit("}")

    def rounds(self):
        return self.rng.randint(1, max(1, min(7, 400 // self.mult)))

    def counted_loop(self, depth):
        rounds = self.rounds()
        first = self.rng.randint(-2, 3)
        name = self.name("i")
        ending = f"{first}..{first + rounds}" if self.chance(0.6) \
            else f"{first}..={first + rounds - 1}"
        self.loop_body(rounds, f"for {name} in {ending} {{", depth,
                       Var(name, INT, pinned=True, fixed=self.chance(0.5)))

    def indexed_loop(self, depth):
        """A loop over the indices of an array that may grow, shrink, or become
        another one on the way."""
        kind = self.pick([INT, INT, FLOAT, STR])
        known = [v for v in self.of_kind(array_of(kind)) if not v.fixed]
        if self.mult > 60 or not known:
            return self.declare(kind=array_of(kind))
        var, index = self.pick(known), self.name("k")
        name, item = var.name, f"{var.name}[{index}]"
        one = {INT: f"({item} * 3 + {index}) % 1009", FLOAT: f"{item} * 0.5 + {index}",
               STR: f"clip({item} + {index})"}[kind]
        changes = [f"{item} = {one}", f"{item} = {one}", f"println({index}, {item})",
                   f"{name}[{index} / 2] = {item}", f"println({item} == {name}[0])",
                   f"{name}[-1] = {item}", f"println({name}.len() - {index})",
                   f"if {item} == {name}[-1] {{ {name}.push({self.literal(kind)}) }}",
                   f"if {index} == 2 {{ {name}.push({self.literal(kind)}) }}",
                   f"if {index} == 1 {{ {name} = {name}[..3] }}",
                   f"if {index} == 2 {{ {name} = {self.array(var.kind, 1)} }}",
                   f"if {index} == 3 {{ {name}.pop() }}"]
        if self.errors or self.chance(0.02):
            changes += [f"println({name}[{index} + 1])", f"println({name}[{index} - 3])"]
        saved = self.enter_loop(8)
        calls = [f"println({c}, {name}.len())" for c in [self.call(ANY, 1)] if c]
        head = self.pick(["while", "while", "for"])
        if head == "while":
            self.emit(f"let mut {index} = 0")
            self.emit(f"while {index} < {name}.len() && {index} < 8 {{")
        else:
            self.emit(f"for {index} in 0..{name}.len() {{")
        self.indent += 1
        for change in self.rng.sample(changes + calls, self.rng.randint(1, 4)):
            # The one before may have made the array shorter.
            guard = f"if {index} < {name}.len() " if not self.errors or \
                self.chance(0.9) else ""
            self.emit(f"{guard}{{ {change} }}" if guard else change)
        if head == "while":
            self.emit(f"{index} += {self.pick([1, 1, 2])}")
        self.indent -= 1
        self.leave(saved)
        self.emit("}")
        self.emit(f"println({name})")

    def for_each(self, depth):
        if self.mult > 60:
            return self.counted_loop(depth)
        name = self.name("e")
        kind = self.random_kind(1)
        if self.chance(0.3):
            kind, source = STR, f"clip({self.string(2)})"
        else:
            source = f"clip_array({self.array(array_of(kind), 2)})"
        self.loop_body(12, f"for {name} in {source} {{", depth,
                       Var(name, kind, pinned=True))

    def while_loop(self, depth):
        counter, rounds = self.name("w"), self.rounds()
        self.emit(f"let mut {counter} = 0")
        self.scopes[-1].append(Var(counter, INT, True, True))
        saved = self.enter_loop(rounds)
        self.in_loop, result, self.result = 0, self.result, None
        condition = self.pick(["true", self.boolean(1)])
        self.in_loop, self.result = 1, result
        label = self.loop_label()
        self.emit(f"{label}while {counter} < {rounds} && {condition} {{")
        self.indent += 1
        self.emit(f"{counter} += 1")
        self.indent -= 1
        self.block(self.rng.randint(1, 4), depth - 1)
        self.leave(saved)
        self.emit("}")

    def loop_value(self, depth):
        counter, name, rounds = self.name("w"), self.name(), self.rounds()
        kind = self.random_kind(1)
        self.emit(f"let mut {counter} = 0")
        self.scopes[-1].append(Var(counter, INT, True, True))
        saved = self.enter_loop(rounds)
        self.emit(f"let {name} = loop {{")
        labels, self.labels = self.labels, []
        in_loop, self.in_loop = self.in_loop, 0
        self.indent += 1
        self.emit(f"{counter} += 1")
        self.emit(f"if {counter} > {rounds} {{ break {self.expr(kind, 1)} }}")
        self.indent -= 1
        self.block(self.rng.randint(1, 3), depth - 1)
        self.in_loop, self.labels = in_loop, labels
        self.leave(saved)
        self.emit("}")
        self.scopes[-1].append(Var(name, kind))

    def inner_block(self, depth):
        self.emit(self.pick(["{", "if true {"]))
        self.block(self.rng.randint(1, 3), depth - 1)
        self.emit("}")

    # Functions and the program.

    def header(self, name, names, kinds, defaults):
        parts = []
        for i, (param, kind) in enumerate(zip(names, kinds)):
            note = ": i64" if kind == INT and self.chance(0.1) else ""
            if i >= len(kinds) - defaults:
                parts.append(f"{param}{note} = {self.literal(kind)}")
            else:
                parts.append(param + note)
        word = self.pick(["fun", "fun", "fn"])
        self.emit(f"{word} {name}({', '.join(parts)}) {{")

    def function(self):
        rng = self.rng
        name = self.name("f")
        kinds = [ANY if self.chance(0.2) else self.random_kind(1)
                 for _ in range(rng.randint(0, 4))]
        result = self.random_kind(1) if self.chance(0.85) else ANY
        recursive = self.has("recursion", 0.35)
        defaults = 0
        if recursive:
            kinds.insert(0, INT)
        elif self.has("named", 0.4):
            defaults = rng.randint(0, len(kinds))
        names = [self.name("a") for _ in kinds]
        self.begin_function(result)
        self.header(name, names, kinds, defaults)
        scope = [Var(n, k) for n, k in zip(names, kinds)]
        self.scopes = [scope]
        times = 1
        if recursive:
            scope[0].pinned = scope[0].fixed = True
            self.indent += 1
            self.emit(f"if {names[0]} <= 0 {{ return {self.expr(result, 1)} }}")
            self.indent -= 1
            times = self.pick([1, 1, 2])
        self.indent += 1
        for _ in range(rng.randint(1, 5)):
            self.statement(2)
        if recursive:
            self.recursive_calls(name, names, kinds, result, times)
        if result == ANY and self.chance(0.5):
            self.tail_statement()
        else:
            self.emit(self.expr(result, 2))
        self.indent -= 1
        self.emit("}")
        total = self.cost * ((6, 6, 64)[times] if recursive else 1)
        self.end_function()
        self.functions.append(Function(name, names, kinds, defaults, result, total,
                                       recursive))

    def tail_statement(self):
        """A last statement that is not made to give a value."""
        name = self.name()
        self.emit(self.pick([
            f"if {self.boolean(1)} {{ {self.expr(ANY, 1)} }}",
            f"let {name} = {self.expr(ANY, 1)}", f"{name} = {self.expr(ANY, 1)}",
            f"for {name} in 0..2 {{ println({name}) }}",
            f"while false {{ {self.expr(ANY, 1)} }}",
            f"if {self.boolean(1)} {{ {self.expr(ANY, 1)} }} else if "
            f"{self.boolean(1)} {{ return {self.expr(ANY, 1)} }} else {{ }}",
            f"let mut {name} = [1]; {name}.push({self.expr(ANY, 1)})",
            f"{{ let {name} = 4; {name} + 1 }}", "return",
            f"loop {{ break {self.expr(ANY, 1)} }}",
            f"return if {self.boolean(1)} {{ {self.expr(ANY, 1)} }}"]))

    def recursive_calls(self, name, names, kinds, result, times):
        args = ", ".join([f"{names[0]} - 1"] +
                         [self.expr(k, 1) for k in kinds[1:]])
        roll = self.rng.random()
        if times == 1 and roll < 0.4:
            self.emit(f"if {self.boolean(1)} {{ return {name}({args}) }}")
            return
        for _ in range(times):
            local = self.name()
            self.emit(f"let {local} = {self.clipped(result, f'{name}({args})')}")
            self.scopes[-1].append(Var(local, result))

    def mutual_functions(self):
        """Two functions that call each other, partly in tail position."""
        one, two = self.name("m"), self.name("m")
        kind = self.random_kind(1)
        costs = []
        for name, other in ((one, two), (two, one)):
            self.begin_function(kind)
            param, value = self.name("a"), self.name("a")
            self.emit(f"fun {name}({param}, {value}) {{")
            self.scopes = [[Var(param, INT, True, True), Var(value, kind)]]
            self.indent += 1
            self.emit(f"if {param} <= 0 {{ return {value} }}")
            self.statement(1)
            next_value = self.clipped(kind, self.expr(kind, 1))
            call = f"{other}({param} - 1, {next_value})"
            self.emit(call if self.chance(0.6) else
                      f"let r = {call}; println(r); r")
            self.indent -= 1
            self.emit("}")
            costs.append(self.cost)
            self.end_function()
        self.functions.append(Function(one, ["n", "v"], [INT, kind], 0, kind,
                                       3 * sum(costs) + 6, True))

    def poly_function(self):
        """A body in which `+` means what the arguments make of it."""
        name = self.name("q")
        self.begin_function(None)
        rounds = self.rng.randint(1, 5)
        body = self.pick(["acc = acc + b", "acc += b", "acc = b + acc"])
        self.emit(f"fun {name}(a, b) {{")
        self.indent += 1
        self.emit("let mut acc = a")
        self.emit(f"for i in 0..{rounds} {{")
        self.emit(f"    {body}")
        if self.chance(0.5):
            self.emit("    println(i, acc)")
        if self.chance(0.3):
            self.emit("    if acc == b { break }")
        self.emit("}")
        if self.chance(0.3):
            self.emit("println(a, b, [a, b])")
        self.emit(self.pick(["acc", "return acc", "if a == b { b } else { acc }"]))
        self.indent -= 1
        self.emit("}")
        self.end_function()
        same = "if a ==" in self.lines[-2]
        combos = [((INT, INT), BIG), ((INT, FLOAT), NUM), ((FLOAT, FLOAT), FLOAT),
                  ((STR, STR), STR), ((array_of(INT), array_of(INT)), array_of(INT)),
                  ((NUM, FLOAT), NUM)]
        if not same:
            combos += [((STR, INT), STR), ((INT, STR), STR), ((BOOL, STR), STR),
                       ((FLOAT, STR), STR)]
        self.functions.append(Function(name, ["a", "b"], [ANY, ANY], 0, None,
                                       rounds * 2 + 3, combos=combos))

    def begin_function(self, result):
        self.saved = (self.cost, self.mult, self.labels, self.in_loop, self.scopes,
                      self.result)
        self.cost, self.mult, self.labels, self.in_loop = 0, 1, [], 0
        self.scopes, self.result = [[]], result

    def end_function(self):
        (self.cost, self.mult, self.labels, self.in_loop, self.scopes,
         self.result) = self.saved
        for var in self.globals:
            var.kind = var.declared

    def program(self):
        rng = self.rng
        self.lines = PRELUDE.rstrip("\n").split("\n")
        for _ in range(rng.randint(1, 5) if "globals" in self.on else 0):
            kind = ANY if self.chance(0.15) else self.random_kind(2)
            name = self.name("g")
            self.emit(f"let mut {name} = {self.literal(kind)}")
            var = Var(name, kind, pinned=True)
            var.declared = kind
            self.globals.append(var)
        for _ in range(self.count):
            roll = rng.random()
            if roll < 0.15 and "recursion" in self.on:
                self.mutual_functions()
            elif roll < 0.35 and "poly" in self.on:
                self.poly_function()
            else:
                self.function()
            if self.chance(0.5):
                self.emit_calls()
        self.BUDGET = 12000
        self.cost = 0
        in_main = self.has("main", 0.5)
        if in_main:
            self.emit(self.pick(["fun main() {", "fn main() {"]))
            self.indent, self.scopes = 1, [[]]
        for _ in range(rng.randint(4, 12)):
            self.statement(2)
        for function in list(self.functions):
            self.emit_calls(function)
        if self.globals:
            self.emit("println(" + ", ".join(v.name for v in self.globals) + ")")
        if in_main:
            self.indent = 0
            self.emit("}")
        if self.has("hoisted", 0.5):
            self.move_functions()
        return "\n".join(self.lines) + "\n"

    def move_functions(self):
        """Puts the functions behind the statements of the top level."""
        functions, rest, inside = [], [], False
        for line in self.lines:
            inside = inside or line.startswith(("fun ", "fn "))
            (functions if inside else rest).append(line)
            if line == "}" or (line.startswith("fun ") and line.endswith("}")):
                inside = False
        self.lines = rest + functions

    def emit_calls(self, function=None):
        """Calls a function, mostly with kinds that it was not called with."""
        chosen = function or (self.functions[-1] if self.functions else None)
        if not chosen:
            return
        saved, self.functions = self.functions, [chosen]
        self.cost = 0
        for _ in range(self.rng.randint(1, 3)):
            call = self.call(ANY, 1)
            if call:
                self.emit(f"println({call})")
        self.functions = saved


def generate(seed, errors=None, functions=None):
    """The text of the program of `seed`."""
    return Smith(seed, errors, functions).program()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("seed", type=int)
    parser.add_argument("--errors", type=float,
                        help="rate of deliberate mistakes (default: by the seed)")
    parser.add_argument("--functions", type=int, help="how many functions")
    args = parser.parse_args()
    print(generate(args.seed, args.errors, args.functions), end="")


if __name__ == "__main__":
    main()
