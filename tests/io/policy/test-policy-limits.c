/* Every limit of a policy file holds at the limit and fails one step past it. */
#include "support/assert.h"

#include "yanglu/io/policy/policies.h"

#include <string.h>

typedef struct
{
  const char *group; /* with its keys */
  const char *says;  /* NULL: it opens */
} Case;

static void
assert_case (const Case *one)
{
  g_autofree char *text =
      g_strconcat ("[policy]\nid=p\ntitle=办法\ndocument=文\nissued=2021-01-01\n"
                   "effective-from=2021-01-01\nverified=true\n",
                   one->group, "\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlPolicy) policy = yl_policies_open_text ("p", text, NULL, 0, &error);
  const gboolean is_right = one->says == NULL
                                ? policy != NULL
                                : policy == NULL && strstr (error->message, one->says) != NULL;
  if (!is_right)
    print_error ("%s: %s\n", one->group, error == NULL ? "opened" : error->message);
  assert_true (is_right);
}

static void
assert_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    assert_case (&cases[i]);
}

static void
a_rate_is_from_nothing_to_a_thousand_million_yuan (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "[daily-rate]\ncounty=0", NULL },
    { "[daily-rate]\ncounty=-0.01", "负数" },
    { "[daily-rate]\ncounty=-0.001", "负数" },
    { "[daily-rate]\ncounty=1000000000", NULL },
    { "[daily-rate]\ncounty=1000000000.01", "太大" },
    { "[bridge-rate]\nsmall=1000000000.01", "太大" },
    { "[bridge-rate-per-metre]\nvillage=1000000000.01", "太大" },
    { "[daily-rate]\ncounty=0.01", NULL },
    { "[daily-rate]\ncounty=0.001", "小数过多" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_share_is_from_nothing_to_the_whole (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "[target]\nmaintained-ratio=0", NULL },
    { "[target]\nmaintained-ratio=-0.0001", "负数" },
    { "[target]\nmaintained-ratio=100", NULL },
    { "[target]\nmaintained-ratio=100.0001", "超过 100" },
    { "[target]\nmaintained-ratio=0.0001", NULL },
    { "[target]\nmaintained-ratio=0.00001", "小数过多" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
parts_of_the_whole_miss_it_by_a_millionth (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "[payer-share]\ncity=33.3333\ncounty=66.6667", NULL },
    { "[payer-share]\ncity=33.3333\ncounty=66.6666", "合计 99.9999%" },
    { "[payer-share]\ncity=33.3334\ncounty=66.6667", "合计 100.0001%" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
days_are_one_to_ten_years (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "[payment]\npass-on-days=1", NULL },          { "[payment]\npass-on-days=0", "1 至 3660" },
    { "[payment]\npass-on-days=3660", NULL },       { "[payment]\npass-on-days=3661", "1 至 3660" },
    { "[payment]\npass-on-days=1.5", "1 至 3660" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
what_is_to_be_paid_by_a_later_day_is_no_less (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "[payment]\nby-0630=50\nby-1231=50", NULL },
    { "[payment]\nby-0630=50\nby-1231=49.9999", "by-1231=49.9999 低于更早的 by-0630=50" },
    { "[payment]\npass-on-days=30\nby-0131=0", NULL },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_land_range_may_be_one_point_and_its_usual_share_an_end_of_it (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "[land-revenue]\nmin-share=2\nmax-share=2\npayers=county", NULL },
    { "[land-revenue]\nmin-share=2.0001\nmax-share=2\npayers=county", "高于上限" },
    { "[land-revenue]\nmin-share=2\nmax-share=3\ndefault-share=2\npayers=county", NULL },
    { "[land-revenue]\nmin-share=2\nmax-share=3\ndefault-share=1.9999\npayers=county", "不在" },
    { "[land-revenue]\nmin-share=2\nmax-share=3\ndefault-share=3\npayers=county", NULL },
    { "[land-revenue]\nmin-share=2\nmax-share=3\ndefault-share=3.0001\npayers=county", "不在" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
province_and_city_may_pay_the_whole_standard (void **state)
{
  (void) state;
#define STANDARD "[daily-rate]\ncounty=10000\n[payer-rate province]\ncounty=6000\n"
  static const Case cases[] = {
    { STANDARD "[payer-rate city]\ncounty=4000", NULL },
    { STANDARD "[payer-rate city]\ncounty=4000.01", "10000.01 元，高于日常养护标准 10000.00 元" },
  };
#undef STANDARD
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
the_name_of_a_basis_has_sixty_four_letters_at_most (void **state)
{
  (void) state;
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *fits = g_strconcat (
      "[land-revenue]\nmin-share=2\nmax-share=3\npayers=county\nbasis=", longest, NULL);
  g_autofree char *fails = g_strconcat (fits, "a", NULL);
  assert_case (&(Case){ fits, NULL });
  assert_case (&(Case){ fails, "不合要求" });
}

static void
an_area_has_the_digits_of_a_level_of_government (void **state)
{
  (void) state;
  for (guint n = 1; n <= 13; n++)
    {
      g_autofree char *digits = g_strnfill (n, '3');
      g_autofree char *group = g_strdup_printf ("[payer-share %s]\ncounty=100", digits);
      const gboolean is_area = n == 2 || n == 4 || n == 6 || n == 9 || n == 12;
      assert_case (&(Case){ group, is_area ? NULL : "这个组" });
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_rate_is_from_nothing_to_a_thousand_million_yuan),
    cmocka_unit_test (a_share_is_from_nothing_to_the_whole),
    cmocka_unit_test (parts_of_the_whole_miss_it_by_a_millionth),
    cmocka_unit_test (days_are_one_to_ten_years),
    cmocka_unit_test (what_is_to_be_paid_by_a_later_day_is_no_less),
    cmocka_unit_test (a_land_range_may_be_one_point_and_its_usual_share_an_end_of_it),
    cmocka_unit_test (province_and_city_may_pay_the_whole_standard),
    cmocka_unit_test (the_name_of_a_basis_has_sixty_four_letters_at_most),
    cmocka_unit_test (an_area_has_the_digits_of_a_level_of_government),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
