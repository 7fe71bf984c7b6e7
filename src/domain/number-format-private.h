#pragma once

#include "yanglu/domain/number-format.h"

G_BEGIN_DECLS

typedef enum
{
  YL_PIECE_TEXT,     /* as it stands */
  YL_PIECE_PLACE,    /* one digit: 0, # or ? */
  YL_PIECE_POINT,    /* the decimal point */
  YL_PIECE_GENERAL,  /* the whole number; "@" too */
  YL_PIECE_EXPONENT, /* E+ */
} YlPieceKind;

typedef struct
{
  YlPieceKind kind;
  char place;  /* the letter of a place */
  gsize start; /* of a text, in the format's texts */
  gsize length;
} YlFormatPiece;

/** One section of a number format. */
typedef struct
{
  GArray *pieces; /* of YlFormatPiece */
  guint n_whole;  /* places before the point … */
  guint n_decimals;
  guint n_thousands; /* commas that divide by 1000 */
  guint n_percent;   /* signs that multiply by 100 */
  guint n_exponent;  /* places behind E+ */
  gboolean is_grouped;
  gboolean is_general;
  gboolean is_words;
  gboolean is_red;
  gboolean has_day;
  gboolean has_month;
  gboolean has_time;
  gboolean has_exponent;
  char compare[3]; /* of its condition: "<", ">=", "<>" …; "": none */
  YlFixed limit;
} YlFormatSection;

#define YL_FORMAT_SECTIONS 4u
/* Beyond so many places no figure is money. */
#define YL_FORMAT_PLACES 30u

struct _YlNumberFormat
{
  YlFormatSection sections[YL_FORMAT_SECTIONS];
  guint n_sections; /* 1 at least */
  GString *texts;   /* of pieces */
};

static inline const YlFormatPiece *
yl_format_section_get (const YlFormatSection *section, guint index)
{
  return &g_array_index (section->pieces, YlFormatPiece, index);
}

G_END_DECLS
