#include "book-private.h"

#include <string.h>

/* 预算总表 */

enum
{
  ORDINAL,
  TITLE,
  COUNT,
  LENGTH,
  RATE,
  AMOUNT,
  LAST,
  CHANGE,
  CHANGE_PART,
  BASIS,
  N_COLUMNS,
};

static const YlTableColumn columns[N_COLUMNS] = {
  [ORDINAL] = { .name = "ordinal", .head = "序号", .width = 7 },
  [TITLE] = { .name = "title", .head = "项目", .width = 32 },
  [COUNT] = { .name = "count", .head = "数量\n（段、座、项）", .width = 14 },
  [LENGTH] = { .name = "length", .head = "里程\n（公里）", .width = 14 },
  [RATE] = { .name = "rate", .head = "标准\n（元）", .width = 14 },
  [AMOUNT] = { .name = "amount", .head = "本年预算数\n（元）", .width = 18 },
  [LAST] = { .name = "last", .head = "上年预算数\n（元）", .width = 18 },
  [CHANGE] = { .name = "change",
               .head = "增减额\n（元）",
               .width = 17,
               .formula = "IF({last}=\"\",\"\",ROUND({amount}-{last},2))" },
  /* Whole numbers, so that no engine meets a half that is not exact. */
  [CHANGE_PART] = { .name = "change_part",
                    .head = "增减%",
                    .width = 10,
                    .formula =
                        "IF({last}=\"\",\"\",IF({last}=0,\"\",ROUND(ROUND({change}*100,0)*10000/"
                        "ROUND({last}*100,0),0)/10000))" },
  [BASIS] = { .name = "basis", .head = "依据", .width = 38 },
};

#define PART_STEPS 10000

/* What a row was last year; nothing known: has_last_year is FALSE. */
typedef struct
{
  gint64 fen;
  gboolean is_known;
} LastYear;

/* @figure: "change.total" or "demand.staff.change", to which the unit is added. */
static void
map_change (YlSheet *sheet, guint column, YlMeasure measure, const char *figure)
{
  g_autofree char *key = g_strconcat (figure, measure == YL_MEASURE_FEN ? "_fen" : "_ppm", NULL);
  yl_sheet_map_cell (sheet, column, measure, key);
}

static void
write_change (YlBook *book, YlSheet *sheet, gint64 amount_fen, LastYear last, const char *figure)
{
  const YlTable *table = yl_tables_find (book->tables, "overview");
  const char *change = yl_table_get_formula (table, CHANGE);
  const char *part = yl_table_get_formula (table, CHANGE_PART);
  const gint64 change_fen = amount_fen - last.fen;
  gint64 steps = 0;
  if (last.is_known)
    {
      yl_sheet_formula (sheet, CHANGE, YL_MEASURE_FEN, change, change_fen);
      map_change (sheet, CHANGE, YL_MEASURE_FEN, figure);
    }
  else
    yl_sheet_open_formula (sheet, CHANGE, YL_MEASURE_FEN, change);
  const gboolean has_part =
      last.is_known && last.fen > 0 && yl_ratio_scale (change_fen, PART_STEPS, last.fen, &steps);
  if (has_part)
    {
      yl_sheet_formula (sheet, CHANGE_PART, YL_MEASURE_PPM, part,
                        steps * (YL_SHARE_WHOLE / PART_STEPS));
      map_change (sheet, CHANGE_PART, YL_MEASURE_PPM, figure);
    }
  else
    yl_sheet_open_formula (sheet, CHANGE_PART, YL_MEASURE_PPM, part);
}

static void
write_last_year (YlSheet *sheet, LastYear last)
{
  const YlStyle style = yl_sheet_get_style (sheet);
  if (style == YL_STYLE_BODY)
    yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  if (last.is_known)
    yl_sheet_number (sheet, LAST, YL_MEASURE_FEN, last.fen);
  else
    yl_sheet_blank_number (sheet, LAST, YL_MEASURE_FEN);
  yl_sheet_set_style (sheet, style);
}

static char *
describe_basis (const YlPolicyValue *basis, gboolean is_daily)
{
  if (basis == NULL)
    return g_strdup (is_daily ? "政策未规定标准，列里程、不计费" : "");
  return g_strdup_printf ("%s %s%s", basis->document, basis->clause,
                          basis->verified ? "" : "（待核）");
}

static void
map_line (
    YlSheet *sheet, guint column, YlMeasure measure, const YlDemandLine *line, const char *figure)
{
  g_autofree char *key = g_strdup_printf ("demand.%s.%s", line->code, figure);
  yl_sheet_map_cell (sheet, column, measure, key);
}

static void
write_mapped (YlSheet *sheet,
              guint column,
              YlMeasure measure,
              const char *formula,
              gint64 units,
              const YlDemandLine *line,
              const char *figure)
{
  if (formula == NULL)
    {
      yl_sheet_blank (sheet, column);
      return;
    }
  yl_sheet_formula (sheet, column, measure, formula, units);
  map_line (sheet, column, measure, line, figure);
}

/* The formulas of a line of demand; NULL where the line has no such figure. */
typedef struct
{
  const char *count;
  const char *length;
  const char *rate;
  const char *amount;
} DemandFormulas;

/* "daily.county" after "daily.": which key of @n, by @get_key; @n when none. */
static guint
find_key (const char *code, guint n, const char *(*get_key) (guint key))
{
  const char *dot = strchr (code, '.');
  for (guint i = 0; dot != NULL && i < n; i++)
    if (strcmp (dot + 1, get_key (i)) == 0)
      return i;
  return n;
}

static const char *
rate_key (guint kind)
{
  return yl_rate_kind_get_key ((YlRateKind) kind);
}

static const char *
size_key (guint size)
{
  return yl_bridge_size_get_key ((YlBridgeSize) size);
}

static const char *
class_key (guint road_class)
{
  return yl_road_class_get_key ((YlRoadClass) road_class);
}

static const char *
get_rate (YlBook *book, const YlDemandLine *line)
{
  return line->basis == NULL ? NULL : yl_book_value_cell (book, line->basis);
}

static DemandFormulas
make_daily (YlBook *book, const YlDemandLine *line)
{
  const guint kind = find_key (line->code, YL_N_RATES, rate_key);
  g_return_val_if_fail (kind < YL_N_RATES, (DemandFormulas){ 0 });
  const char *name = yl_rate_kind_get_name ((YlRateKind) kind);
  return (DemandFormulas){
    .count = yl_book_formula (book, "count(roads, kind=\"%s\", paid_m=\">0\")", name),
    .length = yl_book_formula (book, "sum(roads.paid_m, kind=\"%s\")", name),
    .rate = get_rate (book, line),
    .amount = yl_book_formula (book, "sum(roads.amount_fen, kind=\"%s\")", name),
  };
}

/* A line that stands only for what it was last year has no rate, and so no bridges. */

static DemandFormulas
make_by_size (YlBook *book, const YlDemandLine *line)
{
  const guint size = find_key (line->code, YL_N_BRIDGE_SIZES, size_key);
  g_return_val_if_fail (size < YL_N_BRIDGE_SIZES, (DemandFormulas){ 0 });
  const char *name = yl_bridge_size_get_name ((YlBridgeSize) size);
  const gboolean has_rate = line->basis != NULL;
  return (DemandFormulas){
    .count = has_rate ? yl_book_formula (book, "count(bridges, size=\"%s\")", name) : "0",
    .rate = get_rate (book, line),
    .amount = yl_book_formula (book, "sum(bridges.by_size_fen, size=\"%s\")", name),
  };
}

static DemandFormulas
make_by_metre (YlBook *book, const YlDemandLine *line)
{
  const guint road_class = find_key (line->code, YL_N_CLASSES, class_key);
  g_return_val_if_fail (road_class < YL_N_CLASSES, (DemandFormulas){ 0 });
  const char *name = yl_road_class_get_name ((YlRoadClass) road_class);
  const gboolean has_rate = line->basis != NULL;
  return (DemandFormulas){
    .count = has_rate ? yl_book_formula (book, "count(bridges, class=\"%s\")", name) : "0",
    .length =
        has_rate ? yl_book_formula (book, "ROUND(sum(bridges.length_m, class=\"%s\")/1000,3)", name)
                 : "ROUND(0/1000,3)",
    .rate = get_rate (book, line),
    .amount = yl_book_formula (book, "sum(bridges.by_metre_fen, class=\"%s\")", name),
  };
}

static DemandFormulas
make_other (YlBook *book, const YlDemandLine *line)
{
  const char *name = yl_purpose_get_name (line->purpose);
  const gboolean has_projects = line->purpose == YL_PURPOSE_ENGINEERING;
  return (DemandFormulas){
    .count = has_projects ? yl_book_formula (book, "count(other, purpose=\"%s\")", name) : NULL,
    .length = has_projects ? yl_book_formula (book, "sum(other.length_m)") : NULL,
    .amount = yl_book_sum_other (book, line->purpose),
  };
}

static DemandFormulas
make_formulas (YlBook *book, const YlDemandLine *line)
{
  if (line->purpose != YL_PURPOSE_DAILY)
    return make_other (book, line);
  if (g_str_has_prefix (line->code, "bridge-metre."))
    return make_by_metre (book, line);
  if (g_str_has_prefix (line->code, "bridge."))
    return make_by_size (book, line);
  return make_daily (book, line);
}

static void
write_line (YlBook *book, YlSheet *sheet, guint ordinal, const YlDemandLine *line)
{
  const DemandFormulas formulas = make_formulas (book, line);
  const LastYear last = { line->last_year_fen, line->has_last_year };
  g_autofree char *basis = describe_basis (line->basis, line->purpose == YL_PURPOSE_DAILY);
  g_autofree char *change = g_strdup_printf ("demand.%s.change", line->code);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_ordinal (sheet, ORDINAL, ordinal);
  yl_sheet_text (sheet, TITLE, line->title);
  write_mapped (sheet, COUNT, YL_MEASURE_COUNT, formulas.count, line->count, line, "count");
  write_mapped (sheet, LENGTH, YL_MEASURE_KM, formulas.length, line->length_m, line, "length_m");
  write_mapped (sheet, RATE, YL_MEASURE_FEN, formulas.rate, line->rate_fen, line,
                "rate_fen_per_km");
  write_mapped (sheet, AMOUNT, YL_MEASURE_FEN, formulas.amount, line->amount_fen, line,
                "amount_fen");
  write_last_year (sheet, last);
  if (last.is_known)
    map_line (sheet, LAST, YL_MEASURE_FEN, line, "last_year_fen");
  write_change (book, sheet, line->amount_fen, last, change);
  yl_sheet_text (sheet, BASIS, basis);
}

/* A run of demand lines under one heading. */
typedef struct
{
  const char *group; /* as the figures of the sheet call it */
  guint first;       /* index of the first line */
  guint n;
  gint64 amount_fen;
  LastYear last;
} Run;

static gboolean
is_bridge (const YlDemandLine *line)
{
  return g_str_has_prefix (line->code, "bridge");
}

/* 0 roads, 1 bridges, 2 the other lines: the order in which they stand. */
static guint
run_of (const YlDemandLine *line)
{
  if (line->purpose != YL_PURPOSE_DAILY)
    return 2;
  return is_bridge (line) ? 1 : 0;
}

static Run
find_run (const GArray *demand, guint which)
{
  static const char *const group_names[] = { "roads", "bridges", "other" };
  Run run = { .group = group_names[which] };
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (run_of (line) != which)
        continue;
      run.first = run.n == 0 ? i : run.first;
      run.n++;
      run.amount_fen += line->amount_fen;
      run.last.fen += line->last_year_fen;
      run.last.is_known = run.last.is_known || line->has_last_year;
    }
  return run;
}

static void
map_subtotal (YlSheet *sheet, guint column, const char *prefix, const char *group)
{
  g_autofree char *key = g_strdup_printf ("%s%s_fen", prefix, group);
  yl_sheet_map_cell (sheet, column, YL_MEASURE_FEN, key);
}

static void
write_subtotal (YlBook *book,
                YlSheet *sheet,
                const char *mark,
                const char *title,
                const Run *run,
                const char *name)
{
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  const YlPart rows = { sheet, row + 1, row + MAX (run->n, 1) };
  const char *zero = "0";
  yl_sheet_label (sheet, ORDINAL, mark);
  yl_sheet_text (sheet, TITLE, title);
  yl_sheet_blanks (sheet, COUNT, RATE);
  yl_sheet_formula (
      sheet, AMOUNT, YL_MEASURE_FEN,
      run->n == 0 ? zero : yl_ranges_sum (book->texts, &rows, 1, AMOUNT, YL_MEASURE_FEN, NULL, 0),
      run->amount_fen);
  map_subtotal (sheet, AMOUNT, name == NULL ? "" : "daily.", run->group);
  if (run->last.is_known)
    {
      yl_sheet_formula (sheet, LAST, YL_MEASURE_FEN,
                        yl_ranges_sum (book->texts, &rows, 1, LAST, YL_MEASURE_FEN, NULL, 0),
                        run->last.fen);
      map_subtotal (sheet, LAST, "last_year.", run->group);
    }
  else
    yl_sheet_blank (sheet, LAST);
  g_autofree char *change = g_strconcat ("change.", run->group, NULL);
  write_change (book, sheet, run->amount_fen, run->last, change);
  yl_sheet_blank (sheet, BASIS);
  if (name != NULL)
    yl_form_define (book->form, name,
                    yl_table_get_cell (yl_tables_find (book->tables, "overview"), "amount", row));
}

static void
write_run (YlBook *book, YlSheet *sheet, const Run *run)
{
  for (guint i = 0; i < run->n; i++)
    write_line (book, sheet, i + 1,
                &g_array_index (book->figures->demand, YlDemandLine, run->first + i));
}

static LastYear
add_last (LastYear a, LastYear b)
{
  return (LastYear){ a.fen + b.fen, a.is_known || b.is_known };
}

static void
write_daily_head (YlBook *book, YlSheet *sheet, const Run *roads, const Run *bridges)
{
  const LastYear last = add_last (roads->last, bridges->last);
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  const guint32 bridge_row = row + roads->n + 2;
  yl_sheet_label (sheet, ORDINAL, "一");
  yl_sheet_text (sheet, TITLE, "日常养护（标准总额）");
  yl_sheet_blanks (sheet, COUNT, RATE);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, "ROUND(" YL_NAME_ROADS "+" YL_NAME_BRIDGES ",2)",
                    book->figures->daily.standard_fen);
  yl_sheet_map_cell (sheet, AMOUNT, YL_MEASURE_FEN, "daily.standard_fen");
  const char *sum = yl_table_write_out (yl_tables_find (book->tables, "overview"),
                                        "ROUND(SUM({last@%u},{last@%u}),2)", row + 1, bridge_row);
  if (last.is_known)
    {
      yl_sheet_formula (sheet, LAST, YL_MEASURE_FEN, sum, last.fen);
      map_subtotal (sheet, LAST, "last_year.", "daily");
    }
  else
    yl_sheet_blank (sheet, LAST);
  write_change (book, sheet, book->figures->daily.standard_fen, last, "change.daily");
  yl_sheet_text (sheet, BASIS, "各级公共财政资金合计应达到的总额");
  yl_form_define (book->form, YL_NAME_STANDARD,
                  yl_table_get_cell (yl_tables_find (book->tables, "overview"), "amount", row));
}

static void
write_total (YlBook *book, YlSheet *sheet, guint32 daily_row, guint32 other_row, LastYear lines)
{
  const YlFigures *figures = book->figures;
  const LastYear last = { figures->last_year_fen, figures->has_last_year };
  const YlTable *table = yl_tables_find (book->tables, "overview");
  const char *amount =
      yl_table_write_out (table, "ROUND({amount@%u}+{amount@%u},2)", daily_row, other_row);
  const char *last_sum =
      yl_table_write_out (table, "ROUND(SUM({last@%u},{last@%u}),2)", daily_row, other_row);
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 22);
  yl_sheet_label (sheet, ORDINAL, "");
  yl_sheet_label (sheet, TITLE, "合计");
  yl_sheet_blanks (sheet, COUNT, RATE);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, amount, figures->demand_fen);
  yl_sheet_map_cell (sheet, AMOUNT, YL_MEASURE_FEN, "demand_fen");
  if (lines.is_known && lines.fen == last.fen)
    yl_sheet_formula (sheet, LAST, YL_MEASURE_FEN, last_sum, last.fen);
  else
    write_last_year (sheet, last);
  if (last.is_known)
    yl_sheet_map_cell (sheet, LAST, YL_MEASURE_FEN, "last_year_fen");
  write_change (book, sheet, figures->demand_fen, last, "change.total");
  yl_sheet_blank (sheet, BASIS);
  yl_form_define (book->form, YL_NAME_TOTAL,
                  yl_table_get_cell (yl_tables_find (book->tables, "overview"), "amount", row));
}

static void
write_demand (YlBook *book, YlSheet *sheet)
{
  const GArray *demand = book->figures->demand;
  const Run roads = find_run (demand, 0);
  const Run bridges = find_run (demand, 1);
  const Run other = find_run (demand, 2);
  const LastYear lines = add_last (add_last (roads.last, bridges.last), other.last);
  write_daily_head (book, sheet, &roads, &bridges);
  const guint32 daily_row = yl_sheet_get_row (sheet);
  write_subtotal (book, sheet, "（一）", "公路", &roads, YL_NAME_ROADS);
  write_run (book, sheet, &roads);
  write_subtotal (book, sheet, "（二）", "桥梁", &bridges, YL_NAME_BRIDGES);
  write_run (book, sheet, &bridges);
  write_subtotal (book, sheet, "二", "其他支出", &other, NULL);
  const guint32 other_row = yl_sheet_get_row (sheet);
  write_run (book, sheet, &other);
  write_total (book, sheet, daily_row, other_row, lines);
}

/* A figure of the daily money, with its name. */
typedef struct
{
  const char *title;
  const char *formula;
  const char *name;
  const char *key;
  gint64 fen;
  const char *remark;
} DailyRow;

static void
write_daily_row (YlBook *book, YlSheet *sheet, guint ordinal, const DailyRow *daily)
{
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_ordinal (sheet, ORDINAL, ordinal);
  yl_sheet_text (sheet, TITLE, daily->title);
  yl_sheet_blanks (sheet, COUNT, RATE);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, daily->formula, daily->fen);
  yl_sheet_map_cell (sheet, AMOUNT, YL_MEASURE_FEN, daily->key);
  yl_sheet_span (sheet, LAST, BASIS, daily->remark);
  yl_form_define (book->form, daily->name,
                  yl_table_get_cell (yl_tables_find (book->tables, "overview"), "amount", row));
}

static const char *
sum_of_levels (YlBook *book, YlPayer first, YlPayer last)
{
  GString *out = g_string_new ("ROUND(0");
  for (guint level = first; level <= last; level++)
    g_string_append_printf (out, "+%s", yl_book_sum_public (book, YL_PURPOSE_DAILY, level));
  g_string_append (out, ",2)");
  return yl_ranges_keep (book->texts, g_string_free (out, FALSE));
}

#define SOCIAL "sum(sources.amount_fen, purpose=\"日常养护\", scope=\"社会资金\")"

static void
write_daily (YlBook *book, YlSheet *sheet)
{
  const YlDaily *daily = &book->figures->daily;
  const DailyRow rows[] = {
    { "上级日常养护补助", sum_of_levels (book, YL_PAYER_CENTRAL, YL_PAYER_CITY), YL_NAME_SUPERIOR,
      "daily.superior_grants_fen", daily->superior_grants_fen,
      "中央、省、市用途为日常养护的公共财政资金" },
    { "县级应补足的资金缺口", "MAX(0,ROUND(" YL_NAME_STANDARD "-" YL_NAME_SUPERIOR ",2))",
      YL_NAME_GAP, "daily.county_gap_fen", daily->county_gap_fen, "标准总额减上级补助，不小于零" },
    { "已落实的公共财政资金", sum_of_levels (book, YL_PAYER_CENTRAL, YL_PAYER_TOWNSHIP),
      YL_NAME_FUNDED, "daily.funded_fen", daily->funded_fen, "上级补助与县、乡已列资金合计" },
    { "尚未落实", "MAX(0,ROUND(" YL_NAME_STANDARD "-" YL_NAME_FUNDED ",2))", YL_NAME_UNFUNDED,
      "daily.unfunded_fen", daily->unfunded_fen, "标准总额减已落实资金，不小于零" },
    { "结余（已落实超过标准）", "MAX(0,ROUND(" YL_NAME_FUNDED "-" YL_NAME_STANDARD ",2))",
      YL_NAME_SURPLUS, "daily.surplus_fen", daily->surplus_fen, "已落实资金减标准总额，不小于零" },
    { "社会资金（另列，不冲抵标准）", yl_book_formula (book, SOCIAL), YL_NAME_SOCIAL,
      "daily.social_fen", daily->social_fen, "捐助、冠名、运营等社会资金用于日常养护的部分" },
  };
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_label (sheet, ORDINAL, "附一");
  yl_sheet_span (sheet, TITLE, BASIS, "日常养护资金测算");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    write_daily_row (book, sheet, i + 1, &rows[i]);
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  write_demand (book, sheet);
  write_daily (book, sheet);
  yl_book_write_bearers (book, sheet, TITLE, AMOUNT, BASIS);
  const YlCheck check = {
    .title = "预算合计＝日常养护标准总额＋其他支出",
    .left = YL_NAME_TOTAL,
    .right = "ROUND(" YL_NAME_STANDARD "+sum(other.amount_fen),2)",
    .units = book->figures->demand_fen,
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &check);
}

const YlBookTab yl_tab_overview = {
  .form = { .name = "预算总表", .title = "农村公路养护预算总表", .unit_note = "单位：元" },
  .table = "overview",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
