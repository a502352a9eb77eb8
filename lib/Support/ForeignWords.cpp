//===- ForeignWords.cpp - Words of other languages --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/ForeignWords.h"

#include "llvm/ADT/StringSwitch.h"

using namespace ruchy;

llvm::StringRef ruchy::getForeignWordHint(llvm::StringRef word) {
  return llvm::StringSwitch<llvm::StringRef>(word)
      .Cases({"def", "func", "function", "defun", "proc", "sub"},
             "functions are declared with 'fun name(..) { .. }'")
      .Cases({"elif", "elsif", "elseif"}, "write 'else if'")
      .Case("and", "write '&&' for 'and'")
      .Case("or", "write '||' for 'or'")
      .Case("not", "write '!' for 'not'")
      .Case("xor", "write '^' for bits, '!=' for conditions")
      .Cases({"True", "TRUE"}, "write 'true'")
      .Cases({"False", "FALSE"}, "write 'false'")
      .Cases({"NULL", "Null", "nullptr", "undefined", "Nil", "none"},
             "write 'nil' or 'None'")
      .Cases({"switch", "case", "select", "when"},
             "write 'match x { 1 => .., _ => .. }'")
      .Case("foreach", "write 'for x in xs { .. }'")
      .Case("unless", "write 'if !condition { .. }'")
      .Cases({"until", "repeat"}, "write 'while !condition { .. }'")
      .Case("do", "write 'loop { .. }' and leave it with 'break'")
      .Cases({"then", "begin", "end", "endif", "fi", "done"},
             "blocks are enclosed in braces, '{ .. }'")
      .Cases({"raise", "raises"}, "write 'throw value'")
      .Cases({"except", "rescue"}, "write 'catch e { .. }'")
      .Case("lambda", "write '|x| x + 1' or 'x => x + 1'")
      .Case("pass", "write '{}' for an empty block")
      .Cases({"del", "delete"}, "write 'xs.remove(key)'")
      .Case("this", "write 'self'")
      .Case("self", "'self' exists in methods that declare it, "
                    "'fun name(&self) { .. }'")
      .Cases({"val", "auto", "local", "my", "dim"},
             "variables are declared with 'let name = value'")
      .Case("new", "write 'Type::new(..)' or 'Type(..)'")
      .Cases({"puts", "echo", "printf", "console", "cout", "prn", "writeln"},
             "write 'println(..)'")
      .Cases({"include", "require", "using", "namespace", "package"},
             "write 'use name' or 'import name'")
      .Cases({"is", "instanceof", "isinstance"},
             "compare kinds with 'type_of(x) == \"string\"'")
      .Default("");
}
