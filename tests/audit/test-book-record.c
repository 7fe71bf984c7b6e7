#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/book/check.h"

/* The policy that a workbook keeps, and the one of its name that the program knows. */
typedef struct
{
  const char *what;
  const char *title;     /* of the program's own; the kept one is called 办法 */
  gint64 yuan;           /* the program's county rate; the kept one is 10000 */
  gint64 share_ppm;      /* of the city in the program's own; the kept one is 200000 */
  const char *clause;    /* of the program's share; the kept one is 一 */
  gboolean is_required;  /* whether the program's own says what must be entered */
  gboolean was_required; /* whether the kept one did */
  guint n_told;
} Case;

static const Case cases[] = {
  { "the same values in another text", "办法", 10000, 200000, "一", FALSE, FALSE, 1 },
  { "what must be entered was added", "办法", 10000, 200000, "一", TRUE, FALSE, 0 },
  { "and the title is another", "细则", 10000, 200000, "一", TRUE, FALSE, 1 },
  { "and a share is another", "办法", 10000, 200001, "一", TRUE, FALSE, 1 },
  { "and a clause is another", "办法", 10000, 200000, "二", TRUE, FALSE, 0 },
  { "a clause alone is another", "办法", 10000, 200000, "二", FALSE, FALSE, 1 },
  { "and a rate is another", "办法", 10001, 200000, "一", TRUE, FALSE, 1 },
  { "both say what must be entered", "办法", 10000, 200000, "一", TRUE, TRUE, 1 },
  { "what must be entered was taken away", "办法", 10000, 200000, "一", FALSE, TRUE, 1 },
};

static void
add_value (YlPolicy *policy, YlPolicyGroup group, guint key, gint64 value, const char *clause)
{
  yl_policy_add (policy, &(YlPolicyValue){ .group = group,
                                           .area = "",
                                           .key = key,
                                           .key_name = "key",
                                           .value = value,
                                           .shown = "shown",
                                           .clause = clause,
                                           .verified = TRUE });
}

static YlPolicy *
make_policy (const Case *it, const char *title, const char *sha256, gboolean is_required)
{
  static const char *const everywhere[] = { NULL };
  YlPolicy *policy = yl_policy_new (&(YlPolicyHead){ .id = "test",
                                                     .title = title,
                                                     .document = "文号",
                                                     .area = everywhere,
                                                     .base = "",
                                                     .verified = TRUE,
                                                     .text = "",
                                                     .sha256 = sha256 });
  add_value (policy, YL_GROUP_DAILY_RATE, YL_RATE_COUNTY, it->yuan * 100, "一");
  add_value (policy, YL_GROUP_PAYER_SHARE, YL_PAYER_CITY, it->share_ppm, it->clause);
  if (is_required)
    add_value (policy, YL_GROUP_REQUIRED, YL_REQUIRED_STAFF, 1, "三");
  return policy;
}

static gsize
count_told (const Case *it)
{
  static const Case kept = { .yuan = 10000, .share_ppm = 200000, .clause = "一" };
  YlTestCounty *county = yl_test_county_new ();
  yl_policy_free (county->policy);
  county->policy = make_policy (&kept, "办法", "kept", it->was_required);
  add_road (county, .km = "10");
  g_autoptr (YlPolicy) right =
      yl_policy_seal (make_policy (it, it->title, "own", it->is_required), NULL);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  yl_book_check_policy (yl_test_county_get_budget (county), right, "养路数据", audit);
  const gsize n = yl_findings_get_n_of_code (audit->findings, YL_C10);
  yl_test_county_free (county);
  return n;
}

static void
an_older_edition_that_only_does_not_ask_is_not_told (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (count_told (&cases[i]) != cases[i].n_told)
      fail_msg ("%s", cases[i].what);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_older_edition_that_only_does_not_ask_is_not_told),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
