#include "sentence-private.h"

#include "yanglu/base/decimal.h"
#include "yanglu/figures/catalogue.h"
#include "yanglu/forms/form-text.h"

#include <string.h>

/* A text within a formula has at most 255 characters, of up to four bytes. */
#define MAX_WORDS 60

/* How a measure is written, in formulas and here; # is that of the text itself. */
#define N_ YL_FORMULA_NUMBER_SIGN

static const struct
{
  const char *form;
  guint n_decimals; /* that are shown */
  gint64 step;      /* units of the last of them */
  const char *unit;
} measures[] = {
  [YL_MEASURE_FEN] = { N_ "," N_ N_ "0.00", 2, 1, "元" },
  [YL_MEASURE_KM] = { N_ "," N_ N_ "0.000", 3, 1, "公里" },
  [YL_MEASURE_CM] = { N_ "," N_ N_ "0.00", 2, 1, "米" },
  [YL_MEASURE_COUNT] = { N_ "," N_ N_ "0", 0, 1, "" },
  [YL_MEASURE_PPM] = { "0.00%", 2, 100, "%" },
  [YL_MEASURE_NUMBER] = { "0", 0, 1, "" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (measures) == YL_N_MEASURES);

YlSentence *
yl_sentence_begin (YlBook *book)
{
  YlSentence *sentence = g_new0 (YlSentence, 1);
  sentence->book = book;
  sentence->formula = g_string_new (NULL);
  sentence->text = g_string_new (NULL);
  sentence->words = g_string_new (NULL);
  return sentence;
}

YlSentence *
yl_sentence_new (YlBook *book)
{
  YlSentence *sentence = yl_sentence_begin (book);
  yl_sentence_say (sentence, "　　");
  return sentence;
}

static void
append_part (YlSentence *sentence, const char *part, gsize length)
{
  if (sentence->formula->len > 0)
    g_string_append_c (sentence->formula, '&');
  g_string_append_len (sentence->formula, part, (gssize) length);
}

/* One text of the formula, from @at on. Returns: what is left */
static const char *
append_words (YlSentence *sentence, const char *at)
{
  g_autoptr (GString) quoted = g_string_new ("\"");
  for (guint n = 0; *at != '\0' && n < MAX_WORDS; n++, at = g_utf8_next_char (at))
    {
      if (*at == '"')
        g_string_append (quoted, "\"\"");
      else if (*at == '#')
        g_string_append (quoted, YL_FORMULA_NUMBER_SIGN);
      else
        g_string_append_len (quoted, at, g_utf8_next_char (at) - at);
    }
  g_string_append_c (quoted, '"');
  append_part (sentence, quoted->str, quoted->len);
  return at;
}

/* What was said so far goes into the formula. */
static void
end_words (YlSentence *sentence)
{
  for (const char *at = sentence->words->str; *at != '\0';)
    at = append_words (sentence, at);
  g_string_truncate (sentence->words, 0);
}

void
yl_sentence_say (YlSentence *sentence, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *said = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *made = NULL;
  const char *visible = yl_form_make_visible (said, &made);
  g_string_append (sentence->text, visible);
  g_string_append (sentence->words, visible);
}

void
yl_sentence_result (YlSentence *sentence, const char *formula, const char *text)
{
  end_words (sentence);
  append_part (sentence, formula, strlen (formula));
  g_string_append (sentence->text, text);
  sentence->follows = TRUE;
}

static char *
show (YlMeasure measure, gint64 units)
{
  const gint64 step = measures[measure].step;
  const gint64 half = units < 0 ? -step / 2 : step / 2;
  const gint64 shown = step == 1 ? units : (units + half) / step;
  g_autofree char *digits = yl_decimal_format (shown, measures[measure].n_decimals, TRUE);
  return g_strconcat (digits, measure == YL_MEASURE_PPM ? "%" : "", NULL);
}

static void
say_unit (YlSentence *sentence, YlMeasure measure)
{
  if (measure != YL_MEASURE_PPM)
    yl_sentence_say (sentence, "%s", measures[measure].unit);
}

void
yl_sentence_figure (YlSentence *sentence, const char *key, gint64 units)
{
  const YlFigureRange *range = yl_book_find_figure (sentence->book, key);
  g_return_if_fail (range != NULL);
  g_autofree char *text = show (range->measure, units);
  g_autofree char *formula =
      g_strdup_printf ("TEXT(%s,\"%s\")", yl_book_figure_cell (sentence->book, range),
                       measures[range->measure].form);
  yl_sentence_result (sentence, formula, text);
  say_unit (sentence, range->measure);
}

void
yl_sentence_titled (YlSentence *sentence, const char *key, gint64 units)
{
  g_autofree char *title = yl_figure_get_title (sentence->book->budget, key, NULL);
  yl_sentence_say (sentence, "%s", title == NULL ? "" : title);
  yl_sentence_figure (sentence, key, units);
}

/* The words before the size of a change. */
typedef struct
{
  const char *none; /* where there is no change */
  const char *less;
  const char *more;
} ChangeWords;

static void
say_change (YlSentence *sentence, const char *key, gint64 units, const ChangeWords *words)
{
  const YlFigureRange *range = yl_book_find_figure (sentence->book, key);
  g_return_if_fail (range != NULL);
  const char *cell = yl_book_figure_cell (sentence->book, range);
  const YlMeasure measure = range->measure;
  const char *unit = measure == YL_MEASURE_PPM ? "" : measures[measure].unit;
  g_autofree char *size = show (measure, ABS (units));
  g_autofree char *text =
      units == 0 || units == YL_UNKNOWN
          ? g_strdup (words->none)
          : g_strconcat (units < 0 ? words->less : words->more, size, unit, NULL);
  /* What no last year is shown as is no number. */
  g_autofree char *formula = g_strdup_printf (
      "IF(N(%s)=0,\"%s\",IF(%s<0,\"%s\",\"%s\")&TEXT(ABS(%s),\"%s\")&\"%s\")", cell, words->none,
      cell, words->less, words->more, cell, measures[measure].form, unit);
  yl_sentence_result (sentence, formula, text);
}

void
yl_sentence_change (YlSentence *sentence, const char *change, gint64 change_fen, gint64 change_ppm)
{
  const ChangeWords amount = { "与上年相同", "比上年减少", "比上年增加" };
  const ChangeWords part = { "", "，下降", "，增长" };
  g_autofree char *fen = g_strdup_printf ("%s_fen", change);
  g_autofree char *ppm = g_strdup_printf ("%s_ppm", change);
  say_change (sentence, fen, change_fen, &amount);
  if (change_ppm != YL_UNKNOWN)
    say_change (sentence, ppm, change_ppm, &part);
}

static void
sentence_free (YlSentence *sentence)
{
  g_string_free (sentence->formula, TRUE);
  g_string_free (sentence->text, TRUE);
  g_string_free (sentence->words, TRUE);
  g_free (sentence);
}

void
yl_sentence_put (YlSentence *sentence, YlSheet *sheet, guint first, guint last, YlLook look)
{
  end_words (sentence);
  YlOwnCell cell = sentence->follows ? yl_own_result (sentence->formula->str, sentence->text->str)
                                     : yl_own_text (sentence->text->str);
  cell.look = look;
  cell.says = "由各表的数连成的文字，随表中的数变化";
  yl_sheet_put (sheet, first, last, cell);
  sentence_free (sentence);
}

void
yl_sentence_end (YlSentence *sentence, YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sentence_put (sentence, sheet, 0, 0, YL_LOOK_PROSE);
}

void
yl_sentence_end_note (YlSentence *sentence, YlSheet *sheet)
{
  end_words (sentence);
  YlOwnCell cell = yl_own_result (sentence->formula->str, sentence->text->str);
  cell.says = "收起的行有没有数，随表中的数变化";
  cell.of_sight = TRUE;
  yl_sheet_put_note (sheet, cell);
  sentence_free (sentence);
}
