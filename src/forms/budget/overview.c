#include "shut-private.h"
#include "tabs-private.h"

#include "yanglu/domain/policy-group.h"

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

typedef struct
{
  YlOwnCell cells[N_COLUMNS];
} Row;

#define AT(column) G_STRUCT_OFFSET (Row, cells[column])

static const YlTableColumn columns[] = {
  [ORDINAL] = YL_COLUMN_CELL ("ordinal", "序号", 6.3, AT (ORDINAL)),
  [TITLE] = YL_COLUMN_CELL ("title", "项目", 20.3, AT (TITLE)),
  [COUNT] = YL_COLUMN_CELL ("count", "数量\n（段、座、项）", 8, AT (COUNT)),
  [LENGTH] = YL_COLUMN_CELL ("length", "里程\n（公里）", 9.6, AT (LENGTH)),
  [RATE] = YL_COLUMN_CELL ("rate", "标准\n（元）", 10, AT (RATE)),
  [AMOUNT] = { .name = "amount",
               .head = "本年预算数\n（元）",
               .width = 13.8,
               .is_large = TRUE,
               .show = YL_CELL_OWN,
               .member = AT (AMOUNT) },
  [LAST] = { .name = "last",
             .head = "上年预算数\n（元）",
             .width = 13.8,
             .is_large = TRUE,
             .show = YL_CELL_OWN,
             .member = AT (LAST) },
  [CHANGE] = { .name = "change",
               .head = "增减额\n（元）",
               .width = 14,
               .is_large = TRUE,
               .show = YL_CELL_OWN,
               .member = AT (CHANGE),
               .formula = "IF({last}=\"\",\"\",ROUND({amount}-{last},2))" },
  /* Whole numbers, so that no engine meets a half that is not exact. */
  [CHANGE_PART] = { .name = "change_part",
                    .head = "增减%",
                    .width = 8.7,
                    .show = YL_CELL_OWN,
                    .member = AT (CHANGE_PART),
                    .formula =
                        "IF({last}=\"\",\"\",IF({last}=0,\"\",ROUND(ROUND({change}*100,0)*10000/"
                        "ROUND({last}*100,0),0)/10000))" },
  [BASIS] = YL_COLUMN_CELL ("basis", "依据", 21, AT (BASIS)),
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

#define PART_STEPS 10000

gint64
yl_book_find_change_ppm (gint64 change_fen, gint64 last_fen)
{
  gint64 steps = 0;
  if (last_fen <= 0 || !yl_ratio_scale (change_fen, PART_STEPS, last_fen, &steps))
    return YL_UNKNOWN;
  return steps * (YL_SHARE_WHOLE / PART_STEPS);
}

/* @change: "change.total" or "demand.staff.change"; @name: (nullable): by which other sheets call its
 * amount. */
static void
write_row (YlBook *book, YlStyle style, Row *row, const char *change, const char *name)
{
  const double height = style == YL_STYLE_TOTAL ? 22 : 0;
  const YlTable *table = yl_tables_find (book->tables, "overview");
  const gint64 last_fen = row->cells[LAST].units;
  const gint64 change_fen =
      last_fen == YL_UNKNOWN ? YL_UNKNOWN : row->cells[AMOUNT].units - last_fen;
  row->cells[CHANGE] =
      yl_own_figure (YL_MEASURE_FEN, NULL, change_fen, yl_book_print (book, "%s_fen", change));
  row->cells[CHANGE_PART] =
      yl_own_figure (YL_MEASURE_PPM, NULL, yl_book_find_change_ppm (change_fen, last_fen),
                     yl_book_print (book, "%s_ppm", change));
  const guint32 at = yl_table_write_row_as (table, style, height, 0, row);
  if (name != NULL)
    yl_form_define (book->form, name, yl_table_get_cell (table, "amount", at));
}

static char *
describe_basis (const YlPolicyValue *basis, gboolean is_daily)
{
  if (basis == NULL)
    return g_strdup (is_daily ? "政策未规定标准，列里程、不计费" : "");
  return g_strdup_printf ("%s %s%s", basis->document, basis->clause,
                          basis->verified ? "" : "（待核）");
}

/* The lines that follow by a table of rates: what they count of a list. A line that stands only for
 * what it was last year has no rate, and so no bridges. */
static const struct
{
  const char *prefix; /* of the line's code, before the key of its rate */
  YlPolicyGroup group;
  const char *count; /* ?: the name of the rate */
  const char *length;
  const char *amount;
  const char *no_count;
  const char *no_length;
} rated[] = {
  { "daily.", YL_GROUP_DAILY_RATE, "count(roads, kind=?, paid_m=\">0\")",
    "sum(roads.paid_m, kind=?)", "sum(roads.amount_fen, kind=?)",
    "count(roads, kind=?, paid_m=\">0\")", "sum(roads.paid_m, kind=?)" },
  { "bridge.", YL_GROUP_BRIDGE_RATE, "count(bridges, size=?)", NULL,
    "sum(bridges.by_size_fen, size=?)", "0", NULL },
  { "bridge-metre.", YL_GROUP_BRIDGE_RATE_PER_METRE, "count(bridges, class=?)",
    "ROUND(sum(bridges.length_m, class=?)/1000,3)", "sum(bridges.by_metre_fen, class=?)", "0",
    "ROUND(0/1000,3)" },
};

static YlOwnCell
make_cell (YlBook *book,
           const YlDemandLine *line,
           YlMeasure measure,
           const char *formula,
           gint64 units,
           const char *figure)
{
  if (formula == NULL)
    return (YlOwnCell){ 0 };
  return yl_own_figure (measure, formula, units,
                        yl_book_print (book, "demand.%s.%s", line->code, figure));
}

static void
take_formulas (YlBook *book,
               const YlDemandLine *line,
               const char *count,
               const char *length,
               const char *amount,
               Row *row)
{
  const char *rate = line->basis == NULL ? NULL : yl_book_value_cell (book, line->basis);
  row->cells[COUNT] = make_cell (book, line, YL_MEASURE_COUNT, count, line->count, "count");
  row->cells[LENGTH] = make_cell (book, line, YL_MEASURE_KM, length, line->length_m, "length_m");
  row->cells[RATE] =
      make_cell (book, line, YL_MEASURE_FEN, rate, line->rate_fen, "rate_fen_per_km");
  row->cells[AMOUNT] =
      make_cell (book, line, YL_MEASURE_FEN, amount, line->amount_fen, "amount_fen");
}

/* @formula (nullable) with @name in the place of each ? */
static const char *
fill_in (YlBook *book, const char *formula, const char *name)
{
  if (formula == NULL)
    return NULL;
  g_auto (GStrv) pieces = g_strsplit (formula, "?", -1);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);
  g_autofree char *whole = g_strjoinv (quoted, pieces);
  return yl_tables_write_out (book->tables, NULL, whole);
}

static void
take_rated (YlBook *book, const YlDemandLine *line, guint i, Row *row)
{
  const gboolean has_rate = line->basis != NULL;
  YlPolicyKey key = { 0 };
  if (!yl_policy_group_find_key (rated[i].group, line->code + strlen (rated[i].prefix), &key))
    g_return_if_reached ();
  take_formulas (book, line,
                 fill_in (book, has_rate ? rated[i].count : rated[i].no_count, key.name),
                 fill_in (book, has_rate ? rated[i].length : rated[i].no_length, key.name),
                 fill_in (book, rated[i].amount, key.name), row);
}

static void
take_other (YlBook *book, const YlDemandLine *line, Row *row)
{
  const gboolean has_projects = line->purpose == YL_PURPOSE_ENGINEERING;
  const char *name = yl_purpose_get_name (line->purpose);
  take_formulas (book, line, has_projects ? fill_in (book, "count(other, purpose=?)", name) : NULL,
                 has_projects ? yl_book_formula (book, "sum(other.length_m)") : NULL,
                 yl_book_sum_other (book, line->purpose), row);
}

static gint64
last_of (const YlDemandLine *line)
{
  return line->has_last_year ? line->last_year_fen : YL_UNKNOWN;
}

/* A standard is said whether or not there is a kilometre to pay by it. */
static gboolean
is_nothing (const YlDemandLine *line)
{
  return line->basis == NULL && line->count == 0 && line->length_m == 0 && line->amount_fen == 0
         && (!line->has_last_year || line->last_year_fen == 0);
}

static void
write_line (YlBook *book, guint ordinal, const YlDemandLine *line)
{
  const gboolean is_daily = line->purpose == YL_PURPOSE_DAILY;
  g_autofree char *basis = describe_basis (line->basis, is_daily);
  Row row = { .cells = {
                  [ORDINAL] = { .kind = YL_CELL_ORDINAL, .units = ordinal },
                  [TITLE] = yl_own_text (line->title),
                  [LAST] =
                      yl_own_given (YL_MEASURE_FEN, last_of (line),
                                    yl_book_print (book, "demand.%s.last_year_fen", line->code)),
                  [BASIS] = yl_own_text (basis),
              } };
  for (guint i = 0; is_daily && i < G_N_ELEMENTS (rated); i++)
    if (g_str_has_prefix (line->code, rated[i].prefix))
      take_rated (book, line, i, &row);
  if (!is_daily)
    take_other (book, line, &row);
  write_row (book, YL_STYLE_BODY, &row, yl_book_print (book, "demand.%s.change", line->code), NULL);
  if (is_nothing (line))
    yl_book_shut_row (book, yl_tables_find (book->tables, "overview"), "amount", "last", NULL,
                      line->title);
}

/* What was known of both last year. */
static gint64
add_last (gint64 a_fen, gint64 b_fen)
{
  if (a_fen == YL_UNKNOWN || b_fen == YL_UNKNOWN)
    return a_fen == YL_UNKNOWN ? b_fen : a_fen;
  return a_fen + b_fen;
}

/* Lines of demand under one heading. */
typedef struct
{
  const char *mark;
  const char *title;
  const char *group; /* as the figures of the sheet call it */
  const char *key;   /* of its amount */
  const char *name;  /* (nullable): by which other sheets call that */
  guint first;       /* index of the first line */
  guint n;
  gint64 amount_fen;
  gint64 last_fen;
} Run;

enum
{
  ROADS,
  BRIDGES,
  OTHER,
  N_RUNS, /* in the order in which they stand */
};

static guint
run_of (const YlDemandLine *line)
{
  if (line->purpose != YL_PURPOSE_DAILY)
    return OTHER;
  return g_str_has_prefix (line->code, "bridge") ? BRIDGES : ROADS;
}

static void
find_runs (const GArray *demand, Run runs[N_RUNS])
{
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      Run *run = &runs[run_of (line)];
      run->first = run->n == 0 ? i : run->first;
      run->n++;
      run->amount_fen += line->amount_fen;
      run->last_fen = add_last (run->last_fen, last_of (line));
    }
}

/* A heading with what stands below it: @run says what it comes to. */
static void
write_heading (
    YlBook *book, const Run *run, const char *amount, const char *last, const char *basis)
{
  Row row = { .cells = {
                  [ORDINAL] = yl_own_label (run->mark),
                  [TITLE] = yl_own_text (run->title),
                  [AMOUNT] = yl_own_figure (YL_MEASURE_FEN, amount, run->amount_fen, run->key),
                  [LAST] = yl_own_figure (YL_MEASURE_FEN, last, run->last_fen,
                                          yl_book_print (book, "last_year.%s_fen", run->group)),
              } };
  if (run->last_fen == YL_UNKNOWN)
    row.cells[LAST].kind = YL_CELL_BLANK;
  if (basis != NULL)
    row.cells[BASIS] = yl_own_text (basis);
  write_row (book, YL_STYLE_SECTION, &row, yl_book_print (book, "change.%s", run->group),
             run->name);
}

static void
write_run (YlBook *book, const Run *run)
{
  YlSheet *sheet = yl_table_get_sheet (yl_tables_find (book->tables, "overview"));
  const guint32 first = yl_sheet_get_row (sheet) + 2;
  /* What follows, the next heading or the total, is where it ends. */
  const YlPart rows = { sheet, first, first + MAX (run->n, 1) - 1, book->edition >= 3 };
  const char *amount =
      run->n == 0 ? "0" : yl_ranges_sum (book->texts, &rows, 1, AMOUNT, YL_MEASURE_FEN, NULL, 0);
  write_heading (book, run, amount,
                 yl_ranges_sum (book->texts, &rows, 1, LAST, YL_MEASURE_FEN, NULL, 0), NULL);
  for (guint i = 0; i < run->n; i++)
    write_line (book, i + 1, &g_array_index (book->figures->demand, YlDemandLine, run->first + i));
}

static void
write_daily_heading (YlBook *book, const YlTable *table, const Run *roads, const Run *bridges)
{
  const guint32 road_row = yl_sheet_get_row (yl_table_get_sheet (table)) + 2;
  const Run daily = {
    .mark = "一",
    .title = "日常养护（标准总额）",
    .group = "daily",
    .key = "daily.standard_fen",
    .name = YL_NAME_STANDARD,
    .amount_fen = book->figures->daily.standard_fen,
    .last_fen = add_last (roads->last_fen, bridges->last_fen),
  };
  write_heading (book, &daily, "ROUND(" YL_NAME_ROADS "+" YL_NAME_BRIDGES ",2)",
                 yl_table_write_out (table, "ROUND(SUM({last@%u},{last@%u}),2)", road_row,
                                     road_row + roads->n + 1),
                 "各级公共财政资金合计应达到的总额");
}

/* What of last year's total stands in none of the lines: rows that were not read as any. */
static gint64
find_rest (const YlBook *book, gint64 lines_fen)
{
  const YlFigures *figures = book->figures;
  if (book->edition < 7 || !figures->has_last_year || lines_fen == YL_UNKNOWN)
    return 0;
  return MAX (figures->last_year_fen - lines_fen, 0);
}

static void
write_rest (const YlTable *table, gint64 rest_fen)
{
  Row row = { .cells = {
                  [ORDINAL] = yl_own_label ("三"),
                  [TITLE] = yl_own_text ("上年未列入以上各项的"),
                  [LAST] = yl_own_given (YL_MEASURE_FEN, rest_fen, NULL),
                  [BASIS] = yl_own_text ("上年合计中没有读入的项目，见问题清单"),
              } };
  row.cells[LAST].says = "上年预算合计中没有读入的项目";
  yl_table_write_row_as (table, YL_STYLE_SECTION, 0, 0, &row);
}

/* What the lines were last year is added up where that gives what all of it was. @rest_fen: what stands in a line of
 * its own above; 0: there is none. */
static void
write_total (YlBook *book,
             const YlTable *table,
             guint32 daily_row,
             guint32 other_row,
             gint64 lines_fen,
             gint64 rest_fen)
{
  const YlFigures *figures = book->figures;
  const gint64 last_fen = figures->has_last_year ? figures->last_year_fen : YL_UNKNOWN;
  const gboolean is_sum =
      last_fen != YL_UNKNOWN && lines_fen != YL_UNKNOWN && last_fen == lines_fen + rest_fen;
  const guint32 rest_row = yl_sheet_get_row (yl_table_get_sheet (table));
  const char *amount =
      yl_table_write_out (table, "ROUND({amount@%u}+{amount@%u},2)", daily_row, other_row);
  const char *last =
      rest_fen == 0
          ? yl_table_write_out (table, "ROUND(SUM({last@%u},{last@%u}),2)", daily_row, other_row)
          : yl_table_write_out (table, "ROUND(SUM({last@%u},{last@%u},{last@%u}),2)", daily_row,
                                other_row, rest_row);
  Row row = { .cells = {
                  [ORDINAL] = yl_own_label (""),
                  [TITLE] = yl_own_label ("合计"),
                  [AMOUNT] =
                      yl_own_figure (YL_MEASURE_FEN, amount, figures->demand_fen, "demand_fen"),
                  [LAST] = is_sum ? yl_own_figure (YL_MEASURE_FEN, last, last_fen, "last_year_fen")
                                  : yl_own_given (YL_MEASURE_FEN, last_fen, "last_year_fen"),
              } };
  write_row (book, YL_STYLE_TOTAL, &row, "change.total", YL_NAME_TOTAL);
}

/* The lines, and above them what they come to: the total twice, and the daily money. */
static void
check_lines (YlBook *book, YlSheet *sheet, guint32 first)
{
  const YlPart lines = { sheet, first, yl_sheet_get_row (sheet) - 1, TRUE };
  if (book->edition < 3)
    return;
  yl_book_note_check (
      book, &(YlCheck){
                .title = "“" YL_SHEET_OVERVIEW "”合计以上的各行＝合计",
                .left = yl_book_print (
                    book, "ROUND(%s-" YL_NAME_TOTAL "-" YL_NAME_STANDARD ",2)",
                    yl_ranges_sum (book->texts, &lines, 1, AMOUNT, YL_MEASURE_FEN, NULL, 0)),
                .right = YL_NAME_TOTAL,
                .units = book->figures->demand_fen,
                .measure = YL_MEASURE_FEN,
            });
}

static void
write_demand (YlBook *book, const YlTable *table)
{
  Run runs[] = {
    [ROADS] = { "（一）", "公路", "roads", "daily.roads_fen", YL_NAME_ROADS,
                .last_fen = YL_UNKNOWN },
    [BRIDGES] = { "（二）", "桥梁", "bridges", "daily.bridges_fen", YL_NAME_BRIDGES,
                  .last_fen = YL_UNKNOWN },
    [OTHER] = { "二", "其他支出", "other", "other_fen", .last_fen = YL_UNKNOWN },
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (runs) == N_RUNS);
  find_runs (book->figures->demand, runs);
  const guint32 daily_row = yl_sheet_get_row (yl_table_get_sheet (table)) + 1;
  const guint32 other_row = daily_row + runs[ROADS].n + runs[BRIDGES].n + 3;
  write_daily_heading (book, table, &runs[ROADS], &runs[BRIDGES]);
  gint64 last_fen = YL_UNKNOWN;
  for (guint i = 0; i < N_RUNS; i++)
    {
      write_run (book, &runs[i]);
      last_fen = add_last (last_fen, runs[i].last_fen);
    }
  const gint64 rest_fen = find_rest (book, last_fen);
  if (rest_fen > 0)
    write_rest (table, rest_fen);
  write_total (book, table, daily_row, other_row, last_fen, rest_fen);
  check_lines (book, yl_table_get_sheet (table), daily_row);
}

/* A figure below the demand, said in words of its own. */
typedef struct
{
  const char *title;
  const char *formula;
  const char *name; /* (nullable): by which other sheets call it */
  const char *key;
  gint64 fen;
  const char *remark;
} Extra;

/* The first columns of 预算总表, and a remark over the others. */
static void
write_extras (YlBook *book, const char *mark, const char *title, const Extra *extras, guint n)
{
  YlSheet *sheet = yl_table_get_sheet (yl_tables_find (book->tables, "overview"));
  YlTable *table = yl_tables_add (book->tables, "extras", columns, LAST);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_keep_together (sheet);
  yl_sheet_label (sheet, ORDINAL, mark);
  yl_sheet_span (sheet, TITLE, BASIS, title);
  yl_table_continue (table, sheet, n);
  for (guint i = 0; i < n; i++)
    {
      const Row row = { .cells = {
                            [ORDINAL] = { .kind = YL_CELL_ORDINAL, .units = i + 1 },
                            [TITLE] = yl_own_text (extras[i].title),
                            [AMOUNT] = yl_own_figure (YL_MEASURE_FEN, extras[i].formula,
                                                      extras[i].fen, extras[i].key),
                        } };
      const guint32 at = yl_table_write_row (table, i + 1, &row);
      yl_sheet_span (sheet, LAST, BASIS, extras[i].remark);
      if (extras[i].name != NULL)
        yl_form_define (book->form, extras[i].name, yl_table_get_cell (table, "amount", at));
    }
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

/* Where shares are declared, the county's; before the third edition it was the rest everywhere. */
static Extra
make_gap (YlBook *book)
{
  const gboolean is_shared =
      book->edition >= 3 && book->figures->payers_method == YL_PAYERS_BY_SHARE;
  return (Extra){
    .title = "县级应补足的资金缺口",
    .formula = is_shared ? yl_book_formula (
                   book, "sum(payers.amount_fen, purpose=\"%s\", payer=\"%s\")",
                   yl_purpose_get_name (YL_PURPOSE_DAILY), yl_payer_get_name (YL_PAYER_COUNTY))
                         : "MAX(0,ROUND(" YL_NAME_STANDARD "-" YL_NAME_SUPERIOR ",2))",
    .name = YL_NAME_GAP,
    .key = "daily.county_gap_fen",
    .fen = book->figures->daily.county_gap_fen,
    .remark = is_shared ? "县级按分担比例应承担的数" : "标准总额减上级补助，不小于零",
  };
}

#define SOCIAL "sum(sources.amount_fen, purpose=\"日常养护\", scope=\"社会资金\")"

static void
write_daily (YlBook *book)
{
  const YlDaily *daily = &book->figures->daily;
  const Extra extras[] = {
    { "上级日常养护补助", sum_of_levels (book, YL_PAYER_CENTRAL, YL_PAYER_CITY), YL_NAME_SUPERIOR,
      "daily.superior_grants_fen", daily->superior_grants_fen,
      "中央、省、市用途为日常养护的公共财政资金" },
    make_gap (book),
    { "已落实的公共财政资金", sum_of_levels (book, YL_PAYER_CENTRAL, YL_PAYER_TOWNSHIP),
      YL_NAME_FUNDED, "daily.funded_fen", daily->funded_fen, "上级补助与县、乡已列资金合计" },
    { "尚未落实", "MAX(0,ROUND(" YL_NAME_STANDARD "-" YL_NAME_FUNDED ",2))", YL_NAME_UNFUNDED,
      "daily.unfunded_fen", daily->unfunded_fen, "标准总额减已落实资金，不小于零" },
    { "结余（已落实超过标准）", "MAX(0,ROUND(" YL_NAME_FUNDED "-" YL_NAME_STANDARD ",2))",
      YL_NAME_SURPLUS, "daily.surplus_fen", daily->surplus_fen, "已落实资金减标准总额，不小于零" },
    { "社会资金（另列，不冲抵标准）", yl_book_formula (book, SOCIAL), YL_NAME_SOCIAL,
      "daily.social_fen", daily->social_fen, "捐助、冠名、运营等社会资金用于日常养护的部分" },
  };
  write_extras (book, "附一", "日常养护资金测算", extras, G_N_ELEMENTS (extras));
}

/* Since the third edition. */
static void
write_other (YlBook *book)
{
  const gint64 unfunded_fen = book->figures->other_unfunded_fen;
  const Extra extra = {
    "其他支出未落实资金",
    yl_book_formula (book,
                     "ROUND(sum(purposes.unfunded_fen)-sum(purposes.unfunded_fen, label=\"%s\"),2)",
                     yl_purpose_get_name (YL_PURPOSE_DAILY)),
    NULL,
    "other_unfunded_fen",
    unfunded_fen,
    "各用途的预算数减同用途资金，不小于零；一个用途的结余不抵另一个",
  };
  write_extras (book, "附二", "其他支出资金测算", &extra, 1);
}

static void
write_bearers (YlBook *book)
{
  Extra extras[YL_N_BEARERS];
  for (guint i = 0; i < YL_N_BEARERS; i++)
    {
      const YlBearer *bearer = &book->bearers[i];
      extras[i] = (Extra){
        .title = yl_payer_get_name (bearer->payer),
        .formula = bearer->formula,
        .key = yl_book_print (book, "payers.%s.all_fen", yl_payer_get_key (bearer->payer)),
        .fen = bearer->all_fen,
        .remark = "见资金承担表",
      };
    }
  write_extras (book, book->edition < 3 ? "附二" : "附三", "各级承担（全部用途）", extras,
                YL_N_BEARERS);
}

static void
fill (YlBook *book, YlTable *table)
{
  write_demand (book, table);
  write_daily (book);
  if (book->edition >= 3)
    write_other (book);
  write_bearers (book);
  const YlCheck check = {
    .title = "预算合计＝日常养护标准总额＋其他支出",
    .left = YL_NAME_TOTAL,
    .right = "ROUND(" YL_NAME_STANDARD "+sum(other.amount_fen),2)",
    .units = book->figures->demand_fen,
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &check);
}

/* Before the seventh edition. */
static const double older_widths[] = { 7, 32, 14, 14, 14, 18, 18, 17, 10, 38 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_overview = {
  .form = { .name = YL_SHEET_OVERVIEW,
            .title = "农村公路养护预算总表",
            .unit_note = "单位：元",
            .in_wan = TRUE },
  .table = "overview",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
