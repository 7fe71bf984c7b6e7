#include "across-work-private.h"

#include "yanglu/calc/counted.h"

static const struct
{
  const char *key;
  const char *name;
} kinds[YL_N_ACROSS_KINDS] = {
  [YL_ACROSS_SAME_SECTION] = { "same_section", "同一路段两处列入" },
  [YL_ACROSS_SAME_ORIGIN] = { "same_origin", "上年同一路段两处申报" },
  [YL_ACROSS_OTHER_CODE] = { "other_code", "同一路段两个编码" },
  [YL_ACROSS_CODE_AT_ODDS] = { "code_at_odds", "路线编码与行政区划的县不一致" },
};

const char *
yl_across_kind_get_name (YlAcrossKind kind)
{
  return kinds[kind].name;
}

const char *
yl_across_kind_get_key (YlAcrossKind kind)
{
  return kinds[kind].key;
}

char *
yl_across_show_county (const YlPlaces *places, guint32 county_code)
{
  if (county_code == 0)
    return g_strdup ("未知县");
  const YlCounty *county = yl_places_find_county (places, county_code);
  return county == NULL ? g_strdup_printf ("%06u", county_code)
                        : g_strdup_printf ("%06u（%s）", county_code, county->name);
}

static YlAcrossPair *
find_pair (YlAcrossWork *work, YlAcrossKind kind, guint32 first, guint32 later)
{
  /* Six digits are below 2^20. */
  gint64 key = (gint64) ((guint64) kind << 40 | (guint64) first << 20 | later);
  gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (work->pair_places, &key));
  if (place == 0)
    {
      const YlAcrossPair pair = { .kind = kind, .first_county = first, .later_county = later };
      g_array_append_val (work->pairs, pair);
      place = work->pairs->len;
      g_hash_table_insert (work->pair_places, g_memdup2 (&key, sizeof key),
                           GSIZE_TO_POINTER (place));
    }
  return &g_array_index (work->pairs, YlAcrossPair, place - 1);
}

static void
add_to_pair (YlAcrossWork *work, YlAcrossPair *pair, guint32 length_m, YlMoney amount)
{
  pair->n_sections++;
  pair->length_m += length_m;
  if (!yl_money_add (pair->amount, amount, &pair->amount))
    work->is_too_large = TRUE;
}

static const char *
get_file (const YlAcrossWork *work, const YlAcrossSection *section)
{
  return g_ptr_array_index (work->files, section->file);
}

static const char *
get_sheet (const YlAcrossWork *work, const YlAcrossSection *section)
{
  return g_ptr_array_index (work->sheets, section->sheet);
}

/* "甲县.xlsx 工作表“里程台账”第 12 行" */
static char *
show_place (const YlAcrossWork *work, const YlAcrossSection *section)
{
  const char *sheet = get_sheet (work, section);
  return sheet[0] == '\0' ? g_strdup_printf ("%s 第 %u 行", get_file (work, section), section->row)
                          : g_strdup_printf ("%s 工作表“%s”第 %u 行", get_file (work, section),
                                             sheet, section->row);
}

/* "路线 X001371502（K0.000—K1.500）" */
static char *
show_section (const YlAcrossSection *section)
{
  g_autofree char *code = yl_across_section_to_code (section);
  const char *as = section->is_renewed ? "（按现行县级代码，台账写的是旧代码）" : "";
  if (section->start_m == YL_STAKE_UNKNOWN)
    return g_strdup_printf ("路线 %s%s（未写桩号）", code, as);
  return g_strdup_printf ("路线 %s%s（K%d.%03d—K%d.%03d）", code, as, section->start_m / 1000,
                          section->start_m % 1000, section->end_m / 1000, section->end_m % 1000);
}

/* "同时列入两县：371502（东昌府区）已列在 甲县.csv 第 2 行，371521（阳谷县）又列入" and its like. */
static char *
show_both (const YlAcrossWork *work, YlAcrossKind kind, const YlAcrossHit *hit)
{
  const gboolean is_one_county = hit->first->county_code == hit->later->county_code;
  g_autofree char *section = show_section (hit->later);
  g_autofree char *other = show_section (hit->first);
  g_autofree char *km = yl_decimal_format (hit->length_m, 3, TRUE);
  g_autofree char *place = show_place (work, hit->first);
  g_autofree char *first = yl_across_show_county (work->places, hit->first->county_code);
  g_autofree char *later = yl_across_show_county (work->places, hit->later->county_code);
  if (kind == YL_ACROSS_SAME_ORIGIN)
    return g_strdup_printf ("上年的%s有 %s 公里在两处申报：%s在 %s，%s在本行", section, km, first,
                            place, later);
  if (kind == YL_ACROSS_OTHER_CODE)
    return g_strdup_printf ("%s与 %s 的%s在同一乡镇，起止桩号、里程%s相同，只有路线编码不同，"
                            "%s 公里在两处列入",
                            section, place, other,
                            hit->first->name != 0 && hit->later->name != 0 ? "和路名" : "", km);
  return g_strdup_printf ("%s有 %s 公里%s：%s已列在 %s，%s又列入", section, km,
                          is_one_county ? "在同一县的两份台账里都有" : "同时列入两县", first, place,
                          later);
}

static void
tell_hit (YlAcrossWork *work, YlAcrossKind kind, const YlAcrossHit *hit)
{
  g_autofree char *both = show_both (work, kind, hit);
  g_autofree char *yuan = yl_money_to_grouped (hit->amount);
  g_autofree char *later = yl_across_show_county (work->places, hit->later->county_code);
  g_autofree char *other = show_place (work, hit->first);
  const char *sheet = get_sheet (work, hit->later);
  g_autofree char *expected = g_strdup_printf ("只列在一处（另一处是 %s）", other);
  g_autofree char *message =
      g_strdup_printf ("%s；两处都计入，按较低标准重复 %s 元；请核实该路段归谁管养，从另一处删除"
                       "或填“重复路段”",
                       both, yuan);
  yl_findings_add (work->findings, &(YlFinding){
                                       .code = YL_A11,
                                       .severity = YL_SEVERITY_ERROR,
                                       .file = get_file (work, hit->later),
                                       .sheet = sheet[0] == '\0' ? NULL : sheet,
                                       .row = hit->later->row,
                                       .column = hit->later->is_claim ? "上年路线编码" : "路线编码",
                                       .seen = later,
                                       .expected = expected,
                                       .message = message,
                                       .gainer = later,
                                       .at_stake = hit->amount,
                                       .is_priced = TRUE,
                                   });
}

void
yl_across_record_hit (YlAcrossWork *work, YlAcrossKind kind, const YlAcrossHit *hit)
{
  YlAcrossPair *pair = find_pair (work, kind, hit->first->county_code, hit->later->county_code);
  add_to_pair (work, pair, hit->length_m, hit->amount);
  if (yl_findings_would_keep (work->findings, YL_A11))
    tell_hit (work, kind, hit);
  else
    yl_findings_count (work->findings, YL_A11, YL_SEVERITY_ERROR);
}

static void
tell_odd (YlAcrossWork *work, const YlRoadRow *row, guint32 code_county)
{
  g_autofree char *code = yl_text_dup (row->route_code);
  g_autofree char *seen = yl_across_show_county (work->places, code_county);
  g_autofree char *expected = yl_across_show_county (work->places, row->road.county_code);
  g_autofree char *message =
      g_strdup_printf ("路线编码 %s 里的县级代码是 %s，行政区划却在 %s；该行照常计入，"
                       "金额不受影响；请确认该路段属于哪个县",
                       code, seen, expected);
  yl_findings_add (work->findings,
                   &(YlFinding){
                       .code = YL_A07,
                       .severity = YL_SEVERITY_WARNING,
                       .file = g_ptr_array_index (work->files, work->files->len - 1),
                       .sheet = work->sheet == 0 ? NULL : row->sheet,
                       .row = row->road.row,
                       .column = "路线编码",
                       .seen = seen,
                       .expected = expected,
                       .message = message,
                       .is_priced = TRUE,
                   });
}

void
yl_across_record_odd (YlAcrossWork *work, const YlRoadRow *row, guint32 code_county)
{
  YlAcrossPair *pair = find_pair (work, YL_ACROSS_CODE_AT_ODDS, code_county, row->road.county_code);
  add_to_pair (work, pair, yl_counted_get_m (&row->road), (YlMoney){ 0 });
  if (yl_findings_would_keep (work->findings, YL_A07))
    tell_odd (work, row, code_county);
  else
    yl_findings_count (work->findings, YL_A07, YL_SEVERITY_WARNING);
}
