#include "faults-private.h"

#include <string.h>

#include "utf8-private.h"

/* A file that is no text at all would else be told row by row: the others are only counted. */
#define MAX_TOLD_ROWS 1000u
/* What a finding shows of a cell. */
#define SHOWN_BYTES 60u

#define REPLACEMENT "\xEF\xBF\xBD"

struct _YlCsvFaults
{
  const YlCsvBlocks *blocks;
  YlFindings *findings;
  GString *mended; /* the cells of the row that was mended last */
  guint n_told_rows;
  gboolean has_told_columns;
};

YlCsvFaults *
yl_csv_faults_new (const YlCsvBlocks *blocks, YlFindings *findings)
{
  YlCsvFaults *faults = g_new0 (YlCsvFaults, 1);
  faults->blocks = blocks;
  faults->findings = findings;
  faults->mended = g_string_new (NULL);
  return faults;
}

void
yl_csv_faults_free (YlCsvFaults *faults)
{
  if (faults == NULL)
    return;
  g_string_free (faults->mended, TRUE);
  g_free (faults);
}

static void
report (const YlCsvFaults *faults,
        YlCode code,
        guint32 row,
        const char *column,
        const char *seen,
        const char *message)
{
  const YlFinding finding = { .code = code,
                              .severity = yl_code_get_severity (code),
                              .file = yl_input_get_name (faults->blocks->input),
                              .sheet = "",
                              .row = row,
                              .column = column,
                              .seen = seen,
                              .message = message };
  yl_findings_add (faults->findings, &finding);
}

/* "A" … "Z", "AA" …: the name a spreadsheet shows. */
static char *
name_column (guint index)
{
  char letters[8];
  guint at = sizeof letters;
  for (guint left = index + 1; left > 0; left = (left - 1) / 26)
    letters[--at] = (char) ('A' + (left - 1) % 26);
  return g_strndup (letters + at, sizeof letters - at);
}

static char *
show (YlText cell)
{
  gsize length = MIN (cell.length, SHOWN_BYTES);
  while (length < cell.length && ((guchar) cell.at[length] & 0xC0) == 0x80)
    length--;
  return g_strdup_printf ("%.*s%s", (int) length, cell.at, length < cell.length ? "…" : "");
}

/* Writes @cell behind what is mended already. Returns: how many bytes it replaced. */
static guint
mend_cell (GString *mended, YlText *cell)
{
  const gsize begin = mended->len;
  guint n_replaced = 0;
  for (gsize done = 0; done < cell->length;)
    {
      const gsize n_right = yl_utf8_check (cell->at + done, cell->length - done);
      g_string_append_len (mended, cell->at + done, (gssize) n_right);
      done += n_right;
      if (done == cell->length)
        break;
      g_string_append (mended, REPLACEMENT);
      n_replaced++;
      done++;
    }
  *cell = (YlText){ mended->str + begin, mended->len - begin };
  return n_replaced;
}

static void
report_undecodable (YlCsvFaults *faults, guint32 row, guint column, YlText cell, guint n_replaced)
{
  const YlEncoding encoding = faults->blocks->encoding;
  faults->n_told_rows++;
  if (faults->n_told_rows > MAX_TOLD_ROWS || !yl_findings_would_keep (faults->findings, YL_E04))
    {
      yl_findings_count (faults->findings, YL_E04, yl_code_get_severity (YL_E04));
      return;
    }
  g_autofree char *name = name_column (column);
  g_autofree char *seen = show (cell);
  g_autofree char *message = g_strdup_printf (
      "第 %u 行从 %s 列起有 %u 处内容不是 %s 文字，已用“�”代替，该行其余内容照常读取；"
      "请在原文件中改正这些字%s",
      row, name, n_replaced, yl_encoding_get_name (encoding),
      faults->n_told_rows == MAX_TOLD_ROWS ? "。这样的行太多，以后的只计数、不再逐行列出" : "");
  report (faults, YL_E04, row, name, seen, message);
}

static void
mend_text (YlCsvFaults *faults, guint32 row, YlCsvRows *rows)
{
  /* The cells point into the string: it must not move while it grows. */
  g_string_set_size (faults->mended, 0);
  gsize n_bytes = 0;
  for (guint i = 0; i < rows->n_cells; i++)
    n_bytes += rows->cells[i].length;
  g_string_set_size (faults->mended, n_bytes * strlen (REPLACEMENT));
  g_string_set_size (faults->mended, 0);

  guint n_replaced = 0;
  guint first = 0;
  for (guint i = 0; i < rows->n_cells; i++)
    {
      const guint n_of_cell = mend_cell (faults->mended, &rows->cells[i]);
      first = n_replaced == 0 ? i : first;
      n_replaced += n_of_cell;
    }
  if (n_replaced > 0)
    report_undecodable (faults, row, first, rows->cells[first], n_replaced);
}

static void
cut_cells (const YlCsvFaults *faults, guint32 row, YlCsvRows *rows)
{
  for (guint i = 0; i < rows->n_cells; i++)
    {
      YlText *cell = &rows->cells[i];
      if (cell->length <= YL_CSV_CELL_CHARACTERS
          || g_utf8_strlen (cell->at, (gssize) cell->length) <= (glong) YL_CSV_CELL_CHARACTERS)
        continue;
      const char *end = g_utf8_offset_to_pointer (cell->at, YL_CSV_CELL_CHARACTERS);
      cell->length = (gsize) (end - cell->at);
      g_autofree char *name = name_column (i);
      g_autofree char *seen = show (*cell);
      g_autofree char *message =
          g_strdup_printf ("第 %u 行 %s 列的文字超过单元格上限 %u 个字，超出部分未读入；"
                           "请检查该处是否漏了引号或换行",
                           row, name, YL_CSV_CELL_CHARACTERS);
      report (faults, YL_E08, row, name, seen, message);
    }
}

static void
report_columns (YlCsvFaults *faults, guint32 row)
{
  if (faults->has_told_columns)
    return;
  faults->has_told_columns = TRUE;
  g_autofree char *message = g_strdup_printf (
      "第 %u 行超过 %u 列的上限，第 %u 列及以后的内容未读入（其他行同样处理）；请删去多余的列", row,
      YL_CSV_MAX_COLUMNS, YL_CSV_MAX_COLUMNS + 1);
  report (faults, YL_E08, row, NULL, NULL, message);
}

gboolean
yl_csv_faults_mend_row (YlCsvFaults *faults, guint32 row, YlCsvRows *rows)
{
  if (rows->row_length > YL_CSV_ROW_BYTES)
    {
      yl_csv_faults_add_long_row (faults, row);
      return FALSE;
    }
  if (rows->has_more_cells)
    report_columns (faults, row);
  if (faults->blocks->has_faults)
    mend_text (faults, row, rows);
  if (rows->row_length > YL_CSV_CELL_CHARACTERS)
    cut_cells (faults, row, rows);
  return TRUE;
}

void
yl_csv_faults_add_open_quote (YlCsvFaults *faults, guint32 row, gboolean is_final)
{
  g_autofree char *message = g_strdup_printf (
      "第 %u 行有一个英文双引号没有配对（找到文件末尾或 1 MiB 上限为止），该行按没有引号读取；"
      "请补上或删去这个引号%s",
      row, is_final ? "。这样的行太多，以后各行的引号一律当作普通文字" : "");
  report (faults, YL_E04, row, NULL, "\"", message);
}

void
yl_csv_faults_add_long_row (YlCsvFaults *faults, guint32 row)
{
  g_autofree char *message = g_strdup_printf (
      "第 %u 行超过 1 MiB 的上限，该行未读入、未计入合计；请检查这一行是否缺少换行", row);
  report (faults, YL_E08, row, NULL, NULL, message);
}
