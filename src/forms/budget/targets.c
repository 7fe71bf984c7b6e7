#include "book-private.h"

/* 绩效目标 (S7, S12) */

enum
{
  FIRST,
  SECOND,
  THIRD,
  TARGET,
  PART,
  WHOLE,
  ACTUAL,
  VERDICT,
  BASIS,
  N_COLUMNS,
};

#define IS_OPEN "OR({part}=\"\",{whole}=\"\",{whole}=0)"

static const YlTableColumn columns[N_COLUMNS] = {
  [FIRST] = { .name = "first", .head = "一级指标", .width = 13 },
  [SECOND] = { .name = "second", .head = "二级指标", .width = 14 },
  [THIRD] = { .name = "third", .head = "三级指标", .width = 30 },
  [TARGET] = { .name = "target", .head = "指标值", .width = 16 },
  [PART] = { .name = "part", .head = "分子\n（公里）", .width = 14 },
  [WHOLE] = { .name = "whole", .head = "分母\n（公里）", .width = 14 },
  [ACTUAL] = { .name = "actual",
               .head = "实际",
               .width = 13,
               .formula = "IF(" IS_OPEN ",\"\",ROUND(ROUND({part}*1000,0)*1000000/"
                          "ROUND({whole}*1000,0),0)/1000000)" },
  [VERDICT] = { .name = "verdict", .head = "判定", .width = 10, .says = YL_SAYS_VERDICT },
  [BASIS] = { .name = "basis", .head = "依据和口径", .width = 48 },
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

static void
write_ratio_parts (YlBook *book, YlSheet *sheet, const YlIndicatorLine *line)
{
  const gboolean is_engineering = line->kind == YL_INDICATOR_ENGINEERING;
  if (is_engineering && book->entry->unit.has_engineering)
    {
      yl_sheet_set_style (sheet, YL_STYLE_INPUT);
      yl_sheet_number (sheet, PART, YL_MEASURE_KM, line->part_m);
      yl_sheet_set_style (sheet, YL_STYLE_BODY);
    }
  else if (is_engineering)
    yl_sheet_formula (
        sheet, PART, YL_MEASURE_KM,
        yl_book_formula (book, "sum(roads.counted_m, works=%u)", book->figures->year - 1),
        line->part_m);
  else if (line->kind == YL_INDICATOR_MAINTAINED)
    yl_sheet_formula (sheet, PART, YL_MEASURE_KM, YL_NAME_MAINTAINED, line->part_m);
  else
    yl_sheet_formula (sheet, PART, YL_MEASURE_KM, sum_conditions (book, YL_CONDITION_FAIR),
                      line->part_m);
  const char *whole = is_engineering ? YL_NAME_MAINTAINED : YL_NAME_COUNTED;
  if (line->kind == YL_INDICATOR_FAIR_OR_BETTER)
    whole = sum_conditions (book, YL_CONDITION_BAD);
  yl_sheet_formula (sheet, WHOLE, YL_MEASURE_KM, whole, line->whole_m);
}

static const char *
verdict_of (const YlIndicatorLine *line)
{
  if (!line->is_known || line->target == NULL)
    return "未评定";
  return line->is_met ? "达标" : "未达标";
}

static void
write_verdict (YlBook *book, YlSheet *sheet, const YlIndicatorLine *line, gboolean has_parts)
{
  const YlTable *table = yl_tables_find (book->tables, "targets");
  const char *actual = yl_table_get_formula (table, ACTUAL);
  g_autofree char *is_met =
      yl_formula_is_at_least ("{part}", "{whole}", "{target}", "达标", "未达标");
  const char *verdict =
      yl_table_write_out (table, "IF(OR({target}=\"\"," IS_OPEN "),\"未评定\",%s)", is_met + 1);
  if (has_parts && line->is_known)
    yl_sheet_formula (sheet, ACTUAL, YL_MEASURE_PPM, actual, line->actual_ppm);
  else
    yl_sheet_open_formula (sheet, ACTUAL, YL_MEASURE_PPM, actual);
  yl_sheet_say (sheet, columns[VERDICT].says);
  yl_sheet_text_formula (sheet, VERDICT, verdict, verdict_of (line));
  yl_sheet_say (sheet, NULL);
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

static void
map_ratio (YlSheet *sheet, const YlIndicatorLine *line, gboolean has_actual)
{
  const char *name = yl_indicator_get_key (line->kind);
  g_autofree char *part = g_strdup_printf ("indicators.%s.part_m", name);
  g_autofree char *whole = g_strdup_printf ("indicators.%s.whole_m", name);
  g_autofree char *actual = g_strdup_printf ("indicators.%s.actual_ppm", name);
  yl_sheet_map_cell (sheet, PART, YL_MEASURE_KM, part);
  yl_sheet_map_cell (sheet, WHOLE, YL_MEASURE_KM, whole);
  if (has_actual)
    yl_sheet_map_cell (sheet, ACTUAL, YL_MEASURE_PPM, actual);
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
    YlBook *book, YlSheet *sheet, YlIndicatorKind kind, const char *second, const char *scope)
{
  const YlIndicatorLine *line = &book->figures->indicators[kind];
  const gboolean has_data = has_parts (book, line);
  g_autofree char *title = g_strdup_printf ("%s（不低于）", yl_indicator_get_name (kind));
  g_autofree char *basis = describe_basis (line, scope);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 34);
  yl_sheet_label (sheet, FIRST, "产出指标");
  yl_sheet_label (sheet, SECOND, second);
  yl_sheet_text (sheet, THIRD, title);
  if (line->target == NULL)
    yl_sheet_blank (sheet, TARGET);
  else
    {
      g_autofree char *target =
          g_strdup_printf ("indicators.%s.target_ppm", yl_indicator_get_key (kind));
      yl_sheet_formula (sheet, TARGET, YL_MEASURE_PPM, yl_book_value_cell (book, line->target),
                        line->target->value);
      yl_sheet_map_cell (sheet, TARGET, YL_MEASURE_PPM, target);
    }
  if (has_data)
    {
      write_ratio_parts (book, sheet, line);
      map_ratio (sheet, line, line->is_known);
    }
  else
    yl_sheet_blanks (sheet, PART, WHOLE);
  write_verdict (book, sheet, line, has_data);
  yl_sheet_text (sheet, BASIS, basis);
}

/* An indicator whose actual is written in at the end of the year. */
static void
begin_open (
    YlSheet *sheet, const char *first, const char *second, const char *third, const char *basis)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 26);
  yl_sheet_label (sheet, FIRST, first);
  yl_sheet_label (sheet, SECOND, second);
  yl_sheet_text (sheet, THIRD, third);
  yl_sheet_blanks (sheet, PART, WHOLE);
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  yl_sheet_blanks (sheet, ACTUAL, VERDICT);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_text (sheet, BASIS, basis);
}

static void
write_open (YlBook *book, YlSheet *sheet)
{
  begin_open (sheet, "产出指标", "数量指标", "日常养护计费里程（公里）", "里程明细表计费里程合计");
  yl_sheet_formula (sheet, TARGET, YL_MEASURE_KM, yl_book_formula (book, "sum(roads.paid_m)"),
                    book->figures->mileage.paid_m);
  yl_sheet_map_cell (sheet, TARGET, YL_MEASURE_KM, "mileage.paid_m");
  begin_open (sheet, "产出指标", "成本指标", "日常养护标准总额（元）", "预算总表第一项");
  yl_sheet_formula (sheet, TARGET, YL_MEASURE_FEN, YL_NAME_STANDARD,
                    book->figures->daily.standard_fen);
  yl_sheet_map_cell (sheet, TARGET, YL_MEASURE_FEN, "daily.standard_fen");
  begin_open (sheet, "产出指标", "时效指标", "资金拨付", "年末按拨付进度表填写");
  yl_sheet_label (sheet, TARGET, "及时足额");
  begin_open (sheet, "效益指标", "社会效益指标", "资金使用公开", "年末按公开情况填写");
  yl_sheet_label (sheet, TARGET, "按规定公开");
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  write_ratio (book, sheet, YL_INDICATOR_MAINTAINED, "数量指标", "列养里程÷计入里程");
  write_ratio (book, sheet, YL_INDICATOR_ENGINEERING, "数量指标", "上年实施养护工程里程÷列养里程");
  write_ratio (book, sheet, YL_INDICATOR_FAIR_OR_BETTER, "质量指标", "优良中里程÷已评定里程");
  write_open (book, sheet);
}

const YlBookTab yl_tab_targets = {
  .form = { .name = "绩效目标", .title = "农村公路养护项目支出绩效目标表" },
  .table = "targets",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
