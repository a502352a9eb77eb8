//===- matmul100.c - Product of two 100 x 100 matrices ------------*- C -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static double **newMatrix(int64_t n) {
  double **matrix = malloc(n * sizeof(double *));
  if (!matrix)
    exit(1);
  for (int64_t i = 0; i < n; ++i) {
    matrix[i] = malloc(n * sizeof(double));
    if (!matrix[i])
      exit(1);
  }
  return matrix;
}

static void freeMatrix(double **matrix, int64_t n) {
  for (int64_t i = 0; i < n; ++i)
    free(matrix[i]);
  free(matrix);
}

static double **makeMatrix(int64_t n, int64_t rowFactor,
                           int64_t columnFactor) {
  double **matrix = newMatrix(n);
  for (int64_t i = 0; i < n; ++i)
    for (int64_t j = 0; j < n; ++j) {
      int64_t digit = (i * rowFactor + j * columnFactor) % 11;
      matrix[i][j] = (double)digit / 11.0;
    }
  return matrix;
}

static double **multiply(double **x, double **y, int64_t n) {
  double **product = newMatrix(n);
  for (int64_t i = 0; i < n; ++i) {
    const double *row = x[i];
    for (int64_t j = 0; j < n; ++j) {
      double sum = 0.0;
      for (int64_t k = 0; k < n; ++k)
        sum += row[k] * y[k][j];
      product[i][j] = sum;
    }
  }
  return product;
}

static double sumOf(double **matrix, int64_t n) {
  double sum = 0.0;
  for (int64_t i = 0; i < n; ++i)
    for (int64_t j = 0; j < n; ++j)
      sum += matrix[i][j];
  return sum;
}

static double traceOf(double **matrix, int64_t n) {
  double trace = 0.0;
  for (int64_t i = 0; i < n; ++i)
    trace += matrix[i][i];
  return trace;
}

int main(void) {
  int64_t n = 100;
  double **x = makeMatrix(n, 3, 7);
  double **y = makeMatrix(n, 5, 2);
  double **product = multiply(x, y, n);
  printf("%.6f\n", sumOf(product, n));
  printf("%.6f\n", traceOf(product, n));
  freeMatrix(x, n);
  freeMatrix(y, n);
  freeMatrix(product, n);
  return 0;
}
