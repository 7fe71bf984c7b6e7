#include "yanglu/io/number-format.h"

#include <string.h>

gboolean
yl_number_format_is_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/* What follows the literal or bracket that stands at @at; @at when there is none. */
static const char *
skip_literal (const char *at)
{
  const char *end = NULL;
  if (*at == '"')
    end = strchr (at + 1, '"');
  else if (*at == '[')
    end = strchr (at + 1, ']');
  else if (strchr ("\\_*!", *at) != NULL && at[1] != '\0')
    end = at + 1;
  else
    return at;
  return end == NULL ? at + strlen (at) : end + 1;
}

/* "[h]", "[mm]": hours and minutes beyond a day; not "[Magenta]". */
static gboolean
is_elapsed (const char *at)
{
  if (at[0] != '[' || at[1] == '\0' || strchr ("hHmMsS", at[1]) == NULL)
    return FALSE;
  return at[2] == ']' || at[2] == at[1];
}

static gboolean
is_place (char letter)
{
  return letter == '0' || letter == '#' || letter == '?';
}

YlNumberFormat
yl_number_format_read (const char *code)
{
  gboolean has_day = FALSE;
  gboolean has_month = FALSE;
  gboolean has_time = FALSE;
  gboolean has_figure = FALSE;
  gboolean is_scaled = FALSE;
  for (const char *at = code; *at != '\0' && *at != ';';)
    {
      const char *next = skip_literal (at);
      if (next != at)
        {
          has_time |= is_elapsed (at);
          at = next;
          continue;
        }
      const char letter = g_ascii_tolower (*at);
      has_day |= letter == 'y' || letter == 'd';
      has_month |= letter == 'm';
      has_time |= letter == 'h' || letter == 's';
      /* "General", in whatever case, and "@" print the number as it is. */
      has_figure |= is_place (*at) || *at == '@' || g_ascii_strncasecmp (at, "general", 7) == 0;
      is_scaled |= *at == ',' && at > code && is_place (at[-1]) && !is_place (at[1]);
      at++;
    }
  /* Beside hours or seconds the letter m means minutes. */
  const gboolean is_date = has_day || (has_month && !has_time);
  const YlMask mask = is_date || code[0] == '\0' ? YL_MASK_NONE
                      : !has_figure              ? YL_MASK_NO_FIGURE
                      : is_scaled                ? YL_MASK_SCALED
                                                 : YL_MASK_NONE;
  return (YlNumberFormat){ .is_date = is_date ? 1 : 0, .mask = (guint8) mask };
}
