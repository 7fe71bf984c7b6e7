#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/policy/policies.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD                                                                                       \
  "[policy]\nid=p\ntitle=t\ndocument=d\nissued=2021-01-01\neffective-from=2021-01-01\n"            \
  "verified=true\n"

/* A file of the test's own, removed by the teardown even after a failure. */
static char *folder;
static char *path;

static int
make_folder (void **state)
{
  (void) state;
  folder = g_dir_make_tmp ("yanglu-policy-XXXXXX", NULL);
  path = g_build_filename (folder, "p.policy", NULL);
  return folder == NULL;
}

static int
remove_folder (void **state)
{
  (void) state;
  g_unlink (path);
  g_rmdir (folder);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&folder, g_free);
  return 0;
}

static void
assert_refused_bytes (const char *bytes, gsize length, const char *says)
{
  assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (YlPolicy) policy = yl_policies_open (path, &error);
  assert_null (policy);
  assert_non_null (strstr (error->message, says));
}

static void
an_empty_file_is_no_policy (void **state)
{
  (void) state;
  assert_refused_bytes ("", 0, "没有 [policy] 组");
}

static void
nul_bytes_are_refused_with_their_line (void **state)
{
  (void) state;
  static const char bytes[] = "[policy]\nid=p\ntitle=a\0b\n";
  assert_refused_bytes (bytes, sizeof bytes - 1, "第 3 行：有空字符");
}

static void
another_encoding_is_refused_with_its_line (void **state)
{
  (void) state;
  static const char bytes[] = "[policy]\nid=p\ntitle=\xb0\xec\xb7\xa8\n"; /* 办法 in GB18030 */
  assert_refused_bytes (bytes, sizeof bytes - 1, "第 3 行：不是 UTF-8");
}

static char *
make_long_file (gsize length)
{
  char *bytes = g_malloc (length + 1);
  memset (bytes, '\n', length);
  memcpy (bytes, HEAD, strlen (HEAD));
  bytes[length] = '\0';
  return bytes;
}

static void
a_mebibyte_is_read_and_one_byte_more_is_refused (void **state)
{
  (void) state;
  const gsize limit = 1024 * 1024;
  g_autofree char *bytes = make_long_file (limit + 1);
  assert_refused_bytes (bytes, limit + 1, "1 MiB");
  assert_true (g_file_set_contents (path, bytes, (gssize) limit, NULL));
  g_autoptr (YlPolicy) policy = yl_policies_open (path, NULL);
  assert_non_null (policy);
}

static void
a_file_that_never_ends_is_refused (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_policies_open ("/dev/zero", &error));
  assert_non_null (strstr (error->message, "1 MiB"));
}

static void
a_folder_is_no_policy (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_policies_open (folder, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
  assert_non_null (strstr (error->message, "是一个文件夹"));
}

static GString *
make_groups (const char *shares)
{
  GString *text = g_string_new (HEAD);
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "[payer-share %09u]\n%s\n", i, shares);
  return text;
}

static void
ten_thousand_groups_are_read (void **state)
{
  (void) state;
  g_autoptr (GString) text = make_groups ("city=30\ncounty=70");
  assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_autoptr (YlPolicy) policy = yl_policies_open (path, NULL);
  assert_non_null (policy);
  const YlPolicyValue *last =
      yl_policy_find (policy, YL_GROUP_PAYER_SHARE, "000009999", YL_PAYER_COUNTY);
  assert_number_equal (last->value, 700000);
}

static void
a_flood_of_faults_is_told_by_its_first_thousand (void **state)
{
  (void) state;
  g_autoptr (GString) text = make_groups ("city=31\ncounty=70");
  assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_autoptr (GPtrArray) remarks = yl_policies_check (path, NULL);
  assert_int_equal (remarks->len, 1000);
}

static void
a_chain_of_bases_has_an_end (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 10; i++)
    {
      char *link = g_strdup_printf ("%s/link-%u.policy", folder, i);
      g_autofree char *text =
          g_strdup_printf ("[policy]\nid=link-%u\ntitle=t\ndocument=d\nissued=2021-01-01\n"
                           "effective-from=2021-01-01\nverified=true\n%s%u\n",
                           i, i == 9 ? "# " : "base=link-", i + 1);
      g_ptr_array_add (paths, link);
      assert_true (g_file_set_contents (link, text, -1, NULL));
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (YlPolicy) long_chain = yl_policies_open (paths->pdata[0], &error);
  g_autoptr (YlPolicy) short_chain = yl_policies_open (paths->pdata[2], NULL);
  for (guint i = 0; i < paths->len; i++)
    g_unlink (paths->pdata[i]);
  assert_null (long_chain);
  assert_non_null (strstr (error->message, "超过 8 层"));
  assert_non_null (short_chain);
}

static void
a_base_is_never_looked_for_outside_the_folder (void **state)
{
  (void) state;
  static const char bytes[] = "[policy]\nid=p\ntitle=t\ndocument=d\nissued=2021-01-01\n"
                              "effective-from=2021-01-01\nbase=../../etc/passwd\n";
  assert_refused_bytes (bytes, sizeof bytes - 1, "不合要求");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (an_empty_file_is_no_policy, make_folder, remove_folder),
    cmocka_unit_test_setup_teardown (nul_bytes_are_refused_with_their_line, make_folder,
                                     remove_folder),
    cmocka_unit_test_setup_teardown (another_encoding_is_refused_with_its_line, make_folder,
                                     remove_folder),
    cmocka_unit_test_setup_teardown (a_mebibyte_is_read_and_one_byte_more_is_refused, make_folder,
                                     remove_folder),
    cmocka_unit_test_setup_teardown (a_file_that_never_ends_is_refused, make_folder, remove_folder),
    cmocka_unit_test_setup_teardown (a_folder_is_no_policy, make_folder, remove_folder),
    cmocka_unit_test_setup_teardown (ten_thousand_groups_are_read, make_folder, remove_folder),
    cmocka_unit_test_setup_teardown (a_flood_of_faults_is_told_by_its_first_thousand, make_folder,
                                     remove_folder),
    cmocka_unit_test_setup_teardown (a_chain_of_bases_has_an_end, make_folder, remove_folder),
    cmocka_unit_test_setup_teardown (a_base_is_never_looked_for_outside_the_folder, make_folder,
                                     remove_folder),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
