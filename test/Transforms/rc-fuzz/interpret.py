#===- interpret.py - Runs counted and uncounted functions -----------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""An interpreter for the functions of generate.py, in generic form.

Without counting, arrays are Python tuples: what the program means. With
counting they are objects with a count that operations change in place where it
is one, as the runtime does. A freed object that is touched and an object that
is left over are faults, and both runs have to show the same trace.
"""

import re


class Fault(Exception):
    """The program did something that it must not do."""


class OutOfFuel(Exception):
    """The program runs for too long; what it did so far counts."""


GARBAGE = "garbage"
# Longer arrays end a run: sums in a loop grow exponentially.
MAX_LENGTH = 40


def limited(items):
    if len(items) > MAX_LENGTH:
        raise OutOfFuel()
    return items


OP = re.compile(
    r'^\s*(?:(%\w+)(?::(\d+))? = )?"([\w.]+)"\(([^)]*)\)(?:\[([^\]]*)\])?'
    r"(.*)$")
BLOCK = re.compile(r"^\s*(\^\w+)(?:\((.*)\))?:")


class Operation:
    def __init__(self, match):
        self.result, count, self.name, operands, successors, self.rest = \
            match.groups()
        self.num_results = int(count or 1) if self.result else 0
        self.operands = operands.split(", ") if operands else []
        self.successors = successors.split(", ") if successors else []

    def segments(self):
        text = re.search(r"Sizes = array<i32: ([\d, ]+)>", self.rest).group(1)
        return [int(n) for n in text.split(",")]

    def symbol(self, key):
        return re.search(key + r" = @([\w.]+)", self.rest).group(1)


class Program:
    """Functions by name: (owned parameters, blocks)."""

    def __init__(self, text):
        self.functions = {}
        blocks = block = None
        for line in text.split("\n"):
            if '"ruchy.func"' in line:
                name = re.search(r'sym_name = "(\w+)"', line).group(1)
                attrs = re.search(r"arg_attrs = \[(.*?)\], ", line)
                owned = ["owned" in a
                         for a in re.findall(r"\{.*?\}", attrs.group(1))] \
                    if attrs else []
                blocks = {}
                self.functions[name] = (owned, blocks)
                continue
            head = BLOCK.match(line)
            if head:
                names = re.findall(r"(%\w+):", head.group(2) or "")
                block = blocks[head.group(1)] = (names, [])
                continue
            match = OP.match(line)
            if match and match.group(3) not in ("builtin.module", "ruchy.global"):
                block[1].append(Operation(match))

    def owns(self, name, index):
        owned = self.functions[name][0]
        return index < len(owned) and owned[index]


class Values:
    """Meaning: immutable tuples."""

    counted = False

    def new(self, items):
        return tuple(items)

    def items(self, value):
        return () if value in (None, GARBAGE) else value

    def push(self, array, item):
        return limited(self.items(array) + (item,))

    def put(self, array, index, item):
        items = list(self.items(array))
        if items:
            items[index % len(items)] = item
        return tuple(items)

    def take(self, array, index):
        items = self.items(array)
        return items, items[index % len(items)] if items else ()

    def pop(self, array):
        return self.items(array)[:-1]

    def add(self, left, right):
        return limited(self.items(left) + self.items(right))

    def show(self, value):
        if value in (None, GARBAGE):
            return ()
        return tuple(self.show(i) for i in value) \
            if isinstance(value, tuple) else value

    def dup(self, value):
        pass

    def drop(self, value):
        pass


class Object:
    def __init__(self, items):
        self.count, self.items = 1, items


class Counted:
    """Objects with counts, changed in place where they are unique."""

    counted = True

    def __init__(self):
        self.alive = 0

    def new(self, items):
        self.alive += 1
        return Object(list(items))

    def check(self, value):
        if value is GARBAGE:
            raise Fault("a result that does not exist is used")
        if isinstance(value, Object) and value.count <= 0:
            raise Fault("a freed object is used")
        return value

    def items(self, value):
        return self.check(value).items if value is not None else []

    def dup(self, value):
        if isinstance(self.check(value), Object):
            value.count += 1

    def drop(self, value):
        if not isinstance(self.check(value), Object):
            return
        value.count -= 1
        if value.count == 0:
            self.alive -= 1
            for item in value.items:
                self.drop(item)

    def unique(self, array):
        items = self.items(array)
        if array is not None and array.count == 1:
            return array
        for item in items:
            self.dup(item)
        self.drop(array)
        return self.new(items)

    def push(self, array, item):
        array = self.unique(array)
        array.items.append(self.check(item))
        limited(array.items)
        return array

    def put(self, array, index, item):
        array = self.unique(array)
        if not array.items:
            self.drop(item)
            return array
        index %= len(array.items)
        self.drop(array.items[index])
        array.items[index] = self.check(item)
        return array

    def take(self, array, index):
        array = self.unique(array)
        if not array.items:
            return array, None
        index %= len(array.items)
        item, array.items[index] = array.items[index], None
        return array, item

    def pop(self, array):
        array = self.unique(array)
        self.drop(array.items.pop())
        return array

    def add(self, left, right):
        added = list(self.items(right))
        for item in added:
            self.dup(item)
        left = self.unique(left)
        left.items += added
        limited(left.items)
        return left

    def show(self, value):
        if self.check(value) is None:
            return ()
        return tuple(self.show(i) for i in value.items) \
            if isinstance(value, Object) else value


class Machine:
    """Runs one function; coins and failures come from `random`."""

    def __init__(self, program, memory, random, fuel):
        self.program, self.memory, self.random = program, memory, random
        self.fuel, self.trace, self.depth = fuel, [], 0
        self.globals = {"ga": None, "gm": None}

    def run(self, name):
        """Calls a function with fresh arguments and frees everything."""
        memory = self.memory
        row = memory.new([1])
        arguments = [memory.new([2]), memory.new([row, memory.new([])]), 1]
        result = self.settle(self.call(name, arguments))[0]
        result = None if result is GARBAGE else result
        self.trace.append(memory.show(result))
        memory.drop(result)
        for index, value in enumerate(arguments):
            if not self.program.owns(name, index):
                memory.drop(value)
        for value in self.globals.values():
            memory.drop(value)
        if memory.counted and memory.alive:
            raise Fault(f"{memory.alive} objects are left over")

    def settle(self, results):
        """What a failed call returns is poison, which nobody looks at."""
        if len(results) == 1 or not results[1]:
            return results
        if results[0] is not GARBAGE:
            self.memory.drop(results[0])
        return [GARBAGE, True]

    def call(self, name, arguments):
        if not self.program.functions[name][1]:
            return getattr(self, "call_" + name)(*arguments)
        self.depth += 1
        if self.depth > 12:
            raise OutOfFuel()
        blocks = self.program.functions[name][1]
        frame, label, passed = {}, next(iter(blocks)), arguments
        while True:
            names, operations = blocks[label]
            frame.update(zip(names, passed))
            for op in operations[:-1]:
                self.execute(op, frame)
            last = operations[-1]
            operands = [self.read(frame, o) for o in last.operands]
            if last.name == "ruchy.return":
                self.depth -= 1
                return operands
            label, passed = self.branch(last, operands)
            self.fuel -= 1
            if self.fuel < 0:
                raise OutOfFuel()

    def branch(self, op, operands):
        if op.name == "cf.br":
            return op.successors[0], operands
        _, if_true, _ = op.segments()
        if operands[0]:
            return op.successors[0], operands[1:1 + if_true]
        return op.successors[1], operands[1 + if_true:]

    @staticmethod
    def read(frame, operand):
        return frame[operand]

    def execute(self, op, frame):
        operands = [self.read(frame, o) for o in op.operands]
        method = getattr(self, "op_" + op.name.replace(".", "_"))
        results = method(op, *operands)
        if op.num_results == 1:
            frame[op.result] = results[0]
        for i in range(op.num_results):
            frame[f"{op.result}#{i}"] = results[i]

    # --- functions of the header ---------------------------------------------

    def call_coin(self):
        return [self.random.random() < 0.5]

    def call_look_a(self, value):
        self.trace.append(self.memory.show(value))
        return [None]

    call_look_m = call_look_y = call_look_a

    def call_eat_a(self, value):
        self.trace.append(self.memory.show(value))
        self.memory.drop(value)
        return [None]

    call_eat_m = call_eat_y = call_eat_a

    def call_both(self, taken, borrowed):
        self.memory.drop(taken)
        self.trace.append(self.memory.show(borrowed))
        return [None]

    call_both_m = call_both

    def call_risky(self, taken, borrowed):
        self.memory.drop(taken)
        self.trace.append(self.memory.show(borrowed))
        if self.random.random() < 0.4:
            return [GARBAGE, True]
        return [self.memory.new([3]), False]

    # --- operations -----------------------------------------------------------

    def op_ruchy_call(self, op, *operands):
        return self.settle(self.call(op.symbol("callee"), list(operands)))

    def op_ruchy_array_new(self, op, *items):
        return [self.memory.new(items)]

    def op_ruchy_array_push(self, op, array, item):
        return [self.memory.push(array, item)]

    def op_ruchy_array_at(self, op, array, index):
        items = self.memory.items(array)
        return [items[index % len(items)] if items else None]

    def op_ruchy_place_put(self, op, array, index, item):
        return [self.memory.put(array, index, item)]

    def op_ruchy_place_take(self, op, array, index):
        return self.memory.take(array, index)

    def op_ruchy_add(self, op, left, right):
        return [self.memory.add(left, right)]

    def op_ruchy_method_mut(self, op, array):
        items = self.memory.items(array)
        if not items:
            return [GARBAGE, array, True]
        last = items[-1]
        return [last, self.memory.pop(array), False]

    def op_ruchy_coerce(self, op, value):
        return [value]

    op_ruchy_iter = op_ruchy_coerce

    def op_arith_select(self, op, condition, yes, no):
        return [yes if condition else no]

    def op_ruchy_failed(self, op, status):
        return [status]

    def op_ruchy_error_none(self, op):
        return [False]

    def op_ruchy_error_site(self, op):
        return [True]

    def op_ruchy_poison(self, op):
        return [None]

    def op_ruchy_global_get(self, op):
        value = self.globals[op.symbol("global")]
        self.memory.dup(value)
        return [value]

    def op_ruchy_global_set(self, op, value):
        name = op.symbol("global")
        old, self.globals[name] = self.globals[name], value
        self.memory.drop(old)
        return []

    def op_ruchy_rc_dup(self, op, value):
        self.memory.dup(value)
        return [value]

    def op_ruchy_rc_drop(self, op, value):
        self.memory.drop(value)
        return []


def trace(program, memory, random, name, fuel=300):
    """What running the function shows; complete unless fuel ran out."""
    machine = Machine(program, memory, random, fuel)
    try:
        machine.run(name)
    except OutOfFuel:
        return machine.trace, False
    return machine.trace, True
