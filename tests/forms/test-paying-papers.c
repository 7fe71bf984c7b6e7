/* The working papers on the money: 拨付核对, 闲置资金, 三表核对. */
#include "forms/excel-rules.h"
#include "support/assert.h"
#include "support/book-parts.h"
#include "support/make-papers.h"
#include "support/paying-case.h"
#include "support/read-book.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  YlAuditCase *audit;
} Papers;

static int
set_up_with (void **state, gboolean has_paid)
{
  Papers *papers = g_new0 (Papers, 1);
  papers->folder = g_dir_make_tmp ("yanglu-paying-XXXXXX", NULL);
  papers->path = g_build_filename (papers->folder, "底稿.xlsx", NULL);
  papers->audit = yl_audit_case_new ();
  yl_audit_case_add_paying (papers->audit, has_paid);
  *state = papers;
  return 0;
}

static int
set_up (void **state)
{
  return set_up_with (state, TRUE);
}

static int
set_up_unpaid (void **state)
{
  return set_up_with (state, FALSE);
}

static int
tear_down (void **state)
{
  Papers *papers = *state;
  g_unlink (papers->path);
  g_rmdir (papers->folder);
  g_free (papers->path);
  g_free (papers->folder);
  yl_audit_case_free (papers->audit);
  g_free (papers);
  return 0;
}

static YlTestBook *
write_papers (const Papers *papers)
{
  const YlAuditBookRequest request = { .audit = papers->audit->audit, .date = { 20211231 } };
  yl_test_make_papers (&request, papers->path);
  return yl_test_read_book (papers->path);
}

/* 梁水镇 has 9,000.00 and got 9,001.00; the works stand in no line of the budget. */
static void
each_payee_stands_with_what_it_was_allotted_and_paid (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "拨付核对", 1, "梁水镇", 5, "1");
  yl_test_book_assert_beside (book, "拨付核对", 1, "梁水镇", 7, "超付");
  yl_test_book_assert_beside (book, "拨付核对", 1, "沙镇镇", 7, "一致");
  yl_test_book_assert_beside (book, "拨付核对", 1, "县级农村公路管护机构", 7, "未付足");
  yl_test_book_assert_beside (book, "拨付核对", 1, "县级农村公路管护机构", 8,
                              "东昌府区农村公路管护中心");
  yl_test_book_assert_beside (book, "拨付核对", 1, "养护工程", 3, "—");
  yl_test_book_assert_beside (book, "拨付核对", 1, "养护工程", 7, "预算没有分配");
  yl_test_book_assert_beside (book, "拨付核对", 0, "合计", 3, "148950");
  yl_test_book_assert_beside (book, "拨付核对", 0, "合计", 4, "101201");
  yl_test_book_assert_beside (book, "拨付核对", 0, "合计", 5, "-47749");
}

/* 9,000.00 paid of 49,649.95; the last day is the audit's own and not over. */
static void
the_days_of_the_calendar_stand_with_what_was_short (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "拨付核对", 1, "2021年6月30日", 3, "49649.95");
  yl_test_book_assert_beside (book, "拨付核对", 1, "2021年6月30日", 5, "-40649.95");
  yl_test_book_assert_beside (book, "拨付核对", 1, "2021年6月30日", 7, "逾期少付");
  yl_test_book_assert_beside (book, "拨付核对", 1, "2021年12月31日", 7, "尚未到期");
}

/* 180,000.00 + 201.00 − 113,201.00 = 67,000.00 */
static void
the_ledger_balances (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "拨付核对", 0, "收到（元）", 3, "180000");
  yl_test_book_assert_beside (book, "拨付核对", 0, "垫付（元）", 3, "201");
  yl_test_book_assert_beside (book, "拨付核对", 0, "支付（元）", 3, "113201");
  yl_test_book_assert_beside (book, "拨付核对", 0, "结余（元）＝收到＋垫付－支付", 3, "67000");
}

static void
money_is_idle_from_the_day_after_its_anniversary (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "闲置资金", 1, "2019-12-30", 12, "1000");
  yl_test_book_assert_beside (book, "闲置资金", 1, "2019-12-31", 11, "18000");
  yl_test_book_assert_beside (book, "闲置资金", 1, "2020-02-29", 11, "20000");
  yl_test_book_assert_beside (book, "闲置资金", 1, "2020-12-30", 11, "4000");
  yl_test_book_assert_beside (book, "闲置资金", 1, "2020-12-31", 10, "5000");
  yl_test_book_assert_beside (book, "闲置资金", 0, "合计", 9, "67000");
  yl_test_book_assert_beside (book, "闲置资金", 0, "合计", 10, "24000");
  yl_test_book_assert_beside (book, "闲置资金", 0, "合计", 11, "42000");
  yl_test_book_assert_beside (book, "闲置资金", 0, "合计", 12, "1000");
}

static void
approved_paid_and_published_stand_side_by_side (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "三表核对", 1, "县级农村公路管护机构", 9, "元与万元混淆");
  yl_test_book_assert_beside (book, "三表核对", 1, "梁水镇", 9, "与执行一致");
  yl_test_book_assert_beside (book, "三表核对", 1, "梁水镇", 10, "梁水镇人民政府");
  yl_test_book_assert_beside (book, "三表核对", 1, "梁水镇", 11, "同一单位");
  yl_test_book_assert_beside (book, "三表核对", 1, "堂邑镇", 5, "—");
  yl_test_book_assert_beside (book, "三表核对", 1, "堂邑镇", 9, "没有公开");
  yl_test_book_assert_beside (book, "三表核对", 1, "某某村委会", 9, "不一致");
  yl_test_book_assert_beside (book, "三表核对", 0, "合计", 3, "203575");
  yl_test_book_assert_beside (book, "三表核对", 0, "合计", 6, "-72699");
}

/* 203,575.00 − 72,699.00 = 130,876.00; the last step is half a yuan of rounding. */
static void
the_bridge_of_the_three_tables_adds_up (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (book, "三表核对", 0, "批复合计", 4, "203575");
  yl_test_book_assert_beside (book, "三表核对", 0, "执行合计", 4, "130876");
  yl_test_book_assert_beside (book, "三表核对", 0, "尾差", 3, "0.5");
  yl_test_book_assert_beside (book, "三表核对", 0, "公开合计", 4, "183776013.85");
  yl_test_book_assert_beside (book, "三表核对", 0, "公开合计", 5, "以上各项相加与上表合计相符");
}

static void
without_a_ledger_the_published_is_held_against_the_approved (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  assert_string_equal (yl_test_book_get (book, "三表核对", "H3"), "公开－批复\n（元）");
  yl_test_book_assert_beside (book, "三表核对", 1, "梁水镇", 4, "—");
  yl_test_book_assert_beside (book, "三表核对", 1, "梁水镇", 7, "1");
  yl_test_book_assert_beside (book, "三表核对", 1, "梁水镇", 9, "不一致");
  assert_number_equal (yl_test_book_find_row (book, "三表核对", 1, 0, "执行合计"), 0);
  yl_test_book_assert_beside (book, "三表核对", 0, "公开合计", 4, "183776013.85");
}

static void
the_conclusion_names_the_sheets (void **state)
{
  g_autoptr (YlTestBook) book = write_papers (*state);
  yl_test_book_assert_beside (
      book, "结论", 0, "资金拨付", 2,
      "截至2021年12月31日收到180,000.00元，支付113,201.00元，未支出67,000.00元，其中"
      "闲置一至两年"
      "42,000.00元、两年以上1,000.00元，见“拨付核对”和“闲置资金”");
  yl_test_book_assert_beside (
      book, "结论", 0, "三表核对", 2,
      "批复203,575.00元，执行130,876.00元，公开183,776,013.85元，见“三表核对”");
}

static void
what_the_tables_cannot_show_stands_in_one_row (void **state)
{
  Papers *papers = *state;
  yl_audit_case_add_many_paid (papers->audit, 5000);
  g_autoptr (YlTestBook) book = write_papers (papers);
  yl_test_book_assert_beside (book, "拨付核对", 1, "其余 5 个", 6, "5");
  yl_test_book_assert_beside (book, "闲置资金", 0, "其余 6 笔", 6, "6");
  yl_test_book_assert_beside (book, "三表核对", 1, "其余 7 个", 5, "7");
  /* half a yuan of rounding, and seven rows of a yuan */
  yl_test_book_assert_beside (book, "三表核对", 0, "其余各行和尾差", 3, "7.5");
  yl_test_book_assert_beside (book, "三表核对", 0, "公开合计", 4, "183781013.85");
}

static void
excel_opens_every_paper_without_repair (void **state)
{
  const Papers *papers = *state;
  g_autoptr (YlTestBook) book = write_papers (papers);
  assert_excel_keeps (EXCEL_RULES_ALL, papers->path);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
#define UNPAID(name) cmocka_unit_test_setup_teardown (name, set_up_unpaid, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (each_payee_stands_with_what_it_was_allotted_and_paid),
    SENTENCE (the_days_of_the_calendar_stand_with_what_was_short),
    SENTENCE (the_ledger_balances),
    SENTENCE (money_is_idle_from_the_day_after_its_anniversary),
    SENTENCE (approved_paid_and_published_stand_side_by_side),
    SENTENCE (the_bridge_of_the_three_tables_adds_up),
    UNPAID (without_a_ledger_the_published_is_held_against_the_approved),
    SENTENCE (the_conclusion_names_the_sheets),
    SENTENCE (what_the_tables_cannot_show_stands_in_one_row),
    SENTENCE (excel_opens_every_paper_without_repair),
    UNPAID (excel_opens_every_paper_without_repair),
  };
  return cmocka_run_group_tests_name ("papers on paying", tests, NULL, NULL);
}
