#===- items.py - Types and patterns ---------------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from .grammar import Parser
from .lexer import SynErr


class FullParser(Parser):
    def fields(self):
        """The fields and methods between the braces of a struct."""
        found, methods = [], []
        self.need("{")
        while not self.at("}"):
            self.attrs()
            self.eat("pub")
            if self.at("fun") or self.at("fn"):
                methods.append(self.fundef())
                continue
            name = str(self.nxt().v)
            default = None
            if name == "new" and self.at("("):
                self.i -= 1
                methods.append(self.constructor())
                continue
            if self.eat(":"):
                self.typ()
            if self.eat("="):
                default = self.expr(0)
            found.append((name, default))
            while self.eat(",") or self.eat(";"):
                pass
        self.need("}")
        return found, methods

    def constructor(self):
        token = self.nxt()
        self.need("(")
        params = self.inside(")", self.parameter)
        if self.eat("->"):
            self.typ()
        return ("fun", (token.l, token.c), "new", params, self.block(), True)

    def struct(self, pos):
        self.nxt()
        name = self.nxt().v
        if self.eat("("):
            count = len(self.inside(")", self.typ))
            return ("item", pos, "struct", name, [(str(i), None) for i in range(count)],
                    [], True)
        if not self.at("{"):
            self.eat(";")
            return ("item", pos, "struct", name, [], [], False)
        fields, methods = self.fields()
        return ("item", pos, "struct", name, fields, methods, False)

    def class_item(self, pos):
        self.nxt()
        name, base = self.nxt().v, None
        if self.eat(":"):
            base = self.nxt().v
        fields, methods = self.fields()
        return ("item", pos, "class", name, fields, methods, base)

    def enum(self, pos):
        self.nxt()
        name = self.nxt().v
        self.need("{")

        def variant():
            variant_name = self.nxt().v
            if self.eat("("):
                return (variant_name, "tuple", len(self.inside(")", self.typ)))
            if self.at("{"):
                return (variant_name, "struct", [f for f, _ in self.fields()[0]])
            if self.eat("="):
                self.expr(0)
            return (variant_name, "unit", None)
        return ("item", pos, "enum", name, self.inside("}", variant))

    def methods(self):
        self.need("{")
        found = []
        while not self.at("}"):
            self.eat("pub")
            found.append(self.fundef())
            while self.eat(";"):
                pass
        self.need("}")
        return found

    def impl(self, pos):
        self.nxt()
        name, of = self.nxt().v, None
        if self.eat("for"):
            of, name = name, self.nxt().v
        return ("item", pos, "impl", name, self.methods(), of)

    def trait(self, pos):
        self.nxt()
        return ("item", pos, "trait", self.nxt().v, self.methods())

    def module(self, pos):
        self.nxt()
        return ("item", pos, "module", self.nxt().v, self.block())

    # Patterns.

    def pattern(self, single=False):
        first = self.pattern_one()
        if single or not self.at("|"):
            return first
        options = [first]
        while self.eat("|"):
            options.append(self.pattern_one())
        return ("por", options)

    def pattern_one(self):
        t = self.cur
        if t.k == "op":
            if t.v == "(":
                self.nxt()
                comma = []

                def item():
                    value = self.pattern()
                    comma.append(self.at(","))
                    return value
                items = self.inside(")", item)
                if not items:
                    return ("plit", None)
                return items[0] if len(items) == 1 and not comma[0] else \
                    ("ptuple", items)
            if t.v == "[":
                self.nxt()
                return ("plist", self.inside("]", self.pattern))
            if t.v == "{":
                self.nxt()
                return ("pmap", self.inside("}", self.field_pattern))
            if t.v in ("..", "..."):
                self.nxt()
                if self.cur.k == "id":
                    return ("prest", self.nxt().v)
                return ("prest", None)
            if t.v == "&":
                self.nxt()
                self.eat("mut")
                return self.pattern_one()
        if t.k in ("int", "float", "str") or t.v in ("-", "true", "false", "null"):
            return self.pattern_literal()
        if t.v == "mut":
            self.nxt()
            return self.pattern_one()
        if t.v == "self":
            self.nxt()
            return ("bind", "self")
        if t.k != "id":
            raise SynErr(f"pattern at {t}")
        return self.pattern_name()

    def number(self):
        minus = self.eat("-")
        value = self.nxt().v
        return -value if minus else value

    def pattern_literal(self):
        t = self.cur
        if t.k == "kw":
            self.nxt()
            return ("plit", {"true": True, "false": False, "null": None}[t.v])
        value = self.number()
        if self.at("..") or self.at("..="):
            inclusive = self.nxt().v == "..="
            return ("prange", value, self.number(), inclusive)
        return ("plit", value)

    def pattern_name(self):
        name = self.nxt().v
        if name == "_":
            return ("pany",)
        if name == "nil":
            return ("plit", None)
        if self.eat("@"):
            if self.at(".."):
                self.nxt()
                return ("prest", name)
            return ("pat", name, self.pattern_one())
        names = [name]
        while self.eat("::"):
            names.append(self.nxt().v)
        if self.at("(") and name[0].isupper():
            self.nxt()
            return ("pvariant", names, self.inside(")", self.pattern), None)
        if self.at("{") and name[0].isupper():
            self.nxt()
            return ("pvariant", names, None, self.inside("}", self.field_pattern))
        if len(names) > 1 or name == "None":
            return ("pvariant", names, [], None)
        return ("bind", name)

    def field_pattern(self):
        if self.eat(".."):
            return None
        token = self.nxt()
        if self.eat(":"):
            return (str(token.v), self.pattern())
        return (token.v, ("bind", token.v))
