#===- data.py - Tuples, maps, sets, objects, options, results -------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .base import (ANY, BOOL, INT, KEYS, NAMES, SMALL, STR, array_of, is_deep)


class Data:
    def kinds_data(self, depth):
        made = []
        if "tuples" in self.on:
            made.append(lambda: ("tup", tuple(
                self.random_kind(depth - 1) for _ in range(self.rng.randint(2, 3)))))
        if "maps" in self.on:
            made.append(lambda: ("map", self.random_kind(depth - 1)))
        if "sets" in self.on:
            made.append(lambda: ("set", self.pick([INT, STR])))
        if "objects" in self.on:
            made.append(lambda: ("obj", tuple(
                (n, self.random_kind(depth - 1))
                for n in self.rng.sample(NAMES, self.rng.randint(1, 3)))))
        if "options" in self.on:
            made.append(lambda: ("opt", self.option_kind()))
        if "results" in self.on:
            made.append(lambda: ("res", self.option_kind()))
        return made

    def option_kind(self):
        """Not an option itself, nor nil: loose optionals would mix them up."""
        kind = self.random_kind(0)
        return INT if kind in (ANY, "nil") or is_deep(kind) and \
            kind[0] in ("opt", "res") else kind

    def key(self):
        return f'"{self.pick(KEYS)}"'

    # Constructors.

    def expr_tup(self, kind, depth):
        return "(" + ", ".join(self.expr(k, depth - 1) for k in kind[1]) + ")"

    def literal_tup(self, kind):
        return "(" + ", ".join(self.literal(k) for k in kind[1]) + ")"

    def expr_map(self, kind, depth):
        pairs = [f"{self.key()}: {self.expr(kind[1], depth - 1)}"
                 for _ in range(self.rng.randint(1, 3))]
        form = self.rng.random()
        known = self.of_kind(kind)
        if form < 0.2:
            return "HashMap::new()"
        if form < 0.3 and known:
            return f"{self.pick(known).name}.merge({{{', '.join(pairs)}}})"
        if form < 0.4 and known:
            return f"{{...{self.pick(known).name}, {', '.join(pairs)}}}"
        return "{" + ", ".join(pairs) + "}"

    def literal_map(self, kind):
        if self.chance(0.3):
            return "HashMap::new()"
        return "{" + ", ".join(f"{self.key()}: {self.literal(kind[1])}"
                               for _ in range(self.rng.randint(1, 3))) + "}"

    def expr_set(self, kind, depth):
        form = self.rng.random()
        known = self.of_kind(kind)
        if form < 0.15:
            return "HashSet::new()"
        if form < 0.5 and known:
            operation = self.pick(["union", "intersection", "difference"])
            return f"{self.pick(known).name}.{operation}({self.expr(kind, depth - 1)})"\
                if depth > 0 else self.pick(known).name
        return self.literal_set(kind, lambda: self.expr(kind[1], depth - 1))

    def literal_set(self, kind, make=None):
        make = make or (lambda: self.literal(kind[1]))
        return "{" + ", ".join(make() for _ in range(self.rng.randint(2, 4))) + "}"

    def expr_obj(self, kind, depth):
        return "{" + ", ".join(f"{n}: {self.expr(k, depth - 1)}"
                               for n, k in kind[1]) + "}"

    def literal_obj(self, kind):
        return "{" + ", ".join(f"{n}: {self.literal(k)}" for n, k in kind[1]) + "}"

    def expr_opt(self, kind, depth):
        if self.chance(0.25):
            return "None"
        known = self.of_kind(kind)
        if known and depth > 0 and self.chance(0.4):
            name, inner = self.pick(known).name, kind[1]
            return self.pick([
                lambda: f"{name}.or({self.expr(kind, depth - 1)})",
                lambda: f"{name}.map(|w| {self.lambda_body('w', inner, inner)})",
                lambda: f"{name}.and_then(|w| Some({self.lambda_body('w', inner, inner)}))",
                lambda: f"{name}.filter(|w| {self.lambda_body('w', inner, BOOL)})",
                lambda: f"{name}.clone()"])()
        return f"Some({self.expr(kind[1], depth - 1)})"

    def literal_opt(self, kind):
        return "None" if self.chance(0.3) else f"Some({self.literal(kind[1])})"

    def expr_res(self, kind, depth):
        if self.chance(0.3):
            return f"Err({self.expr(STR, depth - 1)})"
        known = self.of_kind(kind)
        if known and depth > 0 and self.chance(0.4):
            name, inner = self.pick(known).name, kind[1]
            return self.pick([
                lambda: f"{name}.map(|w| {self.lambda_body('w', inner, inner)})",
                lambda: f"{name}.map_err(|w| {self.lambda_body('w', STR, STR)})",
                lambda: f"{name}.and_then(|w| Ok({self.lambda_body('w', inner, inner)}))"])()
        return f"Ok({self.expr(kind[1], depth - 1)})"

    def literal_res(self, kind):
        return f"Err({self.literal(STR)})" if self.chance(0.3) \
            else f"Ok({self.literal(kind[1])})"

    # Values out of them.

    def readers_data(self, kind, depth):
        made = []
        for var in self.variables():
            if not is_deep(var.kind):
                continue
            name, (tag, inner) = var.name, var.kind[:2]
            if tag == "tup":
                made += [lambda n=name, i=i: self.pick([f"{n}.{i}", f"{n}[{i}]"])
                         for i, k in enumerate(inner) if k == kind]
            elif tag == "obj":
                made += [lambda n=name, f=f: self.pick([f"{n}.{f}", f'{n}["{f}"]'])
                         for f, k in inner if k == kind]
            elif tag in ("map", "opt", "res") and inner == kind:
                made.append(lambda n=name, t=tag: self.unwrapped(n, t, kind))
            elif tag == "set" and kind == array_of(inner) or \
                    tag == "map" and kind == array_of(STR):
                method = "to_array" if tag == "set" else "keys"
                if tag == "map":
                    made.append(lambda n=name, m=method: f"{n}.{m}()")
            elif tag == "map" and kind == array_of(inner):
                made.append(lambda n=name: f"{n}.values()")
            if kind == INT and tag in ("map", "set", "tup"):
                made.append(lambda n=name: f"{n}.len()")
            if kind == BOOL:
                made += self.tests(name, tag, inner)
        return made

    def tests(self, name, tag, inner):
        if tag == "map":
            return [lambda: f"({self.key()} in {name})",
                    lambda: f"{name}.contains_key({self.key()})"]
        if tag == "set":
            return [lambda: f"{name}.contains({self.expr(inner, 1)})"]
        if tag == "opt":
            return [lambda: f"{name}.is_some()", lambda: f"{name}.is_none()"]
        if tag == "res":
            return [lambda: f"{name}.is_ok()", lambda: f"{name}.is_err()"]
        return []

    def unwrapped(self, name, tag, kind):
        other = self.grouped(self.literal(kind))
        if tag == "map":
            key = self.key()
            return self.pick([f"({name}.get({key}) ?? {other})",
                              f"{name}.get_or({key}, {other})",
                              f"({key} in {name} ? {name}[{key}] : {other})"]
                             + [f"{name}[{key}]"] * bool(self.errors))
        if tag == "opt":
            return self.pick([f"{name}.unwrap_or({other})", f"({name} ?? {other})",
                              f"(if let Some(w) = {name} {{ w }} else {{ {other} }})",
                              f"(match {name} {{ Some(w) => w, None => {other} }})"]
                             + [f"{name}.unwrap()"] * bool(self.errors))
        return self.pick([f"{name}.unwrap_or({other})",
                          f"(if let Ok(w) = {name} {{ w }} else {{ {other} }})",
                          f"(match {name} {{ Ok(w) => w, Err(e) => {other} }})"]
                         + [f"{name}.unwrap()"] * bool(self.errors))

    # Statements.

    def statements_data(self, depth):
        forms = [self.declare_deep]
        known = [v for v in self.variables() if is_deep(v.kind) and not v.fixed]
        if any(v.kind[0] == "map" for v in known):
            forms += [self.change_map] * 2
        if any(v.kind[0] == "set" for v in known):
            forms.append(self.change_set)
        if known and "copies" in self.on:
            forms.append(self.copy_and_change)
        if "destructuring" in self.on:
            forms.append(self.destructure)
        if "unions" in self.on:
            forms.append(self.union)
        return forms

    def declare_deep(self, depth=0):
        kind = self.deep_kind(2 if "deep" in self.on else 1)
        if kind is None:
            return self.declare()
        name = self.name()
        self.emit(f"let mut {name} = {self.clipped(kind, self.expr(kind, 2))}")
        self.declare_variable(name, kind, self.chance(0.7))

    def change_map(self, depth=0):
        var = self.pick([v for v in self.variables() if is_deep(v.kind)
                         and v.kind[0] == "map" and not v.fixed])
        name, inner = var.name, var.kind[1]
        key, value = self.key(), self.clipped(inner, self.expr(inner, 1))
        k, v = self.name("k"), self.name("v")
        forms = [f"{name}.insert({key}, {value})", f"{name}[{key}] = {value}",
                 f"println({name}.insert({key}, {value}), {name})",
                 f"println({name}.remove({key}), {name})",
                 f"println({name}.get({key}), {name}.len(), {name}.keys())",
                 f"for {k}, {v} in {name} {{ println({k}, {v}) }}",
                 f"for ({k}, {v}) in {name}.items() {{ println({v}, {k}) }}",
                 f"for {k} in {name} {{ print({k}, \";\") }}; println()",
                 f"for {k} in {name}.keys() {{ if {name}.len() > 1 {{ "
                 f"println({name}.remove({k})) }} }}",
                 f"{name}.entry({key}).or_insert({value})"]
        if inner == INT:
            forms += [f"if {key} in {name} {{ {name}[{key}] += {self.integer(1, 1000)}; "
                      f"{name}[{key}] %= 1000 }}",
                      f"*{name}.entry({key}).or_insert(0) += 1"]
        if is_deep(inner) is False and isinstance(inner, tuple):
            forms.append(f"if {key} in {name} && str({name}).len() < 200 {{ {name}[{key}]"
                         f".push({self.expr(inner[1], 1)}) }}")
        self.emit(self.pick(forms))
        if self.chance(0.3):
            self.emit(f"println({name})")

    def change_set(self, depth=0):
        var = self.pick([v for v in self.variables() if is_deep(v.kind)
                         and v.kind[0] == "set" and not v.fixed])
        name, value = var.name, self.expr(var.kind[1], 1)
        item = self.name("e")
        self.emit(self.pick([
            f"{name}.insert({value})", f"println({name}.insert({value}), {name})",
            f"println({name}.remove({value}), {name}.len())",
            f"for {item} in {name} {{ print({item}, \";\") }}; println()",
            f"println({value} in {name}, {name} == {self.expr(var.kind, 1)})"]))

    def copy_and_change(self, depth=0):
        """A copy, then a change of the one or the other."""
        known = [v for v in self.variables() if isinstance(v.kind, tuple)
                 and not v.shape and not v.fixed and v.kind[0] != "fn"]
        if not known:
            return self.declare_deep()
        var = self.pick(known)
        copy, box = self.name("c"), self.name("c")
        self.emit(self.pick([f"let mut {copy} = {var.name}",
                             f"let {box} = [{var.name}, {var.name}]; "
                             f"let mut {copy} = {box}[0]",
                             f"let {box} = {{p: {var.name}}}; let mut {copy} = {box}.p",
                             f"let ({copy}, {box}) = ({var.name}, {var.name})"]))
        self.scopes.append([])
        self.declare_variable(copy, var.kind, True)
        if "places" not in self.on:
            self.declare_places(copy, var.kind, 1)
        mine = list(self.scopes[-1])
        for target in self.rng.sample(mine, min(len(mine), 2)):
            self.emit(f"{target.name} = {self.clipped(target.kind, self.expr(target.kind, 1))}")
        if is_deep(var.kind) and var.kind[0] == "map":
            self.emit(f"{self.pick([copy, var.name])}.insert({self.key()}, "
                      f"{self.expr(var.kind[1], 0)})")
        elif not is_deep(var.kind):
            self.emit(f"{self.pick([copy, var.name])}.push({self.expr(var.kind[1], 0)})")
        self.emit(f"println({copy}, {var.name}, {copy} == {var.name})")
        self.scopes.pop()

    def destructure(self, depth=0):
        one, two, rest = (self.name() for _ in range(3))
        a, b = self.random_kind(1), self.random_kind(0)
        form = self.rng.randint(0, 5)
        if form == 0:
            self.emit(f"let ({one}, {two}) = ({self.expr(a, 1)}, {self.expr(b, 1)})")
        elif form == 1:
            b = array_of(a)
            dots = self.pick([f"...{two}", f"..{two}", f"{two} @ .."])
            self.emit(f"let [{one}, {dots}] = [{self.expr(a, 1)}] + {self.array(b, 1)}")
        elif form == 2:
            self.emit(f"let ({one}, [{two}, ..]) = ({self.expr(a, 1)}, "
                      f"[{self.expr(b, 1)}, {self.expr(b, 1)}])")
        elif form == 3:
            self.emit(f"let {{p: {one}, q: {two}}} = {{q: {self.expr(b, 1)}, "
                      f"p: {self.expr(a, 1)}}}")
        elif form == 4:
            source = self.clipped(array_of(a), self.array(array_of(a), 2))
            self.emit(f"for ({rest}, {one}) in {source}.enumerate() {{ "
                      f"println({rest}, {one}) }}")
            return
        else:
            b = a
            leave = f"return {self.expr(self.result, 0)}" if self.result else "throw \"none\""
            self.emit(f"let Some({one}) = {self.expr(('opt', a), 1) if 'options' in self.on else 'Some(' + self.expr(a, 1) + ')'}"
                      f" else {{ {leave} }}; let {two} = {one}")
        for name, kind in ((one, a), (two, b)):
            self.declare_variable(name, kind)

    def union(self, depth=0):
        """A variable that holds one kind and then another one."""
        name = self.name("u")
        kinds = [self.random_kind(1) for _ in range(3)]
        self.emit(f"let mut {name} = {self.expr(kinds[0], 1)}")
        item = self.name("i")
        self.emit(f"for {item} in 0..4 {{")
        self.emit(f"    if {item} == 1 {{ {name} = {self.expr(kinds[1], 1)} }}")
        self.emit(f"    if {item} == 2 {{ {name} = {self.expr(kinds[2], 1)} }}")
        self.emit(f"    println({item}, type_of({name}), {name}, {name} == {name})")
        self.emit("}")
        self.declare_variable(name, ANY)
