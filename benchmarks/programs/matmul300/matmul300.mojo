#===- matmul300.mojo - Product of two 300 x 300 matrices ------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from std.ffi import external_call


def show(value: Float64):
    var text = String("%.6f\n")
    _ = external_call["printf", Int32](text.unsafe_ptr(), value)


def make_matrix(
    n: Int, row_factor: Int, column_factor: Int
) -> List[List[Float64]]:
    var matrix = List[List[Float64]]()
    for i in range(n):
        var row = List[Float64]()
        for j in range(n):
            var digit = (i * row_factor + j * column_factor) % 11
            row.append(Float64(digit) / 11.0)
        matrix.append(row^)
    return matrix^


def multiply(
    x: List[List[Float64]], y: List[List[Float64]], n: Int
) -> List[List[Float64]]:
    var product = List[List[Float64]]()
    for i in range(n):
        ref x_row = x[i]
        var row = List[Float64]()
        for j in range(n):
            var sum: Float64 = 0.0
            for k in range(n):
                sum += x_row[k] * y[k][j]
            row.append(sum)
        product.append(row^)
    return product^


def sum_of(matrix: List[List[Float64]], n: Int) -> Float64:
    var sum: Float64 = 0.0
    for i in range(n):
        for j in range(n):
            sum += matrix[i][j]
    return sum


def trace_of(matrix: List[List[Float64]], n: Int) -> Float64:
    var trace: Float64 = 0.0
    for i in range(n):
        trace += matrix[i][i]
    return trace


def main():
    var n = 300
    var x = make_matrix(n, 3, 7)
    var y = make_matrix(n, 5, 2)
    var product = multiply(x, y, n)
    show(sum_of(product, n))
    show(trace_of(product, n))
