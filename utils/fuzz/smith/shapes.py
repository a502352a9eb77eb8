#===- shapes.py - Recursive data, nested places, failures -----------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .base import ANY, FLOAT, INT, SMALL, STR, Var, array_of, is_array, is_deep


class Shapes:
    def statements_shapes(self, depth):
        forms = []
        if "try" in self.on and self.chance(0.3):
            forms.append(self.fail_perhaps)
        if "places" in self.on and (self.structs or "maps" in self.on):
            forms += [self.element_place] * 2
        if "inout" in self.on and self.mult < 20:
            forms.append(self.two_places)
        if "trees" in self.on and self.mult < 10:
            forms.append(self.tree)
        if "unions" in self.on:
            forms.append(self.accumulate)
        if "try" in self.on and self.mult < 20:
            forms.append(self.leave_through_finally)
        return forms

    def fail_perhaps(self, depth=0):
        """A failure with live values around, in whatever body this is."""
        self.emit(f"if {self.boolean(1)} && {self.integer(1, SMALL)} % 2 == 0 "
                  f"{{ {self.failing()} }}")

    def element_place(self, depth=0):
        """A part of an element of an array or a map."""
        known = [v for v in self.variables() if isinstance(v.kind, tuple) and
                 not v.fixed and not v.shape and
                 (is_array(v.kind) or v.kind[0] == "map") and
                 isinstance(v.kind[1], tuple)]
        if not known:
            return self.declare_elements()
        var = self.pick(known)
        name, inner = var.name, var.kind[1]
        if is_array(var.kind):
            place = f"{name}[{self.pick(['0', '-1', f'{self.integer(1, 99)} % {name}.len()'])}]"
            guard = f"if {name}.len() > 0"
        else:
            key = self.key()
            place, guard = f"{name}[{key}]", f"if {key} in {name}"
        self.emit(f"{guard} && str({name}).len() < 250 {{ {self.change(place, inner)} }}")
        self.emit(f"println({name})")

    def declare_elements(self):
        kind = self.deep_kind(1)
        if kind is None:
            return self.declare()
        name = self.name()
        kind = array_of(kind) if self.chance(0.7) else ("map", kind)
        self.emit(f"let mut {name} = {self.expr(kind, 2)}")
        self.declare_variable(name, kind, True)

    def change(self, place, kind):
        """A statement that changes a place of a kind that has parts."""
        if is_array(kind):
            return f"{place}.push({self.expr(kind[1], 1)})"
        if kind[0] == "map":
            return self.pick([f"{place}.insert({self.key()}, {self.expr(kind[1], 1)})",
                              f"{place}[{self.key()}] = {self.expr(kind[1], 1)}"])
        if kind[0] == "set":
            return f"{place}.insert({self.expr(kind[1], 1)})"
        parts = [(str(i), k) for i, k in enumerate(kind[1])] if kind[0] == "tup" else \
            list(kind[1]) if kind[0] == "obj" else \
            kind[1].fields if kind[0] in ("struct", "class") else []
        methods = [m for m in kind[1].methods if self.mult * (m.cost + 1) <=
                   self.BUDGET - self.cost] if kind[0] in ("struct", "class") else []
        if methods and self.chance(0.5):
            return f"println({self.method_call(Var(place, kind), self.pick(methods))})"
        if not parts:
            return f"{place} = {self.expr(kind, 1)}"
        name, inner = self.pick(parts)
        part = f"{place}.{name}"
        if isinstance(inner, tuple) and inner[0] != "fn" and self.chance(0.5):
            return self.change(part, inner)
        if inner == INT:
            return f"{part} {self.pick(['+=', '-=', '^='])} {self.integer(1, 1000)}; " \
                   f"{part} %= 1000"
        if inner == STR:
            return f"{part} += {self.literal(STR)}"
        return f"{part} = {self.expr(inner, 1)}"

    def two_places(self, depth=0):
        """Two in-out places of one variable; the last one to come back wins."""
        name, box = self.name("w"), self.name()
        kind = self.shallow()
        self.emit(f"fun {name}(a: &mut T, b: &mut T, c) {{ let t = a; a = b; b = t; "
                  f"{self.pick(['b = c', 'a = c', 'println(a, b, c)'])}; "
                  f"{self.pick(['a', 'b', '[a, b]'])} }}")
        self.cost += self.mult * 5
        values = ", ".join(self.literal(kind) for _ in range(3))
        self.emit(f"let mut {box} = [{values}]")
        one, two = (self.pick(["0", "1", "-1", "2"]) for _ in range(2))
        third = self.pick([f"{box}[1]", self.literal(kind), f"{box}.len()"])
        self.emit(f"println({name}(&mut {box}[{one}], &mut {box}[{two}], {third}), {box})")

    def tree(self, depth=0):
        """A recursive enum: made, folded, mapped and changed along a path."""
        rng = self.rng
        enum, make, fold, grow = (self.name(p) for p in ("E", "f", "f", "f"))
        self.cost += self.mult * 120
        value = self.pick(["n", "n * 2", "str(n)", "[n]", "(n, str(n))"])
        test = {"n": "v", "n * 2": "v", "str(n)": "v.len()", "[n]": "v[0]",
                "(n, str(n))": "v.0"}[value]
        self.emit(f"enum {enum} {{ Leaf, Node(T, T, T) }}")
        self.emit(f"fun {make}(n) {{ if n <= 0 {{ return {enum}::Leaf }}; "
                  f"{enum}::Node({make}(n - {rng.randint(1, 2)}), {value}, "
                  f"{make}(n - {rng.randint(2, 3)})) }}")
        self.emit(f"fun {fold}(t, acc) {{ match t {{ {enum}::Leaf => acc, "
                  f"{enum}::Node(l, v, r) if {test} > {rng.randint(0, 2)} => "
                  f"{fold}(r, {fold}(l, acc + {test})), "
                  f"{enum}::Node(l, _, _) => {fold}(l, acc) }} }}")
        leaf = self.pick(["9", '"new"', "[7]"]) if self.chance(0.2) else value.replace(
            "n", "k")
        self.emit(f"fun {grow}(t, k) {{ match t {{ {enum}::Leaf => "
                  f"{enum}::Node({enum}::Leaf, {leaf}, {enum}::Leaf), "
                  f"{enum}::Node(l, v, r) => if k % 2 == 0 {{ "
                  f"{enum}::Node({grow}(l, k / 2), v, r) }} else {{ "
                  f"{enum}::Node(l, v, {grow}(r, k / 2)) }} }} }}")
        tree, copy = self.name(), self.name()
        self.emit(f"let {tree} = {make}({rng.randint(0, 5)})")
        self.emit(f"let {copy} = {grow}({tree}, {rng.randint(0, 9)})")
        start = self.pick(["0", "0.5", "1"])
        self.emit(f"println({fold}({tree}, {start}), {tree} == {copy})")
        self.emit(f"println({copy})")

    def accumulate(self, depth=0):
        """An accumulator whose kind changes on the way."""
        name, item = self.name("t"), self.name("i")
        items = [self.literal(self.pick([INT, INT, FLOAT])) for _ in range(4)]
        start = self.pick(["0", "0", "nil", '""', "[]"])
        step = {"0": f"{name} += {item}", "nil": f"{name} = ({name} ?? 0) + {item}",
                '""': f"{name} = {name} + {item}", "[]": f"{name} = {name} + [{item}]"}
        self.emit(f"let mut {name} = {start}")
        self.emit(f"for {item} in [{', '.join(items)}] {{ {step[start]}; "
                  f"println({name}, type_of({name})) }}")
        self.declare_variable(name, ANY)

    def leave_through_finally(self, depth=0):
        """Ways out of nested loops, all through finally blocks."""
        label, i, j = self.name("l"), self.name("i"), self.name("j")
        rng = self.rng
        ways = [f"break '{label}", f"continue '{label}", "break", "continue",
                'throw "out"', "1 / 0"]
        if self.result and "returns" in self.on:
            ways.append(f"return {self.expr(self.result, 0)}")
        log = self.name("s")
        self.cost += self.mult * 30
        self.emit(f"let mut {log} = []")
        self.emit(f"try {{")
        self.emit(f"    '{label}: for {i} in 0..3 {{")
        self.emit(f"        for {j} in 0..3 {{")
        self.emit(f"            try {{")
        self.emit(f"                {log}.push({i} * 10 + {j})")
        for _ in range(rng.randint(1, 3)):
            self.emit(f"                if {i} == {rng.randint(0, 2)} && {j} == "
                      f"{rng.randint(0, 2)} {{ {self.pick(ways)} }}")
        if self.chance(0.4):
            self.emit(f"            }} catch e {{")
            self.emit(f"                {log}.push(str(e))")
        self.emit(f"            }} finally {{")
        self.emit(f"                {log}.push(\"f\")")
        self.emit(f"            }}")
        self.emit(f"        }}")
        self.emit(f"    }}")
        self.emit(f"}} catch e {{ println(\"out\", e) }}")
        self.emit(f"println({log})")
