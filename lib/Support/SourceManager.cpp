//===- SourceManager.cpp - Owns source buffers ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Support/SourceManager.h"

#include "llvm/Support/FileSystem.h"

#include <algorithm>

using namespace ruchy;

namespace {
/// Keeps all offsets, and sums of them, within 32 bits.
constexpr uint64_t maxTotalSize = uint64_t(1) << 31;

bool isContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

unsigned countCharacters(llvm::StringRef text) {
  return static_cast<unsigned>(std::count_if(
      text.begin(), text.end(), [](char c) { return !isContinuationByte(c); }));
}
} // namespace

llvm::ErrorOr<FileID> SourceManager::addFile(llvm::StringRef path) {
  if (path != "-" && llvm::sys::fs::is_directory(path))
    return std::make_error_code(std::errc::is_a_directory);
  auto text = llvm::MemoryBuffer::getFileOrSTDIN(
      path, /*IsText=*/false, /*RequiresNullTerminator=*/true);
  if (!text)
    return text.getError();
  if ((*text)->getBufferSize() + nextBase >= maxTotalSize)
    return std::make_error_code(std::errc::file_too_large);
  return add(path == "-" ? llvm::StringRef("<stdin>") : path, std::move(*text));
}

FileID SourceManager::addBuffer(llvm::StringRef name, llvm::StringRef text) {
  return add(name, llvm::MemoryBuffer::getMemBufferCopy(text, name));
}

FileID SourceManager::add(llvm::StringRef name,
                          std::unique_ptr<llvm::MemoryBuffer> text) {
  Buffer buffer;
  buffer.name = name.str();
  buffer.base = nextBase;
  llvm::StringRef content = text->getBuffer();
  buffer.lineStarts.push_back(0);
  for (size_t i = content.find('\n'); i != llvm::StringRef::npos;
       i = content.find('\n', i + 1))
    buffer.lineStarts.push_back(static_cast<uint32_t>(i + 1));
  // One extra position, so that the end of the text has a location.
  nextBase += static_cast<uint32_t>(content.size()) + 1;
  buffer.text = std::move(text);
  buffers.push_back(std::move(buffer));
  return FileID{static_cast<uint32_t>(buffers.size())};
}

llvm::StringRef SourceManager::getName(FileID file) const {
  if (!file.isValid() || file.index > buffers.size())
    return "<unknown>";
  return buffers[file.index - 1].name;
}

llvm::StringRef SourceManager::getText(FileID file) const {
  if (!file.isValid() || file.index > buffers.size())
    return {};
  return buffers[file.index - 1].text->getBuffer();
}

const SourceManager::Buffer *
SourceManager::find(SourceLocation location) const {
  if (!location.isValid() || location.getRaw() >= nextBase)
    return nullptr;
  auto it = std::upper_bound(
      buffers.begin(), buffers.end(), location.getRaw(),
      [](uint32_t raw, const Buffer &buffer) { return raw < buffer.base; });
  return it == buffers.begin() ? nullptr : &*std::prev(it);
}

FileID SourceManager::getFile(SourceLocation location) const {
  const Buffer *buffer = find(location);
  if (!buffer)
    return {};
  return FileID{static_cast<uint32_t>(buffer - buffers.data()) + 1};
}

llvm::StringRef SourceManager::getName(SourceLocation location) const {
  return getName(getFile(location));
}

SourceLocation SourceManager::getLocation(FileID file, size_t offset) const {
  if (!file.isValid() || file.index > buffers.size())
    return {};
  const Buffer &buffer = buffers[file.index - 1];
  offset = std::min(offset, buffer.text->getBufferSize());
  return SourceLocation(buffer.base + static_cast<uint32_t>(offset));
}

size_t SourceManager::getOffset(SourceLocation location) const {
  const Buffer *buffer = find(location);
  return buffer ? location.getRaw() - buffer->base : 0;
}

LineColumn SourceManager::getLineColumn(SourceLocation location) const {
  const Buffer *buffer = find(location);
  if (!buffer)
    return {};
  uint32_t offset = location.getRaw() - buffer->base;
  auto it = std::upper_bound(buffer->lineStarts.begin(),
                             buffer->lineStarts.end(), offset);
  uint32_t line = static_cast<uint32_t>(it - buffer->lineStarts.begin());
  uint32_t from = buffer->lineStarts[line - 1];
  uint32_t column = 1;
  llvm::StringRef text = buffer->text->getBuffer();
  if (buffer->lastLine == line && buffer->lastOffset <= offset) {
    from = buffer->lastOffset;
    column = buffer->lastColumn;
  } else if (buffer->lastLine == line &&
             buffer->lastOffset - offset < offset - from) {
    column = buffer->lastColumn -
             countCharacters(text.slice(offset, buffer->lastOffset));
    from = offset;
  }
  column += countCharacters(text.slice(from, offset));
  buffer->lastLine = line;
  buffer->lastOffset = offset;
  buffer->lastColumn = column;
  return {line, column};
}

llvm::StringRef SourceManager::getLine(FileID file, unsigned line) const {
  if (!file.isValid() || file.index > buffers.size())
    return {};
  const Buffer &buffer = buffers[file.index - 1];
  if (line == 0 || line > buffer.lineStarts.size())
    return {};
  llvm::StringRef text = buffer.text->getBuffer();
  size_t begin = buffer.lineStarts[line - 1];
  size_t end = line < buffer.lineStarts.size() ? buffer.lineStarts[line] - 1
                                               : text.size();
  llvm::StringRef result = text.slice(begin, end);
  result.consume_back("\r");
  return result;
}

llvm::StringRef SourceManager::getText(SourceRange range) const {
  const Buffer *buffer = find(range.begin);
  if (!buffer || range.end < range.begin)
    return {};
  return buffer->text->getBuffer().slice(range.begin.getRaw() - buffer->base,
                                         range.end.getRaw() - buffer->base);
}
