#===- type_specialized.cr - One function, three signatures ----------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

def type_specialized(a : Int64, b : Int64)
  a + a * b - b.tdiv(a)
end

def type_specialized(a, b)
  a + a * b - b / a
end

def with_integers(first : Int64, count : Int64)
  sum = 0_i64
  i = first
  while i < first + count
    sum += type_specialized(i.remainder(1000) + 1, i)
    i += 1
  end
  sum
end

def with_floats(first : Int64, count : Int64)
  sum = 0.0
  i = first
  while i < first + count
    sum += type_specialized((i.remainder(1000) + 1).to_f64, i.to_f64)
    i += 1
  end
  sum
end

def with_both(first : Int64, count : Int64)
  sum = 0.0
  i = first
  while i < first + count
    sum += type_specialized(i.remainder(1000) + 1, i.to_f64)
    i += 1
  end
  sum
end

4_i64.times do |round|
  puts with_integers(round, 1000000)
  printf("%.3f\n", with_floats(round, 1000000))
  printf("%.3f\n", with_both(round, 1000000))
end
