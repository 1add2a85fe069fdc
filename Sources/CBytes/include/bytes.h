// Looking for bytes, sixteen at a time where the processor can: Swift's vectors compare one by one.
#pragma once

// Words are read as they stand, their first byte lowest.
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "little-endian");

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
// Bytes as signed numbers: those of more than ASCII stand below zero, continuations lowest.
#define BYTES_BELOW(block, byte) _mm_cmplt_epi8(block, _mm_set1_epi8((char)(byte)))
#define BYTES_AT_LEAST(block, byte) \
  _mm_cmpeq_epi8(_mm_max_epu8(block, _mm_set1_epi8((char)(byte))), block)
#define BYTES_OR(a, b) _mm_or_si128(a, b)
#define BYTES_AND(a, b) _mm_and_si128(a, b)
#define BYTES_XOR(a, b) _mm_xor_si128(a, b)
#define BYTES_WITHOUT(a, b) _mm_andnot_si128(b, a)
// What stood so many bytes before; zero before the first.
#define BYTES_BEHIND(block, count) _mm_slli_si128(block, count)
#define BYTES_MINUS(block, byte) _mm_sub_epi8(block, _mm_set1_epi8((char)(byte)))
#define BYTES_MASK(block) ((unsigned)_mm_movemask_epi8(block))
#define BYTES_STEP 1
#elif defined(__aarch64__)
#include <arm_neon.h>
typedef uint8x16_t bytes_block;
#define BYTES_LOAD(p) vld1q_u8(p)
#define BYTES_IS(block, byte) vceqq_u8(block, vdupq_n_u8(byte))
#define BYTES_AT_MOST(block, byte) vcleq_u8(block, vdupq_n_u8(byte))
#define BYTES_HIGH(block) vcgeq_u8(block, vdupq_n_u8(0x80))
#define BYTES_BELOW(block, byte) \
  vcltq_s8(vreinterpretq_s8_u8(block), vdupq_n_s8((int8_t)(byte)))
#define BYTES_AT_LEAST(block, byte) vcgeq_u8(block, vdupq_n_u8(byte))
#define BYTES_OR(a, b) vorrq_u8(a, b)
#define BYTES_AND(a, b) vandq_u8(a, b)
#define BYTES_XOR(a, b) veorq_u8(a, b)
#define BYTES_WITHOUT(a, b) vbicq_u8(a, b)
#define BYTES_BEHIND(block, count) vextq_u8(vdupq_n_u8(0), block, 16 - (count))
#define BYTES_MINUS(block, byte) vsubq_u8(block, vdupq_n_u8(byte))
// Four bits a byte.
#define BYTES_MASK(block) \
  vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(block), 4)), 0)
#define BYTES_STEP 4
#endif

// A function of its own, so that loops that call it keep their registers.
#define BYTES_APART __attribute__((noinline))

// Defines a search for the first byte between `from` and `end` that a test finds; `end` for none.
#if defined(BYTES_STEP)
#define BYTES_SEARCH(name, block_test, byte_test)                                            \
  static inline BYTES_APART size_t name(const uint8_t *bytes, size_t from, size_t end) {     \
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
  static inline BYTES_APART size_t name(const uint8_t *bytes, size_t from, size_t end) {     \
    for (size_t at = from; at < end; at++) {                                                 \
      const uint8_t byte = bytes[at];                                                        \
      if (byte_test) return at;                                                              \
    }                                                                                        \
    return end;                                                                              \
  }
#endif

// What can begin or end markup: * _ ` ~
BYTES_SEARCH(
    bytes_find_delimiter,
    BYTES_OR(
        BYTES_OR(BYTES_IS(block, '*'), BYTES_IS(block, '_')),
        BYTES_OR(BYTES_IS(block, '`'), BYTES_IS(block, '~'))),
    byte == '*' || byte == '_' || byte == '`' || byte == '~')

// What names of templates cannot hold: anything but small letters, digits and underscores.
BYTES_SEARCH(
    bytes_find_strange,
    BYTES_IS(
        BYTES_OR(
            BYTES_OR(
                BYTES_AT_MOST(BYTES_MINUS(block, 'a'), 25),
                BYTES_AT_MOST(BYTES_MINUS(block, '0'), 9)),
            BYTES_IS(block, '_')),
        0),
    !((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_'))

// Where a JSON string may end: a quotation mark, or a backslash.
BYTES_SEARCH(
    bytes_find_quote, BYTES_OR(BYTES_IS(block, '"'), BYTES_IS(block, '\\')),
    byte == '"' || byte == '\\')

// A space, or a control character.
BYTES_SEARCH(bytes_find_space, BYTES_AT_MOST(block, 0x20), byte <= 0x20)

// What can begin or end a variable or markup: $ * _ ` ~
BYTES_SEARCH(
    bytes_find_mark,
    BYTES_OR(
        BYTES_OR(BYTES_IS(block, '$'), BYTES_IS(block, '*')),
        BYTES_OR(
            BYTES_OR(BYTES_IS(block, '_'), BYTES_IS(block, '`')), BYTES_IS(block, '~'))),
    byte == '$' || byte == '*' || byte == '_' || byte == '`' || byte == '~')

// What an address cannot hold as it is: spaces, control characters, what is not ASCII, " < > \ ^ ` { | }
BYTES_SEARCH(
    bytes_find_unsafe,
    BYTES_OR(
        BYTES_OR(
            BYTES_OR(BYTES_AT_MOST(block, 0x20), BYTES_HIGH(block)),
            BYTES_OR(BYTES_IS(block, 0x7F), BYTES_IS(block, '"'))),
        BYTES_OR(
            BYTES_OR(
                BYTES_OR(BYTES_IS(block, '<'), BYTES_IS(block, '>')),
                BYTES_OR(BYTES_IS(block, '\\'), BYTES_IS(block, '^'))),
            BYTES_OR(
                BYTES_OR(BYTES_IS(block, '`'), BYTES_IS(block, '{')),
                BYTES_OR(BYTES_IS(block, '|'), BYTES_IS(block, '}'))))),
    byte <= 0x20 || byte >= 0x7F || byte == '"' || byte == '<' || byte == '>' || byte == '\\' ||
        byte == '^' || byte == '`' || (byte >= '{' && byte <= '}'))

// What an emoji can begin with, and the mark that asks for one: E2, EF, F0.
BYTES_SEARCH(
    bytes_find_emoji_lead,
    BYTES_OR(
        BYTES_IS(block, 0xE2), BYTES_OR(BYTES_IS(block, 0xEF), BYTES_IS(block, 0xF0))),
    byte == 0xE2 || byte == 0xEF || byte == 0xF0)

// What the name of a variable cannot hold: ) ( $ and the end of a line.
BYTES_SEARCH(
    bytes_find_name_end,
    BYTES_OR(
        BYTES_OR(BYTES_IS(block, ')'), BYTES_IS(block, '(')),
        BYTES_OR(
            BYTES_OR(BYTES_IS(block, '$'), BYTES_IS(block, '\n')), BYTES_IS(block, '\r'))),
    byte == ')' || byte == '(' || byte == '$' || byte == '\n' || byte == '\r')

// What a JSON string cannot hold as it is, among sixteen bytes: a quotation mark, a backslash, a
// control character.
#define BYTES_ESCAPED(block)                                        \
  BYTES_OR(                                                         \
      BYTES_OR(BYTES_IS(block, '"'), BYTES_IS(block, '\\')), BYTES_AT_MOST(block, 0x1F))

// The same among eight, by the high bits of bytes; a false one stands above a true one only.
static inline uint64_t bytes_escaped_8(uint64_t word) {
  const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  const uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';
  return ((word - ones * 0x20) | (quote - ones) | (backslash - ones)) & ~word & highs;
}

// Whether a byte of eight is what a JSON Pointer spells another way: ~ or /.
static inline bool bytes_slashed_8(uint64_t word) {
  const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  const uint64_t tilde = word ^ ones * '~', slash = word ^ ones * '/';
  return (((tilde - ones) & ~tilde) | ((slash - ones) & ~slash)) & highs;
}

// The same of a run.
static inline bool bytes_slashed(const uint8_t *bytes, size_t count) {
  uint64_t word = 0;
  if (count >= 8) {
    for (size_t at = 0; at + 8 < count; at += 8) {
      memcpy(&word, bytes + at, 8);
      if (bytes_slashed_8(word)) return true;
    }
    memcpy(&word, bytes + count - 8, 8);
    return bytes_slashed_8(word);
  }
  if (count >= 4) {
    uint32_t first, last;
    memcpy(&first, bytes, 4);
    memcpy(&last, bytes + count - 4, 4);
    return bytes_slashed_8(first | (uint64_t)last << 32);
  }
  for (size_t at = 0; at < count; at++) word = word << 8 | bytes[at];
  return bytes_slashed_8(word);
}

// Writes one byte as a JSON string spells it; six bytes at most.
static inline uint8_t *bytes_put_escaped(uint8_t *to, uint8_t byte) {
  if (byte >= 0x20 && byte != '"' && byte != '\\') {
    *to = byte;
    return to + 1;
  }
  to[0] = '\\';
  switch (byte) {
    case '\b': to[1] = 'b'; return to + 2;
    case '\t': to[1] = 't'; return to + 2;
    case '\n': to[1] = 'n'; return to + 2;
    case '\f': to[1] = 'f'; return to + 2;
    case '\r': to[1] = 'r'; return to + 2;
    case '"': case '\\': to[1] = byte; return to + 2;
    default:
      memcpy(to + 1, byte < 0x10 ? "u000" : "u001", 4);
      to[5] = "0123456789abcdef"[byte & 15];
      return to + 6;
  }
}

// Copies a run, which is short as a rule.
static inline void bytes_copy_short(uint8_t *to, const uint8_t *from, size_t count) {
  if (count > 16) {
    memcpy(to, from, count);
  } else if (count >= 8) {
    uint64_t first, last;
    memcpy(&first, from, 8);
    memcpy(&last, from + count - 8, 8);
    memcpy(to, &first, 8);
    memcpy(to + count - 8, &last, 8);
  } else if (count >= 4) {
    uint32_t first, last;
    memcpy(&first, from, 4);
    memcpy(&last, from + count - 4, 4);
    memcpy(to, &first, 4);
    memcpy(to + count - 4, &last, 4);
  } else {
    for (size_t at = 0; at < count; at++) to[at] = from[at];
  }
}

// Copies a run of up to sixteen bytes if a JSON string spells it as it is; says whether it does.
static inline bool bytes_copy_plain(uint8_t *to, const uint8_t *from, size_t count) {
  if (count >= 8) {
    uint64_t first, last;
    memcpy(&first, from, 8);
    memcpy(&last, from + count - 8, 8);
    if (bytes_escaped_8(first) | bytes_escaped_8(last)) return false;
    memcpy(to, &first, 8);
    memcpy(to + count - 8, &last, 8);
    return true;
  }
  if (count < 4) return false;
  uint32_t first, last;
  memcpy(&first, from, 4);
  memcpy(&last, from + count - 4, 4);
  if (bytes_escaped_8(first | (uint64_t)last << 32)) return false;
  memcpy(to, &first, 4);
  memcpy(to + count - 4, &last, 4);
  return true;
}

// Copies a run as a JSON string spells it, and says where it ends; six times the run must fit, and
// two bytes more.
static inline uint8_t *bytes_copy_escaped(uint8_t *to, const uint8_t *from, size_t count) {
  if (count <= 16 && bytes_copy_plain(to, from, count)) return to + count;
  const uint8_t *const end = from + count;
#if defined(BYTES_STEP)
  while (end - from >= 16) {
    const bytes_block block = BYTES_LOAD(from);
    const uint64_t mask = BYTES_MASK(BYTES_ESCAPED(block));
    memcpy(to, from, 16);
    const size_t plain = mask ? (size_t)__builtin_ctzll(mask) / BYTES_STEP : 16;
    from += plain;
    to += plain;
    if (mask) to = bytes_put_escaped(to, *from++);
  }
#endif
  while (end - from >= 8) {
    uint64_t word;
    memcpy(&word, from, 8);
    if (bytes_escaped_8(word)) break;
    memcpy(to, from, 8);
    from += 8;
    to += 8;
  }
  if (count >= 8 && from < end && end - from < 8) {
    // The rest, out of the last eight bytes; spaces take the place of what is missing.
    const size_t missing = 8 - (size_t)(end - from);
    uint64_t word;
    memcpy(&word, end - 8, 8);
    word = missing ? word >> missing * 8 | 0x2020202020202020 << (8 - missing) * 8 : word;
    if (!bytes_escaped_8(word)) {
      memcpy(to, &word, 8);
      return to + (end - from);
    }
  }
  while (from < end) to = bytes_put_escaped(to, *from++);
  return to;
}

// Copies a run up to its first backslash, and says how many bytes that are.
static inline size_t bytes_copy_to_backslash(uint8_t *to, const uint8_t *from, size_t count) {
  size_t at = 0;
#if defined(BYTES_STEP)
  for (; at + 16 <= count; at += 16) {
    const uint64_t mask = BYTES_MASK(BYTES_IS(BYTES_LOAD(from + at), '\\'));
    memcpy(to + at, from + at, 16);
    if (mask) return at + (size_t)__builtin_ctzll(mask) / BYTES_STEP;
  }
#endif
  for (; at < count && from[at] != '\\'; at++) to[at] = from[at];
  return at;
}

// One byte, where it stands next; `end` where it does not.
static inline size_t bytes_find(const uint8_t *bytes, size_t from, size_t end, uint8_t wanted) {
  const uint8_t *found = from < end ? memchr(bytes + from, wanted, end - from) : NULL;
  return found ? (size_t)(found - bytes) : end;
}

// Whether two runs of bytes are the same.
static inline bool bytes_equal(const uint8_t *a, const uint8_t *b, size_t count) {
  return memcmp(a, b, count) == 0;
}

// The length of a run, up to 255, and its first seven bytes.
static inline uint64_t bytes_digest(const uint8_t *bytes, size_t count) {
  const uint64_t length = (count < 255 ? count : 255) << 56;
  uint64_t word = 0;
  if (count >= 8) {
    memcpy(&word, bytes, 8);
    return length | (word & 0x00FFFFFFFFFFFFFF);
  }
  if (count >= 4) {
    uint32_t first, last;
    memcpy(&first, bytes, 4);
    memcpy(&last, bytes + count - 4, 4);
    return length | first | (uint64_t)last << (count - 4) * 8;
  }
  for (size_t at = 0; at < count; at++) word = word << 8 | bytes[at];
  return length | word;
}

// Behind the UTF-8 sequences that begin at `at`, or before the first that is none: too long, half of
// a surrogate pair, beyond the last plane. Three bytes behind the document must be there to be read.
static inline size_t bytes_skip_wide(const uint8_t *bytes, size_t at) {
  for (;;) {
    uint32_t word;
    memcpy(&word, bytes + at, 4);
    if ((word & 0xC0C0F0) == 0x8080E0) {
      const uint32_t head = (word & 0x0F) << 1 | (word >> 13 & 1);  // The upper five bits of sixteen.
      if (0x08000001 >> head & 1) return at;
      at += 3;
    } else if ((word & 0xC0E0) == 0x80C0 && (word & 0x1E) != 0) {
      at += 2;
    } else if ((word & 0xC0C0C0F8) == 0x808080F0) {
      const uint32_t plane = (word & 0x07) << 2 | (word >> 12 & 3);
      if (plane == 0 || plane > 16) return at;
      at += 4;
    } else {
      return at;
    }
  }
}

#if defined(BYTES_STEP)
// Which of sixteen bytes cannot stand where they do in UTF-8, by what stands one and two before; four
// bytes in a row are rare and count as such.
static inline bytes_block bytes_odd(bytes_block block, bytes_block one, bytes_block two) {
  const bytes_block next = BYTES_BELOW(block, 0xC0);  // Continuations.
  const bytes_block wanted = BYTES_OR(BYTES_AT_LEAST(one, 0xC0), BYTES_AT_LEAST(two, 0xE0));
  // Three bytes that spell less than they could, or half of a surrogate pair.
  const bytes_block low = BYTES_BELOW(block, 0xA0);
  const bytes_block second =
      BYTES_OR(BYTES_AND(BYTES_IS(one, 0xE0), low), BYTES_WITHOUT(BYTES_IS(one, 0xED), low));
  // Two bytes that spell ASCII, and four in a row.
  const bytes_block first =
      BYTES_OR(BYTES_WITHOUT(BYTES_BELOW(block, 0xC2), next), BYTES_AT_LEAST(block, 0xF0));
  return BYTES_OR(BYTES_XOR(next, wanted), BYTES_OR(first, second));
}

// Behind as many UTF-8 sequences as stand in whole blocks, or before the first that is none; at the
// latest at the end of a JSON string, and at sixteen bytes of ASCII.
static inline BYTES_APART size_t bytes_skip_wide_blocks(const uint8_t *bytes, size_t at) {
  for (;;) {
    const size_t begin = at;
    bytes_block block = BYTES_LOAD(bytes + at);
    bytes_block one = BYTES_BEHIND(block, 1), two = BYTES_BEHIND(block, 2);
    uint64_t high;
    for (;;) {
      const uint64_t stop = BYTES_MASK(BYTES_ESCAPED(block));
      high = BYTES_MASK(BYTES_HIGH(block));
      if (BYTES_MASK(bytes_odd(block, one, two)) & (stop ^ (stop - 1))) break;
      if (stop) return at + (size_t)__builtin_ctzll(stop) / BYTES_STEP;
      if (!high) return at;
      at += 16;
      block = BYTES_LOAD(bytes + at);
      one = BYTES_LOAD(bytes + at - 1);
      two = BYTES_LOAD(bytes + at - 2);
    }
    // Byte by byte, from a sequence that the block before left open, or the first in this one.
    if (at > begin && bytes[at - 1] >= 0xC0) {
      at -= 1;
    } else if (at > begin && bytes[at - 2] >= 0xE0) {
      at -= 2;
    } else {
      at += (size_t)__builtin_ctzll(high) / BYTES_STEP;
    }
    at = bytes_skip_wide(bytes, at);
    if (bytes[at] >= 0x80) return at;
  }
}
#endif

// Behind UTF-8 sequences and what ASCII there is between them, up to what may end a JSON string or is
// no UTF-8.
static inline size_t bytes_skip_wide_text(const uint8_t *bytes, size_t at) {
#if defined(BYTES_STEP)
  return bytes_skip_wide_blocks(bytes, at);
#else
  return bytes_skip_wide(bytes, at);
#endif
}

// Where a JSON string ends or needs a second look: at a quotation mark, a backslash, a control
// character, a byte beyond ASCII.
// Sixteen bytes behind the document must be there to be read, and a zero among them.
static inline size_t bytes_find_string_end(const uint8_t *bytes, size_t at) {
#if defined(BYTES_STEP)
  for (;; at += 16) {
    const bytes_block block = BYTES_LOAD(bytes + at);
    // As signed numbers, control characters and bytes beyond ASCII stand below a space.
    const uint64_t mask = BYTES_MASK(BYTES_OR(
        BYTES_OR(BYTES_IS(block, '"'), BYTES_IS(block, '\\')), BYTES_BELOW(block, 0x20)));
    if (mask) return at + (size_t)__builtin_ctzll(mask) / BYTES_STEP;
  }
#else
  while (bytes[at] >= 0x20 && bytes[at] < 0x80 && bytes[at] != '"' && bytes[at] != '\\') at++;
  return at;
#endif
}

// What stands in a run that holds more than ASCII: 1 for UTF-8, 2 for anything else.
static inline BYTES_APART int bytes_kind_of_wide(const uint8_t *bytes, size_t from, size_t end) {
  size_t at = from;
  while (at < end) {
    if (bytes[at] < 0x80) {
      at++;
      continue;
    }
#if defined(BYTES_STEP)
    const size_t next = bytes_skip_wide_blocks(bytes, at);
#else
    const size_t next = bytes_skip_wide(bytes, at);
#endif
    if (next == at) return 2;
    at = next;
  }
  // What follows may have been read as well: the last character must end with the run.
  size_t last = end - 1;
  while (last > from && end - last < 4 && (bytes[last] & 0xC0) == 0x80) last--;
  const uint8_t lead = bytes[last];
  const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return last + length == end ? 1 : 2;
}

// What stands in a run: 0 for ASCII, 1 for more of UTF-8, 2 for anything else.
// Sixteen bytes behind it must be there to be read.
static inline int bytes_kind(const uint8_t *bytes, size_t from, size_t end) {
#if defined(BYTES_STEP)
  for (size_t at = from; at < end; at += 16) {
    uint64_t high = BYTES_MASK(BYTES_HIGH(BYTES_LOAD(bytes + at)));
    if (end - at < 16) high &= ((uint64_t)1 << (end - at) * BYTES_STEP) - 1;
    if (high) return bytes_kind_of_wide(bytes, at + (size_t)__builtin_ctzll(high) / BYTES_STEP, end);
  }
#else
  for (size_t at = from; at < end; at++) {
    if (bytes[at] >= 0x80) return bytes_kind_of_wide(bytes, at, end);
  }
#endif
  return 0;
}

// How many bytes of a run of UTF-8 continue a sequence.
static inline BYTES_APART size_t bytes_count_continuing(const uint8_t *bytes, size_t size) {
  size_t count = 0;
  size_t at = 0;
  for (; at + 128 <= size; at += 128) {
    uint8_t part = 0;
    for (size_t lane = 0; lane < 128; lane++) part += (int8_t)bytes[at + lane] < -64;
    count += part;
  }
  for (; at + 16 <= size; at += 16) {
    uint8_t part = 0;
    for (size_t lane = 0; lane < 16; lane++) part += (int8_t)bytes[at + lane] < -64;
    count += part;
  }
#pragma clang loop vectorize(disable)
  for (; at < size; at++) count += (int8_t)bytes[at] < -64;
  return count;
}

// How often a byte stands in a run. Sums of bytes stay below 256, so that sixteen are one vector.
static inline BYTES_APART size_t bytes_count(
    const uint8_t *bytes, size_t from, size_t end, uint8_t wanted) {
  size_t count = 0;
  for (; end - from >= 240; from += 240) {
    uint8_t part = 0;
    for (size_t at = 0; at < 240; at++) part += bytes[from + at] == wanted;
    count += part;
  }
  for (; from < end; from++) count += bytes[from] == wanted;
  return count;
}
