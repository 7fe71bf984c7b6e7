#include "yanglu/audit/lists/county-lists.h"

#include "yanglu/audit/conclude.h"
#include "yanglu/base/enum-table.h"
#include "yanglu/base/error.h"
#include "yanglu/base/order.h"
#include "yanglu/calc/counted.h"

#include <string.h>

YlCountyLists *
yl_county_lists_new (YlPlaces *places, guint n_kept)
{
  YlCountyLists *lists = g_new0 (YlCountyLists, 1);
  lists->places = places;
  lists->n_kept = n_kept;
  lists->findings = yl_findings_new_counting (n_kept);
  lists->sections = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  lists->claims = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  lists->files = g_ptr_array_new_with_free_func (g_free);
  lists->sheets = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (lists->sheets, g_strdup (""));
  lists->pair_places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  lists->hits = g_array_new (FALSE, FALSE, sizeof (YlCountiesKept));
  lists->pairs = g_array_sized_new (FALSE, FALSE, sizeof (YlCountiesPair), 1); /* never NULL */
  return lists;
}

void
yl_county_lists_free (YlCountyLists *lists)
{
  if (lists == NULL)
    return;
  g_array_unref (lists->pairs);
  g_array_unref (lists->hits);
  g_hash_table_unref (lists->pair_places);
  g_ptr_array_unref (lists->sheets);
  g_ptr_array_unref (lists->files);
  g_array_unref (lists->claims);
  g_clear_pointer (&lists->sections, g_array_unref);
  yl_findings_free (lists->findings);
  yl_arena_free_record (lists->places);
  g_free (lists);
}

YL_DEFINE_MEMBERS (yl_counties_kind,
                   YlCountiesKind,
                   YL_N_COUNTIES_KINDS,
                   [YL_COUNTIES_SAME_SECTION] = { "same_section", "同一路段两处列入" },
                   [YL_COUNTIES_SAME_ORIGIN] = { "same_origin", "上年同一路段两处申报" },
                   [YL_COUNTIES_OTHER_CODE] = { "other_code", "同一路段两个编码" },
                   [YL_COUNTIES_CODE_AT_ODDS] = { "code_at_odds", "路线编码与行政区划的县不一致" })

static void
add_to_pair (YlCountyLists *lists, const YlCountiesPair *counties, guint32 length_m, YlMoney amount)
{
  /* Six digits are below 2^20. */
  const gint64 key = (gint64) ((guint64) counties->kind << 40
                               | (guint64) counties->first_county << 20 | counties->later_county);
  gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (lists->pair_places, &key));
  if (place == 0)
    {
      g_array_append_vals (lists->pairs, counties, 1);
      place = lists->pairs->len;
      g_hash_table_insert (lists->pair_places, g_memdup2 (&key, sizeof key),
                           GSIZE_TO_POINTER (place));
    }
  YlCountiesPair *pair = &g_array_index (lists->pairs, YlCountiesPair, place - 1);
  pair->n_sections++;
  pair->length_m += length_m;
  if (!yl_money_add (pair->amount, amount, &pair->amount))
    lists->is_too_large = TRUE;
}

static const char *
get_file (const YlCountyLists *lists, const YlCountiesSection *section)
{
  return g_ptr_array_index (lists->files, section->file);
}

static const char *
get_sheet (const YlCountyLists *lists, const YlCountiesSection *section)
{
  return g_ptr_array_index (lists->sheets, section->sheet);
}

/* "甲县.xlsx 工作表“里程台账”第 12 行" */
char *
yl_county_lists_show_place (const YlCountyLists *lists, const YlCountiesSection *section)
{
  const char *sheet = get_sheet (lists, section);
  return sheet[0] == '\0' ? g_strdup_printf ("%s 第 %" YL_ROW_ID_FORMAT " 行",
                                             get_file (lists, section), section->row)
                          : g_strdup_printf ("%s 工作表“%s”第 %" YL_ROW_ID_FORMAT " 行",
                                             get_file (lists, section), sheet, section->row);
}

/* "路线 X001371502（K0.000—K1.500）" */
char *
yl_counties_section_show (const YlCountiesSection *section)
{
  g_autofree char *code = yl_counties_section_to_code (section);
  const char *as = section->is_renewed ? "（按现行县级代码，台账写的是旧代码）" : "";
  if (section->start_m == YL_STAKE_UNKNOWN)
    return g_strdup_printf ("路线 %s%s（未写桩号）", code, as);
  return g_strdup_printf ("路线 %s%s（K%d.%03d—K%d.%03d）", code, as, section->start_m / 1000,
                          section->start_m % 1000, section->end_m / 1000, section->end_m % 1000);
}

/* "同时列入两县：371502（东昌府区）已列在 甲县.csv 第 2 行，371521（阳谷县）又列入" and its like. */
static char *
show_both (const YlCountyLists *lists, const YlCountiesHit *hit)
{
  const gboolean is_one_county = hit->first->county_code == hit->later->county_code;
  g_autofree char *section = yl_counties_section_show (hit->later);
  g_autofree char *other = yl_counties_section_show (hit->first);
  g_autofree char *km = yl_decimal_format (hit->length_m, 3, TRUE);
  g_autofree char *place = yl_county_lists_show_place (lists, hit->first);
  g_autofree char *first = yl_county_show (lists->places, hit->first->county_code);
  g_autofree char *later = yl_county_show (lists->places, hit->later->county_code);
  if (hit->kind == YL_COUNTIES_SAME_ORIGIN)
    return g_strdup_printf ("上年的%s有 %s 公里在两处申报：%s在 %s，%s在本行", section, km, first,
                            place, later);
  if (hit->kind == YL_COUNTIES_OTHER_CODE)
    return g_strdup_printf ("%s与 %s 的%s在同一乡镇，起止桩号、里程%s相同，只有路线编码不同，"
                            "%s 公里在两处列入",
                            section, place, other,
                            hit->first->name != 0 && hit->later->name != 0 ? "和路名" : "", km);
  return g_strdup_printf ("%s有 %s 公里%s：%s已列在 %s，%s又列入", section, km,
                          is_one_county ? "在同一县的两份台账里都有" : "同时列入两县", first, place,
                          later);
}

static void
report_hit (YlCountyLists *lists, const YlCountiesHit *hit)
{
  g_autofree char *both = show_both (lists, hit);
  g_autofree char *yuan = yl_money_to_grouped (hit->amount);
  g_autofree char *later = yl_county_show (lists->places, hit->later->county_code);
  g_autofree char *other = yl_county_lists_show_place (lists, hit->first);
  const char *sheet = get_sheet (lists, hit->later);
  g_autofree char *expected = g_strdup_printf ("只列在一处（另一处是 %s）", other);
  g_autofree char *message =
      g_strdup_printf ("%s；两处都计入，按较低标准重复 %s 元；请核实该路段归谁管养，从另一处删除"
                       "或填“重复路段”",
                       both, yuan);
  yl_findings_add (lists->findings,
                   &(YlFinding){
                       .code = YL_A11,
                       .severity = YL_SEVERITY_ERROR,
                       .file = get_file (lists, hit->later),
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

static void
record_hit (gpointer self, const YlCountiesHit *hit)
{
  YlCountyLists *lists = self;
  const YlCountiesPair counties = { .kind = hit->kind,
                                    .first_county = hit->first->county_code,
                                    .later_county = hit->later->county_code };
  const YlCountiesKept kept = { hit->kind, *hit->first, *hit->later, hit->length_m, hit->amount };
  add_to_pair (lists, &counties, hit->length_m, hit->amount);
  if (lists->hits->len < lists->n_kept)
    g_array_append_val (lists->hits, kept);
  if (yl_findings_want (lists->findings, YL_A11, YL_SEVERITY_ERROR))
    report_hit (lists, hit);
}

static void
report_odd (YlCountyLists *lists, const YlRoadRow *row, guint32 code_county)
{
  g_autofree char *code = yl_text_dup (row->route_code);
  g_autofree char *seen = yl_county_show (lists->places, code_county);
  g_autofree char *expected = yl_county_show (lists->places, row->road.county_code);
  g_autofree char *message =
      g_strdup_printf ("路线编码 %s 里的县级代码是 %s，行政区划却在 %s；该行照常计入，"
                       "金额不受影响；请确认该路段属于哪个县",
                       code, seen, expected);
  yl_findings_add (lists->findings,
                   &(YlFinding){
                       .code = YL_A07,
                       .severity = YL_SEVERITY_WARNING,
                       .file = g_ptr_array_index (lists->files, lists->files->len - 1),
                       .sheet = lists->sheet == 0 ? NULL : row->sheet,
                       .row = row->road.row,
                       .column = "路线编码",
                       .seen = seen,
                       .expected = expected,
                       .message = message,
                       .is_priced = TRUE,
                   });
}

static void
record_odd (YlCountyLists *lists, const YlRoadRow *row, guint32 code_county)
{
  const YlCountiesPair counties = { .kind = YL_COUNTIES_CODE_AT_ODDS,
                                    .first_county = code_county,
                                    .later_county = row->road.county_code };
  add_to_pair (lists, &counties, yl_counted_get_m (&row->road), (YlMoney){ 0 });
  if (yl_findings_want (lists->findings, YL_A07, YL_SEVERITY_WARNING))
    report_odd (lists, row, code_county);
}

/* A sheet beyond the numbers of sheets goes without its name. */
static guint16
number_sheet (YlCountyLists *lists, const char *sheet)
{
  if (strcmp (g_ptr_array_index (lists->sheets, lists->sheet), sheet) == 0)
    return lists->sheet;
  if (sheet[0] == '\0' || lists->sheets->len > G_MAXUINT16)
    return 0;
  g_ptr_array_add (lists->sheets, g_strdup (sheet));
  return (guint16) (lists->sheets->len - 1);
}

void
yl_county_lists_begin (YlCountyLists *lists, const char *file)
{
  g_ptr_array_add (lists->files, g_strdup (file));
}

/* A claim comes with its section, so that there are never more of them. */
static void
keep_section (YlCountyLists *lists, const YlRoadRow *row, const YlRateTable *rates)
{
  const guint file = lists->files->len - 1;
  YlCountiesSection section;
  YlCountiesSection claim;
  if (!yl_counties_section_init (&section, row, rates, lists->places, (guint16) file))
    return;
  section.sheet = lists->sheet;
  if (yl_counties_claim_init (&claim, &section, row, lists->places))
    g_array_append_val (lists->claims, claim);
  g_array_append_val (lists->sections, section);
  lists->is_given_up = lists->max_sections != 0 && lists->sections->len > lists->max_sections;
  if (!lists->is_given_up)
    return;
  g_array_set_size (lists->claims, 0);
  g_array_unref (lists->sections);
  lists->sections = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
}

void
yl_county_lists_take (YlCountyLists *lists, const YlRoadRow *row, const YlRateTable *rates)
{
  const char *sheet = row->sheet == NULL ? "" : row->sheet;
  lists->sheet = number_sheet (lists, sheet);
  const guint file = lists->files->len - 1;
  const YlRowContext context = { rates, lists->places, NULL, NULL };
  const YlRowTexts texts = { g_ptr_array_index (lists->files, file), sheet, row->route_code,
                             row->length_unit };
  yl_list_check_row (&context, &row->road, &texts, lists->findings);
  const guint32 code_county = yl_counties_find_code_county (row, lists->places);
  if (code_county != 0)
    record_odd (lists, row, code_county);
  if (!lists->is_given_up)
    keep_section (lists, row, rates);
  lists->n_rows++;
}

static int
compare_pairs (gconstpointer left, gconstpointer right)
{
  const YlCountiesPair *a = left;
  const YlCountiesPair *b = right;
  const gint64 keys[][2] = { { a->kind, b->kind },
                             { b->amount.fen, a->amount.fen },
                             { b->length_m, a->length_m },
                             { a->first_county, b->first_county },
                             { a->later_county, b->later_county } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

gboolean
yl_county_lists_compare (YlCountyLists *lists, GError **error)
{
  g_ptr_array_add (lists->files, NULL);
  lists->n_compared = lists->sections->len;
  yl_counties_scan (lists->sections, record_hit, lists);
  yl_counties_scan_claims (lists->sections, lists->claims, record_hit, lists);
  yl_counties_scan_codes (lists->sections, record_hit, lists);
  g_clear_pointer (&lists->sections, g_array_unref);
  g_array_sort (lists->pairs, compare_pairs);
  yl_findings_sort (lists->findings);
  if (!lists->is_too_large)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_OVERFLOW,
               "重复计入的金额合计超出程序能够表示的范围，请检查里程和标准的单位是否写错");
  return FALSE;
}

YlVerdict
yl_county_lists_get_verdict (const YlCountyLists *lists)
{
  return yl_findings_judge (lists->findings, lists->n_rows > 0, lists->n_compared == lists->n_rows);
}

static void
add_pair (const YlCountyLists *lists, const YlCountiesPair *pair, YlAudit *audit)
{
  g_autofree char *first = yl_county_show (lists->places, pair->first_county);
  g_autofree char *later = yl_county_show (lists->places, pair->later_county);
  g_autofree char *km = yl_decimal_format (pair->length_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped (pair->amount);
  g_autofree char *what = g_strdup_printf ("%s与%s", first, later);
  g_autofree char *taken_for =
      g_strdup_printf ("%s：%" G_GUINT64_FORMAT " 个路段，%s 公里，涉及 %s 元",
                       yl_counties_kind_get_name (pair->kind), pair->n_sections, km, yuan);
  yl_audit_add_reading (audit, what, taken_for);
}

YlCountiesPair
yl_county_lists_sum (const YlCountyLists *lists)
{
  YlCountiesPair sum = { 0 };
  for (guint i = 0; i < lists->pairs->len; i++)
    {
      const YlCountiesPair *pair = &g_array_index (lists->pairs, YlCountiesPair, i);
      if (pair->kind == YL_COUNTIES_CODE_AT_ODDS)
        continue;
      sum.n_sections += pair->n_sections;
      sum.length_m += pair->length_m;
      yl_money_add (sum.amount, pair->amount, &sum.amount);
    }
  return sum;
}

static char *
conclude (const YlCountyLists *lists)
{
  const YlCountiesPair sum = yl_county_lists_sum (lists);
  g_autofree char *km = yl_decimal_format (sum.length_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped (sum.amount);
  g_autofree char *twice =
      sum.n_sections == 0
          ? g_strdup ("没有发现两处列入的路段。")
          : g_strdup_printf ("%" G_GUINT64_FORMAT
                             " 个路段两处列入，重复 %s 公里，按较低标准重复 %s 元。",
                             sum.n_sections, km, yuan);
  return g_strdup_printf ("多县里程台账比对%s。读入 %" G_GUINT64_FORMAT
                          " 个路段，比对其中计入里程且路线编码完整的 %" G_GUINT64_FORMAT
                          " 个。%s同一类问题只列出前 %u 条。",
                          yl_verdict_get_name (yl_county_lists_get_verdict (lists)), lists->n_rows,
                          lists->n_compared, twice, lists->n_kept);
}

YlAudit *
yl_county_lists_to_audit (const YlCountyLists *lists)
{
  const char *const *files = (const char *const *) lists->files->pdata;
  const guint n_files = g_strv_length ((char **) files);
  g_autofree char *name = n_files == 1 ? g_strdup (files[0])
                                       : g_strdup_printf ("%s等 %u 份里程台账", files[0], n_files);
  YlAudit *audit = yl_audit_new (name);
  for (guint i = 0; i < n_files; i++)
    yl_audit_add_reading (audit, files[i], YL_LIST_ROADS);
  for (guint i = 0; i < lists->pairs->len; i++)
    add_pair (lists, &g_array_index (lists->pairs, YlCountiesPair, i), audit);
  yl_findings_append (audit->findings, lists->findings);
  audit->verdict = yl_county_lists_get_verdict (lists);
  audit->conclusion = yl_arena_take (audit->arena, conclude (lists));
  return audit;
}
