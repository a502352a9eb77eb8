#===- matmul100.py - Product of two 100 x 100 matrices --------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def make_matrix(n, row_factor, column_factor):
    matrix = []
    for i in range(n):
        row = []
        for j in range(n):
            digit = (i * row_factor + j * column_factor) % 11
            row.append(float(digit) / 11.0)
        matrix.append(row)
    return matrix


def multiply(x, y, n):
    product = []
    for i in range(n):
        x_row = x[i]
        row = []
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += x_row[k] * y[k][j]
            row.append(total)
        product.append(row)
    return product


def sum_of(matrix, n):
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += matrix[i][j]
    return total


def trace_of(matrix, n):
    trace = 0.0
    for i in range(n):
        trace += matrix[i][i]
    return trace


def run(n):
    x = make_matrix(n, 3, 7)
    y = make_matrix(n, 5, 2)
    product = multiply(x, y, n)
    print(f"{sum_of(product, n):.6f}")
    print(f"{trace_of(product, n):.6f}")


run(100)
