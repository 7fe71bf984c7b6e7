#include "yanglu/io/import/beyond.h"

#include "yanglu/base/decimal.h"

/* Digits between two thousands separators. */
#define GROUP 3u
/* No number of ours is longer. */
#define MAX_NUMBER G_GINT64_CONSTANT (1000000000000000)

guint
yl_beyond_count_heads (const YlHeadFinder *finder, const char *sheet)
{
  const GPtrArray *written = yl_head_finder_get_written (finder);
  if (written == NULL || sheet[0] != '\0')
    return 0;
  guint n = written->len;
  while (n > 0 && ((const char *) g_ptr_array_index (written, n - 1))[0] == '\0')
    n--;
  return n;
}

static gboolean
is_number (YlText cell)
{
  gint64 units = 0;
  return yl_decimal_parse (cell, 0, MAX_NUMBER, &units, NULL) == YL_DECIMAL_OK;
}

/* 000, 000.50: what stands behind a thousands separator. */
static gboolean
is_group (YlText cell)
{
  const YlText text = yl_text_trim (cell);
  gsize n = 0;
  while (n < text.length && g_ascii_isdigit (text.at[n]))
    n++;
  return n == GROUP && (n == text.length || text.at[n] == '.');
}

static gboolean
begins_with_digit (YlText cell)
{
  const YlText text = yl_text_trim (cell);
  return text.length > 0 && g_ascii_isdigit (text.at[0]);
}

/* Whether the number under @head may go on in the next cell: as a group of thousands, or because no
 * head says what stands there. */
static gboolean
is_cut (const YlHead *head, guint n_heads, const YlText *cells, guint n_cells)
{
  if (head->cell >= n_cells - 1 || !is_number (cells[head->cell]))
    return FALSE;
  const YlText next = cells[head->cell + 1];
  if (head->cell + 1 == n_heads)
    return !yl_text_is_blank (next);
  return yl_text_trim (cells[head->cell]).length <= GROUP && is_group (next);
}

/* (nullable): the column whose number was cut at its comma. */
static const YlHead *
find_cut (const YlBeyond *beyond, guint n_heads, const YlText *cells, guint n_cells)
{
  for (guint column = 0; column < beyond->table->n_columns; column++)
    {
      const YlHead *head = yl_head_finder_get (beyond->finder, column);
      if (yl_import_column_is_quantity (&beyond->table->columns[column])
          && is_cut (head, n_heads, cells, n_cells))
        return head;
    }
  return NULL;
}

/* (transfer full): "300,000" of the number and the cells that go on with it. */
static char *
join_number (const YlHead *head, const YlText *cells, guint n_cells)
{
  g_autofree char *first = yl_text_dup (yl_text_trim (cells[head->cell]));
  GString *number = g_string_new (first);
  for (guint i = head->cell + 1; i < n_cells && begins_with_digit (cells[i]); i++)
    {
      const YlText group = yl_text_trim (cells[i]);
      g_string_append_c (number, ',');
      g_string_append_len (number, group.at, (gssize) group.length);
      if (!is_group (group) || memchr (group.at, '.', group.length) != NULL)
        break;
    }
  return g_string_free (number, FALSE);
}

static void
report_cut (const YlBeyond *beyond, YlRowId row, const YlHead *head, const char *number)
{
  const gsize n_read = strcspn (number, ",");
  g_autofree char *message = g_strdup_printf (
      "该行的格数比表头多，%s“%.*s”之后又有数字，看来是“%s”没有加英文双引号，被逗号分成了几格；"
      "现按“%.*s”读入，其后各格没有读对，请去掉数里的逗号或加上引号",
      head->head, (int) n_read, number, number, (int) n_read, number);
  yl_findings_add (beyond->findings, &(YlFinding){ .code = YL_C04,
                                                   .severity = YL_SEVERITY_ERROR,
                                                   .file = beyond->file,
                                                   .sheet = "",
                                                   .row = row,
                                                   .column = head->head,
                                                   .seen = number,
                                                   .expected = "一个数在一格之内",
                                                   .message = message });
}

static void
report_beyond (
    const YlBeyond *beyond, YlRowId row, guint cell, const char *seen, YlSeverity severity)
{
  g_autofree char *message =
      g_strdup_printf ("该行第 %u 格“%s”没有表头，未读；请补上表头，并核对该行是否错了格"
                       "（文字或数里的逗号没有加英文双引号时会这样）",
                       cell + 1, seen);
  yl_findings_add (beyond->findings, &(YlFinding){ .code = YL_C04,
                                                   .severity = severity,
                                                   .file = beyond->file,
                                                   .sheet = "",
                                                   .row = row,
                                                   .seen = seen,
                                                   .expected = "格数不多于表头",
                                                   .message = message,
                                                   .is_priced = severity == YL_SEVERITY_WARNING });
}

void
yl_beyond_check (const YlBeyond *beyond, YlRowId row, const YlText *cells, guint n_cells)
{
  const guint n_heads = yl_beyond_count_heads (beyond->finder, "");
  guint first = n_heads;
  while (first < n_cells && yl_text_is_blank (cells[first]))
    first++;
  if (first >= n_cells)
    return;
  const YlHead *cut = find_cut (beyond, n_heads, cells, n_cells);
  const YlSeverity severity = cut == NULL ? YL_SEVERITY_WARNING : YL_SEVERITY_ERROR;
  if (!yl_findings_want (beyond->findings, YL_C04, severity))
    return;
  g_autofree char *seen = yl_text_dup (yl_text_trim (cells[first]));
  if (cut == NULL || !begins_with_digit (cells[cut->cell + 1]))
    {
      report_beyond (beyond, row, first, seen, severity);
      return;
    }
  g_autofree char *number = join_number (cut, cells, n_cells);
  report_cut (beyond, row, cut, number);
}
