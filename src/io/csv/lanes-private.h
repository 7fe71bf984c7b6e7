#pragma once

#include <glib.h>
#include <string.h>

#if defined(__SSE2__) && !defined(YL_LANES_PORTABLE)
#include <emmintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(YL_LANES_PORTABLE)
#include <arm_neon.h>
#endif

/*
 * Sixteen bytes compared at once. The vectors of GCC and Clang compare on every
 * machine; only gathering the answers into bits needs intrinsics, where there
 * are any. A chunk is four of them, so that its answers fill 64 bits.
 */
typedef gint8 YlLanes __attribute__ ((vector_size (16)));

#define YL_CHUNK_BYTES 64u

static inline YlLanes
yl_lanes_load (const char *at)
{
  YlLanes lanes;
  memcpy (&lanes, at, sizeof lanes);
  return lanes;
}

/* Bit i is set when lane i of @answers is true (all ones, as comparisons give it). */
static inline guint64
yl_lanes_gather (YlLanes answers)
{
#if defined(__SSE2__) && !defined(YL_LANES_PORTABLE)
  return (guint32) _mm_movemask_epi8 ((__m128i) answers);
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(YL_LANES_PORTABLE)
  static const guint8 weights[16] = { 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128 };
  const uint8x16_t bits = vandq_u8 ((uint8x16_t) answers, vld1q_u8 (weights));
  return (guint64) vaddv_u8 (vget_low_u8 (bits)) | (guint64) vaddv_u8 (vget_high_u8 (bits)) << 8;
#else
  /* The product puts the lowest bit of byte i at 56 + i. */
  guint64 halves[2];
  memcpy (halves, &answers, sizeof halves);
  const guint64 low = GUINT64_FROM_LE (halves[0]) & 0x0101010101010101u;
  const guint64 high = GUINT64_FROM_LE (halves[1]) & 0x0101010101010101u;
  return (low * 0x0102040810204080u) >> 56 | ((high * 0x0102040810204080u) >> 56) << 8;
#endif
}

/* The answers of a chunk: @condition is an expression over `lanes`. */
#define YL_CHUNK_GATHER(at, condition)                                                             \
  __extension__({                                                                                  \
    guint64 bits_ = 0;                                                                             \
    _Pragma ("GCC unroll 4") for (guint i_ = 0; i_ < YL_CHUNK_BYTES; i_ += 16)                     \
    {                                                                                              \
      const YlLanes lanes = yl_lanes_load ((at) + i_);                                             \
      bits_ |= yl_lanes_gather (condition) << i_;                                                  \
    }                                                                                              \
    bits_;                                                                                         \
  })
