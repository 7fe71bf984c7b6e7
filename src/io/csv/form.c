#include "form-private.h"

#include <string.h>

#include "utf8-private.h"

#define SAMPLE_BYTES (64u * 1024u)
#define ENOUGH_CHARACTERS 4096u
/* A file that goes on in ASCII for so long after its first other byte is decided by what was seen. */
#define FARTHEST_SAMPLE (8 * 1024 * 1024)
#define SAMPLE_LINES 64u

const char *
yl_encoding_get_name (YlEncoding encoding)
{
  static const char *const names[] = {
    [YL_ENCODING_UTF8] = "UTF-8",       [YL_ENCODING_UTF8_BOM] = "UTF-8（带 BOM）",
    [YL_ENCODING_UTF16LE] = "UTF-16LE", [YL_ENCODING_UTF16BE] = "UTF-16BE",
    [YL_ENCODING_GB18030] = "GB18030",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == YL_N_ENCODINGS);
  return names[encoding];
}

gboolean
yl_csv_find_mark (const YlInput *input, YlEncoding *out_encoding, gsize *out_length, GError **error)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    YlEncoding encoding;
  } marks[] = {
    { "\xEF\xBB\xBF", 3, YL_ENCODING_UTF8_BOM },
    { "\xFF\xFE", 2, YL_ENCODING_UTF16LE },
    { "\xFE\xFF", 2, YL_ENCODING_UTF16BE },
    { "\x84\x31\x95\x33", 4, YL_ENCODING_GB18030 },
  };
  char head[4];
  const gssize n_read = yl_input_read (input, 0, head, sizeof head, error);
  if (n_read < 0)
    return FALSE;
  *out_encoding = YL_ENCODING_UTF8;
  *out_length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((gsize) n_read >= marks[i].length && memcmp (head, marks[i].bytes, marks[i].length) == 0)
      {
        *out_encoding = marks[i].encoding;
        *out_length = marks[i].length;
        break;
      }
  return TRUE;
}

/* What a text looks like when it is taken for UTF-8. */
typedef struct
{
  gsize n_right; /* characters beyond ASCII */
  gsize n_wrong; /* bytes that begin none */
} Evidence;

/* Returns: the bytes that were weighed; a character cut by the end is left for the next sample. */
static gsize
weigh (const char *at, gsize length, gboolean is_last, Evidence *evidence)
{
  gsize done = 0;
  while (done < length)
    {
      const guint width = yl_utf8_measure (at + done, length - done);
      if (width == YL_UTF8_CUT && !is_last)
        break;
      const gboolean is_wrong = width == YL_UTF8_CUT || (width == 0 && at[done] != '\0');
      if (is_wrong)
        evidence->n_wrong++;
      else if (width > 1)
        evidence->n_right++;
      done += is_wrong || width == 0 ? 1 : width;
    }
  return done;
}

gboolean
yl_csv_guess_encoding (const YlInput *input,
                       goffset offset,
                       YlEncoding *out_encoding,
                       GError **error)
{
  g_autofree char *sample = g_malloc (SAMPLE_BYTES);
  Evidence evidence = { 0 };
  gboolean is_last = FALSE;
  const goffset farthest = offset + FARTHEST_SAMPLE;
  while (!is_last && offset < farthest && evidence.n_right + evidence.n_wrong < ENOUGH_CHARACTERS)
    {
      const gssize n_read = yl_input_read (input, offset, sample, SAMPLE_BYTES, error);
      if (n_read < 0)
        return FALSE;
      is_last = (gsize) n_read < SAMPLE_BYTES;
      offset += (goffset) weigh (sample, (gsize) n_read, is_last, &evidence);
    }
  /* Of GB18030 text taken for UTF-8 about one byte in five happens to be right; damaged UTF-8 is
   * right nearly everywhere. */
  *out_encoding = evidence.n_right >= 4 * evidence.n_wrong ? YL_ENCODING_UTF8 : YL_ENCODING_GB18030;
  return TRUE;
}

static const char delimiters[] = { ',', '\t', ';' };
#define N_DELIMITERS G_N_ELEMENTS (delimiters)

/* Counts the delimiters of the line that @at begins with, outside quotes. Returns: its end. */
static const char *
count_line (const char *at, const char *end, guint counts[N_DELIMITERS])
{
  gboolean begins_cell = TRUE;
  memset (counts, 0, N_DELIMITERS * sizeof counts[0]);
  while (at < end && *at != '\n' && *at != '\r')
    {
      if (begins_cell && *at == '"')
        {
          const char *close = memchr (at + 1, '"', (gsize) (end - at) - 1);
          at = close == NULL ? end : close + 1;
          continue;
        }
      begins_cell = FALSE;
      for (gsize i = 0; i < N_DELIMITERS; i++)
        if (*at == delimiters[i])
          {
            counts[i]++;
            begins_cell = TRUE;
          }
      at++;
    }
  return at;
}

/* How many lines have the count that most of them have; 0 is no count. */
static guint
find_commonest (const guint *counts, guint n_lines, guint *out_count)
{
  guint n_commonest = 0;
  for (guint i = 0; i < n_lines; i++)
    {
      guint n_same = 0;
      for (guint j = 0; j < n_lines; j++)
        n_same += counts[j] == counts[i];
      if (counts[i] > 0
          && (n_same > n_commonest || (n_same == n_commonest && counts[i] > *out_count)))
        {
          n_commonest = n_same;
          *out_count = counts[i];
        }
    }
  return n_commonest;
}

char
yl_csv_guess_delimiter (YlText text)
{
  guint counts[N_DELIMITERS][SAMPLE_LINES];
  guint n_lines = 0;
  const char *end = text.at + text.length;
  for (const char *at = text.at; at < end && n_lines < SAMPLE_LINES; n_lines++)
    {
      guint of_line[N_DELIMITERS];
      at = count_line (at, end, of_line);
      at += at < end;
      for (gsize i = 0; i < N_DELIMITERS; i++)
        counts[i][n_lines] = of_line[i];
    }

  gsize best = 0;
  guint best_lines = 0;
  guint best_count = 0;
  for (gsize i = 0; i < N_DELIMITERS; i++)
    {
      guint count = 0;
      const guint n_same = find_commonest (counts[i], n_lines, &count);
      if (n_same > best_lines || (n_same == best_lines && count > best_count))
        {
          best = i;
          best_lines = n_same;
          best_count = count;
        }
    }
  return delimiters[best];
}
