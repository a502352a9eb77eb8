#===- patterns.py - match, if let, while let ------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .base import (ANY, BIG, BOOL, FLOAT, INT, NIL, NUM, SMALL, STR, Var,
                   array_of, is_deep)


class Patterns:
    """A pattern is made for a kind; it gives its text and what it binds."""

    def pattern(self, kind, depth=2):
        if self.chance(0.12):
            return "_", []
        if depth <= 0 or self.chance(0.25):
            return self.binding(kind)
        if kind == ANY:
            kind = self.random_kind(1)
        if is_deep(kind):
            make = getattr(self, "pattern_" + kind[0], None)
            return make(kind, depth) if make else self.binding(kind)
        if isinstance(kind, tuple):
            return self.pattern_array(kind, depth)
        return self.pattern_scalar(kind)

    def binding(self, kind):
        name = self.name("b")
        return name, [(name, kind)]

    def pattern_scalar(self, kind):
        rng = self.rng
        if kind in (INT, BIG, NUM):
            low, name = rng.randint(-5, 20), self.name("b")
            return self.pick([
                (str(low), []), (f"{low} | {low + 1} | {low + 7}", []),
                (f"{low}..={low + rng.randint(0, 20)}", []),
                (f"{low}..{low + rng.randint(1, 50)}", []),
                (f"{name} @ {low}..={low + 30}", [(name, INT)]),
                (f"{name} @ ({low} | {low + 2})", [(name, INT)])])
        if kind == STR:
            text = self.pick(["", "a", "abc", "日本語", "é", "0", "nil"])
            return self.pick([f'"{text}"', f'"{text}" | "b"']), []
        if kind == BOOL:
            return self.pick(["true", "false"]), []
        if kind == FLOAT:
            return self.pick(["0.5", "1.0", "-2.5"]), []
        if kind == NIL:
            return "nil", []
        return "_", []

    def several(self, kinds, depth):
        texts, bound = [], []
        for kind in kinds:
            text, names = self.pattern(kind, depth - 1)
            texts.append(f"({text})" if " | " in text and self.chance(0.5) else text)
            bound += names
        return texts, bound

    def pattern_array(self, kind, depth):
        count = self.rng.randint(0, 2)
        texts, bound = self.several([kind[1]] * count, depth)
        if self.chance(0.6):
            name = self.name("b")
            place = self.rng.randint(0, count)
            rest, more = self.pick([("..", []), (f"...{name}", [(name, kind)]),
                                    (f"..{name}", [(name, kind)]),
                                    (f"{name} @ ..", [(name, kind)])])
            texts.insert(place, rest)
            bound += more
        return "[" + ", ".join(texts) + "]", bound

    def pattern_tup(self, kind, depth):
        texts, bound = self.several(kind[1], depth)
        return "(" + ", ".join(texts) + ")", bound

    def pattern_obj(self, kind, depth):
        fields = self.rng.sample(kind[1], self.rng.randint(1, len(kind[1])))
        texts, bound = self.several([k for _, k in fields], depth)
        return "{" + ", ".join(f"{n}: {t}" for (n, _), t in zip(fields, texts)) + "}", \
            bound

    def pattern_opt(self, kind, depth):
        if self.chance(0.4):
            return "None", []
        texts, bound = self.several([kind[1]], depth)
        return f"Some({texts[0]})", bound

    def pattern_res(self, kind, depth):
        good = self.chance(0.6)
        texts, bound = self.several([kind[1] if good else STR], depth)
        return f"{'Ok' if good else 'Err'}({texts[0]})", bound

    def pattern_struct(self, kind, depth):
        decl = kind[1]
        fields = self.rng.sample(decl.fields, self.rng.randint(0, len(decl.fields)))
        texts, bound = self.several([k for _, k in fields], depth)
        if decl.positional:
            texts, bound = self.several([k for _, k in decl.fields], depth)
            return f"{decl.name}({', '.join(texts)})", bound
        inner = ", ".join([f"{n}: {t}" for (n, _), t in zip(fields, texts)] + [".."])
        return f"{decl.name} {{ {inner} }}", bound

    def pattern_enum(self, kind, depth):
        decl = kind[1]
        name, form, fields = self.pick(decl.variants)
        path = f"{decl.name}::{name}"
        if form == "unit":
            return path, []
        texts, bound = self.several([k for _, k in fields], depth)
        if form == "tuple":
            if self.chance(0.15):
                return f"{path}(..)", []
            return f"{path}({', '.join(texts)})", bound
        inner = ", ".join(f"{n}: {t}" for (n, _), t in zip(fields, texts))
        return f"{path} {{ {inner} }}", bound

    # Where patterns stand.

    def arm_head(self, kind):
        """Pattern with perhaps a guard; the scope of the arm stays open."""
        text, bound = self.pattern(kind)
        self.scopes.append([Var(n, k, pinned=k == ANY) for n, k in bound])
        if self.chance(0.3):
            guard = self.boolean(1)
            if "{" not in guard and "=>" not in guard:
                text += f" if {guard}"
        return text

    def scrutinee(self):
        known = [v for v in self.variables() if v.kind != "grid" and not (
            is_deep(v.kind) and v.kind[0] in ("fn", "class"))]
        if known and self.chance(0.6):
            var = self.pick(known)
            return var.name, var.kind
        kind = self.random_kind(1)
        self.plain += 1
        text = self.expr(kind, 1)
        self.plain -= 1
        return f"({text})", kind

    def readers_patterns(self, kind, depth):
        return [lambda: self.match_value(kind, depth)] if "match" in self.on else []

    def match_value(self, kind, depth):
        text, scrutinee = self.scrutinee()
        arms = []
        for _ in range(self.rng.randint(1, 3)):
            head = self.arm_head(scrutinee)
            arms.append(f"{head} => {self.parenthesised(self.expr(kind, depth - 1))}")
            self.scopes.pop()
        if not self.errors or self.chance(0.9):
            arms.append(f"_ => {self.parenthesised(self.expr(kind, depth - 1))}")
        return f"(match {text} {{ {', '.join(arms)} }})"

    @staticmethod
    def parenthesised(text):
        return f"({text})" if text.startswith("{") or "=" in text else text

    def statements_patterns(self, depth):
        if "match" not in self.on:
            return []
        forms = [self.match_statement] * 2 if depth > 0 else []
        return forms + [self.if_let, self.while_let]

    def match_statement(self, depth):
        text, scrutinee = self.scrutinee()
        arrow = self.pick(["=>", "=>", "->"])
        before = self.snapshot()
        seen = []
        self.emit(f"match {text} {{")
        self.indent += 1
        heads = self.rng.randint(1, 3)
        for index in range(heads + 1):
            for var, kind in before:
                var.kind = kind
            head = self.arm_head(scrutinee) if index < heads else "_"
            if index == heads:
                self.scopes.append([])
            self.emit(f"{head} {arrow} {{")
            self.block(self.rng.randint(1, 2), depth - 1)
            self.emit("}" + self.pick(["", ","]))
            self.scopes.pop()
            seen.append([v.kind for v, _ in before])
        self.indent -= 1
        self.emit("}")
        for position, (var, kind) in enumerate(before):
            kinds = {k[position] for k in seen}
            var.kind = kinds.pop() if len(kinds) == 1 else ANY

    def if_let(self, depth=0):
        text, kind = self.scrutinee()
        pattern, bound = self.pattern(kind)
        names = ", ".join(n for n, _ in bound) or "1"
        self.emit(f"if let {pattern} = {text} {{ println({names}) }} "
                  f"else {{ println(\"other\") }}")

    def while_let(self, depth=0):
        name, item = self.name("w"), self.name("b")
        kind = self.random_kind(0)
        if kind in (ANY, NIL) or is_deep(kind) and kind[0] in ("opt", "res"):
            kind = INT
        self.emit(f"let mut {name} = clip_array({self.array(array_of(kind), 2)})")
        self.emit(f"while let Some({item}) = {name}.pop() {{")
        self.emit(f"    println({item}, {name}.len())")
        if self.chance(0.3):
            self.emit(f"    if {name}.len() < 2 {{ break }}")
        self.emit("}")
