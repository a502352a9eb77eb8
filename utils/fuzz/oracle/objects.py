#===- objects.py - Types, patterns, errors --------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .lexer import RErr, SynErr
from .matching import Matching
from .values import *


class Thrown(RErr):
    thrown = True

    def __init__(self, value, pos):
        again = isinstance(value, Map) and value.full
        super().__init__(again or "Uncaught exception: " + D(value), pos)
        self.value = value


def failure(text, pos):
    return RErr("Runtime error: " + text, pos)


class Objects(Matching):
    # Items.

    def item(self, n, env):
        _, pos, form, name, *rest = n
        if form == "module":
            inner = Env(env, True)
            self.hoist(rest[0][2], inner)
            for statement in rest[0][2]:
                if statement[0] != "item":
                    self.ev(statement, inner)
            env.d[name] = Module(name, inner, None)
            return
        known = self.types.setdefault(name, Type(form, name))
        known.env = env
        if form in ("struct", "class"):
            known.form = form
            known.fields = rest[0]
            known.tuple = form == "struct" and rest[2]
            known.base = rest[2] if form == "class" else None
            self.add_methods(known, rest[1], env)
        elif form == "enum":
            known.form = form
            known.variants = {v[0]: v for v in rest[0]}
            known.order = [v[0] for v in rest[0]]
        elif form == "impl":
            self.add_methods(known, rest[0], env)
            if rest[1]:
                known.traits = getattr(known, "traits", []) + [rest[1]]
        elif form == "trait":
            known.form = form
            self.add_methods(known, rest[0], env)

    def add_methods(self, known, methods, env):
        for _, pos, name, params, body, mutates in methods:
            if body is not None:
                method = Fn(name, params, body, env, pos, mutates)
                method.decl = known
                known.methods[name] = method

    def find_method(self, known, name):
        while known is not None:
            if name in known.methods:
                return known.methods[name]
            for trait in getattr(known, "traits", []):
                if trait in self.types and name in self.types[trait].methods:
                    return self.types[trait].methods[name]
            known = self.types.get(known.base) if known.base else None
        return None

    def all_fields(self, known):
        base = self.all_fields(self.types[known.base]) if known.base else []
        return base + list(known.fields)

    # Construction.

    def e_struct(self, n, e, t):
        names, given = n[2], n[3]
        pos = n[1]
        known = self.types.get(names[0])
        if len(names) > 1 and known and known.form == "enum":
            return Var(known.name, names[-1],
                       {k: self.ev(x, e) for k, x in given})
        if known is None:
            raise SynErr("literal of " + names[0])
        fields, base = {}, None
        for name, value in given:
            if name == "..":
                base = self.ev(value, e)
            else:
                fields[name] = self.ev(value, e)
        wanted = self.all_fields(known)
        for name in fields:
            if name not in dict(wanted):
                raise failure(f"Struct {known.name} does not have field '{name}'", pos)
        made = {}
        for name, default in wanted:
            if name in fields:
                made[name] = fields[name]
            elif base is not None:
                made[name] = cp(base.f[name])
            elif default is not None:
                made[name] = self.ev(default, known.env)
            else:
                raise failure(f"Missing required field '{name}' for struct {known.name}",
                              pos)
        return Obj(known, made, known.form == "class")

    def make(self, known, n, e, pos):
        values, named, places = self.arguments(n[3], e, None)
        if known.form == "struct":
            return Obj(known, {f: v for (f, _), v in zip(known.fields, values)})
        return self.construct(known, values, named, pos)

    def construct(self, known, values, named, pos):
        fields = {f: None if d is None else self.ev(d, known.env)
                  for f, d in self.all_fields(known)}
        made = Obj(known, fields, True)
        method = self.find_method(known, "new")
        if method:
            result = self.run(method, self.bind_self(method, made, values, named, pos))
            if isinstance(result, Obj) and result.decl is known:
                return result
        return made

    def bind_self(self, method, receiver, values, named, pos):
        if method.ps and method.ps[0][0] == ("bind", "self"):
            return self.bind(method, [receiver] + values, named, pos)
        env = self.bind(method, values, named, pos)
        env.d["self"] = receiver
        return env

    def e_path(self, n, e, t):
        names = n[2]
        known = self.types.get(names[0])
        if known and known.form == "enum" and names[-1] in known.variants:
            return Var(known.name, names[-1])
        return self.member(n, e)

    def member(self, n, e):
        names = n[2]
        found = e.find(names[0])
        value = found.d[names[0]] if found else None
        if isinstance(value, Module):
            return value.env.d[names[1]]
        raise SynErr("path " + "::".join(names))

    def call_path(self, n, e):
        names, pos = n[2][2], n[2][1]
        known = self.types.get(names[0])
        if names in (("HashMap", "new"), ("HashSet", "new"), ("BTreeMap", "new")):
            return Set() if "Set" in names[0] else Map()
        if known is None:
            method = self.member(n[2], e)
            values, named, places = self.arguments(n[3], e, method)
            return self.run_places(method, self.bind(method, values, named, pos),
                                   places, e, 0)
        if known.form == "enum" and names[-1] in known.variants:
            return Var(known.name, names[-1], [self.ev(x, e) for _, x, _ in n[3]])
        method = self.find_method(known, names[-1])
        values, named, places = self.arguments(n[3], e, method)
        if known.form == "class" and names[-1] == "new":
            return self.construct(known, values, named, pos)
        if method is None:
            raise SynErr("static " + names[-1])
        return self.run_places(method, self.bind(method, values, named, pos), places, e, 0)

    # Fields.

    def e_field(self, n, e, t):
        return cp(self.field(self.evref(n[2], e), n[3], n[1]))

    def field(self, value, name, pos):
        if isinstance(value, Obj):
            if name in value.f:
                return value.f[name]
            raise failure(f"Field '{name}' not found in {kind(value)} {value.decl.name}",
                          pos)
        if isinstance(value, Map):
            if value.has(name):
                return value.get(name)
            raise failure(f"Object has no field named '{name}'", pos)
        if isinstance(value, Tup) and name.isdigit():
            return value.v[self.norm(value, int(name), pos)]
        if isinstance(value, Module):
            return value.env.d[name]
        raise failure(f"Cannot access field '{name}' on type {kind(value)}", pos)

    def store_field(self, value, name, new, pos):
        if isinstance(value, Obj):
            self.field(value, name, pos)
            value.f[name] = new
        elif isinstance(value, Tup) and name.isdigit():
            value.v[self.norm(value, int(name), pos)] = new
        else:
            raise failure(f"Cannot access field '{name}' on type {kind(value)}", pos)

    # Small forms.

    def e_tuple(self, n, e, t):
        return Tup([self.ev(x, e) for x in n[2]])

    def e_map(self, n, e, t):
        made = Map()
        for key, value in n[2]:
            if key == "...":
                for k, v in self.ev(value, e).pairs():
                    made.put(k, v)
            else:
                made.put(self.ev(key, e), self.ev(value, e))
        return made

    def e_set(self, n, e, t):
        return Set([self.ev(x, e) for x in n[2]])

    def e_comp(self, n, e, t):
        found = []

        def go(clauses, env):
            if not clauses:
                found.append(tuple(self.ev(x, env) for x in n[3]))
            elif clauses[0][0] == "if":
                if truthy(self.ev(clauses[0][1], env)):
                    go(clauses[1:], env)
            else:
                _, pattern, source = clauses[0]
                for x in self.iter(self.ev(source, env), source[1], pattern):
                    inner = Env(env)
                    self.pm(pattern, cp(x), inner.d)
                    go(clauses[1:], inner)
        go(n[4], e)
        if n[2] == "array":
            return [x[0] for x in found]
        if n[2] == "set":
            return Set([x[0] for x in found])
        made = Map()
        for key, value in found:
            made.put(key, value)
        return made

    def e_refmut(self, n, e, t):
        return self.ev(n[2], e)

    e_deref = e_refmut

    def e_question(self, n, e, t):
        value = self.ev(n[2], e)
        if isinstance(value, Var) and value.of in ("Option", "Result"):
            if value.name in ("None", "Err"):
                raise Ret(value)
            return value.p[0]
        if value is None:
            raise Ret(value)
        return value

    def e_nn(self, n, e, t):
        value = self.ev(n[2], e)
        if isinstance(value, Var) and value.of == "Option":
            return self.ev(n[3], e, t) if value.name == "None" else value.p[0]
        return value if value is not None else self.ev(n[3], e, t)

    def e_pipe(self, n, e, t):
        value, stage = self.ev(n[2], e), n[3]
        if stage[0] == "call":
            function = self.ev(stage[2], e)
            return self.apply(function, [value] + [self.ev(x, e) for _, x, _ in stage[3]],
                              n[1])
        return self.apply(self.ev(stage, e), [value], n[1])

    def apply(self, function, values, pos):
        if isinstance(function, Bi):
            return self.builtin(function.n, values, ("call", pos, None, []), pos)
        if not isinstance(function, Fn):
            raise RErr(f"Type error: Cannot call non-function value: {kind(function)}", pos)
        return self.run(function, self.bind(function, values, {}, pos))

    # Errors.

    def e_throw(self, n, e, t):
        raise Thrown(self.ev(n[2], e), n[1])

    def e_try(self, n, e, t):
        _, pos, body, name, handler, last = n
        try:
            try:
                return self.ev(body, e)
            except RErr as error:
                if handler is None:
                    raise
                env = Env(e)
                env.d[name] = self.caught(error)
                return self.ev(handler, env)
        finally:
            if last is not None:
                self.ev(last, e)

    def caught(self, error):
        if error.thrown:
            return cp(error.value)
        text, form = error.text, "RuntimeError"
        for prefix, name in (("Runtime error: ", "RuntimeError"),
                             ("Type error: ", "TypeError")):
            if text.startswith(prefix):
                text, form = text[len(prefix):], name
        if text == "Division by zero":
            form = "DivisionByZero"
        if text.startswith("Assertion failed"):
            form = "AssertionError"
        made = Map(text)
        made.full = error.text
        made.put("message", text)
        made.put("type", form)
        return made

    # Patterns.

    def e_match(self, n, e, t):
        value = self.ev(n[2], e)
        for pattern, guard, body in n[3]:
            env = Env(e)
            if self.pm(pattern, value, env.d) and \
                    (guard is None or truthy(self.ev(guard, env))):
                return self.ev(body, env, t)
        raise failure("No match arm matched the value", n[1])

    def e_iflet(self, n, e, t):
        pattern, value = n[2]
        env = Env(e)
        if self.pm(pattern, self.ev(value, e), env.d):
            return self.ev(n[3], env, t)
        return self.ev(n[4], e, t) if n[4] else None

    def e_whilelet(self, n, e, t):
        while True:
            env = Env(e)
            if not self.pm(n[3], self.ev(n[4], e), env.d):
                return None
            if self.loop1(n, n[5], env):
                return None

    def e_letpat(self, n, e, t):
        value, found = self.ev(n[3], e), {}
        if self.pm(n[2], value, found):
            e.d.update(found)
            return value
        if n[4] is not None:
            return self.ev(n[4], e)
        raise failure("Pattern did not match the value", n[1])
