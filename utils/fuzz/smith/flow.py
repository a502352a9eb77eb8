#===- flow.py - try, in-out, comprehensions, modules ----------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .base import (ANY, BOOL, Function, INT, SMALL, STR, Var, array_of, is_array,
                   is_deep)


class Flow:
    def readers_flow(self, kind, depth):
        made = []
        if "try" in self.on:
            made += [lambda: self.try_value(kind, depth)]
        if "comprehensions" in self.on:
            made += self.comprehensions(kind)
        if "pipelines" in self.on:
            made += [lambda f=f: f"({self.expr(f.kinds[0], 0)} |> {f.name}"
                     + (f"({', '.join(self.expr(k, 0) for k in f.kinds[1:])}))"
                        if len(f.kinds) > 1 else ")")
                     for f in self.affordable(kind)]
        for function in self.modules:
            if function.result == kind:
                made.append(lambda f=function: self.module_call(f))
        return made

    def affordable(self, kind):
        """Functions that a stage of a pipeline may be."""
        return [f for f in self.functions if f.result == kind and f.kinds and
                not f.combos and not f.recursive and not f.defaults and
                self.mult * (f.cost + 1) * 4 <= self.BUDGET - self.cost
                and not self.spend(0)]

    def spend(self, cost):
        self.cost += self.mult * cost
        return 0

    def module_call(self, function):
        args = ", ".join(self.expr(k, 0) for k in function.kinds)
        return f"{self.pick([function.name, function.name.replace('::', '.')])}({args})"

    # Errors.

    def failing(self):
        """An expression that throws, perhaps."""
        condition = self.boolean(1)
        value = self.expr(self.pick([STR, INT, self.random_kind(1)]), 1)
        return self.pick([
            f"(if {condition} {{ throw {value} }} else {{ 0 }})",
            f"throw {value}", f"(1 / ({self.integer(1, 100)} % 2))",
            f"[1, 2][{self.integer(1, 100)}]", "(9223372036854775807 + 1)",
            f"int({self.expr(STR, 1)})", f"(nil + {self.integer(0, 9)})",
            f"({self.pick(['None', 'Some(1)'])}).unwrap()",
            f"panic({self.expr(STR, 0)})", "missing_name", "(5).nothing()"])

    def try_value(self, kind, depth):
        name = self.name("e")
        self.scopes.append([Var(name, "error", True, True)])
        handler = self.expr(kind, depth - 1)
        self.scopes.pop()
        value = self.expr(kind, depth - 1)
        fails = f"{self.failing()}; " if self.chance(0.4) else ""
        shown = f"println({name}); " if self.chance(0.5) else ""
        last = f" finally {{ println(\"finally\") }}" if self.chance(0.2) else ""
        return f"(try {{ {fails}({value}) }} catch {name} {{ {shown}({handler}) }}{last})"

    def statements_flow(self, depth):
        forms = []
        if "try" in self.on and depth > 0:
            forms += [self.try_statement] * 2
        if "inout" in self.on and self.inout_functions():
            forms += [self.call_inout] * 2
        if "options" in self.on or "results" in self.on:
            if self.mult < 40:
                forms.append(self.question)
        if "comprehensions" in self.on:
            forms.append(self.print_comprehension)
        if "aliases" in self.on:
            forms += [self.alias_of_place, self.iterate_mutably]
        return forms

    # Aliases.

    def alias_of_place(self, depth=0):
        """A name for a place, by which the place changes."""
        known = [v for v in self.assignable() if v.name != "self" and
                 (v.kind in (INT, STR) or is_array(v.kind))]
        if not known:
            return self.declare(kind=array_of(INT))
        var, name = self.pick(known), self.name("r")
        place, kind = var.name, var.kind
        guard = ""
        if is_array(kind) and kind[1] in (INT, STR) and self.chance(0.5):
            guard, kind = f"if {place}.len() > 0 ", kind[1]
            place = f"{place}[{self.pick(['0', '-1', f'{place}.len() - 1'])}]"
        change = {INT: [f"*{name} = (*{name} + {self.integer(0, 100)}) % 1000",
                        f"*{name} = {self.integer(1, SMALL)}"],
                  STR: [f"*{name} = clip({name} + {self.literal(STR)})"]}.get(
            kind, [f"{name}.push({self.literal(kind[1])})" if is_array(kind) else "",
                   f"{name}.pop()", f"*{name} = {self.literal(kind)}"])
        body = "; ".join([f"let {name} = &mut {place}", self.pick(change),
                          f"println({name}, {place})", self.pick(change)])
        self.emit(f"{guard or 'if true '}{{ {body} }}")
        self.emit(f"println({var.name})")

    def iterate_mutably(self, depth=0):
        kind = self.pick([INT, STR])
        known = [v for v in self.of_kind(array_of(kind)) if not v.fixed]
        if not known:
            return self.declare(kind=array_of(kind))
        var, item = self.pick(known), self.name("x")
        change = f"*{item} = ({item} * 3 + 1) % 1000" if kind == INT else \
            f"*{item} = clip({item} + {self.literal(STR)})"
        if self.chance(0.3):
            change = f"if {self.lambda_body(item, kind, BOOL)} {{ " \
                     f"{self.pick(['break', 'continue'])} }}; " + change
        source = self.pick([f"{var.name}.iter_mut()", f"&mut {var.name}"])
        self.emit(f"for {item} in {source} {{ {change} }}")
        self.emit(f"println({var.name})")

    def try_statement(self, depth):
        """A try whose body, handler or end may also leave by other ways."""
        name = self.name("e")
        before = self.snapshot()
        for var, kind in before:
            if not var.pinned and self.has("retype", 0.3):
                var.kind = ANY
        state = [(v, v.pinned) for v, _ in before]
        for var, _ in before:
            var.pinned = True
        self.emit("try {")
        self.block(self.rng.randint(1, 3), depth - 1)
        if self.chance(0.5):
            self.emit("    " + self.failing())
        if self.chance(0.85):
            self.emit(f"}} catch {self.pick([name, f'({name})'])} {{")
            self.emit("    " + self.pick([
                f"println(\"caught\", {name})", f"println(f\"<{{{name}}}>\")",
                f"println(type_of({name}), {name})",
                f"if type_of({name}) == \"object\" {{ println({name}) }}"]))
            self.scopes.append([])
            self.block(self.rng.randint(1, 2), depth - 1)
            self.scopes.pop()
            if self.chance(0.1):
                self.emit(f"    throw {name}")
        else:
            self.emit("} finally {")
            self.emit("    println(\"end\")")
            self.emit("}")
            self.restore(state)
            return
        if self.chance(0.35):
            self.emit("} finally {")
            labels, in_loop, result = self.labels, self.in_loop, self.result
            self.labels, self.in_loop, self.result = [], 0, None
            self.block(1, depth - 1)
            self.labels, self.in_loop, self.result = labels, in_loop, result
        self.emit("}")
        self.restore(state)

    @staticmethod
    def restore(state):
        for var, pinned in state:
            var.pinned = pinned

    def question(self, depth=0):
        """`?` in a function of its own."""
        name, param, value = self.name("q"), self.name("a"), self.name("v")
        tag = "opt" if "options" in self.on else "res"
        kind = self.shallow()
        argument = ("opt", kind) if tag == "opt" else ("res", kind)
        wrap = "Some" if tag == "opt" else "Ok"
        saved = self.closure_scope([Var(param, argument, True, True)], None)
        self.scopes[-1].append(Var(value, kind))
        body = self.expr(kind, 1)
        self.leave_closure(saved)
        self.emit(f"fun {name}({param}) {{ let {value} = {param}?; {wrap}({body}) }}")
        self.emit(f"println({name}({self.expr(argument, 1)}), "
                  f"{name}({self.literal(argument)}))")

    # Comprehensions.

    def comprehensions(self, kind):
        inner = self.pick([INT, STR])
        name = self.name("x")
        made = []
        head = lambda: f"for {name} in {self.source(inner)}" + (
            f" if {self.lambda_body(name, inner, BOOL)}" if self.chance(0.5) else "")
        if is_array(kind):
            made.append(lambda: f"[{self.lambda_body(name, inner, kind[1])} {head()}]")
        if is_deep(kind) and kind[0] == "set":
            made.append(lambda: f"{{{self.lambda_body(name, inner, kind[1])} {head()}}}")
        if is_deep(kind) and kind[0] == "map":
            made.append(lambda: f"{{str({name}): "
                                f"{self.lambda_body(name, inner, kind[1])} {head()}}}")
        return made

    def print_comprehension(self, depth=0):
        x, y = self.name("x"), self.name("y")
        inner = self.pick([INT, STR])
        self.emit("println(" + self.pick([
            f"[({x}, {y}) for {x} in {self.source(inner)} for {y} in 0..2]",
            f"[[{y} for {y} in 0..{x}] for {x} in 0..4]",
            f"[{x} for {x} in {self.source(inner)} if {self.lambda_body(x, inner, BOOL)}]",
            f"{{{x} % 3 for {x} in 0..8}}",
            f"{{{x}: {x} * {x} for {x} in 1..=3}}"]) + ")")

    # In-out parameters.

    def inout_functions(self):
        return getattr(self, "inouts", [])

    def functions_inout(self):
        if "inout" not in self.on:
            return
        name, place = self.name("w"), self.name("a")
        kind = self.pick([INT, array_of(INT), self.random_kind(1)])
        others = [self.random_kind(0) for _ in range(self.rng.randint(0, 1))]
        names = [self.name("a") for _ in others]
        result = self.random_kind(0)
        recursive = self.chance(0.3)
        self.begin_function(result)
        count = self.name("a")
        params = ([count] if recursive else []) + [f"{place}: &mut T"] + names
        self.emit(f"fun {name}({', '.join(params)}) {{")
        self.scopes = [[]]
        self.scopes[0] = [Var(n, k) for n, k in zip(names, others)]
        self.declare_variable(place, kind, True)
        if "places" not in self.on:
            self.declare_places(place, kind, 1)
        self.indent += 1
        for _ in range(self.rng.randint(1, 3)):
            self.statement(1)
        targets = [v for v in self.variables() if v.pinned and not v.fixed and
                   v.name.split(".")[0] == place]
        for target in targets[:1]:
            self.emit(f"{target.name} = {self.clipped(target.kind, self.expr(target.kind, 1))}")
        if recursive:
            rest = "".join(f", {n}" for n in names)
            self.emit(f"if {count} > 0 {{ println({name}({count} - 1, &mut {place}{rest})) }}")
        self.emit(self.expr(result, 1))
        self.indent -= 1
        self.emit("}")
        cost = self.cost * (4 if recursive else 1)
        self.end_function()
        if not hasattr(self, "inouts"):
            self.inouts = []
        self.inouts.append((name, recursive, kind, others, cost))

    def call_inout(self, depth=0):
        name, recursive, kind, others, cost = self.pick(self.inout_functions())
        known = [v for v in self.of_kind(kind) if not v.fixed and v.name != "self"]
        if self.mult * (cost + 1) > self.BUDGET - self.cost:
            return self.print_values()
        if known and self.chance(0.7):
            place = self.pick(known).name
        else:
            place = self.name()
            self.emit(f"let mut {place} = {self.expr(kind, 1)}")
            self.declare_variable(place, kind, True)
        arrays = [v for v in self.of_kind(array_of(kind)) if not v.fixed]
        self.cost += self.mult * (cost + 1)
        args = (["2"] if recursive else []) + [f"&mut {place}"] + \
            [self.expr(k, 0) for k in others]
        self.emit(f"println({name}({', '.join(args)}), {place})")
        if arrays and self.mult * (cost + 1) <= self.BUDGET - self.cost:
            box = self.pick(arrays).name
            self.cost += self.mult * (cost + 1)
            args[1 if recursive else 0] = f"&mut {box}[-1]"
            self.emit(f"if {box}.len() > 0 {{ println({name}({', '.join(args)}), {box}) }}")

    # Modules.

    def functions_module(self):
        if "modules" not in self.on:
            return
        module, name, hidden = self.name("M").lower(), self.name("f"), self.name("f")
        kind, result = self.shallow(), self.random_kind(0)
        self.begin_function(result)
        functions, self.functions = self.functions, []
        shown, self.globals = self.globals, []
        param = self.name("a")
        self.emit(f"{self.pick(['mod', 'module'])} {module} {{")
        self.indent += 1
        self.emit(f"fun {hidden}(x) {{ {self.literal(result)} }}")
        self.emit(f"pub fun {name}({param}) {{")
        self.scopes = [[Var(param, kind)]]
        self.indent += 1
        self.statement(1)
        self.emit(f"if {self.boolean(1)} {{ return {hidden}({param}) }}")
        self.emit(self.expr(result, 1))
        self.indent -= 1
        self.emit("}")
        self.indent -= 1
        self.emit("}")
        self.functions, self.globals = functions, shown
        self.end_function()
        self.modules.append(Function(f"{module}::{name}", [param], [kind], 0, result, 5))
