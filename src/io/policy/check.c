#include "yanglu/io/policy/policies.h"

#include "draft-private.h"

#include "yanglu/io/file-name.h"

#include <string.h>

/* More policies than any office keeps in one folder. */
#define MAX_NEIGHBOURS 256

static void
add_draft (GPtrArray *drafts, const char *name, GBytes *bytes)
{
  if (bytes == NULL)
    return;
  g_autoptr (YlPolicyDraft) draft = yl_policy_draft_new (name, bytes);
  if (draft->remarks.n_fatal == 0)
    g_ptr_array_add (drafts, g_steal_pointer (&draft));
}

static void
add_compiled_in (GPtrArray *drafts, const char *own_id)
{
  g_auto (GStrv) ids = yl_policy_source_list ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = yl_policy_source_find (ids[i]);
      if (strcmp (ids[i], own_id) != 0)
        add_draft (drafts, ids[i], bytes);
    }
}

/* The other policies beside @path. */
static void
add_neighbours (GPtrArray *drafts, const char *folder, const char *own_name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  for (guint n = 0; dir != NULL && n < MAX_NEIGHBOURS && (name = g_dir_read_name (dir)) != NULL;)
    {
      if (!g_str_has_suffix (name, ".policy") || strcmp (name, own_name) == 0)
        continue;
      n++;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) bytes =
          g_file_test (path, G_FILE_TEST_IS_REGULAR) ? yl_policy_source_read (path, NULL) : NULL;
      add_draft (drafts, name, bytes);
    }
}

static const YlPolicyDraft *
find_draft (const GPtrArray *drafts, const char *id)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const YlPolicyDraft *draft = g_ptr_array_index (drafts, i);
      if (strcmp (draft->head.id, id) == 0)
        return draft;
    }
  return NULL;
}

/* Whether @draft stands on @ancestor, directly or through other bases. */
static gboolean
stands_on (const GPtrArray *drafts, const YlPolicyDraft *draft, const char *ancestor)
{
  for (guint n = 0; n < YL_POLICY_MAX_CHAIN && draft != NULL && draft->head.base[0] != '\0'; n++)
    {
      if (strcmp (draft->head.base, ancestor) == 0)
        return TRUE;
      draft = find_draft (drafts, draft->head.base);
    }
  return FALSE;
}

static gboolean
has_same_area (const YlPolicyDraft *a, const YlPolicyDraft *b)
{
  if (a->areas->len == 0 && b->areas->len == 0)
    return TRUE;
  for (guint i = 0; i < a->areas->len; i++)
    for (guint j = 0; j < b->areas->len; j++)
      if (strcmp (g_ptr_array_index (a->areas, i), g_ptr_array_index (b->areas, j)) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
overlaps (const YlPolicyHead *a, const YlPolicyHead *b)
{
  const guint32 end_a = a->effective_to.yyyymmdd == 0 ? G_MAXUINT32 : a->effective_to.yyyymmdd;
  const guint32 end_b = b->effective_to.yyyymmdd == 0 ? G_MAXUINT32 : b->effective_to.yyyymmdd;
  return a->effective_from.yyyymmdd <= end_b && b->effective_from.yyyymmdd <= end_a;
}

/* One that nobody verified is taken only when people ask for it, and so is no rival of another. */
static gboolean
is_taken_unasked (const YlPolicyDraft *draft)
{
  return draft->head.verified || draft->areas->len == 0;
}

static gboolean
are_rivals (const YlPolicyDraft *a, const YlPolicyDraft *b)
{
  return is_taken_unasked (a) && is_taken_unasked (b) && has_same_area (a, b)
         && overlaps (&a->head, &b->head);
}

static void
remark_overlap (YlPolicyDraft *draft, const YlPolicyDraft *other)
{
  const guint32 own = draft->head.effective_from.yyyymmdd;
  const guint32 theirs = other->head.effective_from.yyyymmdd;
  const guint end_line = draft->head_lines[YL_HEAD_EFFECTIVE_TO];
  const guint line = end_line != 0 ? end_line : draft->head_lines[YL_HEAD_EFFECTIVE_FROM];
  if (own == theirs)
    yl_remarks_blame (&draft->remarks, line,
                      "与 %s（%s）适用地区相同、起日相同：分不出用哪一份，请改起止日。",
                      other->name, other->head.id);
  else
    yl_remarks_warn (&draft->remarks, line,
                     "与 %s（%s）适用地区相同、施行期重叠：重叠期间按起日较晚的 %s "
                     "计算；请给较早的一份写“effective-to”。",
                     other->name, other->head.id, own > theirs ? draft->head.id : other->head.id);
}

static void
check_others (YlPolicyDraft *draft, const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const YlPolicyDraft *other = g_ptr_array_index (others, i);
      if (strcmp (other->head.id, draft->head.id) == 0)
        yl_remarks_warn (&draft->remarks, draft->head_lines[YL_HEAD_ID],
                         "同一目录的 %s 用了相同的编号“%s”。", other->name, draft->head.id);
      else if (are_rivals (draft, other) && !stands_on (others, draft, other->head.id)
               && !stands_on (others, other, draft->head.id))
        remark_overlap (draft, other);
    }
}

/* Resolves and checks @draft, which lies in @folder (nullable) as @name. */
static GPtrArray *
check_draft (YlPolicyDraft *draft, const char *folder, const char *name)
{
  const YlPolicyBases bases = { NULL, 0, folder };
  g_autoptr (YlPolicy) policy = yl_policy_resolve (draft, &bases);
  if (policy != NULL)
    {
      g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (yl_arena_free_record);
      add_compiled_in (others, draft->head.id);
      if (folder != NULL)
        add_neighbours (others, folder, name);
      check_others (draft, others);
    }
  return yl_remarks_steal (&draft->remarks);
}

GPtrArray *
yl_policies_check (const char *id_or_path, GError **error)
{
  g_autoptr (GBytes) compiled_in = yl_policy_source_find (id_or_path);
  if (compiled_in != NULL)
    {
      g_autoptr (YlPolicyDraft) draft = yl_policy_draft_new (id_or_path, compiled_in);
      return check_draft (draft, NULL, id_or_path);
    }
  g_autoptr (GBytes) bytes = yl_policy_source_read (id_or_path, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *folder = g_path_get_dirname (id_or_path);
  g_autofree char *name = yl_file_name_show_base (id_or_path);
  g_autoptr (YlPolicyDraft) draft = yl_policy_draft_new (name, bytes);
  return check_draft (draft, folder, name);
}
