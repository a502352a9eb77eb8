//===- ModuleLoader.cpp - Files that a program imports ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/Modules/ModuleLoader.h"

#include "Ruchy/Frontend/AST/ASTContext.h"
#include "Ruchy/Frontend/AST/Visitor.h"
#include "Ruchy/Frontend/Parser/Parser.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace ruchy;
using namespace ruchy::ast;

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

class ModuleLoader {
public:
  ModuleLoader(SourceManager &sources, ASTContext &context,
               DiagnosticEngine &diagnostics)
      : sources(sources), context(context), diagnostics(diagnostics) {}

  void run(Module &module);

private:
  using Text = llvm::SmallString<128>;

  void visit(Node *root, llvm::StringRef folder);
  void loadExternal(ModuleItem *item, llvm::StringRef folder);
  void loadImport(UseItem *item, llvm::StringRef folder);
  void loadFirstSegments(UseItem *item, llvm::StringRef folder);
  void renameLeaves(UseItem *item, ModuleItem *module, bool hasPrefix);
  bool find(llvm::StringRef name, llvm::StringRef folder, Text &file) const;
  bool findIn(llvm::StringRef name, llvm::StringRef folder, Text &file) const;
  ModuleItem *load(llvm::StringRef name, llvm::StringRef file,
                   SourceRange range);
  ModuleItem *loadFromFolder(llvm::ArrayRef<llvm::StringRef> segments,
                             llvm::StringRef folder, SourceRange range);
  bool parse(ModuleItem *module, llvm::StringRef file, SourceRange range);

  SourceManager &sources;
  ASTContext &context;
  DiagnosticEngine &diagnostics;
  std::string rootFolder;
  /// Modules of files by path, and those whose imports are being loaded.
  llvm::StringMap<ModuleItem *> loaded;
  std::vector<std::string> open;
  /// In the order in which they are complete.
  std::vector<ModuleItem *> modules;
  /// Names that modules in the program's text declare.
  llvm::StringSet<> declared;
};

constexpr llvm::StringLiteral subfolders[] = {"", "src", "lib", "modules"};
constexpr llvm::StringLiteral extension = ".ruchy";

bool isOfLanguage(llvm::StringRef segment) {
  return segment == "std" || segment == "core" || segment == "alloc" ||
         segment == "crate" || segment == "self" || segment == "super";
}

} // namespace

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

bool ModuleLoader::findIn(llvm::StringRef name, llvm::StringRef folder,
                          Text &file) const {
  for (llvm::StringRef subfolder : subfolders) {
    Text base(folder);
    path::append(base, subfolder, name);
    file = base;
    if (name.ends_with(extension) && fs::is_regular_file(file))
      return true;
    file += extension;
    if (fs::is_regular_file(file))
      return true;
    file = base;
    path::append(file, "mod.ruchy");
    if (fs::is_regular_file(file))
      return true;
  }
  return false;
}

/// Looks beside the file that names the module, then beside the program.
bool ModuleLoader::find(llvm::StringRef name, llvm::StringRef folder,
                        Text &file) const {
  return findIn(name, folder, file) ||
         (folder != rootFolder && findIn(name, rootFolder, file));
}

/// Parses a file into a module and loads what it imports itself.
bool ModuleLoader::parse(ModuleItem *module, llvm::StringRef file,
                         SourceRange range) {
  Text real;
  if (fs::real_path(file, real))
    real = file;
  if (llvm::is_contained(open, real.str())) {
    diagnostics.report(Diag::CyclicImport, range,
                       "Cyclic import of '" + path::filename(file) + "'");
    return false;
  }
  llvm::ErrorOr<FileID> id = sources.addFile(file);
  if (!id) {
    diagnostics.report(Diag::CannotRead, range,
                       "Cannot read '" + file +
                           "': " + id.getError().message());
    return false;
  }
  Module *tree = parseModule(sources, *id, context, diagnostics);
  module->statements = tree->statements;
  open.push_back(real.str().str());
  visit(module, path::parent_path(file));
  open.pop_back();
  return true;
}

/// The module of a file, which is parsed once.
ModuleItem *ModuleLoader::load(llvm::StringRef name, llvm::StringRef file,
                               SourceRange range) {
  Text real;
  if (fs::real_path(file, real))
    real = file;
  if (ModuleItem *known = loaded.lookup(real))
    if (!llvm::is_contained(open, real.str()))
      return known;
  auto *module = context.create<ModuleItem>(range);
  module->name = {context.intern(name), range};
  module->visibility = Visibility::Public;
  if (!parse(module, file, range))
    return nullptr;
  loaded[real] = module;
  modules.push_back(module);
  return module;
}

/// `use utils::text::trim` with a folder utils and a file text.ruchy in it.
ModuleItem *
ModuleLoader::loadFromFolder(llvm::ArrayRef<llvm::StringRef> segments,
                             llvm::StringRef folder, SourceRange range) {
  if (segments.size() < 2)
    return nullptr;
  for (llvm::StringRef base : {folder, llvm::StringRef(rootFolder)})
    for (llvm::StringRef subfolder : subfolders) {
      Text inner(base), file;
      path::append(inner, subfolder, segments[0]);
      if (!fs::is_directory(inner) || !findIn(segments[1], inner, file))
        continue;
      ModuleItem *&outer = loaded[inner];
      if (!outer) {
        outer = context.create<ModuleItem>(range);
        outer->name = {context.intern(segments[0]), range};
        outer->visibility = Visibility::Public;
        modules.push_back(outer);
      }
      for (Expr *known : outer->statements)
        if (llvm::cast<ModuleItem>(known)->name.text == segments[1])
          return outer;
      auto *module = context.create<ModuleItem>(range);
      module->name = {context.intern(segments[1]), range};
      module->visibility = Visibility::Public;
      ModuleItem *result = outer;
      if (!parse(module, file, range))
        return nullptr;
      llvm::SmallVector<Expr *> statements(result->statements);
      statements.push_back(module);
      result->statements = context.copyOf(statements);
      return result;
    }
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Items
//===----------------------------------------------------------------------===//

void ModuleLoader::loadExternal(ModuleItem *item, llvm::StringRef folder) {
  Text file;
  if (!find(item->name.text, folder, file)) {
    diagnostics.report(Diag::ModuleNotFound, item->name.range,
                       "Module '" + item->name.text + "' not found");
    return;
  }
  item->isExternal = false;
  parse(item, file, item->name.range);
}

/// Makes the paths of an import start at the module that was loaded for it.
void ModuleLoader::renameLeaves(UseItem *item, ModuleItem *module,
                                bool hasPrefix) {
  llvm::SmallVector<UseLeaf> leaves;
  for (UseLeaf leaf : item->leaves) {
    llvm::SmallVector<llvm::StringRef> segments{module->name.text};
    auto rest = hasPrefix ? leaf.path.drop_front() : leaf.path;
    segments.append(rest.begin(), rest.end());
    leaf.path = context.copyOf(segments);
    leaves.push_back(leaf);
  }
  item->leaves = context.copyOf(leaves);
}

/// A name that only the compiler uses, so that it hides nothing.
static std::string makeName(llvm::StringRef file) {
  return ("file " + path::filename(file)).str();
}

void ModuleLoader::loadImport(UseItem *item, llvm::StringRef folder) {
  if (item->form == UseItem::Form::Export)
    return;
  if (item->file.empty())
    return loadFirstSegments(item, folder);
  Text file;
  if (!find(item->file, folder, file)) {
    bool isName = llvm::all_of(
        item->file, [](char c) { return llvm::isAlnum(c) || c == '_'; });
    if (!isName || item->leaves.empty())
      diagnostics.report(Diag::ModuleNotFound, item->getRange(),
                         "Module '" + item->file + "' not found");
    return;
  }
  // Without another name, the module has that of its file.
  llvm::StringRef stem = path::stem(file);
  bool isPlain = item->leaves.empty();
  ModuleItem *module =
      load(isPlain ? stem.str() : makeName(file), file, item->getRange());
  if (!module)
    return;
  if (isPlain && module->name.text != stem) {
    // Loaded before under a hidden name.
    UseLeaf leaf;
    leaf.range = item->getRange();
    leaf.bound = {context.intern(stem), item->getRange()};
    item->leaves = context.copyOf(llvm::SmallVector<UseLeaf>{leaf});
    isPlain = false;
  }
  if (!isPlain)
    renameLeaves(item, module, /*hasPrefix=*/false);
}

/// `use m::x`, `import m`, `from m import x`.
void ModuleLoader::loadFirstSegments(UseItem *item, llvm::StringRef folder) {
  for (const UseLeaf &leaf : item->leaves) {
    if (leaf.path.empty())
      continue;
    llvm::StringRef first = leaf.path[0];
    if (isOfLanguage(first) || declared.contains(first))
      continue;
    Text file;
    if (find(first, folder, file)) {
      ModuleItem *module = load(first, file, leaf.range);
      if (module && module->name.text != first) {
        renameLeaves(item, module, /*hasPrefix=*/true);
        return;
      }
    } else {
      loadFromFolder(leaf.path, folder, leaf.range);
    }
  }
}

void ModuleLoader::visit(Node *root, llvm::StringRef folder) {
  llvm::SmallVector<Node *> found;
  ast::walk(root, [&](Node *node) {
    if (auto *item = llvm::dyn_cast<ModuleItem>(node)) {
      declared.insert(item->name.text);
      if (item->isExternal)
        found.push_back(item);
    } else if (llvm::isa<UseItem>(node)) {
      found.push_back(node);
    }
    return true;
  });
  for (Node *node : found) {
    if (auto *item = llvm::dyn_cast<ModuleItem>(node))
      loadExternal(item, folder);
    else
      loadImport(llvm::cast<UseItem>(node), folder);
  }
}

void ModuleLoader::run(Module &module) {
  llvm::StringRef name = sources.getName(module.file);
  rootFolder = path::parent_path(name).str();
  Text real;
  if (!fs::real_path(name, real))
    open.push_back(real.str().str());
  visit(&module, rootFolder);
  if (modules.empty())
    return;
  llvm::SmallVector<Expr *> statements(modules.begin(), modules.end());
  statements.append(module.statements.begin(), module.statements.end());
  module.statements = context.copyOf(statements);
}

void ruchy::loadModules(Module &module, SourceManager &sources,
                        ASTContext &context, DiagnosticEngine &diagnostics) {
  ModuleLoader(sources, context, diagnostics).run(module);
}
