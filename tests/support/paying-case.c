#include "support/paying-case.h"

#define AGENCY "县级农村公路管护机构"

static void
add_payees (YlPaying *paying)
{
  const YlPayeePaying payees[] = {
    { .name = AGENCY,
      .written = "东昌府区农村公路管护中心",
      .match = YL_PARTY_GUESS,
      .is_known = TRUE,
      .purpose = YL_PURPOSE_DAILY,
      .allotted_fen = 12345000,
      .carried_fen = 1200000 },
    { .name = "梁水镇",
      .match = YL_PARTY_SAME,
      .is_known = TRUE,
      .purpose = YL_PURPOSE_DAILY,
      .allotted_fen = 900000,
      .paid_fen = 900100 },
    { .name = "沙镇镇",
      .match = YL_PARTY_SAME,
      .is_known = TRUE,
      .purpose = YL_PURPOSE_DAILY,
      .allotted_fen = 1650000,
      .paid_fen = 1650000 },
    { .name = "养护工程", .purpose = YL_PURPOSE_ENGINEERING, .paid_fen = 7500000 },
    { .name = "某某养护公司", .purpose = YL_PURPOSE_DAILY, .paid_fen = 70000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (payees); i++)
    yl_paying_add_payee (paying, &payees[i]);
}

static void
add_source (
    YlPaying *paying, guint32 date, gint64 received_fen, gint64 passed_on_fen, YlIdleAge age)
{
  YlSourcePaying source = { .party = "省财政厅",
                            .document = "鲁财〔2021〕1号",
                            .use = "日常养护",
                            .date = { date },
                            .due = { date / 10000 * 10000 + 1231 },
                            .is_superior = TRUE,
                            .received_fen = received_fen,
                            .passed_on_fen = passed_on_fen,
                            .row = paying->sources->len + 2 };
  source.idle_fen[age] = received_fen - passed_on_fen;
  paying->received_fen += received_fen;
  paying->unspent_fen += source.idle_fen[age];
  paying->idle_fen[age] += source.idle_fen[age];
  yl_paying_add_source (paying, &source);
}

/* Two years and a day, two years, a leap day, a year and a day, a year, ten months before. */
static YlPaying *
make_paying (void)
{
  YlPaying *paying = yl_paying_new ((YlDate){ 20211231 });
  add_payees (paying);
  add_source (paying, 20191230, 100000, 0, YL_IDLE_OVER_TWO_YEARS);
  add_source (paying, 20191231, 3000000, 1200000, YL_IDLE_OVER_ONE_YEAR);
  add_source (paying, 20200229, 2000000, 0, YL_IDLE_OVER_ONE_YEAR);
  add_source (paying, 20201230, 400000, 0, YL_IDLE_OVER_ONE_YEAR);
  add_source (paying, 20201231, 500000, 0, YL_IDLE_UP_TO_ONE_YEAR);
  add_source (paying, 20210301, 12000000, 10100000, YL_IDLE_UP_TO_ONE_YEAR);
  paying->paid_fen = 11320100;
  paying->ahead_fen = 20100;
  paying->standard_fen = 14895000;
  /* 148,950.00 × 33.3333% = 49,649.95035 */
  yl_paying_add_day (paying, &(YlPayingDay){ .date = { 20210630 },
                                             .share_ppm = 333333,
                                             .basis = "测试〔2021〕1号",
                                             .required_fen = 4964995,
                                             .paid_fen = 900000,
                                             .is_past = TRUE });
  yl_paying_add_day (paying, &(YlPayingDay){ .date = { 20211231 },
                                             .share_ppm = 1000000,
                                             .basis = "测试〔2021〕1号",
                                             .required_fen = 14895000,
                                             .paid_fen = 2620100 });
  return paying;
}

static const YlComparedRow rows[] = {
  { AGENCY, "", YL_PARTY_SAME, YL_PURPOSE_DAILY, TRUE, TRUE, 12345000, 1200000, 1235, 1, 2,
    YL_THREE_WRONG_UNIT },
  { "梁水镇", "梁水镇人民政府", YL_PARTY_REGISTER, YL_PURPOSE_DAILY, TRUE, TRUE, 900000, 900100,
    900100, 100, 3, YL_THREE_AS_PAID },
  { "沙镇镇", "", YL_PARTY_SAME, YL_PURPOSE_DAILY, TRUE, TRUE, 1650000, 1650000, 1650050, 100, 4,
    YL_THREE_AS_APPROVED },
  { "堂邑镇", "", YL_PARTY_SAME, YL_PURPOSE_DAILY, TRUE, FALSE, 3625000, 0, 0, 0, 0,
    YL_THREE_NOT_PUBLISHED },
  { "养护工程", "", YL_PARTY_SAME, YL_PURPOSE_ENGINEERING, FALSE, FALSE, 0, 7500000, 0, 0, 0,
    YL_THREE_NOT_PUBLISHED },
  { "某某村委会", "", YL_PARTY_SAME, YL_PURPOSE_DAILY, FALSE, TRUE, 0, 0, 50000, 100, 5,
    YL_THREE_DIFFERENT },
  { "于集镇", "", YL_PARTY_SAME, YL_PURPOSE_DAILY, TRUE, TRUE, 1837500, 1837500, 18375000000, 100,
    6, YL_THREE_WRONG_UNIT },
};

static void
add_difference (YlComparison *tables, GArray *steps, guint row, gint64 from_fen, gint64 to_fen)
{
  g_autofree char *step = g_strconcat (rows[row].name, "：不同", NULL);
  if (from_fen != to_fen)
    yl_comparison_add_step (tables, steps, step, row, to_fen - from_fen);
}

static YlComparison *
make_tables (gboolean has_paid)
{
  YlComparison *tables = yl_comparison_new (has_paid);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      YlComparedRow row = rows[i];
      row.paid_fen = has_paid ? row.paid_fen : 0;
      if (!has_paid && row.verdict == YL_THREE_AS_PAID)
        row.verdict = YL_THREE_DIFFERENT;
      yl_comparison_add_row (tables, &row);
      tables->expected_fen += row.expected_fen;
      tables->paid_fen += row.paid_fen;
      tables->stated_fen += row.stated_fen;
      if (has_paid)
        add_difference (tables, tables->to_paid, i, row.expected_fen, row.paid_fen);
      if (row.verdict != YL_THREE_AS_APPROVED)
        add_difference (tables, tables->to_stated, i, has_paid ? row.paid_fen : row.expected_fen,
                        row.stated_fen);
    }
  yl_comparison_add_step (tables, tables->to_stated, "尾差", YL_STEP_OF_MANY, 50);
  return tables;
}

void
yl_audit_case_add_paying (YlAuditCase *fixture, gboolean has_paid)
{
  fixture->audit->paying = make_paying ();
  fixture->audit->three_tables = make_tables (has_paid);
}

void
yl_audit_case_add_many_paid (YlAuditCase *fixture, guint n)
{
  YlPaying *paying = fixture->audit->paying;
  YlComparison *tables = fixture->audit->three_tables;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u村", i + 1);
      yl_paying_add_payee (
          paying,
          &(YlPayeePaying){ .name = name, .purpose = YL_PURPOSE_DAILY, .carried_fen = 100 });
      add_source (paying, 20211230, 100, 100, YL_IDLE_UP_TO_ONE_YEAR);
      paying->paid_fen += 100;
      yl_comparison_add_row (tables, &(YlComparedRow){ .name = name,
                                                       .purpose = YL_PURPOSE_DAILY,
                                                       .is_stated = TRUE,
                                                       .stated_fen = 100,
                                                       .verdict = YL_THREE_DIFFERENT });
      tables->stated_fen += 100;
      yl_comparison_add_step (tables, tables->to_stated, name, tables->rows->len - 1, 100);
    }
}
