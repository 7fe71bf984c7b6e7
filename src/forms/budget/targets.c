#include "tabs-private.h"

/* 绩效目标 (S7, S12) */

typedef struct
{
  const char *first;
  const char *second;
  const char *third;
  YlOwnCell target;
  YlOwnCell part;
  YlOwnCell whole;
  YlOwnCell actual;
  YlOwnCell verdict;
  const char *basis;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define IS_OPEN "OR({part}=\"\",{whole}=\"\",{whole}=0)"

static const YlTableColumn columns[] = {
  YL_COLUMN_LABEL ("first", "一级指标", 10, AT (first)),
  YL_COLUMN_LABEL ("second", "二级指标", 11, AT (second)),
  YL_COLUMN_TEXT ("third", "三级指标", 22, AT (third)),
  YL_COLUMN_CELL ("target", "指标值", 13, AT (target)),
  YL_COLUMN_CELL ("part", "分子\n（公里）", 10, AT (part)),
  YL_COLUMN_CELL ("whole", "分母\n（公里）", 10, AT (whole)),
  { .name = "actual",
    .head = "实际",
    .width = 11,
    .show = YL_CELL_OWN,
    .member = AT (actual),
    .formula = "IF(" IS_OPEN ",\"\",ROUND(ROUND({part}*1000,0)*1000000/"
               "ROUND({whole}*1000,0),0)/1000000)" },
  YL_COLUMN_CELL ("verdict", "判定", 8, AT (verdict)),
  YL_COLUMN_TEXT ("basis", "依据和口径", 30, AT (basis)),
};

/* Kilometres in this condition or a better one. */
static const char *
sum_conditions (YlBook *book, YlCondition worst)
{
  g_autoptr (GString) out = g_string_new ("ROUND(0");
  for (guint i = YL_CONDITION_EXCELLENT; i <= worst; i++)
    g_string_append_printf (out, "+sum(roads.counted_m, condition=\"%s\")",
                            yl_condition_get_name (i));
  g_string_append (out, ",3)");
  return yl_tables_write_out (book->tables, NULL, out->str);
}

/* Kilometres whose last works fell in the base year, or in the years that the mean is of. */
static const char *
sum_works (YlBook *book)
{
  const guint years = yl_policy_get_works_years (book->policy);
  if (years == 1)
    return yl_book_formula (book, "sum(roads.counted_m, works=%u)", book->figures->year - 1);
  g_autoptr (GString) out = g_string_new ("ROUND(0");
  for (guint i = 1; i <= years; i++)
    g_string_append_printf (out, "+sum(roads.counted_m, works=%u)", book->figures->year - i);
  g_string_append (out, ",3)");
  return yl_tables_write_out (book->tables, NULL, out->str);
}

static const char *
find_works_base (YlBook *book)
{
  const guint years = yl_policy_get_works_years (book->policy);
  const char *base = yl_policy_get_works_base (book->policy) == YL_BASIS_COUNTED
                         ? YL_NAME_COUNTED
                         : YL_NAME_MAINTAINED;
  return years == 1 ? base : yl_book_print (book, "ROUND(%s*%u,3)", base, years);
}

/* "上年实施养护工程里程÷列养里程" */
static const char *
describe_works (YlBook *book)
{
  const guint years = yl_policy_get_works_years (book->policy);
  const char *base = yl_mileage_basis_get_name (yl_policy_get_works_base (book->policy));
  return years == 1
             ? yl_book_print (book, "上年实施养护工程里程÷%s", base)
             : yl_book_print (book, "近%u年实施养护工程里程÷（%s×%u年）", years, base, years);
}

static YlOwnCell
make_part (YlBook *book, const YlIndicatorLine *line, const char *key)
{
  if (line->kind == YL_INDICATOR_MAINTAINED)
    return yl_own_figure (YL_MEASURE_KM, YL_NAME_MAINTAINED, line->part_m, key);
  if (line->kind == YL_INDICATOR_FAIR_OR_BETTER)
    return yl_own_figure (YL_MEASURE_KM, sum_conditions (book, YL_CONDITION_FAIR), line->part_m,
                          key);
  if (book->entry->unit.has_engineering)
    return yl_own_given (YL_MEASURE_KM, line->part_m, key);
  return yl_own_figure (YL_MEASURE_KM, sum_works (book), line->part_m, key);
}

static YlOwnCell
make_whole (YlBook *book, const YlIndicatorLine *line, const char *key)
{
  const char *formula =
      line->kind == YL_INDICATOR_ENGINEERING ? find_works_base (book) : YL_NAME_COUNTED;
  if (line->kind == YL_INDICATOR_FAIR_OR_BETTER)
    formula = sum_conditions (book, YL_CONDITION_BAD);
  return yl_own_figure (YL_MEASURE_KM, formula, line->whole_m, key);
}

static const char *
verdict_of (const YlIndicatorLine *line)
{
  if (!line->is_known || line->target == NULL)
    return "未评定";
  return line->is_met ? "达标" : "未达标";
}

static char *
describe_basis (const YlIndicatorLine *line, const char *scope)
{
  g_autofree char *unassessed = NULL;
  if (line->unassessed_m > 0)
    {
      g_autofree char *km = yl_length_to_km ((YlLength){ line->unassessed_m });
      unassessed = g_strdup_printf ("；未评定%s公里", km);
    }
  if (line->target == NULL)
    return g_strdup_printf ("%s%s", scope, unassessed == NULL ? "" : unassessed);
  return g_strdup_printf ("%s %s%s；%s%s", line->target->document, line->target->clause,
                          line->target->verified ? "" : "（待核）", scope,
                          unassessed == NULL ? "" : unassessed);
}

static gboolean
has_parts (const YlBook *book, const YlIndicatorLine *line)
{
  switch (line->kind)
    {
    case YL_INDICATOR_MAINTAINED:
      return book->figures->is_basis_known[YL_BASIS_MAINTAINED];
    case YL_INDICATOR_ENGINEERING:
      return book->entry->unit.has_engineering
             || yl_inventory_has_column (book->inventory, YL_COLUMN_LAST_WORKS);
    case YL_INDICATOR_FAIR_OR_BETTER:
    default:
      return TRUE;
    }
}

static void
write_ratio (
    YlBook *book, YlTable *table, YlIndicatorKind kind, const char *second, const char *scope)
{
  const YlIndicatorLine *line = &book->figures->indicators[kind];
  const char *name = yl_indicator_get_key (kind);
  const gboolean has_data = has_parts (book, line);
  g_autofree char *title = g_strdup_printf ("%s（不低于）", yl_indicator_get_name (kind));
  g_autofree char *basis = describe_basis (line, scope);
  Row row = {
    .first = "产出指标",
    .second = second,
    .third = title,
    .actual = yl_own_figure (YL_MEASURE_PPM, NULL,
                             has_data && line->is_known ? line->actual_ppm : YL_UNKNOWN,
                             yl_book_print (book, "indicators.%s.actual_ppm", name)),
    .verdict = { .kind = YL_CELL_RESULT, .text = verdict_of (line), .says = YL_SAYS_VERDICT },
    .basis = basis,
  };
  if (line->target != NULL)
    row.target =
        yl_own_figure (YL_MEASURE_PPM, yl_book_value_cell (book, line->target), line->target->value,
                       yl_book_print (book, "indicators.%s.target_ppm", name));
  if (has_data)
    {
      row.part = make_part (book, line, yl_book_print (book, "indicators.%s.part_m", name));
      row.whole = make_whole (book, line, yl_book_print (book, "indicators.%s.whole_m", name));
    }
  yl_table_write_row_as (table, YL_STYLE_BODY, 0, 0, &row);
}

/* Indicators whose actual is written in at the end of the year. */
static void
write_open (YlBook *book, YlTable *table)
{
  Row rows[] = {
    { "产出指标", "数量指标", "日常养护计费里程（公里）",
      yl_own_figure (YL_MEASURE_KM, yl_book_formula (book, "sum(roads.paid_m)"),
                     book->figures->mileage.paid_m, "mileage.paid_m"),
      .basis = "里程明细表计费里程合计" },
    { "产出指标", "成本指标", "日常养护标准总额（元）",
      yl_own_figure (YL_MEASURE_FEN, YL_NAME_STANDARD, book->figures->daily.standard_fen,
                     "daily.standard_fen"),
      .basis = "预算总表第一项" },
    { "产出指标", "时效指标", "资金拨付", yl_own_label ("及时足额"),
      .basis = "年末按拨付进度表填写" },
    { "效益指标", "社会效益指标", "资金使用公开", yl_own_label ("按规定公开"),
      .basis = "年末按公开情况填写" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rows[i].actual.kind = YL_CELL_TO_FILL;
      rows[i].verdict.kind = YL_CELL_TO_FILL;
      yl_table_write_row_as (table, YL_STYLE_BODY, 0, 0, &rows[i]);
    }
}

static void
fill (YlBook *book, YlTable *table)
{
  g_autofree char *is_met =
      yl_formula_is_at_least ("{part}", "{whole}", "{target}", "达标", "未达标");
  g_autofree char *verdict =
      g_strdup_printf ("IF(OR({target}=\"\"," IS_OPEN "),\"未评定\",%s)", is_met + 1);
  yl_table_set_formula (table, "verdict", verdict);
  write_ratio (book, table, YL_INDICATOR_MAINTAINED, "数量指标", "列养里程÷计入里程");
  write_ratio (book, table, YL_INDICATOR_ENGINEERING, "数量指标", describe_works (book));
  write_ratio (book, table, YL_INDICATOR_FAIR_OR_BETTER, "质量指标", "优良中里程÷已评定里程");
  write_open (book, table);
}

/* Before the seventh edition. */
static const double older_widths[] = { 13, 14, 30, 16, 14, 14, 13, 10, 48 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_targets = {
  .form = { .name = YL_LIST_TARGETS, .title = "农村公路养护项目支出绩效目标表" },
  .table = "targets",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
