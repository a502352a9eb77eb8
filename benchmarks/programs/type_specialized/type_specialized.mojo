#===- type_specialized.mojo - One function, three signatures --------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from std.ffi import external_call


def show_integer(value: Int):
    var text = String("%.0f\n")
    _ = external_call["printf", Int32](text.unsafe_ptr(), Float64(value))


def show(value: Float64):
    var text = String("%.3f\n")
    _ = external_call["printf", Int32](text.unsafe_ptr(), value)


def type_specialized(a: Int, b: Int) -> Int:
    return a + a * b - b // a


def type_specialized(a: Float64, b: Float64) -> Float64:
    return a + a * b - b / a


def type_specialized(a: Int, b: Float64) -> Float64:
    return Float64(a) + Float64(a) * b - b / Float64(a)


def with_integers(first: Int, count: Int) -> Int:
    var sum = 0
    for i in range(first, first + count):
        sum += type_specialized(i % 1000 + 1, i)
    return sum


def with_floats(first: Int, count: Int) -> Float64:
    var sum: Float64 = 0.0
    for i in range(first, first + count):
        sum += type_specialized(Float64(i % 1000 + 1), Float64(i))
    return sum


def with_both(first: Int, count: Int) -> Float64:
    var sum: Float64 = 0.0
    for i in range(first, first + count):
        sum += type_specialized(i % 1000 + 1, Float64(i))
    return sum


def main():
    for round in range(4):
        show_integer(with_integers(round, 1000000))
        show(with_floats(round, 1000000))
        show(with_both(round, 1000000))
