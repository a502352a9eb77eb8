//===- JITSession.cpp - Code that runs in this process ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Execution/JITSession.h"

#include "ruchy_rt/Program.h"
#include "ruchy_rt/Symbols.h"

#include "llvm/ExecutionEngine/Orc/AbsoluteSymbols.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/ExecutionEngine/Orc/ObjectLinkingLayer.h"

#include <cmath>
#include <cstring>

using namespace ruchy;
using namespace llvm::orc;

/// What code generation itself calls. All of these are exact, so that the
/// host's functions give what the runtime's give in compiled programs.
static const RtHostSymbol kCodegenCalls[] = {
    {"memcpy", reinterpret_cast<void *>(&memcpy)},
    {"memmove", reinterpret_cast<void *>(&memmove)},
    {"memset", reinterpret_cast<void *>(&memset)},
    {"memcmp", reinterpret_cast<void *>(&memcmp)},
    {"bcmp", reinterpret_cast<void *>(&bcmp)},
    {"floor",
     reinterpret_cast<void *>(static_cast<double (*)(double)>(&floor))},
    {"ceil", reinterpret_cast<void *>(static_cast<double (*)(double)>(&ceil))},
    {"trunc",
     reinterpret_cast<void *>(static_cast<double (*)(double)>(&trunc))},
    {"round",
     reinterpret_cast<void *>(static_cast<double (*)(double)>(&round))},
    {"fmod",
     reinterpret_cast<void *>(static_cast<double (*)(double, double)>(&fmod))},
    {nullptr, nullptr}};

struct JITSession::Impl {
  std::unique_ptr<LLJIT> jit;
};

JITSession::JITSession(std::unique_ptr<Impl> impl) : impl(std::move(impl)) {}
JITSession::~JITSession() = default;

/// Objects come in ready-made, so the compile layer is never used: an empty
/// one saves the making of a TargetMachine.
static llvm::Expected<std::unique_ptr<IRCompileLayer::IRCompiler>>
createNoCompiler(JITTargetMachineBuilder) {
  struct NoCompiler : IRCompileLayer::IRCompiler {
    using IRCompiler::IRCompiler;
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
    operator()(llvm::Module &) override {
      return llvm::createStringError("this session takes objects only");
    }
  };
  return std::make_unique<NoCompiler>(IRSymbolMapper::ManglingOptions());
}

llvm::Expected<std::unique_ptr<JITSession>>
JITSession::create(llvm::StringRef triple, llvm::StringRef dataLayout) {
  llvm::Expected<llvm::DataLayout> layout = llvm::DataLayout::parse(dataLayout);
  if (!layout)
    return layout.takeError();
  auto jit = LLJITBuilder()
                 .setJITTargetMachineBuilder(
                     JITTargetMachineBuilder(llvm::Triple(triple)))
                 .setDataLayout(*layout)
                 .setCompileFunctionCreator(createNoCompiler)
                 .setPlatformSetUp(setUpInactivePlatform)
                 .setLinkProcessSymbolsByDefault(false)
                 .setObjectLinkingLayerCreator(
                     [](ExecutionSession &session)
                         -> llvm::Expected<std::unique_ptr<ObjectLayer>> {
                       return std::make_unique<ObjectLinkingLayer>(session);
                     })
                 .create();
  if (!jit)
    return jit.takeError();

  SymbolMap symbols;
  for (const RtHostSymbol *table : {rt_host_symbols, kCodegenCalls})
    for (const RtHostSymbol *symbol = table; symbol->name; ++symbol)
      symbols[(*jit)->mangleAndIntern(symbol->name)] = {
          ExecutorAddr::fromPtr(symbol->address),
          llvm::JITSymbolFlags::Exported | llvm::JITSymbolFlags::Callable};
  if (llvm::Error error =
          (*jit)->getMainJITDylib().define(absoluteSymbols(std::move(symbols))))
    return std::move(error);
  auto impl = std::make_unique<Impl>();
  impl->jit = std::move(*jit);
  return std::unique_ptr<JITSession>(new JITSession(std::move(impl)));
}

llvm::Error JITSession::addObject(std::unique_ptr<llvm::MemoryBuffer> object) {
  return impl->jit->addObjectFile(std::move(object));
}

llvm::Expected<void *> JITSession::lookup(llvm::StringRef name) {
  llvm::Expected<ExecutorAddr> address = impl->jit->lookup(name);
  if (!address)
    return address.takeError();
  return address->toPtr<void *>();
}

llvm::Expected<int> JITSession::runProgram(const ProgramOptions &options) {
  llvm::Expected<void *> entry = lookup("ruchy_main");
  if (!entry)
    return entry.takeError();
  rt_set_args(options.argc, options.argv);
  return rt_run_main(reinterpret_cast<RtMainFunction>(*entry),
                     options.leakCheck);
}
