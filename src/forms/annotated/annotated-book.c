#include "annotated-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/forms/findings-table.h"

#include <string.h>

#define TITLE "农村公路养护预算审计批注"

gboolean
yl_annotated_book_fits (const YlWorkbook *found, guint64 *out_n_cells)
{
  *out_n_cells = 0;
  for (guint i = 0; i < found->sheets->len; i++)
    *out_n_cells += ((const YlWorksheet *) g_ptr_array_index (found->sheets, i))->cells->len;
  return *out_n_cells <= YL_ANNOTATED_CELLS;
}

/* ---- 审计批注 ---- */

static const char *const names[] = { "ordinal",   "severity", "code",     "title",    "place",
                                     "seen",      "expected", "more_fen", "less_fen", "late_fen",
                                     "other_fen", "gainer",   "message" };

/* Columns: a label, and what is said of it. */
#define LABEL_END 2
#define LAST (G_N_ELEMENTS (names) - 1)
/* Columns that were not compared, told one by one. */
#define MAX_GAPS 200u

typedef struct
{
  const YlAnnotatedRequest *request;
  const GPtrArray *losses;
} Introduction;

static void
write_line (YlSheet *sheet, const char *label, const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 0);
  yl_sheet_span (sheet, 0, LABEL_END, label);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_span (sheet, LABEL_END + 1, LAST, text);
}

static void
write_verdict (const YlAudit *audit, YlSheet *sheet)
{
  write_line (sheet, "被审计文件", audit->file);
  write_line (sheet, "审计结论", yl_verdict_get_name (audit->verdict));
  if (audit->conclusion != NULL)
    write_line (sheet, "结论说明", audit->conclusion);
}

static void
write_coverage (const YlCoverage *coverage, YlSheet *sheet)
{
  g_autofree char *compared = yl_coverage_to_text (coverage);
  write_line (sheet, "核对范围", compared);
  const guint n = MIN (coverage->gaps->len, MAX_GAPS);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *gap =
          yl_coverage_gap_to_text (&g_array_index (coverage->gaps, YlCoverageGap, i));
      write_line (sheet, "未核对", gap);
    }
  if (coverage->gaps->len <= n)
    return;
  g_autofree char *more =
      g_strdup_printf ("另有 %u 处，见审计底稿“核对范围”", coverage->gaps->len - n);
  write_line (sheet, "未核对", more);
}

static void
introduce (gconstpointer data, YlSheet *sheet)
{
  const Introduction *self = data;
  write_verdict (self->request->audit, sheet);
  write_coverage (self->request->audit->coverage, sheet);
  write_line (
      sheet, "本文件",
      "各表的数值、公式、数字格式、行高列宽、合并、隐藏、打印区域和条件格式照被审计文件原样写出；"
      "有问题的单元格加了批注，底色（底色本身有含义的用边框）红为错误、黄为警告、蓝为提示，"
      "点击该格回到本表。公式在打开时会重新计算，文件里存的数见批注的“现值”；文件里没有存数的公式，"
      "写出的是算得的数。");
  for (guint i = 0; i < self->losses->len; i++)
    write_line (sheet, "没有带入", g_ptr_array_index (self->losses, i));
}

/* ---- the whole ---- */

static void
define_names (const YlWorkbook *found, const YlCellSink *sink)
{
  g_autoptr (GHashTable) defined =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; sink->define != NULL && i < found->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (found->names, YlDefinedName, i);
      if (yl_annotated_may_define (name)
          && g_hash_table_add (defined, g_utf8_casefold (name->name, -1)))
        sink->define (sink->self, name->name, name->reference);
    }
}

static void
write_sheets (YlFoundSheets *sheets, const YlFindingsTable *list)
{
  const guint n = sheets->workbook->sheets->len;
  g_autofree gpointer *sunk = g_new0 (gpointer, n + 1);
  sheets->first_row = yl_table_get_part (list->table, 0)->first_row;
  for (guint i = 0; i < n; i++)
    sunk[i] = yl_found_sheets_begin (sheets, i);
  for (guint i = 0; i < n; i++)
    {
      yl_found_sheets_set_page (sheets, i, sunk[i]);
      yl_found_sheets_write (sheets, i, sunk[i]);
    }
}

static void
write_book (const YlAnnotatedRequest *request,
            YlFindingsTable *list,
            const char *const *tabs,
            const YlCellSink *sink)
{
  const YlWorkbook *found = request->found;
  g_autoptr (YlNotes) notes = yl_notes_new (request->audit, found, tabs);
  g_autoptr (YlDressing) dressing = yl_dressing_new (request);
  g_autoptr (GArray) looks = yl_found_sheets_list_looks (found);
  YlFoundSheets sheets = { .workbook = found,
                           .sink = sink,
                           .notes = notes,
                           .dressing = dressing,
                           .tabs = tabs,
                           .looks = looks };
  list->places = notes->places;
  list->links = notes->links;
  yl_findings_table_open (list);
  yl_findings_table_fill (list);
  write_sheets (&sheets, list);
  define_names (found, sink);
}

void
yl_annotated_book_write (const YlAnnotatedRequest *request, const YlCellSink *sink)
{
  g_auto (GStrv) tabs = yl_annotated_name_tabs (request->found);
  g_autoptr (GPtrArray) losses = yl_annotated_list_losses (request, (const char *const *) tabs);
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  const Introduction introduction = { request, losses };
  const YlFormHead head = { .entity = "",
                            .prepared_by = "",
                            .reviewed_by = "",
                            .head = "",
                            .title = TITLE,
                            .is_about_entity = TRUE,
                            /* Any fixed day will do: the clock must not show. */
                            .created = yl_date_of_year (2000) };
  g_autoptr (YlForm) form = yl_form_new (&head, sink);
  YlFindingsTable list = { .form = form,
                           .tables = tables,
                           .findings = request->audit->findings,
                           .title = TITLE,
                           .names = names,
                           .n_names = G_N_ELEMENTS (names),
                           .n_per_sheet = YL_SHEET_MAX_ROWS / 2,
                           .introduce = introduce,
                           .data = &introduction,
                           .sheet = YL_SHEET_NOTES };
  write_book (request, &list, (const char *const *) tabs, sink);
}

/* ---- audited again ---- */

gboolean
yl_annotated_book_drop (YlWorkbook *found)
{
  const YlWorksheet *first = found->sheets->len == 0 ? NULL : g_ptr_array_index (found->sheets, 0);
  if (first == NULL || strcmp (first->name, YL_SHEET_NOTES) != 0)
    return FALSE;
  const YlCell *title = yl_worksheet_find (first, 1, 0);
  if (title == NULL || strcmp (yl_workbook_get_text (found, title->value), TITLE) != 0)
    return FALSE;
  g_ptr_array_remove_index (found->sheets, 0);
  return TRUE;
}
