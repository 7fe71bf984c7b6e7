#include "yanglu/forms/papers/year-book.h"

#include "papers-private.h"
#include "year-private.h"

#include <string.h>

typedef struct
{
  const YlYearBookRequest *request;
  YlForm *form;
  char *name;  /* of the entity, as titles say it */
  char *years; /* "（2020年—2021年）"; "" when one is not known */
} Book;

/* A row of 差异分解: a step, or a sum that the steps lead to. */
typedef struct
{
  const char *name;
  YlOwnCell amount;
  gint64 length_m;
  gint64 roads;
  const char *note;
} Step;

#define OF(of) G_STRUCT_OFFSET (Step, of)

static const YlTableColumn step_columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("name", "项目", 18, OF (name)),
  YL_COLUMN_CELL ("amount_fen", "金额\n（元）", 14, OF (amount)),
  { .name = "length_m",
    .head = "涉及里程\n（公里）",
    .width = 11,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_KM,
    .member = OF (length_m),
    .unknown = "" },
  { .name = "n_roads",
    .head = "路线数",
    .width = 8,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_COUNT,
    .member = OF (roads),
    .unknown = "" },
  YL_COLUMN_TEXT ("note", "说明", 28, OF (note)),
};

/* Returns: its row */
static guint32
write_total (
    const YlTable *table, const char *name, const char *formula, gint64 fen, const char *note)
{
  return yl_paper_write_row (
      table, YL_STYLE_TOTAL,
      &(Step){ name, yl_paper_amount (formula, fen), YL_UNKNOWN, YL_UNKNOWN, note });
}

/* What @of_sides of the old side are, which the steps below begin with. Returns: its row */
static guint32
write_begin (const Book *book,
             const YlTable *table,
             const char *name,
             const gint64 *of_sides,
             const char *note)
{
  g_autofree char *called = g_strconcat (book->request->reconciliation->called[YL_OLD], name, NULL);
  return write_total (table, called, NULL, of_sides[YL_OLD], note);
}

/* What @of_sides of the new side are, which the steps above lead to. Returns: its row */
static guint32
write_end (const Book *book,
           const YlTable *table,
           const char *name,
           const char *formula,
           const gint64 *of_sides,
           const char *steps)
{
  const char *const *called = book->request->reconciliation->called;
  g_autofree char *sum = g_strconcat (called[YL_NEW], name, NULL);
  g_autofree char *note = g_strconcat (called[YL_OLD], steps, NULL);
  return write_total (table, sum, formula, of_sides[YL_NEW], note);
}

/* The steps from @first to before @end. */
static void
write_steps (const Book *book, const YlTable *table, guint first, guint end)
{
  const YlReconciliation *reconciliation = book->request->reconciliation;
  for (guint step = first; step < end; step++)
    {
      g_autofree char *note = yl_reconciliation_describe_step (reconciliation, (YlYearStep) step);
      const gboolean has_length = step < YL_YEAR_BRIDGE_NEW && step != YL_YEAR_ROUNDING;
      const Step row = {
        .name = yl_year_step_get_name ((YlYearStep) step),
        .amount = yl_paper_amount (NULL, reconciliation->steps[step].amount_fen),
        .length_m = has_length ? reconciliation->steps[step].length_m : YL_UNKNOWN,
        .roads = step < YL_YEAR_UNKNOWN ? (gint64) reconciliation->n_roads[step] : YL_UNKNOWN,
        .note = note,
      };
      yl_table_write_row (table, step + 1, &row);
    }
}

static char *
describe_side (const YlBudget *budget, const char *file)
{
  if (budget == NULL)
    return g_strdup_printf ("%s：手工编制，只有分乡镇的合计。", file);
  const YlEntity *entity = budget->entity;
  const YlPolicyHead *policy = yl_policy_get_head (budget->policy);
  return g_strdup_printf ("%s：%s%u年，政策 %s%s。", file, entity->name == NULL ? "" : entity->name,
                          budget->figures->year, policy->document,
                          policy->verified ? "" : "（待核）");
}

static void
write_sources (const Book *book, YlSheet *sheet)
{
  const YlYearBookRequest *request = book->request;
  g_autofree char *old_side = describe_side (request->budget[YL_OLD], request->file[YL_OLD]);
  g_autofree char *new_side = describe_side (request->budget[YL_NEW], request->file[YL_NEW]);
  const guint n_netted = yl_reconciliation_count_netted (request->reconciliation);
  g_autofree char *netted =
      n_netted == 0 ? g_strdup ("")
                    : g_strdup_printf ("\n%u 条有变化的路线的路段没有填桩号，按编码逐段对应，"
                                       "同一路线内增减的里程已相抵，只列净额。",
                                       n_netted);
  const char *const *called = request->reconciliation->called;
  g_autofree char *text =
      g_strconcat (called[YL_OLD], "：", old_side, "\n", called[YL_NEW], "：", new_side,
                   "\n次序：先按", called[YL_OLD],
                   "标准算里程的增减和计入口径，再算行政等级，最后算补助标准；每行四舍五入到分，"
                   "尾差单列。各步之和等于合计之差，分乡镇、分路线、分桥梁亦同。",
                   netted, NULL);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, n_netted == 0 ? 62 : 76);
  yl_sheet_span (sheet, 0, G_N_ELEMENTS (step_columns) - 1, text);
}

/* @old: the row of a sum. Returns: the row of what the steps below it lead to */
static guint32
write_sum (
    const Book *book, const YlTable *table, guint32 old, const char *name, const gint64 *of_sides)
{
  const char *sum = yl_table_write_out (table, "ROUND(SUM({amount_fen@%u}:{amount_fen@%u}),2)", old,
                                        yl_sheet_get_row (yl_table_get_sheet (table)));
  return write_end (book, table, name, sum, of_sides, "加以上各步");
}

/* The demand and what the county pays; the daily standards stand in the rows @old_daily and
 * @daily. */
static void
write_demand (const Book *book, const YlTable *table, guint32 old_daily, guint32 daily)
{
  const YlReconciliation *reconciliation = book->request->reconciliation;
  const gint64 *demands = reconciliation->demand_fen;
  const guint32 old_demand =
      write_begin (book, table, "需求合计", demands, "日常养护标准加其他各项支出");
  write_steps (book, table, YL_N_PLACED_STEPS, YL_N_DEMAND_STEPS);
  const char *sum = yl_table_write_out (table,
                                        "ROUND({amount_fen@%u}+{amount_fen@%u}-{amount_fen@%u}+SUM("
                                        "{amount_fen@%u}:{amount_fen@%u}),2)",
                                        old_demand, daily, old_daily, old_demand + 1,
                                        yl_sheet_get_row (yl_table_get_sheet (table)));
  const guint32 demand =
      write_end (book, table, "需求合计", sum, demands, "需求加日常养护标准的增减，加以上各步");
  const guint32 old_county = write_begin (book, table, "县级承担", reconciliation->county_fen,
                                          "需求中其他层级不承担的部分");
  const char *change =
      yl_table_write_out (table, "ROUND({amount_fen@%u}-{amount_fen@%u},2)", demand, old_demand);
  write_total (table, "需求增减", change, demands[YL_NEW] - demands[YL_OLD], "");
  write_steps (book, table, YL_N_DEMAND_STEPS, YL_N_YEAR_STEPS);
  write_sum (book, table, old_county, "县级承担", reconciliation->county_fen);
}

/* Of the daily standard, the demand and what the county pays. */
#define N_SUMS 7
#define DAILY_STANDARD "日常养护标准"

static void
write_reconciliation_sheet (const Book *book)
{
  const YlReconciliation *reconciliation = book->request->reconciliation;
  g_autofree char *title =
      g_strdup_printf ("%s农村公路养护预算差异分解%s", book->name, book->years);
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  YlTable *table = yl_tables_add (tables, "bridge", step_columns, G_N_ELEMENTS (step_columns));
  const YlSheetForm sheet_form = {
    .name = YL_SHEET_RECONCILIATION,
    .title = title,
    .unit_note = "单位：元、公里",
    .n_frozen = yl_table_find_column (table, "amount_fen"),
    .is_portrait = TRUE,
  };
  YlSheet *sheet = yl_table_open (table, book->form, &sheet_form,
                                  reconciliation->is_by_township_only ? YL_N_PLACED_STEPS + 2
                                                                      : YL_N_YEAR_STEPS + N_SUMS);
  const guint32 old_daily =
      write_begin (book, table, DAILY_STANDARD, reconciliation->daily_fen, "道路加桥梁");
  write_steps (book, table, 0, YL_N_PLACED_STEPS);
  const guint32 daily =
      write_sum (book, table, old_daily, DAILY_STANDARD, reconciliation->daily_fen);
  if (!reconciliation->is_by_township_only)
    write_demand (book, table, old_daily, daily);
  write_sources (book, sheet);
  yl_sheet_end (sheet);
}

/* A row of the tables by township, by road and by bridge is a line of the reconciliation. */
#define AT(of) G_STRUCT_OFFSET (YlYearLine, of)
#define GROUP_KM "计费口径里程（公里）"
#define GROUP_STEPS "增减（元）"

/* The sums stand at the foot of long tables, and are called as one who reads them there would. */
#define GIVEN(called, title, above, wide, unit, of)                                                \
  {                                                                                                \
    .name = called, .head = title, .group = above, .width = wide, .show = YL_CELL_NUMBER,          \
    .measure = unit, .member = AT (of), .total = called, .total_by = YL_TOTAL_OF_ROWS_ABOVE        \
  }
#define KM(called, title, of) GIVEN (called, title, GROUP_KM, 11, YL_MEASURE_KM, of)
#define STEP(called, title, wide, of)                                                              \
  GIVEN (called, title, GROUP_STEPS, wide, YL_MEASURE_FEN, steps[of].amount_fen)

/* Heads and groups that differ by table, or by what the years are called, are said in write_lines(). The steps have their keys for
 * names and stand between the two years, which they lead from and to. */
static const YlTableColumn line_columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("code", "代码", 14, AT (code)),
  YL_COLUMN_TEXT ("name", "名称", 18, AT (name)),
  YL_COLUMN_TEXT ("place", "乡镇", 14, AT (township)),
  KM ("old_m", NULL, m[YL_OLD]),
  KM ("new_m", NULL, m[YL_NEW]),
  GIVEN ("old_fen", NULL, NULL, 16, YL_MEASURE_FEN, fen[YL_OLD]),
  STEP ("new", "新增路线", 14, YL_YEAR_NEW),
  STEP ("dropped", "减少路线", 14, YL_YEAR_DROPPED),
  STEP ("longer", "里程增加", 14, YL_YEAR_LONGER),
  STEP ("shorter", "里程减少", 14, YL_YEAR_SHORTER),
  STEP ("unread", "未读出的行", 14, YL_YEAR_UNREAD),
  STEP ("counting", "计入口径", 14, YL_YEAR_COUNTING),
  STEP ("class", "行政等级", 14, YL_YEAR_CLASS),
  STEP ("rate", "补助标准", 14, YL_YEAR_RATE),
  STEP ("rounding", "四舍五入", 11, YL_YEAR_ROUNDING),
  STEP ("moved", "乡镇划转", 14, YL_YEAR_MOVED),
  STEP ("bridge-new", "新增桥梁", 12, YL_YEAR_BRIDGE_NEW),
  STEP ("bridge-dropped", "减少桥梁", 12, YL_YEAR_BRIDGE_DROPPED),
  STEP ("bridge-longer", "桥梁增长", 12, YL_YEAR_BRIDGE_LONGER),
  STEP ("bridge-shorter", "桥梁缩短", 12, YL_YEAR_BRIDGE_SHORTER),
  STEP ("bridge-kind", "桥梁类型", 12, YL_YEAR_BRIDGE_KIND),
  STEP ("bridge-rate", "桥梁标准", 12, YL_YEAR_BRIDGE_RATE),
  STEP ("unknown", "未能分解", 14, YL_YEAR_UNKNOWN),
  { .name = "new_fen",
    .width = 16,
    .show = YL_CELL_FIGURE,
    .measure = YL_MEASURE_FEN,
    .member = AT (fen[YL_NEW]),
    .formula = "ROUND(SUM({old_fen}:{unknown}),2)",
    .total = "new_fen",
    .total_by = YL_TOTAL_OF_ROWS_ABOVE },
};

/* A road that had another code says which. */
static char *
make_name (const Book *book, const YlYearLine *line, const char *unnamed)
{
  const char *name = line->name[0] == '\0' && line->code[0] == '\0' ? unnamed : line->name;
  return line->previous_code == NULL || line->previous_code[0] == '\0'
             ? g_strdup (name)
             : g_strdup_printf ("%s（%s %s）", name, book->request->reconciliation->called[YL_OLD],
                                line->previous_code);
}

/* What did not happen to a line is left empty. */
static void
write_line (const YlTable *table, guint ordinal, const YlYearLine *line)
{
  YlYearLine row = *line;
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    if (row.steps[step].amount_fen == 0)
      row.steps[step].amount_fen = YL_UNKNOWN;
  yl_table_write_row (table, ordinal, &row);
}

typedef struct
{
  const char *name;
  const char *title;
  const char *heads[3]; /* of code, name and place */
  const char *unnamed;
  const GArray *lines;
  gboolean is_changed_only; /* what did not change is one row */
  const char *unchanged;    /* which is called so */
  const char *length_group; /* (nullable): over the two lengths */
} LineTable;

/* A step that no line has is out of sight, and leaves its room on the page to the others. */
static void
shut_unused (YlTable *table, const GArray *lines)
{
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    {
      gboolean is_used = FALSE;
      for (guint i = 0; i < lines->len && !is_used; i++)
        is_used = g_array_index (lines, YlYearLine, i).steps[step].amount_fen != 0;
      if (!is_used)
        yl_table_shut (table, yl_year_step_get_key ((YlYearStep) step));
    }
}

/* Largest sheet of a spreadsheet, less heads, sum and signatures. */
#define MAX_LINES 1000000u

static guint
count_own (const LineTable *of)
{
  guint n = 0;
  for (guint i = 0; i < of->lines->len; i++)
    n += !of->is_changed_only || yl_year_line_is_changed (&g_array_index (of->lines, YlYearLine, i))
             ? 1
             : 0;
  return MIN (n, MAX_LINES);
}

static void
fill_lines (const Book *book, const LineTable *of, const YlTable *table, guint n_own)
{
  YlYearLine total = { 0 };
  YlYearLine same = { .code = "",
                      .name = of->unchanged == NULL ? "" : of->unchanged,
                      .township = "" };
  guint n = 0;
  for (guint i = 0; i < of->lines->len; i++)
    {
      const YlYearLine *line = &g_array_index (of->lines, YlYearLine, i);
      yl_table_add_up (table, &total, line);
      if (n == n_own || (of->is_changed_only && !yl_year_line_is_changed (line)))
        {
          yl_table_add_up (table, &same, line);
          continue;
        }
      g_autofree char *name = make_name (book, line, of->unnamed);
      YlYearLine row = *line;
      row.name = name;
      row.township = of->is_changed_only ? line->township : book->name;
      write_line (table, ++n, &row);
    }
  if (of->is_changed_only || n == 0)
    write_line (table, n + 1, &same);
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_sheet_end_filter (sheet);
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 0);
  yl_sheet_blanks (sheet, 0, yl_table_find_column (table, "code"));
  yl_sheet_label (sheet, yl_table_find_column (table, "name"), "合计");
  yl_table_write_sums (table, "place", &total);
}

static void
write_lines (const Book *book, const LineTable *of)
{
  g_autofree char *title =
      g_strdup_printf ("%s农村公路日常养护%s%s", book->name, of->title, book->years);
  YlTableColumn columns[G_N_ELEMENTS (line_columns)];
  memcpy (columns, line_columns, sizeof columns);
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  YlTable *table = yl_tables_add (tables, "lines", columns, G_N_ELEMENTS (columns));
  const char *const *called = book->request->reconciliation->called;
  g_autofree char *old_amount = g_strconcat (called[YL_OLD], "金额", NULL);
  g_autofree char *new_amount = g_strconcat (called[YL_NEW], "金额", NULL);
  columns[yl_table_find_column (table, "old_m")].head = called[YL_OLD];
  columns[yl_table_find_column (table, "new_m")].head = called[YL_NEW];
  columns[yl_table_find_column (table, "old_fen")].head = old_amount;
  columns[yl_table_find_column (table, "new_fen")].head = new_amount;
  const guint first_head = yl_table_find_column (table, "code");
  const guint first_km = yl_table_find_column (table, "old_m");
  for (guint i = 0; i < G_N_ELEMENTS (of->heads); i++)
    columns[first_head + i].head = of->heads[i];
  for (guint i = first_km; i < first_km + 2 && of->length_group != NULL; i++)
    columns[i].group = of->length_group;
  shut_unused (table, of->lines);
  const guint n_own = count_own (of);
  const YlSheetForm sheet_form = {
    .name = of->name,
    .title = title,
    .unit_note = "单位：元、公里",
    .n_frozen = first_km,
    .folds = TRUE,
    .has_title_apart = TRUE,
    .has_filter = TRUE,
  };
  YlSheet *sheet =
      yl_table_open (table, book->form, &sheet_form, n_own + (of->is_changed_only ? 1 : 0));
  fill_lines (book, of, table, n_own);
  yl_sheet_end (sheet);
}

static void
write_tables (const Book *book)
{
  const YlReconciliation *reconciliation = book->request->reconciliation;
  yl_year_changes_write (book->request, book->form, book->name);
  write_reconciliation_sheet (book);
  write_lines (book, &(LineTable){ .name = "分乡镇",
                                   .title = "分乡镇差异",
                                   .heads = { "区划代码", "乡镇", "县区" },
                                   .unnamed = "（未填乡镇）",
                                   .lines = reconciliation->townships });
  if (!reconciliation->is_by_township_only)
    write_lines (book, &(LineTable){ .name = "分路线",
                                     .title = "分路线差异",
                                     .heads = { "路线编码", "路线名称", "乡镇" },
                                     .unnamed = "（未填路线）",
                                     .lines = reconciliation->roads,
                                     .is_changed_only = TRUE,
                                     .unchanged = "其余没有变化的路线" });
  if (reconciliation->bridges->len > 0)
    write_lines (book, &(LineTable){ .name = "分桥梁",
                                     .title = "分桥梁差异",
                                     .heads = { "桥梁编码", "桥名", "乡镇" },
                                     .unnamed = "（未填桥名）",
                                     .lines = reconciliation->bridges,
                                     .is_changed_only = TRUE,
                                     .unchanged = "其余没有变化的桥梁",
                                     .length_group = "全长（公里）" });
  yl_year_findings_write (book->request, book->form, book->name);
}

void
yl_year_book_write (const YlYearBookRequest *request, const YlCellSink *sink)
{
  const YlReconciliation *reconciliation = request->reconciliation;
  const YlBudget *budget =
      request->budget[YL_NEW] != NULL ? request->budget[YL_NEW] : request->budget[YL_OLD];
  const YlEntity *entity = budget == NULL ? NULL : budget->entity;
  const YlUnit unknown = { .entity = (char *) "",
                           .prepared_by = (char *) "",
                           .reviewed_by = (char *) "",
                           .head = (char *) "" };
  const YlUnit *unit = budget == NULL ? &unknown : &budget->entry->unit;
  g_autofree char *name = g_strdup (entity == NULL || entity->name == NULL ? "" : entity->name);
  g_autofree char *years = reconciliation->is_by_township_only ? g_strdup ("")
                           : reconciliation->year[YL_OLD] == reconciliation->year[YL_NEW]
                               ? g_strdup_printf ("（%u年两份）", reconciliation->year[YL_NEW])
                               : g_strdup_printf ("（%u年—%u年）", reconciliation->year[YL_OLD],
                                                  reconciliation->year[YL_NEW]);
  g_autofree char *title = g_strdup_printf ("%s农村公路养护预算差异分解", name);
  const YlFormHead head = {
    .entity = unit->entity[0] != '\0' ? unit->entity : name,
    .prepared_by = unit->prepared_by,
    .reviewed_by = unit->reviewed_by,
    .head = unit->head,
    .title = title,
    .created = yl_date_of_year (budget == NULL ? 2000 : budget->figures->year),
  };
  g_autoptr (YlForm) form = yl_form_new (&head, sink);
  write_tables (&(Book){ request, form, name, years });
}
