//===- PowersOfTen.cpp - 128-bit powers of ten ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Powers of ten to 128 bits from a table of every 28th power with 192 bits
/// and the powers of five below 5^28. The product of the two is wrong by less
/// than 2^64 units of its 256th bit, which for every exponent in range is too
/// little to change the leading 128 bits (checked exhaustively).
///
//===----------------------------------------------------------------------===//

#include "NumberSupport.h"

namespace ruchy::rt {

namespace {
struct CoarsePower {
  uint64_t high, middle, low;
};
constexpr int coarseStep = 28;

/// floor(10^k * 2^s) for k = -364, -336, ..., 308, with s chosen so that the
/// value has 192 bits.
constexpr CoarsePower coarsePowers[] = {
    {0xE1AFA13AFBD14D6D, 0x82189C09A3A1EC21, 0x7A43516213C7E04C},
    {0xE3E27A444D8D98B7, 0xFD1B1B2308169B25, 0x363B1F2C568DC3E2},
    {0xE61ACF033D1A45DF, 0x6FB92487298E33BD, 0xADD7728C20B99BD1},
    {0xE858AD248F5C22C9, 0xD1B3400F8F9CFF68, 0xF910F9F648232F14},
    {0xEA9C227723EE8BCB, 0x465E15A979C1CADC, 0x0A0CE827EAC11F2D},
    {0xECE53CEC4A314EBD, 0xA4F8BF5635246428, 0x4609AC5C7899CA36},
    {0xEF340A98172AACE4, 0x86FB897116C87C34, 0x9C39C1DA4C49278D},
    {0xF18899B1BC3F8CA1, 0xDC44E6C3CB279AC1, 0xF80F36174730CA34},
    {0xF3E2F893DEC3F126, 0x5A89DBA3C3EFCCFA, 0xD8ECB58659BE9C90},
    {0xF64335BCF065D37D, 0x4D4617B5FF4A16D5, 0xAA09501D5954A559},
    {0xF8A95FCF88747D94, 0x75A44C6397CE912A, 0x33CCA6C06B07B74D},
    {0xFB158592BE068D2E, 0xEED6E2F0F0D56712, 0xAC2E4F162CFAD40A},
    {0xFD87B5F28300CA0D, 0x8BCA9D6E188853FC, 0x76DCB60081CE0FA5},
    {0x8000000000000000, 0x0000000000000000, 0x0000000000000000},
    {0x813F3978F8940984, 0x4000000000000000, 0x0000000000000000},
    {0x82818F1281ED449F, 0xBFF8F10E7A8921A4, 0x2000000000000000},
    {0x83C7088E1AAB65DB, 0x792667C6DA79E0FA, 0x0861D3EE22D1CC53},
    {0x850FADC09923329E, 0x03E2CF6BC604DDB0, 0x74A7EF0198791097},
    {0x865B86925B9BC5C2, 0x0B8A2392BA45A9B2, 0x5C6658D409FB8BF7},
    {0x87AA9AFF79042286, 0x90FB44D2F05D0842, 0xFB118FC9C217A1D2},
    {0x88FCF317F22241E2, 0x441FECE3BDF81F03, 0x12F274928400100D},
    {0x8A5296FFE33CC92F, 0x82BD6B70D99AAA6F, 0xBC10C5C5CDA97C8D},
    {0x8BAB8EEFB6409C1A, 0x1AD089B6C2F7548E, 0x25C7B885BA466E37},
    {0x8D07E33455637EB2, 0xDB0B487B6423E1E8, 0x7EC63730F500B406},
    {0x8E679C2F5E44FF8F, 0x570F09EAA7EA7648, 0x5961DB50C6D2B886},
};

constexpr uint64_t powersOfFive[coarseStep] = {1,
                                               5,
                                               25,
                                               125,
                                               625,
                                               3125,
                                               15625,
                                               78125,
                                               390625,
                                               1953125,
                                               9765625,
                                               48828125,
                                               244140625,
                                               1220703125,
                                               6103515625,
                                               30517578125,
                                               152587890625,
                                               762939453125,
                                               3814697265625,
                                               19073486328125,
                                               95367431640625,
                                               476837158203125,
                                               2384185791015625,
                                               11920928955078125,
                                               59604644775390625,
                                               298023223876953125,
                                               1490116119384765625,
                                               7450580596923828125};
} // namespace

const uint64_t smallPowersOfTen[20] = {1,
                                       10,
                                       100,
                                       1000,
                                       10000,
                                       100000,
                                       1000000,
                                       10000000,
                                       100000000,
                                       1000000000,
                                       10000000000,
                                       100000000000,
                                       1000000000000,
                                       10000000000000,
                                       100000000000000,
                                       1000000000000000,
                                       10000000000000000,
                                       100000000000000000,
                                       1000000000000000000,
                                       10000000000000000000u};

Wide powerOfTen(int k) {
  unsigned offset = unsigned(k - minPowerOfTen);
  const CoarsePower &coarse = coarsePowers[offset / coarseStep];
  uint64_t five = powersOfFive[offset % coarseStep];
  five <<= __builtin_clzll(five);

  Wide top = multiplyWide(coarse.high, five);
  Wide middle = multiplyWide(coarse.middle, five);
  Wide bottom = multiplyWide(coarse.low, five);
  uint64_t third = middle.low + bottom.high;
  uint64_t second = top.low + middle.high;
  uint64_t carry = second < top.low;
  if (third < middle.low) {
    ++second;
    carry += second == 0;
  }
  uint64_t first = top.high + carry;
  if (first >> 63)
    return {first, second};
  return {(first << 1) | (second >> 63), (second << 1) | (third >> 63)};
}

} // namespace ruchy::rt
