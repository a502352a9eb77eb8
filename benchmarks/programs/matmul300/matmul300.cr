#===- matmul300.cr - Product of two 300 x 300 matrices --------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def make_matrix(n, row_factor, column_factor)
  Array.new(n) do |i|
    Array.new(n) do |j|
      digit = (i.to_i64 * row_factor + j * column_factor).remainder(11)
      digit.to_f64 / 11.0
    end
  end
end

def multiply(x, y, n)
  Array.new(n) do |i|
    x_row = x[i]
    Array.new(n) do |j|
      sum = 0.0
      k = 0
      while k < n
        sum += x_row[k] * y[k][j]
        k += 1
      end
      sum
    end
  end
end

def sum_of(matrix)
  sum = 0.0
  matrix.each do |row|
    row.each do |value|
      sum += value
    end
  end
  sum
end

def trace_of(matrix, n)
  trace = 0.0
  n.times do |i|
    trace += matrix[i][i]
  end
  trace
end

def run(n)
  x = make_matrix(n, 3, 7)
  y = make_matrix(n, 5, 2)
  product = multiply(x, y, n)
  printf("%.6f\n", sum_of(product))
  printf("%.6f\n", trace_of(product, n))
end

run(300)
