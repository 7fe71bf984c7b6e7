#include "sentence-private.h"

#include "yanglu/domain/policy-group.h"

#include <string.h>

/* 编制说明: the budget in words. */

static const YlTableColumn columns[] = { { .width = 74 } };

#define SEPARATOR(is_first) ((is_first) ? "" : "；")

/* "里程汇总（表三）" */
static void
say_table (YlSentence *sentence, const char *sheet)
{
  const GArray *listed = sentence->book->listed;
  for (guint i = 0; i < listed->len; i++)
    {
      const YlListed *line = &g_array_index (listed, YlListed, i);
      if (strcmp (line->sheet, sheet) == 0)
        yl_sentence_say (sentence, "%s“%s”", line->number, line->sheet);
    }
}

static void
write_heading (YlSheet *sheet, const char *text)
{
  YlOwnCell cell = yl_own_text (text);
  cell.look = YL_LOOK_PROSE_HEAD;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 8);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_put (sheet, 0, 0, cell);
}

/* 一、编制范围 */

static void
say_classes (YlSentence *sentence)
{
  const YlFigures *figures = sentence->book->figures;
  gboolean is_first = TRUE;
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      if (figures->by_class[i].sections == 0)
        continue;
      g_autofree char *key =
          g_strdup_printf ("mileage.by_class.%s.counted_m", yl_road_class_get_key (i));
      yl_sentence_say (sentence, "%s%s", is_first ? "，其中" : "、", yl_road_class_get_name (i));
      yl_sentence_figure (sentence, key, figures->by_class[i].counted_m);
      is_first = FALSE;
    }
}

static void
write_mileage (YlBook *book, YlSheet *sheet)
{
  const YlMileage *mileage = &book->figures->mileage;
  YlSentence *roads = yl_sentence_new (book);
  yl_sentence_say (roads, "列入里程台账的路段");
  yl_sentence_figure (roads, "mileage.sections", mileage->sections);
  yl_sentence_say (roads, "段、");
  yl_sentence_figure (roads, "mileage.listed_m", mileage->listed_m);
  yl_sentence_say (roads, "。标为重复路段的");
  yl_sentence_figure (roads, "mileage.duplicate_m", mileage->duplicate_m);
  yl_sentence_say (roads, "（里程计在另一条路线上）和断头路");
  yl_sentence_figure (roads, "mileage.dead_end_m", mileage->dead_end_m);
  yl_sentence_say (roads, "照列、不计入。计入里程");
  yl_sentence_figure (roads, "mileage.counted_m", mileage->counted_m);
  say_classes (roads);
  yl_sentence_say (roads, "。");
  yl_sentence_end (roads, sheet);
}

/* "，其中列有路段的：朱老庄镇；另有路段没有写明乡镇" */
static void
say_townships (YlSentence *whose)
{
  const GArray *townships = whose->book->figures->townships;
  guint n_named = 0;
  for (guint i = 0; i < townships->len; i++)
    if (g_array_index (townships, YlTownshipLine, i).name[0] != '\0')
      yl_sentence_say (whose, "%s%s", n_named++ == 0 ? "，其中列有路段的：" : "、",
                       yl_labels_get (whose->book->townships, i));
  if (n_named < townships->len)
    yl_sentence_say (whose, n_named > 0 ? "；另有路段没有写明乡镇" : "，路段都没有写明乡镇");
}

/* Who else makes a budget of what lies in the county, and which part of it this one is of. */
static void
say_part (YlSentence *whose)
{
  const YlEntity *entity = whose->book->entity;
  if (entity->n_without > 0)
    yl_sentence_say (whose, "不包括名录列为开发区所辖的%u个乡镇（街道）（%s），由开发区另行编制。",
                     entity->n_without, entity->without_told);
  if (entity->n_townships == 0)
    return;
  yl_sentence_say (whose, "只包括所辖%u个乡镇（街道）%s", entity->n_townships,
                   entity->is_unverified ? "（待核）" : "");
  say_townships (whose);
  yl_sentence_say (whose, "。");
}

/* Of several lists: how many, and whose is missing. */
static void
say_lists (YlSentence *whose)
{
  const YlSentLists *sent = whose->book->request->sent;
  if (sent == NULL)
    return;
  yl_sentence_say (whose, "里程台账由%u份文件合成，", sent->lists->len);
  if (sent->n_empty > 0)
    yl_sentence_say (whose, YL_SENT_EMPTY "的乡镇（街道）%u个：%s，", sent->n_empty, sent->empty);
  if (sent->n_unsent > 0)
    yl_sentence_say (whose, YL_SENT_NOT "、未列入本预算的乡镇（街道）%u个：%s（", sent->n_unsent,
                     sent->unsent);
  else
    yl_sentence_say (whose, sent->n_empty > 0 ? "其余都有路段报送（"
                                              : "名录中的乡镇（街道）都有路段报送（");
  say_table (whose, YL_SHEET_SENT);
  yl_sentence_say (whose, "）。");
}

/* Without a county or townships the name of the entity is that of an office. */
static gboolean
has_place (const YlBook *book)
{
  return book->entity->code != NULL || book->entity->n_townships > 0;
}

/* Without a county no register says whose is missing. */
static void
say_lists_of_nobody (YlSentence *whose)
{
  const YlSentLists *sent = whose->book->request->sent;
  if (sent == NULL)
    return;
  yl_sentence_say (whose, "里程台账由%u份文件合成，各报了什么见", sent->lists->len);
  say_table (whose, YL_SHEET_SENT);
  yl_sentence_say (whose, "。");
}

/* Who makes it, and of which county's roads; a list need not say either. */
static void
say_whose (YlSentence *whose)
{
  const YlBook *book = whose->book;
  const char *given = book->entry->unit.entity;
  const char *maker = given[0] != '\0' ? given : book->name;
  if (maker[0] != '\0')
    yl_sentence_say (whose, "本预算由%s编制，包括", maker);
  else
    yl_sentence_say (whose, "本预算没有写明编制单位，包括");
  if (book->name[0] != '\0' && has_place (book))
    yl_sentence_say (whose, "%s", book->name);
  else if (book->entity->code != NULL)
    yl_sentence_say (whose, "县级代码%s（不在名录中）的", book->entity->code);
  else
    yl_sentence_say (whose, "里程台账所列（没有县级代码）的");
}

static void
write_scope (YlBook *book, YlSheet *sheet)
{
  write_heading (sheet, "一、编制范围");
  YlSentence *whose = yl_sentence_new (book);
  say_whose (whose);
  yl_sentence_say (whose,
                   "%u年农村公路（县道、乡道、村道和列入台账的专用公路）的日常养护和其他管护支出"
                   "。" YL_MILEAGE_DAY "。",
                   book->figures->year, book->figures->year - 1);
  say_part (whose);
  if (has_place (book))
    say_lists (whose);
  else
    say_lists_of_nobody (whose);
  yl_sentence_end (whose, sheet);
  write_mileage (book, sheet);
}

/* 二、编制依据 */

static gboolean
is_for (const YlBook *book, const YlPolicyValue *value)
{
  const char *place = book->budget->place;
  return value->area[0] == '\0' || (place != NULL && g_str_has_prefix (place, value->area));
}

/* "": the policy that has it is none of those that this one stands on. */
static const char *
find_title (const YlBook *book, const char *document)
{
  for (const YlPolicy *policy = book->policy; policy != NULL; policy = yl_policy_get_base (policy))
    if (strcmp (yl_policy_get_head (policy)->document, document) == 0)
      return yl_policy_get_head (policy)->title;
  return "";
}

/* Whether the document says it beside what was said before: of the same group, as far as it was held
 * against the text. */
static gboolean
is_beside (const YlPolicyValue *before, const YlPolicyValue *value)
{
  return before != NULL && before->group == value->group && before->verified == value->verified;
}

/* "（二（二）1、二（一）3）（待核）": what closes the clauses of a group. */
static void
end_group (YlSentence *sentence, const YlPolicyValue *last)
{
  if (last != NULL)
    yl_sentence_say (sentence, "%s%s", last->clause[0] == '\0' ? "" : "）",
                     last->verified ? "" : "（待核）");
}

/* What a document says: groups of values, with the clauses of each. */
static void
say_clauses (YlSentence *sentence, const YlPolicyValue *values, gsize n, const char *document)
{
  const YlPolicyValue *before = NULL;
  for (gsize i = 0; i < n; i++)
    {
      const YlPolicyValue *value = &values[i];
      const gboolean is_same = is_beside (before, value);
      if (strcmp (value->document, document) != 0 || !is_for (sentence->book, value)
          || (is_same && strcmp (before->clause, value->clause) == 0))
        continue;
      if (is_same && before->clause[0] != '\0')
        yl_sentence_say (sentence, "、%s", value->clause);
      else
        {
          end_group (sentence, before);
          yl_sentence_say (sentence, "%s%s%s%s", before == NULL ? "：" : "、",
                           yl_policy_group_get_title (value->group),
                           value->clause[0] == '\0' ? "" : "（", value->clause);
        }
      before = value;
    }
  end_group (sentence, before);
}

static void
write_document (YlBook *book, YlSheet *sheet, guint ordinal, const char *document)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (book->policy, &n);
  const char *title = find_title (book, document);
  YlSentence *sentence = yl_sentence_new (book);
  yl_sentence_say (sentence, "%u．", ordinal);
  if (title[0] != '\0')
    yl_sentence_say (sentence, "《%s》（%s）", title, document);
  else
    yl_sentence_say (sentence, "%s", document);
  say_clauses (sentence, values, n, document);
  yl_sentence_say (sentence, "。");
  yl_sentence_end (sentence, sheet);
}

static void
write_basis (YlBook *book, YlSheet *sheet)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (book->policy, &n);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_ptr_array_add (documents, (gpointer) yl_policy_get_head (book->policy)->document);
  for (gsize i = 0; i < n; i++)
    if (is_for (book, &values[i])
        && !g_ptr_array_find_with_equal_func (documents, values[i].document, g_str_equal, NULL))
      g_ptr_array_add (documents, (gpointer) values[i].document);
  write_heading (sheet, "二、编制依据");
  for (guint i = 0; i < documents->len; i++)
    write_document (book, sheet, i + 1, g_ptr_array_index (documents, i));
  YlSentence *where = yl_sentence_new (book);
  yl_sentence_say (where, "各项标准的数值和条款见");
  say_table (where, YL_SHEET_BASIS);
  yl_sentence_say (where, "；注“待核”的，尚未与文件原文核对。");
  yl_sentence_end (where, sheet);
}

/* 三、里程和标准; 四、资金需求 */

static void
say_of_line (YlSentence *sentence, const YlDemandLine *line, const char *figure, gint64 units)
{
  g_autofree char *key = g_strdup_printf ("demand.%s.%s", line->code, figure);
  yl_sentence_figure (sentence, key, units);
}

static void
say_rate (YlSentence *sentence, const YlDemandLine *line)
{
  const gboolean is_each = g_str_has_prefix (line->code, "bridge.");
  const gboolean is_metre = g_str_has_prefix (line->code, "bridge-metre.");
  yl_sentence_say (sentence, "%s", line->title);
  if (is_each || is_metre)
    {
      say_of_line (sentence, line, "count", line->count);
      yl_sentence_say (sentence, "座，每%s", is_each ? "座" : "米");
    }
  else
    {
      say_of_line (sentence, line, "length_m", line->length_m);
      yl_sentence_say (sentence, "，每公里每年");
    }
  say_of_line (sentence, line, "rate_fen_per_km", line->rate_fen);
  yl_sentence_say (sentence, "，计");
  say_of_line (sentence, line, "amount_fen", line->amount_fen);
}

static void
write_rates (YlBook *book, YlSheet *sheet)
{
  const GArray *demand = book->figures->demand;
  YlSentence *rates = yl_sentence_new (book);
  gboolean is_first = TRUE;
  write_heading (sheet, "三、里程和标准");
  yl_sentence_say (rates, "日常养护按%s计算，计费里程",
                   yl_mileage_basis_get_name (book->figures->basis));
  yl_sentence_figure (rates, "mileage.paid_m", book->figures->mileage.paid_m);
  yl_sentence_say (rates, "：");
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (line->purpose != YL_PURPOSE_DAILY || line->basis == NULL || line->count == 0)
        continue;
      yl_sentence_say (rates, "%s", SEPARATOR (is_first));
      say_rate (rates, line);
      is_first = FALSE;
    }
  yl_sentence_say (rates, "%s。没有标准的里程照列、不计费。", is_first ? "没有计费的路段" : "");
  yl_sentence_end (rates, sheet);
}

static void
say_others (YlSentence *sentence)
{
  const GArray *demand = sentence->book->figures->demand;
  gboolean is_first = TRUE;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (line->purpose == YL_PURPOSE_DAILY || line->amount_fen == 0)
        continue;
      yl_sentence_say (sentence, "%s%s", is_first ? "：" : "、", line->title);
      say_of_line (sentence, line, "amount_fen", line->amount_fen);
      is_first = FALSE;
    }
}

static void
write_demand (YlBook *book, YlSheet *sheet)
{
  const YlFigures *figures = book->figures;
  g_autofree char *capital = yl_money_to_capital ((YlMoney){ figures->demand_fen });
  write_heading (sheet, "四、资金需求");
  YlSentence *all = yl_sentence_new (book);
  yl_sentence_titled (all, "demand_fen", figures->demand_fen);
  yl_sentence_say (all, "（大写：");
  yl_sentence_result (all, YL_NAME_CAPITAL, capital);
  yl_sentence_say (all, "）。其中，");
  yl_sentence_titled (all, "daily.standard_fen", figures->daily.standard_fen);
  yl_sentence_say (all, "（公路");
  yl_sentence_figure (all, "daily.roads_fen", figures->daily.roads_fen);
  yl_sentence_say (all, "、桥梁");
  yl_sentence_figure (all, "daily.bridges_fen", figures->daily.bridges_fen);
  yl_sentence_say (all, "）；");
  yl_sentence_titled (all, "other_fen", figures->demand_fen - figures->daily.standard_fen);
  say_others (all);
  yl_sentence_say (all, "。");
  yl_sentence_end (all, sheet);
}

/* 五、资金来源和承担; 六、资金缺口 */

static const char *const methods[] = {
  [YL_PAYERS_BY_GRANTS] = "政策没有规定日常养护的分担比例，上级按已下达的补助承担，县级补足缺口",
  [YL_PAYERS_BY_SHARE] = "日常养护按政策规定的比例由各级分担",
  [YL_PAYERS_BY_STACK] = "日常养护由省、市按每公里标准承担，其余由县级承担",
};
G_STATIC_ASSERT (G_N_ELEMENTS (methods) == YL_PAYERS_BY_STACK + 1);

static void
write_sources (YlBook *book, YlSheet *sheet)
{
  const YlSourceSums *sums = &book->sums;
  gint64 by_fund_fen[YL_N_FUNDS] = { 0 };
  gint64 all_fen = 0;
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    {
      for (guint level = 0; level < YL_N_PAYERS; level++)
        by_fund_fen[fund] += sums->by_level_fen[level][fund];
      all_fen += by_fund_fen[fund];
    }
  YlSentence *sources = yl_sentence_new (book);
  if (book->entry->sources->len == 0)
    {
      yl_sentence_say (sources, "没有填报资金来源。");
      yl_sentence_end (sources, sheet);
      return;
    }
  yl_sentence_say (sources, "资金来源合计");
  yl_sentence_figure (sources, "sources_fen", all_fen);
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    {
      g_autofree char *key = g_strdup_printf ("sources_by_fund.%s_fen", yl_fund_get_key (fund));
      yl_sentence_say (sources, "%s%s", fund == 0 ? "，其中" : "、", yl_fund_get_name (fund));
      yl_sentence_figure (sources, key, by_fund_fen[fund]);
    }
  yl_sentence_say (sources, "，逐笔见");
  say_table (sources, YL_LIST_FUNDS);
  yl_sentence_say (sources, "。");
  yl_sentence_end (sources, sheet);
}

static void
write_bearers (YlBook *book, YlSheet *sheet)
{
  write_heading (sheet, "五、资金来源和承担");
  write_sources (book, sheet);
  YlSentence *payers = yl_sentence_new (book);
  yl_sentence_say (payers, "全部用途由");
  for (guint i = 0; i < YL_N_BEARERS; i++)
    {
      const YlBearer *bearer = &book->bearers[i];
      g_autofree char *key =
          g_strdup_printf ("payers.%s.all_fen", yl_payer_get_key (bearer->payer));
      yl_sentence_say (payers, "%s%s级承担", i == 0 ? "" : "、", yl_payer_get_name (bearer->payer));
      yl_sentence_figure (payers, key, bearer->all_fen);
    }
  yl_sentence_say (payers, "（省级含中央）。%s。逐项见", methods[book->figures->payers_method]);
  say_table (payers, YL_SHEET_PAYERS);
  yl_sentence_say (payers, "。");
  yl_sentence_end (payers, sheet);
}

static void
write_gap (YlBook *book, YlSheet *sheet)
{
  const YlDaily *daily = &book->figures->daily;
  write_heading (sheet, "六、资金缺口和未落实资金");
  YlSentence *gap = yl_sentence_new (book);
  yl_sentence_titled (gap, "daily.superior_grants_fen", daily->superior_grants_fen);
  yl_sentence_say (gap, "，");
  yl_sentence_titled (gap, "daily.county_gap_fen", daily->county_gap_fen);
  yl_sentence_say (gap, "；用于日常养护的，");
  yl_sentence_titled (gap, "daily.funded_fen", daily->funded_fen);
  yl_sentence_say (gap, "，");
  yl_sentence_titled (gap, "daily.unfunded_fen", daily->unfunded_fen);
  yl_sentence_say (gap, "，");
  yl_sentence_titled (gap, "daily.surplus_fen", daily->surplus_fen);
  yl_sentence_say (gap, "。");
  yl_sentence_titled (gap, "other_unfunded_fen", book->figures->other_unfunded_fen);
  yl_sentence_say (gap, "，一个用途的结余不抵另一个用途的缺口。");
  yl_sentence_end (gap, sheet);
}

/* 七、与上年比较 */

static const YlInputCopy *
find_input (const YlBook *book, const char *role)
{
  for (gsize i = 0; i < book->request->n_inputs; i++)
    if (strcmp (book->request->inputs[i].role, role) == 0)
      return &book->request->inputs[i];
  return NULL;
}

static gboolean
has_last_lines (const YlFigures *figures)
{
  for (guint i = 0; i < figures->demand->len; i++)
    if (g_array_index (figures->demand, YlDemandLine, i).has_last_year)
      return TRUE;
  return FALSE;
}

static void
write_years (YlBook *book, YlSheet *sheet)
{
  const YlFigures *figures = book->figures;
  write_heading (sheet, "七、与上年比较");
  YlSentence *years = yl_sentence_new (book);
  if (!figures->has_last_year)
    {
      const YlInputCopy *given = find_input (book, "last-year");
      if (given != NULL)
        yl_sentence_say (years, "提供的上年文件“%s”中没有读出可用的数，不作比较。", given->name);
      else
        yl_sentence_say (years, "未提供上年预算数，不作比较。");
      yl_sentence_end (years, sheet);
      return;
    }
  const gint64 change_fen = figures->demand_fen - figures->last_year_fen;
  yl_sentence_titled (years, "last_year_fen", figures->last_year_fen);
  yl_sentence_say (years, "，本年");
  yl_sentence_change (years, "change.total", change_fen,
                      yl_book_find_change_ppm (change_fen, figures->last_year_fen));
  yl_sentence_say (years, "。%s见", has_last_lines (figures) ? "逐项增减" : "上年只有总数，");
  say_table (years, YL_SHEET_OVERVIEW);
  yl_sentence_say (years, "。");
  yl_sentence_end (years, sheet);
}

/* 八、土地出让收益 */

static void
write_land_line (YlBook *book, YlSheet *sheet, const YlLandLine *line)
{
  const struct
  {
    const char *figure;
    const char *words; /* before it */
    gint64 units;
  } parts[] = {
    { "net_fen", "级土地出让净收益", line->net_fen },
    { "share_ppm", "，计提比例", line->share_ppm },
    { "due_fen", "，应计提", line->due_fen },
    { "min_fen", "（按比例下限", line->min_fen },
    { "max_fen", "，按比例上限", line->max_fen },
    { "booked_fen", "），资金来源中已列", line->booked_fen },
  };
  YlSentence *land = yl_sentence_new (book);
  yl_sentence_say (land, "%s", yl_payer_get_name (line->payer));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *key =
          g_strdup_printf ("land.%s.%s", yl_payer_get_key (line->payer), parts[i].figure);
      yl_sentence_say (land, "%s", parts[i].words);
      yl_sentence_figure (land, key, parts[i].units);
    }
  yl_sentence_say (land, "。");
  yl_sentence_end (land, sheet);
}

static void
write_land (YlBook *book, YlSheet *sheet)
{
  const GArray *lines = book->figures->land;
  write_heading (sheet, "八、土地出让收益");
  for (guint i = 0; i < lines->len; i++)
    write_land_line (book, sheet, &g_array_index (lines, YlLandLine, i));
  if (lines->len > 0)
    return;
  YlSentence *none = yl_sentence_new (book);
  yl_sentence_say (none, "没有填报土地出让收支，未测算。");
  yl_sentence_end (none, sheet);
}

/* 九、绩效目标 */

static const char *
find_verdict (YlBook *book, const char *key)
{
  gsize n = 0;
  const YlFigureRange *map = yl_form_get_map (book->form, &n);
  const YlTable *table = yl_tables_find (book->tables, "targets");
  for (gsize i = 0; i < n; i++)
    if (strcmp (map[i].key, key) == 0)
      return yl_table_get_cell (table, "verdict", map[i].first_row);
  return NULL;
}

static void
write_targets (YlBook *book, YlSheet *sheet)
{
  write_heading (sheet, "九、绩效目标");
  YlSentence *targets = yl_sentence_new (book);
  for (guint kind = 0; kind < YL_N_INDICATORS; kind++)
    {
      const YlIndicatorLine *line = &book->figures->indicators[kind];
      const char *name = yl_indicator_get_key (kind);
      g_autofree char *target = g_strdup_printf ("indicators.%s.target_ppm", name);
      g_autofree char *actual = g_strdup_printf ("indicators.%s.actual_ppm", name);
      const char *verdict = find_verdict (book, actual);
      yl_sentence_say (targets, "%s%s", SEPARATOR (kind == 0), yl_indicator_get_name (kind));
      if (line->target != NULL)
        {
          yl_sentence_say (targets, "目标");
          yl_sentence_figure (targets, target, line->target->value);
        }
      if (verdict != NULL)
        {
          yl_sentence_say (targets, "%s", line->target == NULL ? "没有目标，实际" : "，实际");
          yl_sentence_figure (targets, actual, line->actual_ppm);
        }
      yl_sentence_say (targets, "，");
      if (verdict == NULL || line->target == NULL)
        yl_sentence_say (targets, "未评定");
      else
        yl_sentence_result (targets, verdict, line->is_met ? "达标" : "未达标");
    }
  yl_sentence_say (targets, "。");
  yl_sentence_end (targets, sheet);
}

/* 十、待核事项和问题 */

static void
write_unverified (YlBook *book, YlSheet *sheet)
{
  gsize n = 0;
  guint n_said = 0;
  const YlPolicyValue *values = yl_policy_get_values (book->policy, &n);
  YlSentence *sentence = yl_sentence_new (book);
  for (gsize i = 0; i < n; i++)
    {
      if (values[i].verified || !is_for (book, &values[i]))
        continue;
      g_autofree char *name = yl_policy_value_to_name (&values[i]);
      yl_sentence_say (sentence, "%s%s", n_said++ == 0 ? "尚未与文件原文核对的标准：" : "、", name);
    }
  yl_sentence_say (sentence, "%s", n_said == 0 ? "所用标准都已与文件核对。" : "。请核对后再用。");
  yl_sentence_end (sentence, sheet);
}

/* "A08 城管路段没有标准 2 项" */
static void
say_kinds (YlSentence *sentence)
{
  const YlFindings *findings = sentence->book->request->findings;
  guint n_by_code[YL_N_CODES] = { 0 };
  gboolean is_first = TRUE;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    n_by_code[yl_findings_get (findings, i)->code]++;
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      if (n_by_code[code] == 0)
        continue;
      yl_sentence_say (sentence, "%s%s（%s）%u项", is_first ? "按种类：" : "；",
                       yl_code_get_kind (code), yl_code_get_name (code), n_by_code[code]);
      is_first = FALSE;
    }
  yl_sentence_say (sentence, "%s", is_first ? "" : "。");
}

static void
say_number (YlSentence *sentence, const char *name, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *formula = g_strdup_printf ("TEXT(%s,\"0\")", name);
  yl_sentence_result (sentence, formula, text);
}

static void
write_problems (YlBook *book, YlSheet *sheet)
{
  const guint n_errors = yl_findings_table_count (&book->findings, YL_DATA_ERRORS);
  const YlOwnCell counts = yl_findings_table_tell_counts (&book->findings);
  YlSentence *problems = yl_sentence_new (book);
  yl_sentence_say (problems, "问题清单列");
  yl_sentence_result (problems, counts.formula, counts.text);
  yl_sentence_say (problems, "，其中数据差错");
  say_number (problems, YL_NAME_DATA_ERRORS, n_errors);
  yl_sentence_say (problems, "项，资金情况");
  say_number (problems, YL_NAME_MONEY_MATTERS,
              yl_findings_table_count (&book->findings, YL_MONEY_MATTERS));
  yl_sentence_say (problems,
                   "项（说的是资金，不是差错）；同一表中相同的问题并作一项，各处见该项。");
  say_kinds (problems);
  yl_sentence_say (problems, "表内勾稽关系核对：");
  yl_sentence_result (problems, YL_NAME_VERDICT, yl_book_find_verdict (book));
  yl_sentence_say (problems, "。");
  yl_sentence_end (problems, sheet);
}

static void
write_matters (YlBook *book, YlSheet *sheet)
{
  write_heading (sheet, "十、待核事项和问题");
  write_unverified (book, sheet);
  write_problems (book, sheet);
  YlSentence *choices = yl_sentence_new (book);
  yl_sentence_say (choices, "编制时由程序选定和未读的事项共%" G_GSIZE_FORMAT "项，逐项见",
                   book->request->n_choices);
  say_table (choices, YL_SHEET_CHOICES);
  yl_sentence_say (choices, "。");
  yl_sentence_end (choices, sheet);
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 40);
  yl_sheet_title (sheet, "编　制　说　明");
  write_scope (book, sheet);
  write_basis (book, sheet);
  write_rates (book, sheet);
  write_demand (book, sheet);
  write_bearers (book, sheet);
  write_gap (book, sheet);
  write_years (book, sheet);
  write_land (book, sheet);
  write_targets (book, sheet);
  write_matters (book, sheet);
}

const YlBookTab yl_tab_notes = {
  .form = { .name = "编制说明",
            .title = "农村公路养护预算编制说明",
            .is_portrait = TRUE,
            .is_free = TRUE },
  .table = "notes",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .role = YL_TAB_LISTED,
  .since = 7,
};
