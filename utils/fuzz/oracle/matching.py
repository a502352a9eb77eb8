#===- matching.py - Patterns -----------------------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .methods import Methods
from .values import *


class Matching(Methods):
    def pm(self, p, v, env):
        """Whether a pattern matches; what it binds goes to `env`."""
        form = p[0]
        if form == "pany":
            return True
        if form == "bind":
            env[p[1]] = cp(v)
            return True
        if form == "plit":
            return kind(p[1]) == kind(v) and p[1] == v
        if form == "prange":
            if kind(v) != kind(p[1]):
                return False
            return p[1] <= v and (v <= p[2] if p[3] else v < p[2])
        if form == "por":
            return any(self.pm(q, v, env) for q in p[1])
        if form == "pat":
            return self.pm(p[2], v, env) and self.pm(("bind", p[1]), v, env)
        if form == "ptuple":
            return isinstance(v, Tup) and self.match_list(p[1], v.v, env)
        if form == "plist":
            return isinstance(v, list) and self.match_list(p[1], v, env)
        if form == "pmap":
            return isinstance(v, (Map, Obj)) and self.match_fields(p[1], v, env)
        return self.match_variant(p, v, env)

    def match_list(self, parts, values, env):
        rests = [i for i, q in enumerate(parts) if q[0] == "prest"]
        if not rests:
            return len(parts) == len(values) and all(
                self.pm(q, x, env) for q, x in zip(parts, values))
        at = rests[0]
        after = len(parts) - at - 1
        if len(values) < at + after:
            return False
        middle = values[at:len(values) - after]
        if not all(self.pm(q, x, env) for q, x in zip(parts[:at], values)):
            return False
        if parts[at][1]:
            env[parts[at][1]] = cp(middle)
        return all(self.pm(q, x, env) for q, x in
                   zip(parts[at + 1:], values[len(values) - after:]))

    def match_fields(self, parts, value, env):
        fields = value.f if isinstance(value, Obj) else \
            {k: v for k, v in value.pairs()} if isinstance(value, Map) else value
        for part in parts:
            if part is None:
                continue
            name, pattern = part
            if name not in fields or not self.pm(pattern, fields[name], env):
                return False
        return True

    def match_variant(self, p, v, env):
        names, parts, fields = p[1], p[2], p[3]
        name = names[-1]
        if isinstance(v, Obj) and name not in ("Some", "None", "Ok", "Err"):
            if v.decl.name != name:
                return False
            if fields is not None:
                return self.match_fields(fields, v, env)
            return self.match_list(parts, list(v.f.values()), env)
        special = len(names) == 1 and {"Some": "Option", "None": "Option",
                                       "Ok": "Result", "Err": "Result"}.get(name)
        if special and not (isinstance(v, Var) and v.of == special):
            if name == "None":
                return v is None
            if name == "Err" or name == "Some" and v is None:
                return False
            return self.match_list(parts, [v], env)
        if not isinstance(v, Var) or v.name != name:
            return False
        if fields is not None:
            return self.match_fields(fields, v.p, env)
        if len(parts) == 1 and parts[0][0] == "prest":
            return True
        return self.match_list(parts, v.p or [], env)
