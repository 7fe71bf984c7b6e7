#include "forms/excel-rules.h"
#include "forms/same-book.h"
#include "support/assert.h"
#include "support/audit-case.h"
#include "support/book-parts.h"
#include "support/make-papers.h"
#include "support/read-book.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/plan.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  char *other;
  YlAuditCase *audit;
} Papers;

static int
set_up_with (void **state, YlAuditCase *audit)
{
  Papers *papers = g_new0 (Papers, 1);
  papers->folder = g_dir_make_tmp ("yanglu-papers-XXXXXX", NULL);
  papers->path = g_build_filename (papers->folder, "甲.xlsx", NULL);
  papers->other = g_build_filename (papers->folder, "乙.xlsx", NULL);
  papers->audit = audit;
  *state = papers;
  return 0;
}

static int
set_up (void **state)
{
  return set_up_with (state, yl_audit_case_new ());
}

static int
set_up_sound (void **state)
{
  return set_up_with (state, yl_audit_case_new_sound ());
}

static int
tear_down (void **state)
{
  Papers *papers = *state;
  g_unlink (papers->path);
  g_unlink (papers->other);
  g_rmdir (papers->folder);
  g_free (papers->path);
  g_free (papers->other);
  g_free (papers->folder);
  yl_audit_case_free (papers->audit);
  g_free (papers);
  return 0;
}

static YlAuditBookRequest
request_of (const Papers *papers)
{
  return (YlAuditBookRequest){
    .audit = papers->audit->audit,
    .found = papers->audit->found,
    .sample = papers->audit->sample,
    .entity = "东昌府区交通运输局",
    .date = { 20210131 },
  };
}

static YlTestBook *
write_request (const Papers *papers, const YlAuditBookRequest *request)
{
  yl_test_make_papers (request, papers->path);
  return yl_test_read_book (papers->path);
}

static YlTestBook *
write_papers (const Papers *papers)
{
  const YlAuditBookRequest request = request_of (papers);
  return write_request (papers, &request);
}

static void
the_papers_of_the_audit_stand_in_their_order (void **state)
{
  static const char *const sheets[] = { "结论",     "审计工作底稿", "问题清单", "读取口径",
                                        "A01证据",  "A02证据",      "A03证据",  "A04证据",
                                        "A06证据",  "B01证据",      "B03证据",  "C01证据",
                                        "C04证据",  "C09证据",      "C11证据",  "差异分解",
                                        "抽样清单", "取证单" };
  g_autoptr (YlTestBook) book = write_papers (*state);
  assert_number_equal (yl_test_book_get_n_sheets (book), G_N_ELEMENTS (sheets));
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    assert_string_equal (yl_test_book_get_sheet (book, i), sheets[i]);
}

static void
the_plan_of_the_papers_is_the_papers_cell_by_cell (void **state)
{
  const Papers *papers = *state;
  const YlAuditBookRequest request = request_of (papers);
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = yl_planned_book_new ("甲.xlsx", texts);
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_audit_book_write (&request, &sink);
  yl_test_make_papers (&request, papers->path);
  assert_true (same_book_assert (papers->path, texts, plan->workbook) > 300);
}

static void
the_conclusion_says_verdict_totals_difference_and_counts (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "结论", 0, "审计结论", 2, "不符");
  yl_test_book_assert_beside (book, "结论", 0, "文件所列合计（元）", 2, "6800008");
  yl_test_book_assert_beside (book, "结论", 0, "按政策复算合计（元）", 2, "6761170");
  yl_test_book_assert_beside (book, "结论", 0, "差额（元）", 2, "38838");
  yl_test_book_assert_beside (book, "结论", 0, "问题数", 2, "错误9项，警告1项，提示1项");
}

/* 38,838.00 ÷ 6,761,170.00 = 0.574…%, shown to the hundredth of a per cent. */
static void
the_difference_is_a_part_of_the_recomputed_total (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "结论", 0, "差额（元）", 8, "0.0057");
}

/* 2,000,000.00 before 561,477.00 before a shortfall of 50,000.00. */
static void
the_heaviest_findings_come_first_whatever_their_sign (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  const guint32 row = yl_test_book_require_row (book, "结论", 0, "序号");
  static const char *const codes[] = { "B03", "C11", "B01", "A01", "A06" };
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    assert_string_equal (yl_test_book_get_at (book, "结论", row + 1 + i, 1), codes[i]);
}

static void
who_gains_is_told_with_what (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "结论", 0, "县级财政", 7, "2000000");
  yl_test_book_assert_beside (book, "结论", 0, "沙镇镇", 4, "45051");
  yl_test_book_assert_beside (book, "结论", 0, "堂邑镇", 5, "50000");
  yl_test_book_assert_beside (book, "结论", 0, "其他受益方", 4, "555");
}

/* 45,051 + 12,000 + 3,000 + 28,140 + 92 + 555 too much, 50,000 too little, 2,000,000 used for what it
 * is not for: never 88,838 − 50,000. */
static void
what_is_too_much_and_what_is_too_little_are_added_apart (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  static const char *const errors[] = { "88838", "50000", "0", "2000000" };
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    yl_test_book_assert_beside (book, "结论", 0, "错误", 4 + i, errors[i]);
  yl_test_book_assert_beside (book, "结论", 0, "警告", 7, "561477");
  const guint32 row = yl_test_book_require_row (book, "问题清单", 0, "小计");
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    assert_string_equal (yl_test_book_get_at (book, "问题清单", row, 9 + i), errors[i]);
}

static void
an_amount_stands_in_the_column_of_its_kind_without_a_sign (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  const guint32 row = yl_test_book_require_row (book, "问题清单", 1, "B01");
  static const char *const cells[] = { "", "50000", "", "" };
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    assert_string_equal (yl_test_book_get_at (book, "问题清单", row, 9 + i), cells[i]);
  yl_test_book_assert_beside (book, "取证单", 0, "少计\n金额（元）", 1, "50000");
}

/* The page names the first five; the sheet behind it all of them. */
static void
what_was_compared_and_what_was_not_stands_in_the_conclusion (void **state)
{
  Papers *papers = *state;
  YlAudit *audit = papers->audit->audit;
  audit->verdict = YL_VERDICT_PARTLY;
  audit->coverage->n_rows = 12;
  audit->coverage->n_columns = 3;
  audit->coverage->n_proved = 36;
  for (guint i = 0; i < 6; i++)
    {
      const char column[] = { (char) ('A' + (char) i), '\0' };
      yl_coverage_add_gap (audit->coverage, &(YlCoverageGap){ .sheet = "汇总",
                                                              .column = column,
                                                              .cell = "C5",
                                                              .n_figures = 2,
                                                              .amount_fen = 1000,
                                                              .is_money = TRUE,
                                                              .reason = YL_GAP_NO_BASIS });
    }
  g_autoptr (YlTestBook) book = write_papers (papers);
  yl_test_book_assert_beside (book, "结论", 0, "审计结论", 2, "部分核对");
  yl_test_book_assert_beside (book, "结论", 0, "核对范围", 2,
                              "已核对 12 行 3 列金额，均与重算结果核对。");
  yl_test_book_assert_beside (
      book, "结论", 0, "未核对", 2,
      "工作表“汇总”“A”列 2 个数（C5 起，合计 10.00 元）：没有里程、标准或合计可以印证");
  const guint32 row = yl_test_book_require_row (book, "结论", 0, "未核对");
  assert_string_equal (yl_test_book_get_at (book, "结论", row + 5, 2),
                       "未核对的共6处，全部见“核对范围”表");
  assert_string_equal (yl_test_book_get (book, "核对范围", "C9"), "F");
  assert_string_equal (yl_test_book_get (book, "核对范围", "F9"), "10");
}

static void
the_row_of_a_finding_stands_in_its_evidence_with_its_heads (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  /* H60 of 里程明细 */
  assert_string_equal (yl_test_book_get (book, "A03证据", "D3"), "B列\n路线编码");
  assert_string_equal (yl_test_book_get (book, "A03证据", "B4"), "60");
  assert_string_equal (yl_test_book_get (book, "A03证据", "D4"), "C056371502");
  assert_string_equal (yl_test_book_get (book, "A03证据", "M4"), "6.055");
  assert_string_equal (yl_test_book_get (book, "A03证据", "N4"), "多计");
  assert_string_equal (yl_test_book_get (book, "A03证据", "O4"), "3000");
}

/* 里程 over 县道, 乡道, 村道: the lower head is shown; 乡镇 is merged over both rows. */
static void
heads_over_two_rows_are_read_as_people_read_them (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  assert_string_equal (yl_test_book_get (book, "B01证据", "D3"), "B列\n乡镇");
  assert_string_equal (yl_test_book_get (book, "B01证据", "F3"), "D列\n乡道");
  assert_string_equal (yl_test_book_get (book, "B01证据", "D4"), "堂邑镇");
}

static void
what_stands_in_no_row_is_evidence_in_words (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  assert_string_equal (yl_test_book_get (book, "B03证据", "A2"), "不在表中某一行的问题");
  assert_string_equal (yl_test_book_get (book, "B03证据", "C4"), "整个文件");
  assert_string_equal (yl_test_book_get (book, "B03证据", "F4"), "2000000.00");
}

/* The cell at fault has another look than its neighbours. */
static void
the_cell_at_fault_is_highlighted (void **state)
{
  const Papers *papers = *state;
  g_autoptr (YlTestBook) book = write_papers (papers);
  g_autofree char *xml = yl_test_read_tab (papers->path, 6);
  const char *fault = strstr (xml, "<c r=\"J4\" s=\"");
  const char *beside = strstr (xml, "<c r=\"I4\" s=\"");
  assert_non_null (fault);
  assert_non_null (beside);
  assert_string_equal (yl_test_book_get (book, "A03证据", "J3"), "H列\n里程（公里）");
  assert_true (strncmp (fault + strlen ("<c r=\"J4\""), beside + strlen ("<c r=\"J4\""), 8) != 0);
}

/* 6,800,008.00 − 45,051.00 = 6,754,957.00 … 6,761,170.00 */
static void
the_bridge_leads_step_by_step_from_one_total_to_the_other (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "差异分解", 1, "文件所列合计", 3, "6800008");
  yl_test_book_assert_beside (book, "差异分解", 1, "重复列入的路段1处", 3, "6754957");
  yl_test_book_assert_beside (book, "差异分解", 1, "尚未分解的差额", 2, "0");
  yl_test_book_assert_beside (book, "差异分解", 1, "按政策复算合计（以上各项相加）", 2, "6761170");
  yl_test_book_assert_beside (book, "差异分解", 1, "按政策复算合计（以上各项相加）", 3, "6761170");
}

static void
what_no_step_explains_is_a_line_of_its_own (void **state)
{
  Papers *papers = *state;
  papers->audit->audit->expected_fen += 12345;
  g_autoptr (YlTestBook) book = write_papers (papers);
  yl_test_book_assert_beside (book, "差异分解", 1, "尚未分解的差额", 2, "123.45");
  yl_test_book_assert_beside (book, "差异分解", 1, "按政策复算合计（以上各项相加）", 2,
                              "6761293.45");
}

static void
the_sample_states_seed_interval_confidence_and_its_days (void **state)
{
  const Papers *papers = *state;
  g_autoptr (YlTestBook) book = write_papers (papers);
  yl_test_book_assert_beside (book, "抽样清单", 0, "置信水平", 4, "0.95");
  yl_test_book_assert_beside (book, "抽样清单", 0, "置信系数", 4, "3");
  yl_test_book_assert_beside (book, "抽样清单", 0, "随机种子", 4, "20201128");
  yl_test_book_assert_beside (book, "抽样清单", 0, "抽样总体（元）", 4, "2951040");
  yl_test_book_assert_beside (book, "抽样清单", 0, "可容忍错报（元）", 4, "147552");
  yl_test_book_assert_beside (book, "抽样清单", 0, "抽样间距（元）", 4, "49184");
  const guint32 row = yl_test_book_require_row (book, "抽样清单", 0, "序号");
  assert_string_equal (yl_test_book_get_at (book, "抽样清单", row + 1, 1), "1");
}

static void
a_form_has_what_it_takes_to_be_signed (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  static const char *const labels[] = { "项目名称", "被审计单位", "审计事项", "位置",
                                        "文件所列", "事实摘要",   "金额大写", "依据",
                                        "审计人员", "复核人",     "更正建议", "被审计单位\n意见" };
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    yl_test_book_require_row (book, "取证单", 0, labels[i]);
  yl_test_book_assert_beside (book, "取证单", 0, "审计事项", 1, "A01 路线或路段重复列入（错误）");
  yl_test_book_assert_beside (book, "取证单", 0, "金额大写", 1, "肆万伍仟零伍拾壹元整");
  yl_test_book_assert_beside (book, "取证单", 0, "被审计单位\n意见", 1, "");
}

/* Eleven forms of 18 rows, the first with the title of the sheet: a break before each other. */
/* Two of them take evidence; what bears it out is named by its 索引号, and a rule of this program is no
 * law: its place is left for the pen. */
static void
a_form_is_signed_by_two_auditors_and_names_its_evidence (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  const guint32 row = yl_test_book_require_row (book, "取证单", 0, "审计人员");
  assert_string_equal (yl_test_book_get_at (book, "取证单", row, 2), "审计人员");
  assert_string_equal (yl_test_book_get (book, "取证单", "A2"), "索引号：QZ-1（共11号）");
  assert_string_equal (yl_test_book_get (book, "取证单", "C2"), "问题清单（QD）第1项，证据 ZJ-A01");
  yl_test_book_assert_beside (book, "取证单", 0, "依据", 1, "");
  const guint32 rate = yl_test_book_require_row (book, "问题清单", 1, "B01");
  assert_string_equal (yl_test_book_get_at (book, "问题清单", rate, 15),
                       "聊政办发〔2020〕10号 二（二）1");
  assert_string_equal (yl_test_book_get_at (book, "问题清单", rate, 18), "ZJ-B01");
}

static void
the_working_paper_has_the_fields_of_the_national_form (void **state)
{
  const Papers *papers = *state;
  YlAuditBookRequest request = request_of (papers);
  request.year = 2021;
  g_autoptr (YlTestBook) book = write_request (papers, &request);
  static const char *const labels[] = { "索引号",   "被审计单位", "审计事项", "审计过程",
                                        "审计人员", "复核意见",   "复核人",   "附件" };
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    yl_test_book_require_row (book, "审计工作底稿", 0, labels[i]);
  yl_test_book_assert_beside (book, "审计工作底稿", 0, "索引号", 1, "DG");
  yl_test_book_assert_beside (book, "审计工作底稿", 0, "被审计单位", 1, "东昌府区交通运输局");
  yl_test_book_assert_beside (book, "审计工作底稿", 0, "被审计单位", 3, "2021年度");
  yl_test_book_assert_beside (book, "审计工作底稿", 0, "审计人员", 3, "2021年1月31日");
  yl_test_book_assert_beside (
      book, "审计工作底稿", 0, "附件", 1,
      "结论（JL）、问题清单（QD）、各规则证据（ZJ，11张）、取证单（QZ，11份）");
}

static void
rules_that_were_switched_off_are_listed_with_their_notes (void **state)
{
  const Papers *papers = *state;
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  yl_rule_set_edit (rules, YL_C09)->is_enabled = FALSE;
  yl_rule_set_edit (rules, YL_C09)->note = "送审稿允许粘贴数值";
  YlAuditBookRequest request = request_of (papers);
  request.rules = rules;
  g_autoptr (YlTestBook) book = write_request (papers, &request);
  assert_string_equal (yl_test_book_get (book, "停用的规则", "B4"), "C09");
  assert_string_equal (yl_test_book_get (book, "停用的规则", "D4"), "送审稿允许粘贴数值");
  assert_string_equal (yl_test_book_get (book, "停用的规则", "B5"), "");
}

/* The audited entity has written none of it. */
static void
the_file_names_no_author (void **state)
{
  const Papers *papers = *state;
  g_autoptr (YlTestBook) book = write_papers (papers);
  g_autofree char *xml = yl_test_read_part (papers->path, "docProps/core.xml");
  assert_null (strstr (xml, "东昌府区"));
}

static void
each_form_begins_a_page (void **state)
{
  const Papers *papers = *state;
  g_autoptr (YlTestBook) book = write_papers (papers);
  g_autofree char *xml = yl_test_read_tab (papers->path, 17);
  assert_non_null (strstr (xml, "<rowBreaks count=\"10\" manualBreakCount=\"10\">"));
  guint32 row = 1;
  for (guint i = 1; i < 11; i++)
    {
      row = yl_test_book_find_row (book, "取证单", row + 1, 0, "审计取证单");
      assert_true (row > 0);
      g_autofree char *line = g_strdup_printf ("<brk id=\"%u\" ", row - 1);
      assert_non_null (strstr (xml, line));
    }
}

static void
findings_without_a_form_are_named (void **state)
{
  const Papers *papers = *state;
  YlAuditBookRequest request = request_of (papers);
  request.n_forms = 4;
  g_autoptr (YlTestBook) book = write_request (papers, &request);
  const guint32 last = yl_test_book_get_last_row (book, "取证单");
  assert_string_equal (yl_test_book_get_at (book, "取证单", last, 0),
                       "其余7项问题未单独制单，见问题清单中“取证单”一列为空的各行。");
  guint n_numbered = 0;
  for (guint32 row = 4; row < 15; row++)
    n_numbered += *yl_test_book_get_at (book, "问题清单", row, 17) != '\0' ? 1 : 0;
  assert_number_equal (n_numbered, 4);
}

static void
an_audit_without_findings_is_a_page_that_says_so (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "结论", 0, "审计结论", 2, "成立");
  yl_test_book_assert_beside (book, "结论", 0, "问题数", 2, "错误0项，警告0项，提示0项");
  assert_string_equal (yl_test_book_get (book, "问题清单", "O4"), "未发现问题");
  assert_false (yl_test_book_has_sheet (book, "取证单"));
  assert_false (yl_test_book_has_sheet (book, "A01证据"));
  assert_true (yl_test_book_has_sheet (book, "差异分解"));
}

static void
an_audit_that_could_read_nothing_is_told_without_totals (void **state)
{
  Papers *papers = *state;
  YlAudit *audit = papers->audit->audit;
  audit->verdict = YL_VERDICT_UNREADABLE;
  g_array_set_size (audit->explanations, 0);
  audit->has_stated = FALSE;
  audit->has_expected = FALSE;
  YlAuditBookRequest request = request_of (papers);
  request.found = NULL;
  request.sample = NULL;
  g_autoptr (YlTestBook) book = write_request (papers, &request);
  yl_test_book_assert_beside (book, "结论", 0, "审计结论", 2, "未能重算");
  yl_test_book_assert_beside (book, "结论", 0, "文件所列合计（元）", 2, "不详");
  assert_false (yl_test_book_has_sheet (book, "差异分解"));
  assert_false (yl_test_book_has_sheet (book, "抽样清单"));
}

static void
five_thousand_findings_are_listed_and_the_limits_named (void **state)
{
  Papers *papers = *state;
  yl_audit_case_add_many (papers->audit, 5000 - 11);
  g_autoptr (YlTestBook) book = write_papers (papers);
  assert_string_equal (yl_test_book_get (book, "问题清单", "A5003"), "5000");
  const guint32 last = yl_test_book_get_last_row (book, "取证单");
  assert_string_equal (yl_test_book_get_at (book, "取证单", last, 0),
                       "其余4900项问题未单独制单，见问题清单中“取证单”一列为空的各行。");
  const guint32 total = yl_test_book_get_last_row (book, "A09证据") - 1;
  assert_string_equal (yl_test_book_get_at (book, "A09证据", total, 0),
                       "合计（共624项，以上列出前200项，其余见问题清单）");
}

static void
excel_opens_every_paper_without_repair (void **state)
{
  const Papers *papers = *state;
  g_autoptr (YlTestBook) book = write_papers (papers);
  assert_excel_keeps (EXCEL_RULES_ALL, papers->path);
}

/* Names that a criterion would read as a pattern, a number or an error. */
static void
odd_gainers_keep_every_rule (void **state)
{
  Papers *papers = *state;
  static const char *const names[] = { "*", "=A1", "<5", "~x", "12", "#N/A", "_x0041_" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    yl_audit_case_add (papers->audit, YL_C10, "F9", 900000000 - i, names[i]);
  g_autoptr (YlTestBook) book = write_papers (papers);
  assert_excel_keeps (EXCEL_RULES_ALL, papers->path);
  yl_test_book_assert_beside (book, "结论", 0, "＊", 4, "9000000");
}

static void
the_same_audit_gives_the_same_bytes (void **state)
{
  const Papers *papers = *state;
  const YlAuditBookRequest request = request_of (papers);
  yl_test_make_papers (&request, papers->path);
  g_usleep (1100000); /* the clock's second must not show */
  yl_test_make_papers (&request, papers->other);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gsize n_one = 0;
  gsize n_two = 0;
  assert_true (g_file_get_contents (papers->path, &one, &n_one, NULL));
  assert_true (g_file_get_contents (papers->other, &two, &n_two, NULL));
  assert_number_equal (n_one, n_two);
  assert_memory_equal (one, two, n_one);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
#define SOUND(name) cmocka_unit_test_setup_teardown (name, set_up_sound, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (the_papers_of_the_audit_stand_in_their_order),
    SENTENCE (the_plan_of_the_papers_is_the_papers_cell_by_cell),
    SENTENCE (the_conclusion_says_verdict_totals_difference_and_counts),
    SENTENCE (the_difference_is_a_part_of_the_recomputed_total),
    SENTENCE (the_heaviest_findings_come_first_whatever_their_sign),
    SENTENCE (who_gains_is_told_with_what),
    SENTENCE (what_is_too_much_and_what_is_too_little_are_added_apart),
    SENTENCE (an_amount_stands_in_the_column_of_its_kind_without_a_sign),
    SENTENCE (what_was_compared_and_what_was_not_stands_in_the_conclusion),
    SENTENCE (the_row_of_a_finding_stands_in_its_evidence_with_its_heads),
    SENTENCE (heads_over_two_rows_are_read_as_people_read_them),
    SENTENCE (what_stands_in_no_row_is_evidence_in_words),
    SENTENCE (the_cell_at_fault_is_highlighted),
    SENTENCE (the_bridge_leads_step_by_step_from_one_total_to_the_other),
    SENTENCE (what_no_step_explains_is_a_line_of_its_own),
    SENTENCE (the_sample_states_seed_interval_confidence_and_its_days),
    SENTENCE (a_form_has_what_it_takes_to_be_signed),
    SENTENCE (a_form_is_signed_by_two_auditors_and_names_its_evidence),
    SENTENCE (the_working_paper_has_the_fields_of_the_national_form),
    SENTENCE (rules_that_were_switched_off_are_listed_with_their_notes),
    SENTENCE (the_file_names_no_author),
    SENTENCE (each_form_begins_a_page),
    SENTENCE (findings_without_a_form_are_named),
    SOUND (an_audit_without_findings_is_a_page_that_says_so),
    SENTENCE (an_audit_that_could_read_nothing_is_told_without_totals),
    SENTENCE (five_thousand_findings_are_listed_and_the_limits_named),
    SENTENCE (excel_opens_every_paper_without_repair),
    SOUND (excel_opens_every_paper_without_repair),
    SENTENCE (odd_gainers_keep_every_rule),
    SENTENCE (the_same_audit_gives_the_same_bytes),
  };
  return cmocka_run_group_tests_name ("audit book", tests, NULL, NULL);
}
