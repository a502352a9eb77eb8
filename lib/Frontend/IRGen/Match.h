//===- Match.h - Patterns to decision trees ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: compiles rows of patterns to a tree of tests.
///
/// The tree is built and emitted at once, after Maranget, "Compiling Pattern
/// Matching to Good Decision Trees": take the first test of the first row, keep
/// on either side of it the rows that its outcome leaves possible. No test is
/// made twice on a path.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_MATCH_H
#define RUCHY_LIB_FRONTEND_IRGEN_MATCH_H

#include "FunctionGen.h"

namespace ruchy::irgen {

/// What a pattern asks of a value, its parts aside.
struct PatternTest {
  enum class Kind : uint8_t {
    None,     ///< Nothing: the pattern binds or ignores.
    Never,    ///< Names a type that does not exist.
    Type,     ///< A struct or class.
    Variant,  ///< A variant of an enum of the program.
    Option,   ///< Some, None, Ok or Err, loosely.
    Sequence, ///< An array or tuple of a length.
    Field,    ///< An object with a field.
    Literal,  ///< Of the kind and value of a literal.
    Range,    ///< Between two literals.
    Constant, ///< Equal to a named constant.
  };

  Kind kind = Kind::None;
  mlir::FlatSymbolRefAttr type; ///< Type, Variant
  const TypeInfo *info = nullptr;
  const VariantInfo *variant = nullptr;
  llvm::StringRef name; ///< Variant, Field; the kind of a Sequence
  OptionCase option = OptionCase::Some;
  unsigned count = 0; ///< Sequence
  bool hasRest = false;
  bool isInclusive = false;          ///< Range
  mlir::TypedAttr literal;           ///< Literal; low end of a Range
  mlir::TypedAttr high;              ///< Range
  const VarDecl *constant = nullptr; ///< Constant
  const ast::Pattern *source = nullptr;

  bool isSame(const PatternTest &other) const;
  /// Whether no value passes both.
  bool excludes(const PatternTest &other) const;
};

/// What patterns are matched against.
struct MatchSubject {
  mlir::Value value;
  /// Where the value stands, for names that are bound by mutable reference.
  std::optional<Place> place;
  /// All names are: the subject is `&mut PLACE` or its like.
  bool isReference = false;
  /// `Some(r)` is about the place itself: the subject is `x.get_mut(k)`.
  bool isOptional = false;
};

/// Compiles the rows of one `match`, or a single pattern.
class MatchGen {
public:
  explicit MatchGen(FunctionGen &gen) : gen(gen), b(gen.b) {}

  /// Adds a row: where \p pattern matches the subject and the guard, if any,
  /// holds, its variables are bound and control goes to \p target.
  void addRow(ast::Pattern *pattern, const MatchSubject &subject,
              ast::Expr *guard, mlir::Block *target);

  /// Evaluates what is matched. `&mut PLACE`, `PLACE.as_mut()`, `x.get_mut(k)`
  /// and their like give names by reference.
  static MatchSubject emitSubject(FunctionGen &gen, ast::Expr *expr);

  /// Emits the tree at the insertion point. No row matching leads to
  /// \p otherwise. Ends the block.
  void emit(mlir::Location loc, mlir::Block *otherwise);

private:
  /// A pattern that still has to be tested against a value.
  struct Item {
    ast::Pattern *pattern;
    MatchSubject subject;
    /// How many fields of an object pattern were tested.
    unsigned step = 0;
  };
  struct Binding {
    const ast::Node *node;
    MatchSubject subject;
  };
  struct Row {
    llvm::SmallVector<Item, 4> items;
    llvm::SmallVector<Binding, 4> bindings;
    ast::Expr *guard;
    mlir::Block *target;
  };
  using Rows = llvm::SmallVector<Row, 4>;
  /// A part of a value, once per branch of the tree.
  struct Part {
    std::string name;
    mlir::Value value;
  };
  using Parts = llvm::SmallVector<Part, 4>;

  void emitRows(Rows rows, mlir::Block *otherwise);
  void emitLeaf(Row row, Rows rest, mlir::Block *otherwise);
  void simplify(Rows &rows);
  bool simplifyItem(Row &row, size_t index);
  PatternTest getTest(const Item &item);
  PatternTest getPathTest(llvm::ArrayRef<ast::Name> path, ast::Pattern *source);
  PatternTest getIdentTest(ast::IdentPattern *pattern);
  PatternTest getSequenceTest(llvm::ArrayRef<ast::Pattern *> elements,
                              llvm::StringRef kind);
  mlir::Value emitTest(const PatternTest &test, mlir::Value value);
  mlir::Value refine(const PatternTest &test, mlir::Value value);
  void expand(Row &row, size_t index, const PatternTest &test,
              mlir::Value refined, Parts &parts);
  Item makePart(ast::Pattern *pattern, const Item &whole, mlir::Value value,
                llvm::StringRef field, mlir::Value index = {});
  void expandElements(llvm::ArrayRef<ast::Pattern *> elements, Row &row,
                      const Item &whole, const PatternTest &test,
                      mlir::Value value, Parts &parts);
  mlir::Value getPart(Parts &parts, const llvm::Twine &name,
                      llvm::function_ref<mlir::Value()> make);
  mlir::Value getVariantPart(const PatternTest &test, mlir::Value value,
                             unsigned position, Parts &parts);
  mlir::Value getVariantField(const PatternTest &test, mlir::Value value,
                              llvm::StringRef name, Parts &parts);
  void expandPayload(ast::ConstructorPattern *pattern, Row &row,
                     const Item &whole, const PatternTest &test,
                     mlir::Value value, Parts &parts);
  mlir::Value getField(mlir::Value value, llvm::StringRef name, Parts &parts);
  mlir::Value emitRest(mlir::Value value, unsigned before, unsigned after);
  mlir::TypedAttr getLiteral(ast::Expr *expr);

  FunctionGen &gen;
  mlir::OpBuilder &b;
  std::optional<mlir::Location> at;
  Rows rows;
  /// Tests that may still be duplicated to avoid repeating others.
  unsigned budget = 2000;
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_MATCH_H
