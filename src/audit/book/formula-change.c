#include "acts-private.h"

#include "yanglu/audit/formula/token.h"

#include <string.h>

/* One word of a formula as it stands to its cell. */
typedef struct
{
  char *text;
  char *rows;    /* (nullable): of a reference its sheet and rows … */
  char *columns; /* (nullable): … and its columns */
} Word;

static void
word_clear (gpointer data)
{
  Word *word = data;
  g_free (word->text);
  g_free (word->rows);
  g_free (word->columns);
}

/* "R[-3]" above the cell, "R4" where it is held fast. */
static void
append_line (GString *out, char letter, gboolean is_fixed, guint line, guint own)
{
  if (is_fixed)
    g_string_append_printf (out, "%c%u", letter, line);
  else
    g_string_append_printf (out, "%c[%d]", letter, (int) line - (int) own);
}

static Word
read_reference (const YlFormulaToken *token, const YlBookPlace *own)
{
  GString *rows = g_string_new (NULL);
  GString *columns = g_string_new (NULL);
  if (token->sheet.length == 0)
    g_string_append (rows, own->sheet);
  else
    g_string_append_len (rows, token->sheet.at, (gssize) token->sheet.length);
  append_line (rows, 'R', token->is_row_fixed, token->row, own->row);
  append_line (rows, 'R', token->is_row_fixed, token->last_row, own->row);
  append_line (columns, 'C', token->is_column_fixed, token->column, own->column);
  append_line (columns, 'C', token->is_column_fixed, token->last_column, own->column);
  return (Word){ .text = g_strconcat (rows->str, columns->str, NULL),
                 .rows = g_string_free (rows, FALSE),
                 .columns = g_string_free (columns, FALSE) };
}

/* (transfer full) (element-type Word) */
static GArray *
read_words (const char *formula, const YlBookPlace *own)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (words, word_clear);
  YlFormulaToken token;
  const char *at = yl_formula_start (formula);
  while (yl_formula_token_next (&at, &token))
    {
      const Word word = token.kind == YL_TOKEN_REFERENCE
                            ? read_reference (&token, own)
                            : (Word){ .text = g_strndup (token.text.at, token.text.length) };
      g_array_append_val (words, word);
    }
  return words;
}

static const Word *
get_word (const GArray *words, guint index)
{
  return &g_array_index (words, Word, index);
}

static gboolean
is_same (const GArray *a, guint i, const GArray *b, guint k)
{
  return strcmp (get_word (a, i)->text, get_word (b, k)->text) == 0;
}

/* A stretch of words, from @first up to @end. */
typedef struct
{
  guint first;
  guint end;
} Stretch;

static void
append_words (GString *out, const GArray *words, Stretch stretch)
{
  for (guint i = stretch.first; i < stretch.end; i++)
    g_string_append_printf (out, "%s ", get_word (words, i)->text);
}

/* What stands there in the place of what: of one reference in the place of another the rows alone, where
 * the columns are as they were: a range that grew. */
static char *
write_hunk (const GArray *planned, Stretch before, const GArray *found, Stretch after)
{
  GString *out = g_string_new (NULL);
  const gboolean is_pair = before.end == before.first + 1 && after.end == after.first + 1;
  const Word *old = is_pair ? get_word (planned, before.first) : NULL;
  const Word *new = is_pair ? get_word (found, after.first) : NULL;
  if (is_pair && old->rows != NULL && new->rows != NULL &&strcmp (old->rows, new->rows) != 0
      && strcmp (old->columns, new->columns) == 0)
    {
      g_string_append_printf (out, "%s→%s", old->rows, new->rows);
      return g_string_free (out, FALSE);
    }
  append_words (out, planned, before);
  g_string_append (out, "→");
  append_words (out, found, after);
  return g_string_free (out, FALSE);
}

/* Formulas that differ in more words than these are compared as wholes. */
#define MAX_WORDS 160u

/* lengths[i][k]: how many words are common to what follows @i and what follows @k. */
typedef guint16 Lengths[MAX_WORDS + 1][MAX_WORDS + 1];

static void
measure_common (const GArray *a, Stretch in_a, const GArray *b, Stretch in_b, Lengths lengths)
{
  const guint n_a = in_a.end - in_a.first;
  const guint n_b = in_b.end - in_b.first;
  memset (lengths, 0, sizeof (Lengths));
  for (guint i = n_a; i-- > 0;)
    for (guint k = n_b; k-- > 0;)
      lengths[i][k] = is_same (a, in_a.first + i, b, in_b.first + k)
                          ? (guint16) (lengths[i + 1][k + 1] + 1)
                          : MAX (lengths[i + 1][k], lengths[i][k + 1]);
}

static void
add_hunk (GPtrArray *hunks, char *hunk)
{
  if (g_ptr_array_find_with_equal_func (hunks, hunk, g_str_equal, NULL))
    g_free (hunk);
  else
    g_ptr_array_add (hunks, hunk);
}

/* The stretches that differ, each once. */
static void
find_hunks (const GArray *a, Stretch in_a, const GArray *b, Stretch in_b, GPtrArray *hunks)
{
  Lengths lengths;
  measure_common (a, in_a, b, in_b, lengths);
  guint i = in_a.first;
  guint k = in_b.first;
  while (i < in_a.end || k < in_b.end)
    {
      Stretch before = { i, i };
      Stretch after = { k, k };
      while ((i < in_a.end || k < in_b.end)
             && !(i < in_a.end && k < in_b.end && is_same (a, i, b, k)))
        {
          const guint16 down = i < in_a.end ? lengths[i + 1 - in_a.first][k - in_b.first] : 0;
          const guint16 across = k < in_b.end ? lengths[i - in_a.first][k + 1 - in_b.first] : 0;
          const gboolean is_down = i < in_a.end && (k >= in_b.end || down >= across);
          i += is_down ? 1 : 0;
          k += is_down ? 0 : 1;
        }
      before.end = i;
      after.end = k;
      if (before.end > before.first || after.end > after.first)
        add_hunk (hunks, write_hunk (a, before, b, after));
      for (; i < in_a.end && k < in_b.end && is_same (a, i, b, k); i++, k++)
        ;
    }
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
yl_book_sign_change (const char *planned,
                     const YlBookPlace *planned_place,
                     const char *found,
                     const YlBookPlace *found_place)
{
  g_autoptr (GArray) a = read_words (planned, planned_place);
  g_autoptr (GArray) b = read_words (found, found_place);
  g_autoptr (GPtrArray) hunks = g_ptr_array_new_with_free_func (g_free);
  Stretch in_a = { 0, a->len };
  Stretch in_b = { 0, b->len };
  for (; in_a.first < in_a.end && in_b.first < in_b.end && is_same (a, in_a.first, b, in_b.first);
       in_a.first++)
    in_b.first++;
  for (;
       in_a.first < in_a.end && in_b.first < in_b.end && is_same (a, in_a.end - 1, b, in_b.end - 1);
       in_a.end--)
    in_b.end--;
  if (in_a.end - in_a.first > MAX_WORDS || in_b.end - in_b.first > MAX_WORDS)
    add_hunk (hunks, write_hunk (a, in_a, b, in_b));
  else
    find_hunks (a, in_a, b, in_b, hunks);
  g_ptr_array_sort (hunks, compare_texts);
  g_ptr_array_add (hunks, NULL);
  return g_strjoinv ("；", (char **) hunks->pdata);
}
