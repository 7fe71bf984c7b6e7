#include "diagnosis-private.h"

#include "yanglu/base/length.h"
#include "yanglu/base/money.h"
#include "yanglu/base/ratio.h"

#include <string.h>

#define MAX_NAMES 8u
#define MAX_MARKED 3u

/* A shared cause and the rows that it explains. */
typedef struct
{
  const YlSearch *search;
  const YlDiagnosisCase *problem;
  const YlShared *shared;
  const guint32 *rows; /* (nullable): nobody knows */
  gsize n_rows;
} Said;

static void
append_money (GString *text, gint64 fen)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ fen });
  const gsize length = strlen (yuan);
  if (length > 3 && strcmp (yuan + length - 3, ".00") == 0)
    yuan[length - 3] = '\0';
  g_string_append_printf (text, "%s 元", yuan);
}

static void
append_km (GString *text, gint64 m)
{
  g_autofree char *km = yl_length_to_km ((YlLength){ m });
  g_string_append_printf (text, "%s 公里", km);
}

/* Each name once: sections of one road have the same. */
static void
append_names (GString *text, const Said *said)
{
  const char *told[MAX_NAMES + 1] = { NULL };
  guint n_told = 0;
  for (gsize i = 0; i < said->n_rows; i++)
    {
      const char *name = said->problem->rows[said->rows[i]].name;
      if (g_strv_contains (told, name))
        continue;
      if (n_told == MAX_NAMES)
        {
          g_string_append (text, "等");
          return;
        }
      g_string_append_printf (text, "%s%s", n_told > 0 ? "、" : "", name);
      told[n_told++] = name;
    }
}

static gsize
count_rows (const YlDiagnosisCase *problem)
{
  gsize n = 0;
  for (gsize i = 0; i < problem->n_rows; i++)
    n += problem->rows[i].role == YL_DIAGNOSIS_ROW ? 1 : 0;
  return n;
}

/* "17 个乡镇中有 3 个（沙镇镇、堂邑镇、于集镇）" */
static void
append_scope (GString *text, const Said *said, gsize n_all)
{
  const YlDiagnosisCase *problem = said->problem;
  const gsize n_table = count_rows (problem);
  if (n_table <= 1 || problem->rows[said->rows[0]].role != YL_DIAGNOSIS_ROW)
    {
      append_names (text, said);
      g_string_append (text, "：");
      return;
    }
  if (said->n_rows == n_table)
    {
      g_string_append_printf (text, "全部 %" G_GSIZE_FORMAT " 个%s", n_table, problem->noun);
      return;
    }
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " 个%s中有 %" G_GSIZE_FORMAT " 个（", n_table,
                          problem->noun, said->n_rows);
  append_names (text, said);
  g_string_append (text, said->n_rows == n_all && said->n_rows > 1 ? "，凡涉及的都在内）" : "）");
}

/* Whether any of the rows has kilometres of the class. */
static gboolean
has_class (const Said *said, guint rate)
{
  for (gsize i = 0; i < said->n_rows; i++)
    if (said->problem->rows[said->rows[i]].length_m[rate] != 0)
      return TRUE;
  return said->rows == NULL;
}

/* A class whose rate it is, by the record; NULL: none has it. */
static const char *
find_class_of (const YlDiagnosisCase *problem, guint own, gint64 fen_per_km)
{
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    if (rate != own && problem->rate_fen_per_km[rate] == fen_per_km)
      return yl_rate_kind_get_name ((YlRateKind) rate);
  return NULL;
}

static void
append_rate (GString *text, const Said *said, guint rate, gint64 fen_per_km)
{
  const char *other = said->shared->kind == YL_CAUSE_OTHER_RATE
                          ? find_class_of (said->problem, rate, fen_per_km)
                          : NULL;
  g_string_append_printf (text, "%s按%s%s ", yl_rate_kind_get_name ((YlRateKind) rate),
                          other == NULL ? "" : other, other == NULL ? "" : "的标准");
  append_money (text, fen_per_km);
  g_string_append (text, "/公里计（应为 ");
  append_money (text, said->problem->rate_fen_per_km[rate]);
  g_string_append (text, "）");
}

/* The highest of the rates that are meant. */
static gint64
append_rates (GString *text, const Said *said)
{
  const YlDiagnosisCase *problem = said->problem;
  const YlOldRates *old = yl_rates_of_cause (said->search, said->shared);
  gint64 most = 0;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      const gint64 fen_per_km = old->fen_per_km[rate];
      const gboolean is_meant = said->shared->first == rate
                                || (said->shared->first == YL_ALL_RATES && has_class (said, rate));
      const gboolean is_same =
          said->shared->kind == YL_CAUSE_OTHER_RATE && fen_per_km == problem->rate_fen_per_km[rate];
      if (!is_meant || is_same || fen_per_km == 0 || problem->rate_fen_per_km[rate] == 0)
        continue;
      g_string_append (text, most == 0 ? "" : "、");
      append_rate (text, said, rate, fen_per_km);
      most = MAX (most, fen_per_km);
    }
  return most;
}

static void
append_old_rate (GString *text, const Said *said)
{
  append_rates (text, said);
  g_string_append_printf (text, "，即%s", yl_rates_of_cause (said->search, said->shared)->source);
}

/* What a kilometre of works costs is many times what its upkeep does. */
#define WORKS_TIMES 3

static void
append_other_rate (GString *text, const Said *said)
{
  gint64 highest = 0;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    highest = MAX (highest, said->problem->rate_fen_per_km[rate]);
  if (append_rates (text, said) >= WORKS_TIMES * highest)
    g_string_append (text, "，像是养护工程单价，不是日常养护标准");
}

static void
append_swapped_rates (GString *text, const Said *said)
{
  g_string_append_printf (text, "%s与%s的标准互换",
                          yl_rate_kind_get_name ((YlRateKind) said->shared->first),
                          yl_rate_kind_get_name ((YlRateKind) said->shared->value));
}

static void
append_rounding (GString *text, const Said *said)
{
  const YlShared *shared = said->shared;
  if (!shared->is_output && shared->value == 1)
    g_string_append (text, "金额按合计里程一次计算，没有逐条路线计算到分");
  else if (!shared->is_output)
    {
      g_string_append (text, shared->first == YL_CUT_LENGTHS ? "里程先舍去尾数，只留到 "
                                                             : "里程先取整到 ");
      append_km (text, shared->value);
      g_string_append (text, "再计算金额");
    }
  else
    {
      g_string_append (text, shared->first == 0 ? "金额四舍五入到 " : "金额舍去尾数，只留到 ");
      append_money (text, shared->value);
    }
}

static void
append_shift (GString *text, const Said *said)
{
  const gint64 *difference_fen = said->search->difference_fen;
  static const char *const numbers[] = { "", "一", "两", "三" };
  if (said->n_rows == 2 && difference_fen[said->rows[0]] == -difference_fen[said->rows[1]])
    g_string_append (text, "金额互换了位置");
  else
    g_string_append_printf (text, "金额错行：比里程%s%s行", said->shared->value > 0 ? "低" : "高",
                            numbers[MIN (ABS (said->shared->value), 3)]);
}

/* Names too where the kilometres of each stand in the other row. */
static void
append_exchange (GString *text, const Said *said)
{
  const YlDiagnosisRow *first = &said->problem->rows[said->shared->value];
  const YlDiagnosisRow *second = &said->problem->rows[said->shared->over];
  const gboolean has_moved =
      first->has_lengths
      && memcmp (first->stated_length_m, second->length_m, sizeof first->stated_length_m) == 0;
  g_string_append (text, has_moved ? "里程和金额互换了位置（名称写反）" : "金额互换了位置");
}

static void
append_factor (GString *text, const Said *said)
{
  yl_factor_append (text, said->problem, said->shared);
}

static void
append_class_count (GString *text, const Said *said)
{
  g_string_append_printf (text, "%s%s", yl_rate_kind_get_name ((YlRateKind) said->shared->first),
                          said->shared->value == 0 ? "没有计入金额" : "的金额算了两遍");
}

static void
append_columns (GString *text, const Said *said)
{
  const guint8 *order = yl_columns_get_order (said->shared);
  const char *const what = said->shared->is_output ? "金额" : "里程";
  gboolean is_first = TRUE;
  g_string_append_printf (text, "%s错列：", what);
  for (guint i = 0; i < YL_N_CLASS_COLUMNS; i++)
    if (order[i] != i)
      {
        g_string_append_printf (text, "%s%s栏填的是%s的%s", is_first ? "" : "、",
                                yl_rate_kind_get_name ((YlRateKind) i),
                                yl_rate_kind_get_name ((YlRateKind) order[i]), what);
        is_first = FALSE;
      }
}

static void
append_unit (GString *text, const Said *said)
{
  static const char *const mistakes[2][2] = {
    { "里程把公里数当作米数（缩小 1000 倍）", "里程把米数当作公里数（放大 1000 倍）" },
    { "金额把万元数填在元栏（缩小 10000 倍）", "金额把元数填在万元栏（放大 10000 倍）" },
  };
  const YlShared *shared = said->shared;
  if (shared->kind == YL_CAUSE_LENGTH_UNIT && ABS (shared->value) == YL_LI_PER_KM)
    {
      g_string_append_printf (
          text, "%s里程%s（1 公里 = 2 里）",
          shared->first == YL_ALL_RATES ? "" : yl_rate_kind_get_name ((YlRateKind) shared->first),
          shared->value > 0 ? "是里数，没有折成公里" : "把公里数当作里数，折了一半");
      return;
    }
  g_string_append_printf (
      text, "%s%s",
      shared->first == YL_ALL_RATES ? "" : yl_rate_kind_get_name ((YlRateKind) shared->first),
      mistakes[shared->kind == YL_CAUSE_AMOUNT_UNIT][shared->value > 0]);
}

static const char *const state_names[] = {
  [YL_ITEM_COUNTED] = "",       [YL_ITEM_DUPLICATE] = "重复路段", [YL_ITEM_DEAD_END] = "断头路",
  [YL_ITEM_URBAN] = "城管路段", [YL_ITEM_TRACK] = "机耕道",
};
G_STATIC_ASSERT (G_N_ELEMENTS (state_names) == YL_N_ITEM_STATES);

/* The roads of the rows that do not count, where they are few. */
static void
append_marked_roads (GString *text, const Said *said, guint states)
{
  const YlDiagnosisItem *items = said->problem->items;
  const guint32 *first_item = said->search->first_item;
  const YlDiagnosisItem *marked[MAX_MARKED];
  guint n = 0;
  for (gsize i = 0; i < said->n_rows; i++)
    for (gsize k = first_item[said->rows[i]]; k < first_item[said->rows[i] + 1]; k++)
      if (items[k].state != YL_ITEM_COUNTED && (states & YL_STATE_BIT (items[k].state)) != 0)
        {
          if (n == MAX_MARKED)
            return;
          marked[n++] = &items[k];
        }
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%s ", i == 0 ? "（" : "、", marked[i]->name);
      append_km (text, marked[i]->length_m);
    }
  g_string_append (text, n == 0 ? "" : "）");
}

/* Which of the states the rows have, of those that the cause is about. */
static guint
find_states (const Said *said)
{
  guint states = 0;
  for (gsize i = 0; i < said->n_rows; i++)
    for (guint state = YL_ITEM_DUPLICATE; state < YL_N_ITEM_STATES; state++)
      for (guint rate = 0; rate < YL_N_RATES; rate++)
        if (yl_row_get_uncounted (&said->problem->rows[said->rows[i]], state)[rate] != 0)
          states |= YL_STATE_BIT (state);
  return states & said->shared->first;
}

static void
append_not_counted (GString *text, const Said *said)
{
  const guint states = find_states (said);
  gboolean is_first = TRUE;
  g_string_append (text, "把");
  for (guint state = YL_ITEM_DUPLICATE; state < YL_N_ITEM_STATES; state++)
    if ((states & YL_STATE_BIT (state)) != 0)
      {
        g_string_append_printf (text, "%s%s", is_first ? "" : "和", state_names[state]);
        is_first = FALSE;
      }
  g_string_append (text, (states & YL_DUPLICATES_AND_DEAD_ENDS) != 0
                             ? "计入了里程"
                             : "也按标准付了款（计入里程，不计费）");
  append_marked_roads (text, said, states);
}

/* Whether the kilometres that the rows state are those of another year or basis too. */
static gboolean
are_lengths_other (const Said *said)
{
  const YlDiagnosisLengths *other = &said->problem->other_lengths[said->shared->value];
  for (gsize i = 0; i < said->n_rows; i++)
    {
      const YlDiagnosisRow *row = &said->problem->rows[said->rows[i]];
      if (!row->has_lengths
          || memcmp (row->stated_length_m, other->length_m[said->rows[i]],
                     sizeof row->stated_length_m)
                 != 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_other_lengths (GString *text, const Said *said)
{
  const YlDiagnosisLengths *other = &said->problem->other_lengths[said->shared->value];
  if (other->source == NULL)
    g_string_append (text, "所列里程与台账不同，金额随所列里程计算（里程可能是旧的）");
  else if (!other->is_last_year)
    g_string_append_printf (text, "按%s计算", other->source);
  else if (are_lengths_other (said))
    g_string_append (text, "里程和金额都还是上年的，没有更新");
  else
    g_string_append (text, "金额还是按上年里程计算的，所列里程已是本年的");
}

static void
append_rows_twice (GString *text, const Said *said)
{
  (void) said;
  g_string_append (text, "重复列了一遍");
}

static void
append_merged (GString *text, const Said *said)
{
  g_string_append_printf (text, "“%s”并入了“%s”", said->problem->rows[said->shared->over].name,
                          said->problem->rows[said->shared->value].name);
}

static void
append_moved_road (GString *text, const Said *said)
{
  const YlDiagnosisItem *item = &said->problem->items[said->shared->value];
  g_string_append_printf (text, "%s（", item->name);
  append_km (text, item->length_m);
  g_string_append_printf (text, "）应在“%s”，记到了“%s”", said->problem->rows[item->row].name,
                          said->problem->rows[said->shared->over].name);
}

static void
append_part_count (GString *text, const Said *said)
{
  g_string_append_printf (text, "%s“%s”的全部路线%s", said->shared->over == 0 ? "漏计了" : "把",
                          said->problem->parts[said->shared->value],
                          said->shared->over == 0 ? "" : "计了两遍");
}

static void
append_grant (GString *text, const Said *said)
{
  const gint64 index = said->shared->value;
  if (index < 0)
    g_string_append (text, "把全部养护工程补助");
  else
    {
      g_string_append_printf (text, "把“%s” ", said->problem->grants[index].name);
      append_money (text, said->problem->grants[index].amount_fen);
    }
  g_string_append (text, "抵扣了日常养护资金（养护工程资金不得用于日常养护）");
}

static void
append_land_share (GString *text, const Said *said)
{
  g_autofree char *used = yl_share_to_percent ((YlShare){ said->shared->value });
  g_autofree char *right = yl_share_to_percent ((YlShare){ said->problem->land_share_ppm });
  g_string_append_printf (text, "按 %s 计提（应为 %s）", used, right);
}

static void
append_income_share (GString *text, const Said *said)
{
  const gint64 index = said->shared->value;
  if (index < 0)
    g_string_append (text, "按土地出让收入计提，没有扣除成本（应按净收益计提）");
  else
    g_string_append_printf (text, "没有扣除“%s”", said->problem->land_costs[index].name);
}

/* Those that are mistakes in one place only have none. */
static void (*const writers[]) (GString *text, const Said *said) = {
  [YL_CAUSE_AMOUNT_UNIT] = append_unit,        [YL_CAUSE_ROUNDING] = append_rounding,
  [YL_CAUSE_GRANT_NETTED] = append_grant,      [YL_CAUSE_INCOME_SHARE] = append_income_share,
  [YL_CAUSE_LAND_SHARE] = append_land_share,   [YL_CAUSE_OLD_RATE] = append_old_rate,
  [YL_CAUSE_NOT_COUNTED] = append_not_counted, [YL_CAUSE_RATES_SWAPPED] = append_swapped_rates,
  [YL_CAUSE_LENGTH_UNIT] = append_unit,        [YL_CAUSE_ROW_SHIFTED] = append_shift,
  [YL_CAUSE_FACTOR] = append_factor,           [YL_CAUSE_OTHER_RATE] = append_other_rate,
  [YL_CAUSE_CLASS_COUNT] = append_class_count, [YL_CAUSE_COLUMNS_MOVED] = append_columns,
  [YL_CAUSE_ROWS_EXCHANGED] = append_exchange, [YL_CAUSE_OTHER_LENGTHS] = append_other_lengths,
  [YL_CAUSE_ROWS_TWICE] = append_rows_twice,   [YL_CAUSE_ROWS_MERGED] = append_merged,
  [YL_CAUSE_ROAD_MOVED] = append_moved_road,   [YL_CAUSE_PART_COUNT] = append_part_count,
};
G_STATIC_ASSERT (G_N_ELEMENTS (writers) == YL_N_CAUSE_KINDS);

char *
yl_search_write_shared (const YlSearch *search, gint16 index, const GArray *rows, gsize n_all)
{
  const YlShared *shared = &g_array_index (search->shared, YlShared, index);
  const Said said = { search, search->problem, shared, (const guint32 *) (void *) rows->data,
                      rows->len };
  GString *text = g_string_new (NULL);
  append_scope (text, &said, n_all);
  writers[shared->kind](text, &said);
  return g_string_free (text, FALSE);
}

static void
append_digits (GString *text, YlCauseKind kind)
{
  g_string_append (text, kind == YL_CAUSE_DIGITS_SWAPPED ? "（两位数字颠倒）"
                         : kind == YL_CAUSE_DIGIT_LOST   ? "（漏写一位数字）"
                         : kind == YL_CAUSE_DIGIT_WRONG  ? "（一位数字写错）"
                         : kind == YL_CAUSE_SIGN_LOST    ? "（正负号写反）"
                                                         : "（多写一位数字）");
}

static void
append_item (GString *text, const YlDiagnosisCase *problem, const YlPrivate *cause)
{
  const YlDiagnosisItem *item = &problem->items[cause->index];
  g_string_append_printf (text, "%s（", item->name);
  append_km (text, item->length_m);
  g_string_append (text, "）");
  if (cause->kind == YL_CAUSE_ROAD_TWICE)
    g_string_append (text, "重复计算");
  else if (cause->kind == YL_CAUSE_ROAD_MISSING)
    g_string_append (text, "漏计");
  else if (cause->kind == YL_CAUSE_NOT_COUNTED)
    g_string_append_printf (text, "是%s，不应%s", state_names[item->state],
                            item->state < YL_ITEM_URBAN ? "计入" : "计费");
  else if (cause->kind == YL_CAUSE_WRONG_CLASS)
    g_string_append_printf (text, "是%s，却按%s计", yl_rate_kind_get_name ((YlRateKind) item->rate),
                            yl_rate_kind_get_name ((YlRateKind) cause->value));
  else
    {
      g_string_append (text, "的里程写成 ");
      append_km (text, cause->value);
      if (cause->kind == YL_CAUSE_LENGTH_UNIT)
        g_string_append (text, "（公里与米混淆）");
      else
        append_digits (text, (YlCauseKind) cause->kind);
    }
}

static void
append_parts (GString *text, const YlSearch *search, const YlPrivate *cause)
{
  const YlDiagnosisCase *problem = search->problem;
  const guint parts[3] = { cause->index & YL_NO_PART, cause->index >> 10 & YL_NO_PART,
                           cause->index >> 20 & YL_NO_PART };
  const guint n = parts[1] == YL_NO_PART ? 1 : parts[2] == YL_NO_PART ? 2 : 3;
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " 个乡镇中有 %u 个（", problem->n_parts, n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", problem->parts[parts[i]]);
  g_string_append (text, "）");
  append_old_rate (text,
                   &(Said){ .search = search,
                            .problem = problem,
                            .shared = &g_array_index (search->shared, YlShared, cause->value) });
}

static void
append_amount (GString *text, const YlDiagnosisRow *row, const YlPrivate *cause)
{
  const gboolean is_total = cause->index == YL_SLOT_TOTAL;
  g_string_append_printf (text, "%s金额应为 ",
                          is_total ? "" : yl_rate_kind_get_name ((YlRateKind) cause->index));
  append_money (text, cause->value);
  g_string_append (text, "，写成 ");
  append_money (text, is_total ? row->stated_fen : row->stated_class_fen[cause->index]);
  append_digits (text, (YlCauseKind) cause->kind);
}

/* "漏加了“甲”至“丙” 3 行" */
static void
append_rows (GString *text,
             const YlDiagnosisCase *problem,
             const YlDiagnosisRow *own,
             const YlPrivate *cause)
{
  const char *name = problem->rows[cause->index].name;
  const gboolean is_sum = own->role == YL_DIAGNOSIS_SUM;
  if (cause->kind == YL_CAUSE_ROW_COPIED)
    {
      g_string_append_printf (text, "金额与“%s”一行相同，应是照抄", name);
      return;
    }
  if (cause->kind == YL_CAUSE_SIGN_LOST)
    {
      g_string_append_printf (text, "“%s”一行的正负号写反：%s（差额是该行的两倍）", name,
                              problem->rows[cause->index].stated_fen < 0 ? "应减却加" : "应加却减");
      return;
    }
  if (own->is_absent)
    {
      g_string_append (text, "在台账中有，表中漏列");
      return;
    }
  g_string_append (text, !is_sum                              ? "重复列了"
                         : cause->kind == YL_CAUSE_ROAD_TWICE ? "重复加了"
                                                              : "漏加了");
  if (cause->value == 0)
    g_string_append_printf (text, "“%s”一行", name);
  else if (cause->value < 0)
    g_string_append_printf (text, "“%s”和“%s”两行", name, problem->rows[-cause->value].name);
  else
    g_string_append_printf (text, "“%s”至“%s” %" G_GINT64_FORMAT " 行", name,
                            problem->rows[cause->value].name, cause->value - cause->index + 1);
}

static void
append_cause (GString *text, const YlSearch *search, gsize row, const YlPrivate *cause)
{
  const YlDiagnosisCase *problem = search->problem;
  switch ((YlWhere) cause->where)
    {
    case YL_AT_AMOUNT:
      append_amount (text, &problem->rows[row], cause);
      break;
    case YL_AT_LENGTH:
      g_string_append_printf (text, "%s里程 ", yl_rate_kind_get_name ((YlRateKind) cause->index));
      append_km (text, problem->rows[row].length_m[cause->index]);
      g_string_append (text, "写成 ");
      append_km (text, cause->value);
      append_digits (text, (YlCauseKind) cause->kind);
      break;
    case YL_AT_ITEM:
      append_item (text, problem, cause);
      break;
    case YL_AT_ROW:
      append_rows (text, problem, &problem->rows[row], cause);
      break;
    case YL_AT_PART:
      append_parts (text, search, cause);
      break;
    }
}

/* Others that fit as well are named, as far as there are few. */
char *
yl_search_write_private (const YlSearch *search, gsize row, const YlRowOption *option, guint index)
{
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%s：", search->problem->rows[row].name);
  append_cause (text, search, row, &option->private[index]);
  if (index + 1u < option->n_private || option->n_alike < 2)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, "；同样吻合的还有 %u 种情况：", option->n_alike - 1);
  for (guint i = 0; i < option->n_alike - 1 && i < G_N_ELEMENTS (option->alike); i++)
    {
      g_string_append (text, i > 0 ? "；" : "");
      append_cause (text, search, row, &option->alike[i]);
    }
  return g_string_free (text, FALSE);
}
