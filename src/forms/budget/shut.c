/* Columns and rows that no form requires are out of sight where they come to nothing. Rows are those of
 * lists of named kinds: lines without a standard and without money in 预算总表, what a level does not
 * pay of another purpose than the daily one in 资金承担, 专用公路 in 里程汇总, levels and purposes below
 * 资金来源, purposes that are paid to the fen in 按科目汇总, works that nobody put in yet in 拨付进度 and
 * 公开表. Never a road, a township, a payee, a source, nor a sum. */
#include "sentence-private.h"
#include "shut-private.h"

void
yl_book_shut_columns (const YlBook *book, YlTable *table, YlIsNothing is_nothing)
{
  guint n = 0;
  const YlTableColumn *columns = yl_table_get_columns (table, &n);
  for (guint i = 0; book->edition >= 7 && i < n; i++)
    if (columns[i].is_step || (is_nothing != NULL && is_nothing (book, columns[i].name)))
      yl_table_shut (table, columns[i].name);
}

/* "计入里程专用公路": a unit in brackets is left out. */
static void
name_column (GString *out, const YlTableColumn *column)
{
  const char *const texts[] = { column->group, column->head };
  if (out->len > 0)
    g_string_append (out, "、");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *at = texts[i]; at != NULL && *at != '\0' && !g_str_has_prefix (at, "（"); at++)
      if (*at != '\n')
        g_string_append_c (out, *at);
}

void
yl_book_note_shut (const YlBook *book, const YlTable *table, YlIsNothing is_nothing)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;
  const YlTableColumn *columns = yl_table_get_columns (table, &n);
  for (guint i = 0; book->edition >= 7 && i < n; i++)
    if (is_nothing (book, columns[i].name))
      name_column (names, &columns[i]);
  if (names->len == 0)
    return;
  g_autofree char *note =
      g_strdup_printf ("说明：没有数的列已收起：%s；要看时点列标上方的“＋”展开。", names->str);
  YlOwnCell cell = yl_own_text (note);
  cell.of_sight = TRUE;
  yl_sheet_put_note (yl_table_get_sheet (table), cell);
}

void
yl_book_shut_row (YlBook *book,
                  const YlTable *table,
                  const char *first,
                  const char *last,
                  const char *group,
                  const char *name)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_get_row (sheet);
  if (book->edition < 7)
    return;
  const gboolean is_first = book->shut_rows->len == 0;
  const gboolean is_same = !is_first && g_strcmp0 (group, book->shut_group) == 0;
  g_string_append (book->shut_rows, is_same ? "、" : is_first ? "" : "；");
  if (!is_same && group != NULL)
    g_string_append_printf (book->shut_rows, "%s：", group);
  g_string_append (book->shut_rows, name);
  book->shut_group = group;
  g_string_append_printf (book->shut_sums, "%sSUM(%s:%s)=0", is_first ? "" : ",",
                          yl_table_get_own_cell (table, first, row),
                          yl_table_get_own_cell (table, last, row));
  yl_sheet_shut_row (sheet);
}

#define SHUT "说明：没有数的行已收起"
#define NOT_EMPTY "注意：收起的行已有数，请先展开再打印"

void
yl_book_note_shut_rows (YlBook *book, YlSheet *sheet)
{
  if (book->shut_rows->len == 0)
    return;
  YlSentence *note = yl_sentence_begin (book);
  g_autofree char *formula =
      g_strdup_printf ("IF(AND(%s),\"" SHUT "\",\"" NOT_EMPTY "\")", book->shut_sums->str);
  yl_sentence_result (note, formula, SHUT);
  yl_sentence_say (note, "（%s）；要看时点行号左边的“＋”展开。", book->shut_rows->str);
  yl_sentence_end_note (note, sheet);
  g_string_truncate (book->shut_rows, 0);
  g_string_truncate (book->shut_sums, 0);
}
