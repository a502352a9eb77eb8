#===- grammar.py - Trees of the rest of the language ----------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Adds tuples, maps, patterns, types, lambdas and error handling to the parser."""

from .lexer import SynErr
from .parser import P


class Parser(P):
    def next_is(self, *texts, ahead=1):
        token = self.t[self.i + ahead]
        return token.k in ("op", "kw") and token.v in texts

    def stage(self):
        if self.at("|") or self.at("||"):
            return self.lambda_bars()
        return self.postfix(self.primary())

    def primary(self, stmt=False):
        t = self.cur
        pos = (t.l, t.c)
        if t.k == "kw":
            form = {"match": self.match, "try": self.try_block, "throw": self.throw,
                    "struct": self.struct, "enum": self.enum, "class": self.class_item,
                    "impl": self.impl, "trait": self.trait, "mod": self.module,
                    "let": self.let, "var": self.let, "if": self.if_, "for": self.for_,
                    "while": self.while_}.get(t.v)
            if t.v in ("fun", "fn"):
                return self.fundef()
            if form:
                return form(pos)
            if t.v in ("self", "super"):
                self.nxt()
                return ("var", pos, t.v)
        if t.k == "id":
            following = self.t[self.i + 1]
            if t.v == "module" and following.k == "id":
                return self.module(pos)
            if following.v == "=>" and following.k == "op" and not self.noarrow:
                self.nxt(), self.nxt()
                return self.lambda_body(pos, [((("bind", t.v)), None)])
            if following.v == "::" and t.v not in ("i64", "f64"):
                return self.path(pos)
            if following.v == "{" and following.k == "op" and t.v[0].isupper() \
                    and not self.inhead:
                self.nxt()
                return self.struct_literal(pos, (t.v,))
        if t.v == "|" and t.k == "op" or t.v == "||" and t.k == "op":
            return self.lambda_bars()
        if t.v == "(" and t.k == "op":
            return self.parenthesis(pos)
        if t.v == "[" and t.k == "op":
            return self.array(pos)
        if t.v == "{" and t.k == "op":
            return self.brace(pos)
        return super().primary(stmt)

    noarrow = False

    def inside(self, close, item, separator=","):
        """Items up to a closing bracket."""
        saved = (self.noin, self.inhead, self.noarrow)
        self.noin, self.inhead, self.noarrow = 0, False, False
        items = []
        while not self.at(close):
            items.append(item())
            if not self.eat(separator):
                break
        self.need(close)
        self.noin, self.inhead, self.noarrow = saved
        return items

    # Operands.

    def path(self, pos):
        names = [self.nxt().v]
        while self.at("::"):
            self.nxt()
            if self.at("<"):
                self.bal_angle()
                continue
            names.append(self.nxt().v)
        if self.at("{") and names[-1][0].isupper() and not self.inhead:
            return self.struct_literal(pos, tuple(names))
        return ("path", pos, tuple(names))

    def struct_literal(self, pos, names):
        def field():
            if self.eat("..") or self.eat("..."):
                return ("..", self.expr(0))
            name = self.nxt().v
            return (str(name), self.expr(0) if self.eat(":") else
                    ("var", pos, name))
        self.need("{")
        return ("struct", pos, names, self.inside("}", field))

    def parenthesis(self, pos):
        depth, k = 0, self.i
        while True:
            token = self.t[k]
            if token.k == "op":
                depth += (token.v in "([{") - (token.v in ")]}")
                if depth == 0:
                    break
            k += 1
        if self.t[k + 1].v == "=>" and not self.noarrow:
            self.nxt()
            params = self.inside(")", self.parameter)
            self.need("=>")
            return self.lambda_body(pos, params)
        self.nxt()
        comma = []

        def item():
            value = self.expr(0)
            comma.append(self.at(","))
            return value
        items = self.inside(")", item)
        if not items:
            return ("lit", pos, None)
        if len(items) == 1 and not comma[0]:
            return ("paren", pos, items[0])
        return ("tuple", pos, items)

    def array(self, pos):
        self.need("[")
        extra = []

        def item():
            if self.eat("..."):
                return ("spread", pos, self.expr(0))
            value = self.expr(0)
            if self.eat(";"):
                extra.append(("rep", self.expr(0)))
            elif self.at("for"):
                extra.append(("for", self.clauses()))
            return value
        items = self.inside("]", item)
        if extra and extra[0][0] == "rep":
            return ("rep", pos, items[0], extra[0][1])
        if extra:
            return ("comp", pos, "array", (items[0],), extra[0][1])
        return ("arr", pos, items)

    def clauses(self):
        found = []
        while self.at("for") or self.at("if"):
            if self.nxt().v == "if":
                found.append(("if", self.expr(0)))
                continue
            pattern = self.pattern()
            self.need("in")
            found.append(("for", pattern, self.expr(0)))
        return found

    def brace(self, pos):
        one, two = self.t[self.i + 1], self.t[self.i + 2]
        if one.v == "..." or one.k in ("id", "str", "kw") and two.k == "op" and \
                two.v == ":" and one.k != "op":
            return self.mapping(pos)
        start = self.i
        if one.v == "}" or one.k == "kw" and one.v not in (
                "true", "false", "self", "if", "match"):
            return self.block()
        self.need("{")
        if self.at(";"):
            self.i = start
            return self.block()
        try:
            saved = (self.noin, self.inhead, self.noarrow)
            self.noin, self.inhead, self.noarrow = 0, False, False
            self.expr(0, True)
            token = self.cur
        except SynErr:
            token = None
        self.noin, self.inhead, self.noarrow = saved
        self.i = start
        if token is not None and token.k in ("op", "kw"):
            if token.v == ",":
                self.need("{")
                return ("set", pos, self.inside("}", lambda: self.expr(0)))
            if token.v == "for" and not token.nl or token.v == ":":
                return self.mapping(pos)
        return self.block()

    def mapping(self, pos):
        self.need("{")
        extra = []

        def item():
            if self.eat("..."):
                return ("...", self.expr(0))
            token = self.cur
            if token.k in ("id", "str", "kw") and self.next_is(":"):
                self.nxt(), self.nxt()
                key = ("str", pos, token.v)
                named = token.k == "id"
            else:
                key, named = self.expr(0), False
                if self.at("for"):
                    extra.append(self.clauses())
                    return (key,)
                self.need(":")
            value = self.expr(0)
            if self.at("for"):
                extra.append(self.clauses())
                if named:
                    key = ("var", pos, token.v)
            return (key, value)
        items = self.inside("}", item)
        if extra:
            return ("comp", pos, "map" if len(items[0]) == 2 else "set", items[0],
                    extra[0])
        return ("map", pos, items)

    # Functions.

    def parameter(self):
        self.attrs()
        if self.eat("&"):
            self.eat("mut")
            self.need("self")
            return (("bind", "self"), None)
        self.eat("mut")
        pattern = self.pattern(single=True)
        if self.eat(":"):
            self.typ()
        return (pattern, self.expr(0) if self.eat("=") else None)

    def lambda_bars(self):
        t = self.nxt()
        params = []
        if t.v == "|":
            while not self.at("|"):
                params.append(self.parameter())
                if not self.eat(","):
                    break
            self.need("|")
        if self.eat("->"):
            self.typ()
        return self.lambda_body((t.l, t.c), params)

    def lambda_body(self, pos, params):
        saved, self.noarrow = self.noarrow, False
        body = self.expr(0)
        self.noarrow = saved
        return ("fun", pos, None, params, body)

    def fundef(self):
        f = self.nxt()
        name, pos = None, (f.l, f.c)
        if self.cur.k != "op":
            token = self.nxt()
            name, pos = token.v, (token.l, token.c)
        if self.at("<"):
            self.bal_angle()
        self.need("(")
        mutates = False
        for k in range(self.i, min(self.i + 3, len(self.t))):
            if self.t[k].v == "self":
                mutates = any(x.v == "mut" for x in self.t[self.i:k])
                break
            if self.t[k].v in (",", ")"):
                break
        params = self.inside(")", self.parameter)
        if self.eat("->"):
            self.typ()
        body = None if self.at(";") or self.at("}") else self.block()
        return ("fun", pos, name, params, body, mutates)

    def bal_angle(self):
        depth = 0
        while True:
            token = self.nxt()
            depth += {"<": 1, ">": -1, ">>": -2}.get(token.v, 0)
            if depth == 0:
                return

    # Statements.

    def let(self, pos):
        word = self.nxt()
        if word.v == "let" and False:
            return None
        self.eat("mut")
        pattern = self.pattern()
        if self.eat(":"):
            self.typ()
        self.need("=")
        value = self.expr(0)
        other = self.block() if self.at("else") and self.eat("else") else None
        if pattern[0] == "bind" and other is None:
            return ("let", pos, pattern[1], value)
        return ("letpat", pos, pattern, value, other)

    def if_(self, pos):
        self.nxt()
        if self.eat("let"):
            pattern = self.pattern()
            self.need("=")
            condition, form = (pattern, self.head()), "iflet"
        else:
            condition, form = self.head(), "if"
        one, two = self.block(), None
        if self.eat("else"):
            two = self.primary() if self.at("if") else self.block()
        return (form, pos, condition, one, two)

    def while_(self, pos):
        self.nxt()
        if self.eat("let"):
            pattern = self.pattern()
            self.need("=")
            value = self.head()
            return ("whilelet", pos, None, pattern, value, self.block())
        condition = self.head()
        return ("while", pos, None, condition, self.block())

    def for_(self, pos):
        self.nxt()
        patterns = [self.pattern(single=True)]
        while self.eat(","):
            patterns.append(self.pattern(single=True))
        self.need("in")
        pattern = patterns[0] if len(patterns) == 1 else ("ptuple", patterns)
        source = self.head()
        return ("for", pos, None, pattern, source, self.block())

    def throw(self, pos):
        self.nxt()
        return ("throw", pos, self.expr(0))

    def try_block(self, pos):
        self.nxt()
        body = self.block()
        name = handler = last = None
        if self.eat("catch"):
            closing = self.eat("(")
            name = self.nxt().v
            if closing:
                self.need(")")
            handler = self.block()
        if self.cur.v == "finally":
            self.nxt()
            last = self.block()
        return ("try", pos, body, name, handler, last)

    def match(self, pos):
        self.nxt()
        value = self.head()
        self.need("{")
        arms = []
        saved = (self.noin, self.inhead, self.noarrow)
        self.noin, self.inhead, self.noarrow = 0, False, False
        while not self.at("}"):
            pattern = self.pattern()
            guard = None
            if self.eat("if"):
                self.noarrow = True
                guard = self.expr(0)
                self.noarrow = False
            if not self.eat("=>"):
                self.need("->")
            arms.append((pattern, guard, self.expr(0)))
            while self.eat(",") or self.eat(";"):
                pass
        self.need("}")
        self.noin, self.inhead, self.noarrow = saved
        return ("match", pos, value, arms)

    # Items, and patterns, are in items.py.
