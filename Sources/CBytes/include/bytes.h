// Looking for bytes, sixteen at a time where the processor can: Swift's vectors compare one by one.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
typedef __m128i bytes_block;
#define BYTES_LOAD(p) _mm_loadu_si128((const __m128i *)(p))
#define BYTES_IS(block, byte) _mm_cmpeq_epi8(block, _mm_set1_epi8((char)(byte)))
#define BYTES_AT_MOST(block, byte) \
  _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8((char)(byte))), block)
#define BYTES_HIGH(block) block
#define BYTES_OR(a, b) _mm_or_si128(a, b)
#define BYTES_MASK(block) ((unsigned)_mm_movemask_epi8(block))
#define BYTES_STEP 1
#elif defined(__aarch64__)
#include <arm_neon.h>
typedef uint8x16_t bytes_block;
#define BYTES_LOAD(p) vld1q_u8(p)
#define BYTES_IS(block, byte) vceqq_u8(block, vdupq_n_u8(byte))
#define BYTES_AT_MOST(block, byte) vcleq_u8(block, vdupq_n_u8(byte))
#define BYTES_HIGH(block) vcgeq_u8(block, vdupq_n_u8(0x80))
#define BYTES_OR(a, b) vorrq_u8(a, b)
// Four bits a byte.
#define BYTES_MASK(block) \
  vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(block), 4)), 0)
#define BYTES_STEP 4
#endif

// Defines a search for the first byte between `from` and `end` that a test finds; `end` for none.
#if defined(BYTES_STEP)
#define BYTES_SEARCH(name, block_test, byte_test)                                            \
  static inline size_t name(const uint8_t *bytes, size_t from, size_t end) {                 \
    size_t at = from;                                                                        \
    for (; at + 16 <= end; at += 16) {                                                       \
      const bytes_block block = BYTES_LOAD(bytes + at);                                      \
      const uint64_t mask = BYTES_MASK(block_test);                                          \
      if (mask) return at + (size_t)__builtin_ctzll(mask) / BYTES_STEP;                      \
    }                                                                                        \
    if (at < end && end >= 16 + from) {                                                      \
      const bytes_block block = BYTES_LOAD(bytes + end - 16);                                \
      const uint64_t mask = BYTES_MASK(block_test) >> (16 - (end - at)) * BYTES_STEP;        \
      return mask ? at + (size_t)__builtin_ctzll(mask) / BYTES_STEP : end;                   \
    }                                                                                        \
    for (; at < end; at++) {                                                                 \
      const uint8_t byte = bytes[at];                                                        \
      if (byte_test) return at;                                                              \
    }                                                                                        \
    return end;                                                                              \
  }
#else
#define BYTES_SEARCH(name, block_test, byte_test)                                            \
  static inline size_t name(const uint8_t *bytes, size_t from, size_t end) {                 \
    for (size_t at = from; at < end; at++) {                                                 \
      const uint8_t byte = bytes[at];                                                        \
      if (byte_test) return at;                                                              \
    }                                                                                        \
    return end;                                                                              \
  }
#endif

// What can begin or end a variable or markup: $ * _ ` ~
BYTES_SEARCH(
    bytes_find_mark,
    BYTES_OR(
        BYTES_OR(BYTES_IS(block, '$'), BYTES_IS(block, '*')),
        BYTES_OR(
            BYTES_OR(BYTES_IS(block, '_'), BYTES_IS(block, '`')), BYTES_IS(block, '~'))),
    byte == '$' || byte == '*' || byte == '_' || byte == '`' || byte == '~')

// What a JSON string cannot hold as it is: a quotation mark, a backslash, a control character.
BYTES_SEARCH(
    bytes_find_escape,
    BYTES_OR(
        BYTES_OR(BYTES_IS(block, '"'), BYTES_IS(block, '\\')), BYTES_AT_MOST(block, 0x1F)),
    byte == '"' || byte == '\\' || byte < 0x20)

// One byte, where it stands next; `end` where it does not.
static inline size_t bytes_find(const uint8_t *bytes, size_t from, size_t end, uint8_t wanted) {
  const uint8_t *found = from < end ? memchr(bytes + from, wanted, end - from) : NULL;
  return found ? (size_t)(found - bytes) : end;
}

// Whether two runs of bytes are the same.
static inline bool bytes_equal(const uint8_t *a, const uint8_t *b, size_t count) {
  return memcmp(a, b, count) == 0;
}

// Where the plain characters of a JSON string end: at a quotation mark, a backslash, a control
// character or a byte beyond ASCII. Sixteen bytes behind the document must be there to be read,
// and a zero among them.
static inline size_t bytes_find_string_end(const uint8_t *bytes, size_t from) {
#if defined(BYTES_STEP)
  for (size_t at = from;; at += 16) {
    const bytes_block block = BYTES_LOAD(bytes + at);
    const uint64_t mask = BYTES_MASK(
        BYTES_OR(
            BYTES_OR(BYTES_IS(block, '"'), BYTES_IS(block, '\\')),
            BYTES_OR(BYTES_AT_MOST(block, 0x1F), BYTES_HIGH(block))));
    if (mask) return at + (size_t)__builtin_ctzll(mask) / BYTES_STEP;
  }
#else
  size_t at = from;
  while (bytes[at] >= 0x20 && bytes[at] < 0x80 && bytes[at] != '"' && bytes[at] != '\\') at++;
  return at;
#endif
}
