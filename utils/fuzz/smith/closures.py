#===- closures.py - Lambdas, captures, higher-order methods ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .base import (ANY, BOOL, FLOAT, INT, NIL, SMALL, STR, Var, array_of, is_array,
                   is_deep)


class Closures:
    def lambda_body(self, name, kind, result, depth=1):
        """An expression over a parameter, and over what is around it."""
        saved = self.closure_scope([Var(name, kind)], None)
        text = self.expr(result, depth)
        self.leave_closure(saved)
        return self.grouped(text)

    @staticmethod
    def grouped(text):
        return f"({text})" if text.startswith("{") else text

    def expr_fn(self, kind, depth):
        _, kinds, result = kind
        names = [self.name("x") for _ in kinds]
        saved = self.closure_scope([Var(n, k) for n, k in zip(names, kinds)], result)
        outer = [v for v in self.variables() if v.name not in names and
                 not v.fixed and not v.shape and v.kind in (INT, STR, FLOAT)]
        body = []
        if outer and "counters" in self.on and self.chance(0.5):
            var = self.pick(outer)
            body.append({INT: f"{var.name} = ({var.name} + {self.integer(0, 100)}) % 1000",
                         STR: f"{var.name} = clip({var.name} + {self.literal(STR)})",
                         FLOAT: f"{var.name} = {var.name} * 0.5 + 1"}[var.kind])
        if self.chance(0.2):
            body.append(f"if {self.boolean(1)} {{ return {self.expr(result, 0)} }}")
        value = self.expr(result, 1)
        self.leave_closure(saved)
        params = ", ".join(names)
        if body:
            return f"|{params}| {{ {'; '.join(body + [value])} }}"
        if self.chance(0.2):
            return f"({params}) => {self.grouped(value)}" if kinds else \
                f"|| {self.grouped(value)}"
        return f"|{params}| {self.grouped(value)}"

    literal_fn = lambda self, kind: self.expr_fn(kind, 0)

    def fn_kind(self):
        count = self.rng.randint(0, 2)
        return ("fn", tuple(self.shallow() for _ in range(count)), self.random_kind(0))

    def function_variables(self, result=None):
        return [v for v in self.variables() if is_deep(v.kind) and v.kind[0] == "fn"
                and result in (None, v.kind[2]) and
                self.mult * self.CLOSURE_COST * 3 <= self.BUDGET - self.cost]

    def call_closure(self, name, kind):
        self.cost += self.mult * self.CLOSURE_COST * 3
        return f"{name}({', '.join(self.expr(k, 1) for k in kind[1])})"

    # Values.

    def readers_closures(self, kind, depth):
        made = [lambda v=v: self.call_closure(v.name, v.kind)
                for v in self.function_variables(kind)]
        if "higher" in self.on:
            made += self.higher(kind)
        if "pipelines" in self.on and not self.plain:
            made.append(lambda: f"({self.pipe_source()} |> |x| "
                                f"{self.lambda_body('x', INT, kind)})")
        return made

    def pipe_source(self):
        return self.pick([self.integer(0, SMALL), f"({self.integer(1, SMALL)})"])

    def source(self, kind):
        """An array, or something that gives one."""
        known = self.of_kind(array_of(kind))
        if known and self.chance(0.7):
            return self.pick(known).name
        return self.literal(array_of(kind))

    def higher(self, kind):
        inner = self.pick([INT, INT, STR, FLOAT if "float" in self.on else INT])
        source = lambda: self.source(inner)
        body = lambda result: self.lambda_body("x", inner, result)
        made = []
        if is_array(kind):
            made += [lambda: f"{source()}.map(|x| {body(kind[1])})"]
            if kind[1] == inner:
                made += [lambda: f"{source()}.filter(|x| {body(BOOL)})",
                         lambda: f"{source()}.sort_by_key(|x| {body(INT)})",
                         lambda: f"{source()}.flat_map(|x| [x, {body(inner)}])"]
            if kind[1] == ("tup", (INT, inner)):
                made.append(lambda: f"{source()}.enumerate()")
            if kind[1] == ("tup", (inner, inner)):
                made.append(lambda: f"{source()}.zip({source()})")
        if kind == BOOL:
            made += [lambda: f"{source()}.any(|x| {body(BOOL)})",
                     lambda: f"{source()}.all(|x| {body(BOOL)})"]
        if kind == INT:
            made += [lambda: f"{source()}.filter(|x| {body(BOOL)}).len()",
                     lambda: f"({self.source(INT)}.map(|x| x % 1000).sum() % 1000)",
                     lambda: f"({self.source(INT)}.fold(0, |a, b| (a * 3 + b % 97) % 1009))"]
        if kind == STR:
            made.append(lambda: f"clip({self.source(INT)}.fold(\"\", |a, b| a + b))")
        return made

    # Statements.

    def statements_closures(self, depth):
        forms = []
        if "closures" in self.on:
            forms += [self.declare_closure] * 2
            if self.function_variables():
                forms += [self.call_variable, self.keep_closures]
            if self.mult < 20:
                forms.append(self.closures_of_a_loop)
        if "counters" in self.on and self.mult < 20:
            forms.append(self.counter)
        if "nested-functions" in self.on and self.mult < 20:
            forms.append(self.nested_function)
        if "higher" in self.on:
            forms.append(self.higher_statement)
        return forms

    def declare_closure(self, depth=0):
        kind, name = self.fn_kind(), self.name("h")
        self.emit(f"let {name} = {self.expr_fn(kind, 1)}")
        var = self.declare_variable(name, kind)
        var.pinned = var.fixed = True
        if self.function_variables():
            self.emit(f"println({self.call_closure(name, kind)})")

    def call_variable(self, depth=0):
        if not self.function_variables():
            return self.declare_closure()
        var = self.pick(self.function_variables())
        numbers = [v.name for v in self.of_kind(INT, STR)][-3:]
        self.emit(f"println({', '.join([self.call_closure(var.name, var.kind)] + numbers)})")

    def keep_closures(self, depth=0):
        """Closures in arrays, maps and tuples."""
        if not self.function_variables():
            return self.declare_closure()
        var = self.pick(self.function_variables())
        kind, box, item = var.kind, self.name("h"), self.name("h")
        other = self.expr_fn(kind, 1)
        call = self.call_closure(item, kind)
        self.cost += 2 * self.mult * self.CLOSURE_COST
        self.emit(self.pick([
            f"let {box} = [{var.name}, {other}]; for {item} in {box} {{ println({call}) }}",
            f"let {box} = {{a: {var.name}, b: {other}}}; let {item} = {box}.b; "
            f"println({call}, {box}.a == {var.name})",
            f"let {box} = ({var.name}, {other}); let {item} = {box}.1; println({call})",
            f"let {box} = [{var.name}]; {box}.push({other}); "
            f"println({box}[0]{call[len(item):]}, {box}[-1]{call[len(item):]}, {box}.len())"]))

    def closures_of_a_loop(self, depth=0):
        """Each round has its own variable; what is around is shared."""
        box, index, total, item = (self.name(p) for p in "hith")
        self.cost += self.mult * 30
        self.emit(f"let mut {box} = []")
        self.emit(f"let mut {total} = {self.integer(0, 100)}")
        self.emit(f"for {index} in 0..3 {{")
        inner = self.pick([f"{total} += {index}; {total} * 10 + {index}",
                           f"{index} + {total}", f"{index} += 1; {index}"])
        self.emit(f"    {box}.push(|| {{ {inner} }})")
        if self.chance(0.4):
            self.emit(f"    if {index} == 1 {{ {self.pick(['continue', 'break', f'{index} = 7'])} }}")
        self.emit("}")
        if self.chance(0.5):
            self.emit(f"{total} = {total} * 2")
        self.emit(f"for {item} in {box} {{ println({item}(), {item}(), {total}) }}")

    def counter(self, depth=0):
        """State that outlives the function that made it."""
        make, one, two, state = (self.name(p) for p in "khhs")
        self.cost += self.mult * 12
        kind = self.pick([INT, STR, array_of(INT)])
        change, start = {INT: (f"{state} += k; {state}", self.integer(0, 100)),
                         STR: (f"{state} = {state} + k; {state}", self.literal(STR)),
                         }.get(kind, (f"{state}.push(k); {state}", "[]"))
        self.emit(f"let {make} = |{state}| {{ |k| {{ {change} }} }}")
        self.emit(f"let {one} = {make}({start})")
        self.emit(f"let {two} = {self.pick([one, f'{make}({start})'])}")
        self.emit(f"println({one}(1), {two}(2), {one}(3), {two}(4))")
        if self.chance(0.3):
            pair = self.name("h")
            self.emit(f"let {pair} = {{ let {state} = {start}; "
                      f"(|k| {{ {change} }}, || {state}) }}")
            self.emit(f"println({pair}.0(5), {pair}.1(), {pair}.0(6), {pair}.1())")

    def nested_function(self, depth=0):
        name, param = self.name("n"), self.name("a")
        kind, result = self.shallow(), self.random_kind(0)
        saved = self.closure_scope([Var(param, kind)], result)
        self.emit(f"fun {name}({param}) {{")
        self.indent += 1
        for _ in range(self.rng.randint(1, 2)):
            self.statement(1)
        self.emit(self.expr(result, 1))
        self.indent -= 1
        self.emit("}")
        self.leave_closure(saved)
        var = self.declare_variable(name, ("fn", (kind,), result))
        var.pinned = var.fixed = True
        if self.function_variables():
            self.emit(f"println({self.call_closure(name, var.kind)})")

    def higher_statement(self, depth=0):
        kind = self.pick([INT, STR])
        name, source = self.name("y"), self.source(kind)
        body = lambda result: self.lambda_body("x", kind, result)
        self.emit(f"let {name} = " + self.pick([
            lambda: f"{source}.map(|x| {body(self.random_kind(0))})",
            lambda: f"{source}.map(|x| (x, {body(self.random_kind(0))}))",
            lambda: f"{source}.filter(|x| {body(BOOL)})",
            lambda: f"{source}.enumerate().map(|(i, x)| (i, {body(STR)}))",
            lambda: f"{source}.find(|x| {body(BOOL)})",
            lambda: f"{source}.position(|x| {body(BOOL)})",
            lambda: f"{source}.partition(|x| {body(BOOL)})",
            lambda: f"{source}.sort_by(|a, b| b.cmp(a))",
            lambda: f"{source}.zip([1, 2, 3])", lambda: f"{source}.chunks(2)",
            lambda: f"{source}.windows(2)", lambda: f"{source}.unique()",
            lambda: f"(0..5).map(|x| x * {self.integer(0, 30)}).filter(|x| x % 2 == 0)",
            lambda: f"{source}.reduce(|a, b| a + b)",
            lambda: f"{source}.take(2).rev()",
            lambda: f"{source}.filter_map(|x| if {body(BOOL)} {{ Some(x) }} else {{ None }})",
            lambda: f"{source}.each(|x| println(\"each\", x))"])())
        self.emit(f"println({name})")
