--===- matmul300.lua - Product of two 300 x 300 matrices ------------------===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

local function make_matrix(n, row_factor, column_factor)
  local matrix = {}
  for i = 0, n - 1 do
    local row = {}
    for j = 0, n - 1 do
      row[j + 1] = ((i * row_factor + j * column_factor) % 11) / 11.0
    end
    matrix[i + 1] = row
  end
  return matrix
end

local function multiply(x, y, n)
  local product = {}
  for i = 1, n do
    local x_row = x[i]
    local row = {}
    for j = 1, n do
      local sum = 0.0
      for k = 1, n do
        sum = sum + x_row[k] * y[k][j]
      end
      row[j] = sum
    end
    product[i] = row
  end
  return product
end

local function sum_of(matrix, n)
  local sum = 0.0
  for i = 1, n do
    for j = 1, n do
      sum = sum + matrix[i][j]
    end
  end
  return sum
end

local function trace_of(matrix, n)
  local trace = 0.0
  for i = 1, n do
    trace = trace + matrix[i][i]
  end
  return trace
end

local function run(n)
  local x = make_matrix(n, 3, 7)
  local y = make_matrix(n, 5, 2)
  local product = multiply(x, y, n)
  print(string.format("%.6f", sum_of(product, n)))
  print(string.format("%.6f", trace_of(product, n)))
end

run(300)
