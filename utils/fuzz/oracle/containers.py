#===- containers.py - Methods of containers, options and functions --------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

import functools

from .lexer import RErr, SynErr
from .objects import Objects, failure
from .values import *


def option(value):
    return Var("Option", "None") if value is None else Var("Option", "Some", [value])


class Interpreter(Objects):
    def e_method(self, n, e, t):
        name, pos = n[3], n[1]
        base = n[2]
        if base[0] == "var":
            if base[2] == "super":
                return self.call_super(n, e)
            if e.find(base[2]) is None and base[2] in self.types:
                return self.call_path(("call", pos, ("path", pos, (base[2], name)), n[4]), e)
        if base[0] == "method" and base[3] == "entry":
            return self.or_insert(n, e)
        root = steps = None
        if self.isplace(base):
            root, steps = self.path(base, e)
            found = e.find(root[2])
            if found and isinstance(found.d[root[2]], Module) and not steps:
                return self.call_path(
                    ("call", pos, ("path", pos, (root[2], name)), n[4]), e)
            values, named, places = self.arguments(n[4], e, None)
            value = self.getp(root, steps, e)
        else:
            value = self.ev(base, e)
            values, named, places = self.arguments(n[4], e, None)
        method = self.find_method(value.decl, name) if isinstance(value, Obj) else None
        if method:
            return self.user_method(method, value, root, steps, values, places, pos, e)
        return self.library(n, value, root, values)

    def user_method(self, method, value, root, steps, values, places, pos, e):
        receiver = value if value.ref else cp(value)
        env = self.bind_self(method, receiver, values, {}, pos)
        try:
            return self.run_places(method, env, places, e, 1)
        finally:
            if root is not None and method.mut and not value.ref:
                self.store(root, steps, cp(env.d["self"]), e)

    def call_super(self, n, e):
        scope = e
        while "self" not in scope.d:
            scope = scope.p
        receiver = scope.d["self"]
        # The class whose method is running decides, not that of the instance.
        env = e
        decl = None
        while env is not None and decl is None:
            decl = env.d.get("<class>")
            env = env.p
        base = self.types[decl.base]
        method = self.find_method(base, n[3])
        values = [self.ev(x, e) for _, x, _ in n[4]]
        return self.run(method, self.bind_self(method, receiver, values, {}, n[1]))

    def bind_self(self, method, receiver, values, named, pos):
        env = super().bind_self(method, receiver, values, named, pos)
        env.d["<class>"] = method.decl
        return env

    def or_insert(self, n, e, add=None):
        entry = n[2]
        root, steps = self.path(entry[2], e)
        key = self.ev(entry[4][0][1], e)
        value = self.ev(n[4][0][1], e)
        place = self.getp(root, steps, e)
        if not isinstance(place, Map):
            raise failure(f"Method 'entry' not found for type {kind(place)}", entry[1])
        if not place.has(key):
            place.put(key, value)
        self.entered = (place, key)
        return cp(place.get(key))

    def e_asg(self, n, e, t):
        place = n[3]
        if place[0] == "deref" and place[2][0] == "method":
            self.ev(place[2], e)
            holder, key = self.entered
            value = self.ev(n[4], e)
            if n[2] != "=":
                value = binop(n[2][:-1], holder.get(key), value, n[1])
            holder.put(key, value)
            return value
        return super().e_asg(n, e, t)

    # Methods.

    def library(self, n, v, root, values):
        name, pos = n[3], n[1]
        k = kind(v)
        forms = {"object": self.map_method, "set": self.set_method,
                 "array": self.array_method, "range": self.range_method}
        if isinstance(v, Var) and v.of in ("Option", "Result"):
            forms["enum_variant"] = self.option_method
        if name == "clone":
            return cp(v)
        if name == "to_string":
            return catstr(v)
        if k == "tuple" and name == "len":
            return len(v.v)
        if k in forms:
            result = forms[k](name, v, root, values, pos, n)
            if result is not NotImplemented:
                return result
        loose = self.loose(name, v, values, pos)
        if loose is not NotImplemented:
            return loose
        if name == "cmp":
            less, equal = binop("<", v, values[0], pos), eq(v, values[0])
            return Var("Ordering", "Less" if less else "Equal" if equal else "Greater")
        return self.slice_method(n, v, root, values)

    def loose(self, name, v, values, pos):
        if name not in ("unwrap", "unwrap_or", "is_some", "is_none", "is_ok", "is_err"):
            return NotImplemented
        if v is None:
            if name == "unwrap":
                raise failure("called `Option::unwrap()` on a `None` value", pos)
            return {"unwrap_or": lambda: values[0], "is_some": lambda: False,
                    "is_none": lambda: True, "is_ok": lambda: True,
                    "is_err": lambda: False}[name]()
        return {"unwrap": v, "unwrap_or": v, "is_some": True, "is_none": False,
                "is_ok": True, "is_err": False}[name]

    def option_method(self, name, v, root, values, pos, n):
        good = v.name in ("Some", "Ok")
        call = lambda f, x: self.apply(f, [x], pos)
        if name in ("is_some", "is_ok"):
            return good
        if name in ("is_none", "is_err"):
            return not good
        if name in ("unwrap", "expect"):
            if good:
                return cp(v.p[0])
            if v.of == "Option":
                raise failure("called `Option::unwrap()` on a `None` value", pos)
            raise failure("called `Result::unwrap()` on an `Err` value: " + Dbg(v.p[0]), pos)
        if name == "unwrap_or":
            return cp(v.p[0]) if good else values[0]
        if name == "or":
            return cp(v) if good else values[0]
        if name == "map":
            return Var(v.of, v.name, [call(values[0], cp(v.p[0]))]) if good else cp(v)
        if name == "map_err":
            return cp(v) if good else Var(v.of, v.name, [call(values[0], cp(v.p[0]))])
        if name == "and_then":
            return call(values[0], cp(v.p[0])) if good else cp(v)
        if name == "filter":
            return cp(v) if good and truthy(call(values[0], cp(v.p[0]))) else \
                Var("Option", "None")
        return NotImplemented

    def map_method(self, name, v, root, values, pos, n):
        if name == "insert":
            old = v.get(values[0])
            if root is not None:
                v.put(values[0], cp(values[1]))
            return old
        if name == "remove":
            old = v.get(values[0])
            v.d.pop(hkey(values[0]), None)
            return old
        if name == "get":
            return cp(v.get(values[0]))
        if name == "get_or":
            return cp(v.get(values[0])) if v.has(values[0]) else values[1]
        if name in ("contains_key", "has_key", "has"):
            return v.has(values[0])
        if name == "len":
            return len(v.d)
        if name == "is_empty":
            return not v.d
        if name == "keys":
            return [k for k, _ in v.pairs()]
        if name == "values":
            return [cp(x) for _, x in v.pairs()]
        if name in ("items", "entries", "iter"):
            return [Tup([k, cp(x)]) for k, x in v.pairs()]
        if name == "merge":
            made = cp(v)
            for k, x in values[0].pairs():
                made.put(k, cp(x))
            return made
        if name == "clear":
            v.d.clear()
            return None
        return NotImplemented

    def set_method(self, name, v, root, values, pos, n):
        if name == "insert":
            new = hkey(values[0]) not in v.d
            v.d.setdefault(hkey(values[0]), values[0])
            return new
        if name == "remove":
            return v.d.pop(hkey(values[0]), None) is not None
        if name == "contains":
            return hkey(values[0]) in v.d
        if name == "len":
            return len(v.d)
        if name == "is_empty":
            return not v.d
        if name in ("union", "intersection", "difference"):
            other = values[0].d
            mine = v.items()
            if name == "union":
                return Set(mine + values[0].items())
            return Set([x for x in mine if (hkey(x) in other) == (name == "intersection")])
        return NotImplemented

    def range_method(self, name, v, root, values, pos, n):
        if name == "contains":
            return binop("in", values[0], v, pos)
        if name == "len":
            return len(v.py())
        return self.array_method(name, list(v.py()), None, values, pos, n)

    def array_method(self, name, v, root, values, pos, n):
        one = lambda x: self.apply(values[0], [cp(x)], pos)
        test = lambda x: truthy(one(x))
        items = list(v)
        simple = {"map": lambda: [one(x) for x in items],
                  "filter": lambda: [cp(x) for x in items if test(x)],
                  "any": lambda: any(test(x) for x in items),
                  "all": lambda: all(test(x) for x in items),
                  "find": lambda: next((cp(x) for x in items if test(x)), None),
                  "position": lambda: next((i for i, x in enumerate(items) if test(x)),
                                           None),
                  "enumerate": lambda: [Tup([i, cp(x)]) for i, x in enumerate(items)],
                  "zip": lambda: [Tup([cp(a), cp(b)]) for a, b in zip(items, values[0])],
                  "iter": lambda: cp(items), "collect": lambda: cp(items),
                  "chunks": lambda: [cp(items[i:i + values[0]])
                                     for i in range(0, len(items), values[0])],
                  "windows": lambda: [cp(items[i:i + values[0]])
                                      for i in range(len(items) - values[0] + 1)]}
        if name in simple:
            return simple[name]()
        if name in ("each", "for_each"):
            for x in items:
                one(x)
            return None
        if name == "flat_map":
            return [y for x in items for y in one(x)]
        if name == "filter_map":
            found = [one(x) for x in items]
            return [x.p[0] if isinstance(x, Var) and x.of == "Option" else x
                    for x in found if x is not None and
                    not (isinstance(x, Var) and x.name == "None")]
        if name == "partition":
            yes, no = [], []
            for x in items:
                (yes if test(x) else no).append(cp(x))
            return Tup([yes, no])
        if name in ("fold", "reduce"):
            return self.fold(v, values, pos)
        if name == "sum":
            total = 0
            for x in items:
                total = binop("+", total, x, pos)
            return total
        if name == "unique":
            return [cp(x) for i, x in enumerate(items)
                    if not any(eq(x, y) for y in items[:i])]
        if name == "sort_by_key":
            found = [(one(x), x) for x in items]
            return [cp(x) for _, x in sorted(found, key=lambda p: natural(p[0]))]
        if name == "sort_by":
            def compare(a, b):
                r = self.apply(values[0], [cp(a), cp(b)], pos)
                if isinstance(r, Var):
                    return {"Less": -1, "Equal": 0, "Greater": 1}[r.name]
                if isinstance(r, bool):
                    raise SynErr("boolean comparator")
                return r
            return [cp(x) for x in sorted(items, key=functools.cmp_to_key(compare))]
        return NotImplemented

    def fold(self, v, values, pos):
        items = list(v)
        if len(values) == 1:
            if not items:
                return None
            state, function, items = cp(items[0]), values[0], items[1:]
        elif isinstance(values[0], Fn):
            function, state = values
        else:
            state, function = values
        for x in items:
            state = self.apply(function, [state, cp(x)], pos)
        return state

    def builtin(self, name, values, n, pos):
        if name == "Some":
            return Var("Option", "Some", values)
        if name in ("Ok", "Err"):
            return Var("Result", name, values)
        if name == "len" and isinstance(values[0], (Map, Set, Tup)):
            return len(values[0].v if isinstance(values[0], Tup) else values[0].d)
        if name == "bool" and not isinstance(values[0], (int, float, str, list, type(None))):
            return True
        return super().builtin(name, values, n, pos)
