//===- IRGenModule.cpp - Symbols and order of the translation ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

OwningOpRef<ModuleOp>
ruchy::generateIR(MLIRContext &context, const ast::Module &module,
                  const SemaResult &sema, const SourceManager &sources,
                  DiagnosticEngine &diagnostics, const IRGenOptions &options) {
  context.loadDialect<RuchyDialect, cf::ControlFlowDialect>();
  if (diagnostics.hasErrors())
    return {};
  return ModuleGen(context, module, sema, sources, diagnostics, options).run();
}

ModuleGen::ModuleGen(MLIRContext &context, const ast::Module &module,
                     const SemaResult &sema, const SourceManager &sources,
                     DiagnosticEngine &diagnostics, const IRGenOptions &options)
    : context(context), module(module), sema(sema), sources(sources),
      diagnostics(diagnostics), options(options), captures(module, sema) {
  symbols.insert("ruchy.main");
  symbols.insert(kMainEntered);
  types = std::make_unique<TypeGen>(*this);
}

Location ModuleGen::getLoc(SourceLocation location) {
  if (!location.isValid())
    return UnknownLoc::get(&context);
  // Code of the compiler itself has no place.
  if (sources.getName(location) == kPreludeFile)
    return UnknownLoc::get(&context);
  LineColumn position = sources.getLineColumn(location);
  StringRef name = llvm::sys::path::filename(sources.getName(location));
  return FileLineColLoc::get(&context, name, position.line, position.column);
}

//===----------------------------------------------------------------------===//
// Symbols
//===----------------------------------------------------------------------===//

/// Functions of the prelude have names that no program has.
bool irgen::isPrelude(StringRef function) {
  return function.starts_with("__prelude_");
}

/// Names that look like ours get a number, too.
std::string ModuleGen::makeUnique(StringRef name) {
  std::string unique = name.str();
  unsigned number = 0;
  while (StringRef(unique) == "ruchy" || !symbols.insert(unique).second)
    unique = (name + "." + Twine(++number)).str();
  return unique;
}

/// Functions of modules are called `m.f`.
void ModuleGen::noteModules(ArrayRef<ast::Expr *> statements,
                            const std::string &prefix) {
  for (ast::Expr *statement : statements) {
    if (auto *inner = dyn_cast<ast::ModuleItem>(statement))
      noteModules(inner->statements, prefix + inner->name.text.str() + ".");
    else if (isa<ast::FunctionItem>(statement) && !prefix.empty())
      modulePrefixes[statement] = prefix;
  }
}

/// `outer.inner` for nested functions.
std::string ModuleGen::getBaseName(ast::FunctionItem *item) {
  std::string name = modulePrefixes.lookup(item) + item->name.text.str();
  if (isPrelude(name))
    return "prelude." + name.substr(StringRef("__prelude_").size());
  const FunctionInfo *info = sema.getFunction(item);
  for (info = info ? info->parent : nullptr; info && !info->isTopLevel();
       info = info->parent) {
    auto *outer = dyn_cast<ast::FunctionItem>(info->node);
    if (!outer)
      break;
    if (FuncOp known = functions.lookup(outer))
      return (known.getSymName() + "." + name).str();
    name = (outer->name.text + "." + name).str();
  }
  return name;
}

ArrayRef<int64_t> ModuleGen::getGivenBack(FlatSymbolRefAttr symbol) const {
  auto known = givenBack.find(symbol.getAttr());
  return known == givenBack.end() ? ArrayRef<int64_t>()
                                  : ArrayRef<int64_t>(known->second);
}

FuncOp ModuleGen::createFunction(StringRef symbol, SourceLocation location,
                                 unsigned params, bool isPublic,
                                 ArrayRef<int64_t> back) {
  OpBuilder b(&context);
  b.setInsertionPointToEnd(result->getBody());
  Type any = AnyType::get(&context);
  Type returned = isPublic ? Type(NilType::get(&context)) : any;
  SmallVector<Type> results(1 + back.size(), any);
  results.front() = returned;
  auto type = b.getFunctionType(SmallVector<Type>(params, any), results);
  auto func = FuncOp::create(b, getLoc(location), symbol, type);
  if (!back.empty()) {
    func.setInout(back);
    givenBack[func.getSymNameAttr()].assign(back.begin(), back.end());
  }
  func.setSymVisibilityAttr(b.getStringAttr(isPublic ? "public" : "private"));
  Block *entry = new Block;
  func.getBody().push_back(entry);
  for (unsigned i = 0; i < params; ++i)
    entry->addArgument(any, func.getLoc());
  return func;
}

FlatSymbolRefAttr ModuleGen::getFunction(ast::FunctionItem *item) {
  if (FuncOp known = functions.lookup(item))
    return FlatSymbolRefAttr::get(known.getSymNameAttr());
  bool isClosed = isClosure(item);
  SmallVector<int64_t, 2> back = types->getInOut().getInOut(item);
  for (int64_t &position : back)
    position += isClosed;
  FuncOp func =
      createFunction(makeUnique(getBaseName(item)), item->name.range.begin,
                     item->params.size() + isClosed,
                     /*isPublic=*/false, back);
  for (const auto &[index, param] : llvm::enumerate(item->params))
    func.getArgument(index + isClosed).setLoc(getLoc(param.range.begin));
  func.setNoInline(item->isInlineNever());
  func.setClosure(isClosed);
  func.setTransparent(isPrelude(item->name.text));
  functions[item] = func;
  pending.push_back(item);
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

FlatSymbolRefAttr ModuleGen::getDefaultsFunction(ast::FunctionItem *item,
                                                 const llvm::BitVector &given) {
  for (PendingDefaults &known : defaults)
    if (known.item == item && known.given == given)
      return FlatSymbolRefAttr::get(known.func.getSymNameAttr());
  StringRef symbol = getFunction(item).getValue();
  SmallVector<int64_t, 2> back;
  int64_t next = isClosure(item);
  for (unsigned param = 0; param < given.size(); ++param) {
    if (!given.test(param))
      continue;
    if (llvm::is_contained(types->getInOut().getInOut(item), int64_t(param)))
      back.push_back(next);
    ++next;
  }
  FuncOp func =
      createFunction(makeUnique((symbol + ".defaults").str()),
                     item->name.range.begin, given.count() + isClosure(item),
                     /*isPublic=*/false, back);
  func.setClosure(isClosure(item));
  defaults.push_back({item, given, func});
  return FlatSymbolRefAttr::get(func.getSymNameAttr());
}

void ModuleGen::createGlobal(StringRef symbol, Location loc) {
  OpBuilder b(&context);
  if (lastGlobal)
    b.setInsertionPointAfter(lastGlobal);
  else
    b.setInsertionPointToStart(result->getBody());
  lastGlobal = GlobalOp::create(b, loc, symbol, AnyType::get(&context),
                                b.getStringAttr("private"));
}

StringRef ModuleGen::getGlobal(const VarDecl *variable) {
  StringRef &symbol = globals[variable];
  if (symbol.empty()) {
    std::string unique = makeUnique(variable->name);
    symbol = symbols.find(unique)->getKey();
    createGlobal(symbol, getLoc(variable->node->getBegin()));
  }
  return symbol;
}

//===----------------------------------------------------------------------===//
// The file
//===----------------------------------------------------------------------===//

/// `main` is called automatically unless the script called it. Where no
/// function mentions it, that is known now; otherwise `main` sets a flag.
void ModuleGen::decideMainCall() {
  ast::FunctionItem *main = sema.getMain();
  if (!main)
    return;
  for (const FunctionInfo &info : sema.getFunctions())
    if (info.node != main && llvm::is_contained(info.mentions, main))
      marksMain = true;
  if (marksMain)
    createGlobal(kMainEntered, getLoc(main->name.range.begin));
}

/// Translations may ask for further functions.
void ModuleGen::drainQueues() {
  while (types->emitPending() || !pending.empty() || !pendingLambdas.empty() ||
         nextDefaults < defaults.size()) {
    if (pending.empty() && pendingLambdas.empty() &&
        nextDefaults == defaults.size())
      continue;
    if (!pendingLambdas.empty()) {
      ast::LambdaExpr *lambda = pendingLambdas.front();
      pendingLambdas.pop_front();
      FunctionGen(*this, lambdas[lambda], sema.getFunction(lambda))
          .emitLambda(lambda);
      continue;
    }
    if (nextDefaults < defaults.size()) {
      PendingDefaults next = defaults[nextDefaults++];
      FunctionGen(*this, next.func, sema.getFunction(next.item))
          .emitDefaultsFunction(next.item, next.given);
      continue;
    }
    ast::FunctionItem *item = pending.front();
    pending.pop_front();
    FunctionGen(*this, functions[item], sema.getFunction(item))
        .emitFunction(item);
  }
}

OwningOpRef<ModuleOp> ModuleGen::run() {
  SourceLocation start = sources.getLocation(module.file, 0);
  result = ModuleOp::create(getLoc(start));
  types->emitTypes();
  noteModules(module.statements, "");
  analyzeGlobals();
  decideMainCall();
  for (ast::Expr *statement : module.statements)
    if (auto *item = dyn_cast<ast::FunctionItem>(statement);
        item && isPrelude(item->name.text))
      prelude[item->name.text.substr(StringRef("__prelude_").size())] = item;
  // Functions of the top level come first, so that they get their own names.
  for (ast::Expr *statement : module.statements)
    if (auto *item = dyn_cast<ast::FunctionItem>(statement);
        item && !isPrelude(item->name.text))
      if (const VarDecl *decl = sema.getDecl(item);
          decl && decl->function == item)
        getFunction(item);
  FuncOp top = createFunction("ruchy.main", start, 0, /*isPublic=*/true);
  FunctionGen(*this, top, sema.getFunction(&module))
      .emitTopLevel(sema.getMain() != nullptr);
  drainQueues();
  types->requestMethods();
  drainQueues();
  reportUnsupported();
  if (diagnostics.hasErrors())
    return {};
  return std::move(result);
}
