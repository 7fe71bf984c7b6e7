#include "number-format-private.h"

#include <string.h>

const char *
yl_number_format_find (guint id)
{
  static const struct
  {
    guint id;
    const char *code;
  } built_in[] = {
    { 1, "0" },
    { 2, "0.00" },
    { 3, "#,##0" },
    { 4, "#,##0.00" },
    { 5, "\"¥\"#,##0;\"¥\"-#,##0" },
    { 6, "\"¥\"#,##0;[Red]\"¥\"-#,##0" },
    { 7, "\"¥\"#,##0.00;\"¥\"-#,##0.00" },
    { 8, "\"¥\"#,##0.00;[Red]\"¥\"-#,##0.00" },
    { 9, "0%" },
    { 10, "0.00%" },
    { 11, "0.00E+00" },
    { 12, "# ?/?" },
    { 13, "# ?\?/?\?" }, /* no trigraph */
    { 37, "#,##0_);(#,##0)" },
    { 38, "#,##0_);[Red](#,##0)" },
    { 39, "#,##0.00_);(#,##0.00)" },
    { 40, "#,##0.00_);[Red](#,##0.00)" },
    { 41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ " },
    { 42, "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ " },
    { 43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ " },
    { 44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ " },
    { 45, "mm:ss" },
    { 46, "[h]:mm:ss" },
    { 47, "mm:ss.0" },
    { 48, "##0.0E+0" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (built_in[i].id == id)
      return built_in[i].code;
  return NULL;
}

gboolean
yl_number_format_is_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/* The code on its way into a section. */
typedef struct
{
  YlNumberFormat *format;
  YlFormatSection *section;
  const char *at;
  const char *end;
  gboolean is_behind_point;
  guint n_commas; /* since the last place: they divide, unless a place follows before the point */
} Parser;

static gboolean
is_place (char letter)
{
  return letter == '0' || letter == '#' || letter == '?';
}

static void
add_text (Parser *self, const char *at, gsize length)
{
  const YlFormatPiece piece = {
    .kind = YL_PIECE_TEXT,
    .start = self->format->texts->len,
    .length = length,
  };
  g_string_append_len (self->format->texts, at, (gssize) length);
  g_array_append_val (self->section->pieces, piece);
}

static void
add_piece (Parser *self, YlPieceKind kind, char place)
{
  const YlFormatPiece piece = { .kind = kind, .place = place };
  g_array_append_val (self->section->pieces, piece);
}

/* The bytes of the character at @at, cut at the end of the code. */
static gsize
measure_character (const Parser *self, const char *at)
{
  return MIN ((gsize) g_utf8_skip[(guchar) *at], (gsize) (self->end - at));
}

static const char *
find_end (const Parser *self, char mark)
{
  const char *end = memchr (self->at + 1, mark, (gsize) (self->end - self->at - 1));
  return end == NULL ? self->end : end;
}

/* "[h]", "[mm]": hours and minutes beyond a day; not "[Magenta]". */
static gboolean
is_elapsed (const char *inner, gsize length)
{
  if (length == 0 || strchr ("hHmMsS", inner[0]) == NULL)
    return FALSE;
  return length == 1 || inner[1] == inner[0];
}

static void
read_condition (Parser *self, const char *inner, gsize length)
{
  YlFormatSection *section = self->section;
  const gsize n = length > 1 && strchr ("=>", inner[1]) != NULL ? 2 : 1;
  if (!yl_fixed_parse (yl_text_trim ((YlText){ inner + n, length - n }), &section->limit))
    return;
  memcpy (section->compare, inner, n);
  section->compare[n] = '\0';
}

/* A colour, a condition, a currency "[$¥-804]", Chinese digits "[DBNum2]", hours "[h]". */
static void
read_bracket (Parser *self)
{
  const char *end = find_end (self, ']');
  const char *inner = self->at + 1;
  const gsize length = (gsize) (end - inner);
  if (length > 0 && strchr ("<>=", inner[0]) != NULL)
    read_condition (self, inner, length);
  else if (length > 0 && inner[0] == '$')
    {
      const char *dash = memchr (inner, '-', length);
      add_text (self, inner + 1, (gsize) ((dash == NULL ? end : dash) - inner - 1));
    }
  else if (is_elapsed (inner, length))
    self->section->has_time = TRUE;
  else if (length >= 5 && g_ascii_strncasecmp (inner, "dbnum", 5) == 0)
    self->section->is_words = TRUE;
  else if (yl_text_is ((YlText){ inner, length }, "红色")
           || (length == 3 && g_ascii_strncasecmp (inner, "red", 3) == 0))
    self->section->is_red = TRUE;
  self->at = end == self->end ? end : end + 1;
}

/* "Text", \x and !x are shown; _x leaves a blank; *x fills the cell. */
static gboolean
read_literal (Parser *self)
{
  const char letter = *self->at;
  if (letter == '"')
    {
      const char *end = find_end (self, '"');
      add_text (self, self->at + 1, (gsize) (end - self->at - 1));
      self->at = end == self->end ? end : end + 1;
      return TRUE;
    }
  if (strchr ("\\!_*", letter) == NULL || self->at + 1 == self->end)
    return FALSE;
  const gsize length = measure_character (self, self->at + 1);
  if (letter == '_')
    add_text (self, " ", 1);
  else if (letter != '*')
    add_text (self, self->at + 1, length);
  self->at += 1 + length;
  return TRUE;
}

static void
read_place (Parser *self)
{
  YlFormatSection *section = self->section;
  guint *n = section->has_exponent   ? &section->n_exponent
             : self->is_behind_point ? &section->n_decimals
                                     : &section->n_whole;
  if (*n >= YL_FORMAT_PLACES)
    return;
  section->is_grouped |= self->n_commas > 0 && !self->is_behind_point;
  self->n_commas = 0;
  (*n)++;
  add_piece (self, YL_PIECE_PLACE, *self->at);
}

/* Commas behind the last place before the point, or behind the last of all, divide. */
static void
settle_commas (Parser *self)
{
  self->section->n_thousands += self->n_commas;
  self->n_commas = 0;
}

/* What the letters of dates say; "e" is a year too, "General" and "G/通用格式" are none. */
static void
read_letter (Parser *self)
{
  YlFormatSection *section = self->section;
  const char letter = g_ascii_tolower (*self->at);
  section->has_day |= letter == 'y' || letter == 'd';
  section->has_month |= letter == 'm';
  section->has_time |= letter == 'h' || letter == 's';
  const gsize length = measure_character (self, self->at);
  if (!g_ascii_isalpha (letter) || strchr ("ymdhse", letter) == NULL)
    add_text (self, self->at, length);
  self->at += length;
}

static gboolean
read_general (Parser *self)
{
  static const char *const names[] = { "general", "G/通用格式", "@" };
  const gsize left = (gsize) (self->end - self->at);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gsize length = strlen (names[i]);
      if (length > left || g_ascii_strncasecmp (self->at, names[i], length) != 0)
        continue;
      self->section->is_general = TRUE;
      add_piece (self, YL_PIECE_GENERAL, 0);
      self->at += length;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_exponent (const Parser *self)
{
  return (*self->at == 'E' || *self->at == 'e') && self->at + 1 < self->end
         && (self->at[1] == '+' || self->at[1] == '-') && self->section->n_whole > 0;
}

/* "# ?/?": the number is told as well by General. */
static gboolean
is_fraction (const Parser *self)
{
  return *self->at == '/' && self->section->n_whole > 0 && self->at + 1 < self->end
         && (is_place (self->at[1]) || g_ascii_isdigit (self->at[1]));
}

/* What stands for digits. Returns: %FALSE when it is something else */
static gboolean
read_number (Parser *self)
{
  YlFormatSection *section = self->section;
  if (is_place (*self->at))
    read_place (self);
  else if (*self->at == ',' && section->n_whole + section->n_decimals > 0)
    self->n_commas++;
  else if (*self->at == '.' && !self->is_behind_point)
    {
      settle_commas (self);
      self->is_behind_point = TRUE;
      add_piece (self, YL_PIECE_POINT, 0);
    }
  else if (*self->at == '%')
    {
      section->n_percent++;
      add_text (self, "%", 1);
    }
  else if (is_exponent (self))
    {
      section->has_exponent = TRUE;
      add_piece (self, YL_PIECE_EXPONENT, 0);
      self->at++;
    }
  else
    return FALSE;
  self->at++;
  return TRUE;
}

static void
set_general (Parser *self)
{
  YlFormatSection *section = self->section;
  g_array_set_size (section->pieces, 0);
  section->n_whole = 0;
  section->n_decimals = 0;
  section->is_general = TRUE;
  add_piece (self, YL_PIECE_GENERAL, 0);
  while (self->at < self->end && *self->at != ';')
    self->at++;
}

static void
read_section (Parser *self)
{
  self->is_behind_point = FALSE;
  self->n_commas = 0;
  while (self->at < self->end && *self->at != ';')
    {
      if (*self->at == '[')
        read_bracket (self);
      else if (is_fraction (self))
        set_general (self);
      else if (!read_literal (self) && !read_general (self) && !read_number (self))
        read_letter (self);
    }
  settle_commas (self);
}

static void
start_section (Parser *self)
{
  YlNumberFormat *format = self->format;
  self->section = &format->sections[format->n_sections++];
  self->section->pieces = g_array_new (FALSE, FALSE, sizeof (YlFormatPiece));
}

YlNumberFormat *
yl_number_format_new (const char *code)
{
  YlNumberFormat *format = g_new0 (YlNumberFormat, 1);
  format->texts = g_string_new (NULL);
  const char *all = code[0] == '\0' ? "General" : code;
  const gsize length = MIN (strlen (all), YL_NUMBER_FORMAT_MAX_BYTES);
  Parser self = { .format = format, .at = all, .end = all + length };
  start_section (&self);
  read_section (&self);
  while (self.at < self.end && format->n_sections < YL_FORMAT_SECTIONS)
    {
      self.at++;
      start_section (&self);
      read_section (&self);
    }
  return format;
}

void
yl_number_format_free (YlNumberFormat *format)
{
  for (guint i = 0; i < format->n_sections; i++)
    g_array_unref (format->sections[i].pieces);
  g_string_free (format->texts, TRUE);
  g_free (format);
}

gboolean
yl_number_format_is_of_dates (const YlNumberFormat *format)
{
  const YlFormatSection *first = &format->sections[0];
  return !first->is_general && (first->has_day || (first->has_month && !first->has_time));
}

static gboolean
is_blank (const YlNumberFormat *format, const YlFormatPiece *piece)
{
  const char *text = format->texts->str + piece->start;
  return piece->kind != YL_PIECE_TEXT
         || yl_text_is_blank (yl_text_trim ((YlText){ text, piece->length }));
}

gboolean
yl_number_format_is_plain (const YlNumberFormat *format, guint *out_n_decimals)
{
  const YlFormatSection *only = &format->sections[0];
  *out_n_decimals = only->n_decimals;
  if (format->n_sections > 1 || only->compare[0] != '\0' || only->n_thousands > 0
      || only->n_percent > 0 || only->is_words || only->has_exponent || only->has_day
      || only->has_month || only->has_time || !(only->is_general || only->n_whole > 0))
    return FALSE;
  for (guint i = 0; i < only->pieces->len; i++)
    if (!is_blank (format, yl_format_section_get (only, i)))
      return FALSE;
  return TRUE;
}
