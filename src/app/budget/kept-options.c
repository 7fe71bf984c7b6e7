#include "yanglu/app/budget/kept-options.h"

#include "yanglu/base/digits.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/io/file-name.h"

#include <string.h>

/* The texts among the options that the files of a budget do not say themselves. */
static const struct
{
  const char *key;
  gsize offset;     /* of a const char * in YlJobOptions */
  gboolean is_path; /* only its last part is kept: the folders are nobody's business */
} kept_texts[] = {
  { "county", G_STRUCT_OFFSET (YlJobOptions, county), FALSE },
  { "county-named", G_STRUCT_OFFSET (YlJobOptions, named_county), FALSE },
  { "entity", G_STRUCT_OFFSET (YlJobOptions, entity), FALSE },
  { "townships", G_STRUCT_OFFSET (YlJobOptions, townships), FALSE },
  { "townships-named", G_STRUCT_OFFSET (YlJobOptions, named_townships), FALSE },
  { "policy", G_STRUCT_OFFSET (YlJobOptions, policy), TRUE },
  { "waiting", G_STRUCT_OFFSET (YlJobOptions, waiting), FALSE },
  { "passed-over", G_STRUCT_OFFSET (YlJobOptions, passed_over), FALSE },
};

/* What is kept only when it is so. */
static const struct
{
  const char *key;
  const char *value;
  gsize offset; /* of a gboolean in YlJobOptions */
} kept_flags[] = {
  { "without-zones", "yes", G_STRUCT_OFFSET (YlJobOptions, without_zones) },
  { "policy-period", "told", G_STRUCT_OFFSET (YlJobOptions, tells_period) },
  { "past-year", "told", G_STRUCT_OFFSET (YlJobOptions, is_past) },
  { "unit", "wan", G_STRUCT_OFFSET (YlJobOptions, in_wan) },
  { "own-funds", "parted", G_STRUCT_OFFSET (YlJobOptions, parts_funds) },
};

/* A value on a line of its own cannot hold a line break. */
static void
append (GString *text, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_autofree char *line = g_strdup (value);
  g_strdelimit (line, "\r\n", ' ');
  g_string_append_printf (text, "%s=%s\n", key, line);
}

char *
yl_kept_options_write (const YlJobOptions *options, guint year)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kept_texts); i++)
    {
      const char *value = G_STRUCT_MEMBER (const char *, options, kept_texts[i].offset);
      g_autofree char *base =
          value != NULL && kept_texts[i].is_path ? yl_file_name_show_base (value) : NULL;
      append (text, kept_texts[i].key, base != NULL ? base : value);
    }
  g_string_append_printf (text, "year=%u\n", year);
  if (options->year == 0)
    g_string_append (text, "year-asked=no\n");
  for (guint i = 0; i < G_N_ELEMENTS (kept_flags); i++)
    if (G_STRUCT_MEMBER (gboolean, options, kept_flags[i].offset))
      append (text, kept_flags[i].key, kept_flags[i].value);
  if (options->date.yyyymmdd != 0)
    g_string_append_printf (text, "date=%u\n", options->date.yyyymmdd);
  /* The first one did not say so. */
  const guint edition = options->edition == 0 ? YL_BOOK_EDITION : options->edition;
  if (edition > 1)
    g_string_append_printf (text, "edition=%u\n", edition);
  return g_string_free (text, FALSE);
}

GHashTable *
yl_kept_options_read (const char *text, gsize length)
{
  GHashTable *kept = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *terminated = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (terminated, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *mark = strchr (lines[i], '=');
      if (mark != NULL)
        g_hash_table_insert (kept, g_strndup (lines[i], (gsize) (mark - lines[i])),
                             g_strdup (mark + 1));
    }
  return kept;
}

static guint
get_number (GHashTable *kept, const char *key)
{
  guint64 number = 0;
  const char *digits = g_hash_table_lookup (kept, key);
  return digits != NULL && yl_digits_read (digits, strlen (digits), &number)
             ? (guint) MIN (number, G_MAXUINT)
             : 0;
}

void
yl_kept_options_apply (GHashTable *kept, YlJobOptions *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_texts); i++)
    G_STRUCT_MEMBER (const char *, options, kept_texts[i].offset) =
        g_hash_table_lookup (kept, kept_texts[i].key);
  for (guint i = 0; i < G_N_ELEMENTS (kept_flags); i++)
    G_STRUCT_MEMBER (gboolean, options, kept_flags[i].offset) =
        g_hash_table_lookup (kept, kept_flags[i].key) != NULL;
  options->date.yyyymmdd = get_number (kept, "date");
  options->edition = MAX (get_number (kept, "edition"), 1);
  /* A year that nobody asked for came from the entry or the clock; the clock has moved on. */
  const gboolean was_asked = g_hash_table_lookup (kept, "year-asked") == NULL;
  options->year = was_asked ? get_number (kept, "year") : 0;
  options->clock_year = get_number (kept, "year");
}
