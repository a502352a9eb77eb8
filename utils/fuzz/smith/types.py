#===- types.py - Structs, enums, classes, traits --------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .base import ANY, BOOL, INT, SMALL, STR, Var, array_of, is_deep


class Decl:
    """A type of the program. `variants` are (name, form, fields)."""

    def __init__(self, name, fields=(), positional=False, base=None):
        self.name, self.fields, self.positional = name, list(fields), positional
        self.base, self.methods, self.variants, self.defaults = base, [], [], {}


class Method:
    def __init__(self, name, kinds, result, mutates, cost):
        self.name, self.kinds, self.result = name, kinds, result
        self.mutates, self.cost = mutates, cost


class Types:
    def declare_area_types(self):
        if "enums" in self.on:
            for _ in range(self.rng.randint(1, 2)):
                self.declare_enum()
        if "structs" in self.on:
            for _ in range(self.rng.randint(1, 2)):
                self.declare_struct()
        if "classes" in self.on:
            self.declare_class()
            if self.chance(0.6):
                self.declare_class(self.classes[-1])
        if "traits" in self.on and (self.structs or self.classes):
            self.declare_trait()

    def kinds_types(self, depth):
        made = []
        for tag, decls in (("struct", self.structs), ("enum", self.enums),
                           ("class", self.classes)):
            made += [lambda t=tag, d=d: (t, d) for d in decls]
        return made

    def field_kinds(self, count):
        return [self.random_kind(1) for _ in range(count)]

    def plain_kind(self):
        """Kinds that hold no instances, so that nothing is cyclic."""
        kind = self.shallow()
        return array_of(kind) if self.chance(0.3) else kind

    # Structs.

    def declare_struct(self):
        rng = self.rng
        name = self.name("S")
        positional = self.chance(0.2)
        kinds = self.field_kinds(rng.randint(1, 3))
        names = [str(i) for i in range(3)] if positional else \
            rng.sample(["x", "y", "a", "items", "next", "é"[:0] or "name"], 3)
        decl = Decl(name, list(zip(names, kinds)), positional)
        if positional:
            self.emit(f"struct {name}({', '.join('T' for _ in kinds)})")
        else:
            parts = []
            for field, kind in decl.fields:
                text = f"{field}: {self.type_note(kind)}"
                if self.chance(0.25):
                    decl.defaults[field] = self.literal(kind)
                    text += f" = {decl.defaults[field]}"
                parts.append(text)
            self.emit(f"struct {name} {{ {', '.join(parts)} }}")
        self.emit(f"impl {name} {{")
        self.indent += 1
        params = ", ".join(f"p{n}" for n, _ in decl.fields)
        values = ", ".join(f"p{n}" if positional else f"{n}: p{n}"
                           for n, _ in decl.fields)
        made = f"{name}({values})" if positional else f"{name} {{ {values} }}"
        self.emit(f"fun make({params}) -> {name} {{ {made} }}")
        for _ in range(rng.randint(1, 3)):
            self.method(decl, ("struct", decl))
        self.indent -= 1
        self.emit("}")
        self.structs.append(decl)

    def type_note(self, kind):
        return {INT: "i64", STR: "String", BOOL: "bool", "float": "f64"}.get(kind, "T") \
            if self.chance(0.5) else "T"

    def method(self, decl, kind, override=None, super_call=False):
        mutates = self.chance(0.6)
        name = override.name if override else self.name("m")
        kinds = override.kinds if override else [
            self.random_kind(0) for _ in range(self.rng.randint(0, 2))]
        result = override.result if override else self.random_kind(1)
        if override:
            mutates = override.mutates
        names = [self.name("a") for _ in kinds]
        receiver = "&mut self" if mutates else self.pick(["&self", "self", "&self"])
        self.begin_function(result)
        known, self.functions = self.functions, []
        self.emit(f"fun {name}({', '.join([receiver] + names)}) {{")
        self.scopes = [[Var(n, k) for n, k in zip(names, kinds)]]
        self.scopes[0].append(Var("self", kind, True, True))
        for field, field_kind in decl.fields:
            self.scopes[0].append(
                Var(f"self.{field}", field_kind, True, not mutates))
        self.indent += 1
        if super_call:
            self.emit(f"println(super.{name}({', '.join(names)}))")
        for _ in range(self.rng.randint(1, 3)):
            self.statement(1)
        self.emit(self.expr(result, 1))
        self.indent -= 1
        self.emit("}")
        cost = self.cost + (override.cost if override else 0)
        self.end_function()
        self.functions = known
        if not override:
            decl.methods.append(Method(name, kinds, result, mutates, cost))

    def expr_struct(self, kind, depth):
        return self.struct_value(kind, lambda k: self.expr(k, depth - 1), depth)

    def literal_struct(self, kind):
        return self.struct_value(kind, self.literal, 0)

    def struct_value(self, kind, make, depth):
        decl = kind[1]
        if decl.positional:
            return f"{decl.name}({', '.join(make(k) for _, k in decl.fields)})"
        if depth > 0 and self.chance(0.3):
            args = ", ".join(make(k) for _, k in decl.fields)
            return f"{decl.name}::make({args})"
        fields = [(n, k) for n, k in decl.fields
                  if n not in decl.defaults or self.chance(0.5)]
        parts = [f"{n}: {make(k)}" for n, k in fields]
        self.rng.shuffle(parts)
        known = self.of_kind(kind)
        if known and depth > 0 and self.chance(0.3):
            parts = parts[:1] + [f"..{self.pick(known).name}"]
        return f"({decl.name} {{ {', '.join(parts)} }})"

    # Enums.

    def declare_enum(self):
        rng = self.rng
        decl = Decl(self.name("E"))
        names = rng.sample(["Red", "Dot", "Move", "Rect", "Empty", "Wrap", "Last"],
                           rng.randint(2, 4))
        texts = []
        for index, name in enumerate(names):
            form = "unit" if index == 0 else self.pick(["unit", "tuple", "struct"])
            kinds = self.field_kinds(rng.randint(1, 2)) if form != "unit" else []
            fields = list(zip([str(i) for i in range(2)] if form == "tuple"
                              else ["w", "h"], kinds))
            decl.variants.append((name, form, fields))
            notes = ", ".join("T" if form == "tuple" else f"{n}: T" for n, _ in fields)
            texts.append({"unit": name, "tuple": f"{name}({notes})",
                          "struct": f"{name} {{ {notes} }}"}[form])
        self.emit(f"enum {decl.name} {{ {', '.join(texts)} }}")
        self.enums.append(decl)

    def expr_enum(self, kind, depth):
        return self.enum_value(kind, lambda k: self.expr(k, depth - 1))

    def literal_enum(self, kind):
        return self.enum_value(kind, self.literal)

    def enum_value(self, kind, make):
        name, form, fields = self.pick(kind[1].variants)
        path = f"{kind[1].name}::{name}"
        if form == "unit":
            return path
        if form == "tuple":
            return f"{path}({', '.join(make(k) for _, k in fields)})"
        return f"({path} {{ {', '.join(f'{n}: {make(k)}' for n, k in fields)} }})"

    # Classes.

    def declare_class(self, base=None):
        name = self.name("C")
        own = [(self.name("f"), self.plain_kind())
               for _ in range(self.rng.randint(1, 2))]
        decl = Decl(name, (base.fields if base else []) + own, base=base)
        self.emit(f"class {name}{' : ' + base.name if base else ''} {{")
        self.indent += 1
        for field, kind in own:
            self.emit(f"{field}: T = {self.literal(kind)}")
        params = [f"p{i}" for i in range(len(decl.fields))]
        self.emit(f"new({', '.join(params)}) {{")
        count = len(base.fields) if base else 0
        if base:
            self.emit(f"    super.new({', '.join(params[:count])})")
        for (field, _), param in zip(own, params[count:]):
            self.emit(f"    self.{field} = {param}")
        self.emit("}")
        for _ in range(self.rng.randint(1, 2)):
            self.method(decl, ("class", decl))
        if base:
            for method in base.methods:
                if self.chance(0.5):
                    self.method(decl, ("class", decl), method, self.chance(0.5))
            decl.methods += base.methods
        self.indent -= 1
        self.emit("}")
        self.classes.append(decl)

    def expr_class(self, kind, depth):
        known = self.of_kind(kind)
        if known and self.chance(0.5):
            return self.pick(known).name
        return self.class_value(kind, lambda k: self.expr(k, depth - 1))

    def literal_class(self, kind):
        return self.class_value(kind, self.literal)

    def class_value(self, kind, make):
        args = ", ".join(make(k) for _, k in kind[1].fields)
        return f"{kind[1].name}{self.pick(['::new', '.new', ''])}({args})"

    # Traits.

    def declare_trait(self):
        name, one, two = self.name("T"), self.name("m"), self.name("m")
        self.emit(f"trait {name} {{")
        self.emit(f"    fun {one}(&self) -> i64;")
        self.emit(f"    fun {two}(&self, k) {{ self.{one}() + k }}")
        self.emit("}")
        for tag, decls in (("struct", self.structs), ("class", self.classes)):
            for decl in decls:
                if decl.base:
                    continue
                self.emit(f"impl {name} for {decl.name} {{")
                self.begin_function(INT)
                self.scopes = [[Var(f"self.{f}", k, True, True)
                                for f, k in decl.fields]]
                self.emit(f"    fun {one}(&self) -> i64 {{ {self.integer(2, SMALL)} }}")
                if self.chance(0.3):
                    self.emit(f"    fun {two}(&self, k) {{ k * 2 }}")
                cost = self.cost + 2
                self.end_function()
                self.emit("}")
                for m, kinds in ((one, []), (two, [INT])):
                    decl.methods.append(Method(m, kinds, INT, False, cost))
        for decl in self.classes:
            if decl.base:
                decl.methods += [m for m in decl.base.methods
                                 if m not in decl.methods]
        self.trait_method = two

    # Uses.

    def method_calls(self, kind=None):
        """Calls that the budget allows, as (variable, method)."""
        found = []
        for var in self.variables():
            if is_deep(var.kind) and var.kind[0] in ("struct", "class"):
                found += [(var, m) for m in var.kind[1].methods
                          if kind in (None, m.result) and var.name != "self" and
                          not (m.mutates and var.fixed) and
                          self.mult * (m.cost + 1) <= self.BUDGET - self.cost]
        return found

    def method_call(self, var, method):
        self.cost += self.mult * (method.cost + 1)
        args = ", ".join(self.expr(k, 1) for k in method.kinds)
        return f"{var.name}.{method.name}({args})"

    def readers_types(self, kind, depth):
        made = [lambda c=c: self.method_call(*c) for c in self.method_calls(kind)]
        for var in self.variables():
            if is_deep(var.kind) and var.kind[0] in ("struct", "class") and \
                    var.name != "self":
                made += [lambda v=var, f=f: f"{v.name}.{f}"
                         for f, k in var.kind[1].fields if k == kind]
        return made

    def statements_types(self, depth):
        forms = []
        if self.structs or self.enums or self.classes:
            forms.append(self.declare_typed)
        if self.method_calls():
            forms += [self.call_method] * 2
        if self.classes and self.of_kind(*[("class", c) for c in self.classes]):
            forms.append(self.alias)
        if "traits" in self.on and hasattr(self, "trait_method"):
            forms.append(self.dispatch)
        return forms

    def declare_typed(self, depth=0):
        kind = self.pick(self.kinds_types(1))()
        name = self.name()
        if self.chance(0.25) and kind[0] != "class":
            kind = array_of(kind)
        self.emit(f"let mut {name} = {self.clipped(kind, self.expr(kind, 2))}")
        self.declare_variable(name, kind, True)

    def call_method(self, depth=0):
        calls = self.method_calls()
        if not calls:
            return self.print_values()
        var, method = self.pick(calls)
        self.emit(f"println({self.method_call(var, method)}, {var.name})")

    def alias(self, depth=0):
        var = self.pick(self.of_kind(*[("class", c) for c in self.classes]))
        name = self.name("c")
        field, kind = self.pick(var.kind[1].fields)
        self.emit(f"let {name} = {self.pick([var.name, f'[{var.name}][0]'])}")
        self.emit(f"{name}.{field} = {self.clipped(kind, self.expr(kind, 1))}")
        self.emit(f"println({var.name}, {name} == {var.name}, {var.name}.{field})")
        self.declare_variable(name, var.kind, True)

    def dispatch(self, depth=0):
        """One call that reaches methods of several types."""
        values = [v.name for v in self.variables() if is_deep(v.kind) and
                  v.kind[0] in ("struct", "class") and v.name != "self"]
        if not values or self.mult * 20 > self.BUDGET - self.cost:
            return self.declare_typed()
        self.cost += self.mult * 20
        item = self.name("e")
        self.emit(f"for {item} in [{', '.join(values[:3])}] {{ "
                  f"println({item}.{self.trait_method}({self.integer(1, SMALL)})) }}")
