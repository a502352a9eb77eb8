//===- matmul100.js - Product of two 100 x 100 matrices -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function makeMatrix(n, rowFactor, columnFactor) {
  const matrix = [];
  for (let i = 0; i < n; ++i) {
    const row = [];
    for (let j = 0; j < n; ++j)
      row.push(((i * rowFactor + j * columnFactor) % 11) / 11.0);
    matrix.push(row);
  }
  return matrix;
}

function multiply(x, y, n) {
  const product = [];
  for (let i = 0; i < n; ++i) {
    const xRow = x[i];
    const row = [];
    for (let j = 0; j < n; ++j) {
      let sum = 0.0;
      for (let k = 0; k < n; ++k) sum += xRow[k] * y[k][j];
      row.push(sum);
    }
    product.push(row);
  }
  return product;
}

function sumOf(matrix, n) {
  let sum = 0.0;
  for (let i = 0; i < n; ++i)
    for (let j = 0; j < n; ++j) sum += matrix[i][j];
  return sum;
}

function traceOf(matrix, n) {
  let trace = 0.0;
  for (let i = 0; i < n; ++i) trace += matrix[i][i];
  return trace;
}

function run(n) {
  const x = makeMatrix(n, 3, 7);
  const y = makeMatrix(n, 5, 2);
  const product = multiply(x, y, n);
  console.log(sumOf(product, n).toFixed(6));
  console.log(traceOf(product, n).toFixed(6));
}

run(100);
