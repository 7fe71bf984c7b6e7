#include "sender-private.h"

#include "yanglu/base/text.h"
#include "yanglu/domain/head-text.h"

#include <string.h>

void
road_sender_clear (RoadSender *sender)
{
  for (guint line = 0; line < YL_N_SENDER_LINES; line++)
    g_clear_pointer (&sender->lines[line], g_free);
}

/* The line that stands before the colon of @word; %FALSE for a word without one. *@out_behind: what follows. */
static gboolean
read_label (const YlWords *words, YlText word, guint *out_line, YlText *out_behind)
{
  static const char *const colons[] = { "：", ":" };
  for (gsize i = 0; i < G_N_ELEMENTS (colons); i++)
    {
      const char *colon = memmem (word.at, word.length, colons[i], strlen (colons[i]));
      if (colon == NULL)
        continue;
      g_autofree char *written = g_strndup (word.at, (gsize) (colon - word.at));
      g_auto (YlHeadText) label;
      yl_head_text_init (&label, written);
      const YlSpelling *found =
          yl_words_find (words, YL_WORDS_SENDER_HEADS, yl_text_of (label.bare->str));
      if (found == NULL)
        continue;
      const char *behind = colon + strlen (colons[i]);
      *out_line = found->member;
      *out_behind = (YlText){ behind, (gsize) (word.at + word.length - behind) };
      return TRUE;
    }
  return FALSE;
}

/* The line that is written to, and whether one has said something already. */
typedef struct
{
  RoadSender *sender;
  const YlWords *words;
  guint line; /* YL_N_SENDER_LINES: none */
  GString *value;
} Writing;

/* A line for the pen, ____, says nothing. */
static gboolean
is_for_the_pen (const char *value)
{
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    if (strchr ("_ -/", *at) == NULL && g_utf8_get_char (at) != 0xFF3F)
      return FALSE;
  return TRUE;
}

static void
end_line (Writing *writing)
{
  if (writing->line < YL_N_SENDER_LINES && writing->sender->lines[writing->line] == NULL)
    writing->sender->lines[writing->line] =
        g_strdup (is_for_the_pen (writing->value->str) ? "" : writing->value->str);
  writing->line = YL_N_SENDER_LINES;
  g_string_truncate (writing->value, 0);
}

static void
add_value (Writing *writing, YlText value)
{
  if (writing->line == YL_N_SENDER_LINES || value.length == 0)
    return;
  if (writing->value->len > 0)
    g_string_append_c (writing->value, ' ');
  g_string_append_len (writing->value, value.at, (gssize) value.length);
}

static void
take_word (Writing *writing, YlText word)
{
  guint line = YL_N_SENDER_LINES;
  YlText behind = YL_TEXT_EMPTY;
  if (!read_label (writing->words, word, &line, &behind))
    {
      add_value (writing, word);
      return;
    }
  end_line (writing);
  writing->line = line;
  add_value (writing, yl_text_trim (behind));
}

/* Words stand apart by blanks, as lines of a form do. */
static void
take_words (Writing *writing, YlText cell)
{
  const char *end = cell.at + cell.length;
  const char *from = cell.at;
  for (const char *at = cell.at; at < end;)
    {
      const char *next = g_utf8_next_char (at);
      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          if (at > from)
            take_word (writing, (YlText){ from, (gsize) (at - from) });
          from = next;
        }
      at = next;
    }
  if (end > from)
    take_word (writing, (YlText){ from, (gsize) (end - from) });
}

/* "2021年…": what a title begins with. */
static guint
read_year (YlText cell)
{
  static const char sign[] = "年";
  guint year = 0;
  if (cell.length < 4 + strlen (sign) || memcmp (cell.at + 4, sign, strlen (sign)) != 0)
    return 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (cell.at[i]))
        return 0;
      year = year * 10 + (guint) g_ascii_digit_value (cell.at[i]);
    }
  return year;
}

/* Of nine digits of a township, or twelve of a village. */
static guint32
read_county (const char *code)
{
  const gsize n = strlen (code);
  if ((n != 9 && n != 12) || strspn (code, "0123456789") != n)
    return 0;
  g_autofree char *county = g_strndup (code, 6);
  return (guint32) g_ascii_strtoull (county, NULL, 10);
}

void
road_sender_take (RoadSender *sender, const YlWords *words, const YlText *cells, guint n_cells)
{
  g_autoptr (GString) value = g_string_new (NULL);
  Writing writing = { sender, words, YL_N_SENDER_LINES, value };
  for (guint i = 0; i < n_cells; i++)
    {
      const YlText cell = yl_text_trim (cells[i]);
      if (cell.length == 0)
        continue;
      sender->year = sender->year == 0 ? read_year (cell) : sender->year;
      take_words (&writing, cell);
      /* A label alone waits for the next cell. */
      if (value->len > 0)
        end_line (&writing);
    }
  end_line (&writing);
  if (sender->lines[YL_SENDER_CODE] != NULL)
    sender->county = read_county (sender->lines[YL_SENDER_CODE]);
}

void
road_sender_tell (const RoadSender *sender,
                  const char *file,
                  const char *sheet,
                  const char *township,
                  YlIntake *intake)
{
  gboolean is_known = FALSE;
  YlSender known = { .file = file,
                     .sheet = sheet == NULL ? "" : sheet,
                     .township = township == NULL ? "" : township,
                     .county = sender->county };
  for (guint line = 0; line < YL_N_SENDER_LINES; line++)
    {
      known.lines[line] = sender->lines[line] == NULL ? "" : sender->lines[line];
      is_known |= sender->lines[line] != NULL;
    }
  if (known.lines[YL_SENDER_CODE][0] != '\0')
    known.year = sender->year;
  if (is_known && intake != NULL)
    yl_intake_add_sender (intake, &known);
}
