#include "yanglu/forms/sent-table.h"

#define AT(of) G_STRUCT_OFFSET (YlSentRow, of)
#define GIVEN(of, title, wide, unit, what, sum)                                                    \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_NUMBER, .measure = unit,            \
    .member = AT (of), .says = what, .total = sum                                                  \
  }
/* No figure of the budget but in its sum. */
#define FROM_ROADS(of, title, wide, unit, from, sum)                                               \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_FIGURE, .measure = unit,            \
    .member = AT (of), .formula = from, .total = sum,                                              \
    .says = "这份台账的行在" YL_SHEET_ROADS "中的合计"                                         \
  }
#define AS_VALUE(of, title, wide, unit, from, sum)                                                 \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_NUMBER, .measure = unit,            \
    .member = AT (of), .total = sum                                                                \
  }

#define COLUMNS(BY_LIST)                                                                           \
  {                                                                                                \
    YL_COLUMN_ORDINAL (6), YL_COLUMN_TEXT ("name", "报送文件", 24, AT (name)),                     \
        YL_COLUMN_TEXT ("townships", "所含乡镇", 20, AT (townships)),                              \
        YL_COLUMN_TEXT ("entity", "填报单位", 18, AT (entity)),                                    \
        YL_COLUMN_LABEL ("contact", "联系人", 9, AT (contact)),                                    \
        YL_COLUMN_LABEL ("phone", "电话", 13, AT (phone)),                                         \
        YL_COLUMN_LABEL ("date", "填报日期", 12, AT (date)),                                       \
        GIVEN (rows, "读入\n行数", 8, YL_MEASURE_COUNT, "这份台账表头以下有内容的行",              \
               "sent.rows"),                                                                       \
        GIVEN (left_out, "未计入\n行数", 8, YL_MEASURE_COUNT, "这份台账里读不懂、没有计入的行",    \
               "sent.left_out"),                                                                   \
        BY_LIST (sections, "路段数", 8, YL_MEASURE_COUNT, "count(roads, list={$name})",            \
                 "mileage.sections"),                                                              \
        BY_LIST (counted_m, "计入里程\n（公里）", 12, YL_MEASURE_KM,                               \
                 "sum(roads.counted_m, list={$name})", "mileage.counted_m"),                       \
        BY_LIST (roads_fen, "公路日常养护\n（元）", 16, YL_MEASURE_FEN,                            \
                 "sum(roads.amount_fen, list={$name})", "daily.roads_fen"),                        \
        GIVEN (errors, "错误", 7, YL_MEASURE_COUNT, "这份台账的错误级问题，见" YL_SHEET_FINDINGS,  \
               "sent.errors"),                                                                     \
        GIVEN (warnings, "警告", 7, YL_MEASURE_COUNT,                                              \
               "这份台账的警告级问题，见" YL_SHEET_FINDINGS, "sent.warnings"),                     \
        YL_COLUMN_LABEL ("standing", "处理", 10, AT (standing)),                                   \
        GIVEN (at_stake_fen, "问题涉及\n金额（元）", 14, YL_MEASURE_FEN,                           \
               "这份台账的问题涉及的金额，各项可能重叠", NULL),                                    \
  }

const YlTableColumn yl_sent_columns[YL_N_SENT_COLUMNS] = COLUMNS (FROM_ROADS);
const YlTableColumn yl_sent_value_columns[YL_N_SENT_COLUMNS] = COLUMNS (AS_VALUE);

YlSentRow
yl_sent_row_of (const YlSentList *sent, const char *name)
{
  YlSentRow row = { .name = name,
                    .townships = sent->townships,
                    .rows = (gint64) sent->list->n_rows,
                    .left_out = (gint64) sent->list->n_left_out,
                    .sections = sent->sections,
                    .counted_m = sent->counted_m,
                    .roads_fen = sent->amount_fen,
                    .errors = (gint64) sent->n_found[YL_SEVERITY_ERROR],
                    .warnings = (gint64) sent->n_found[YL_SEVERITY_WARNING],
                    .at_stake_fen = (gint64) sent->at_stake_fen,
                    .standing = yl_standing_get_name (sent->standing) };
  if (sent->sender == NULL)
    return row;
  row.entity = sent->sender->lines[YL_SENDER_ENTITY];
  row.contact = sent->sender->lines[YL_SENDER_CONTACT];
  row.phone = sent->sender->lines[YL_SENDER_PHONE];
  row.date = sent->sender->lines[YL_SENDER_DATE];
  return row;
}

static void
note (YlSheet *sheet, GStringChunk *texts, const char *what, guint n, const char *names)
{
  if (n == 0)
    return;
  g_autofree char *text = g_strdup_printf ("%s的乡镇（街道）%u 个：%s。", what, n, names);
  yl_sheet_note (sheet, g_string_chunk_insert (texts, text));
}

void
yl_sent_note (const YlSentLists *sent, YlSheet *sheet, GStringChunk *texts)
{
  if (yl_sent_lists_have_between (sent))
    yl_sheet_note (sheet, YL_SENT_BETWEEN "。");
  note (sheet, texts, YL_SENT_EMPTY, sent->n_empty, sent->empty);
  note (sheet, texts, YL_SENT_NOT, sent->n_unsent, sent->unsent);
}

void
yl_sent_write (const YlSentLists *sent, YlForm *form, YlTables *tables, const char *of)
{
  const guint n_columns = YL_N_SENT_COLUMNS - (sent->has_no_stakes ? 1 : 0);
  YlTable *table = yl_tables_add (tables, "sent", yl_sent_value_columns, n_columns);
  YlSheetForm sheet_form = YL_SENT_FORM;
  g_autofree char *title = g_strconcat (of, sheet_form.title, NULL);
  sheet_form.title = title;
  YlSheet *sheet = yl_table_open (table, form, &sheet_form, sent->lists->len);
  YlSentRow total = { 0 };
  for (guint i = 0; i < sent->lists->len; i++)
    {
      const YlSentList *list = &g_array_index (sent->lists, YlSentList, i);
      const YlSentRow row = yl_sent_row_of (list, list->list->file);
      yl_table_write_row (table, i + 1, &row);
      yl_table_add_up (table, &total, &row);
    }
  yl_table_write_total (table, 0, &total);
  yl_sent_note (sent, sheet, yl_tables_get_texts (tables));
  yl_sheet_end (sheet);
}
