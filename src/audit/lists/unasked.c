#include "yanglu/audit/lists/unasked.h"

#include "yanglu/base/keyed-hash.h"

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

/* A row of a sheet, and a column of it where one is given. */
static char *
make_key (const YlFinding *finding, const char *column)
{
  return g_strdup_printf ("%s\n%s\n%" YL_ROW_ID_FORMAT "\n%s", or_empty (finding->file),
                          or_empty (finding->sheet), finding->row, column);
}

/* What rows say that leaves nothing to ask. */
typedef struct
{
  GHashTable *foreign; /* rows of another county */
  GHashTable *no_code; /* cells that hold no code */
} Answers;

static void
learn (const YlFindings *findings, const Answers *answers)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->row == 0)
        continue;
      if (finding->code == YL_A07 && finding->severity == YL_SEVERITY_ERROR)
        g_hash_table_add (answers->foreign, make_key (finding, ""));
      else if (finding->code == YL_C04)
        g_hash_table_add (answers->no_code, make_key (finding, or_empty (finding->column)));
    }
}

static gboolean
holds (GHashTable *keys, const YlFinding *finding, const char *column)
{
  g_autofree char *key = make_key (finding, column);
  return g_hash_table_contains (keys, key);
}

static gboolean
is_unasked (const Answers *answers, const YlFinding *finding)
{
  const gboolean is_county = finding->code == YL_A07;
  const gboolean is_township = finding->code == YL_E06 || finding->code == YL_E07;
  if (finding->row == 0 || !(is_county || is_township))
    return FALSE;
  if (is_county && holds (answers->no_code, finding, or_empty (finding->column)))
    return TRUE;
  return (is_township || finding->severity != YL_SEVERITY_ERROR)
         && holds (answers->foreign, finding, "");
}

YlFindings *
yl_list_drop_unasked (const YlFindings *findings)
{
  g_autoptr (GHashTable) foreign =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) no_code =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  const Answers answers = { foreign, no_code };
  learn (findings, &answers);
  guint64 n_kept[YL_N_CODES] = { 0 };
  YlFindings *out = yl_findings_new ();
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      n_kept[finding->code]++;
      if (!is_unasked (&answers, finding))
        yl_findings_add (out, finding);
    }
  for (guint code = 0; code < YL_N_CODES; code++)
    for (guint64 i = n_kept[code]; i < yl_findings_get_n_of_code (findings, (YlCode) code); i++)
      yl_findings_count (out, (YlCode) code, yl_code_get_severity ((YlCode) code));
  return out;
}
