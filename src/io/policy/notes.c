#include "notes-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/entity.h"
#include "yanglu/domain/policy-group.h"

#include <string.h>

typedef enum
{
  NOTE_CLAUSE,
  NOTE_VERIFIED,
  NOTE_FROM,
  NOTE_TO,
} Note;
#define N_NOTES 4

static const struct
{
  const char *group;
  const char *example; /* of what stands behind the sign */
} notes_of[] = {
  [NOTE_CLAUSE] = { "clause", "条款" },
  [NOTE_VERIFIED] = { "verified", "true" },
  [NOTE_FROM] = { "effective-from", "2021-01-31" },
  [NOTE_TO] = { "effective-to", "2021-12-31" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (notes_of) == N_NOTES);

struct _YlPolicyNotes
{
  YlArena *arena;
  GHashTable *of[N_NOTES]; /* subject, its zone folded as in a value → YlKeyEntry, of the scan */
};

#define MAX_PLACE 120 /* bytes: a name of forty signs */

gboolean
yl_policy_notes_is_area (const char *text)
{
  const gsize n_digits = strspn (text, "0123456789");
  if (text[n_digits] != '\0')
    return FALSE;
  return n_digits == 2 || n_digits == 4 || n_digits == 6 || n_digits == 9 || n_digits == 12;
}

/* A code, or the name of a zone, which has none: whatever begins with no ASCII sign. */
static gboolean
is_place (const char *text)
{
  return yl_policy_notes_is_area (text) || ((guchar) text[0] >= 0x80 && strlen (text) <= MAX_PLACE);
}

gboolean
yl_policy_notes_is_subject (const char *name, const char *key, gsize length)
{
  if (strncmp (name, key, length) != 0)
    return FALSE;
  return name[length] == '\0' || (name[length] == ' ' && is_place (name + length + 1));
}

/* The first word of "payer-rate city" stands for both levels. */
static gsize
measure_first_word (const char *group_key)
{
  return strcspn (group_key, " ");
}

/* "payer-share 340621.city": any group or the first word of its name, used or not, with or without a
 * place, with or without a key of it. */
static gboolean
names_values (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *subject = dot == NULL ? g_strdup (name) : g_strndup (name, (gsize) (dot - name));
  YlPolicyKey key;
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    {
      const char *own = yl_policy_group_get_key (group);
      if ((yl_policy_notes_is_subject (subject, own, strlen (own))
           || yl_policy_notes_is_subject (subject, own, measure_first_word (own)))
          && (dot == NULL || yl_policy_group_find_key (group, dot + 1, &key)))
        return TRUE;
    }
  return FALSE;
}

/* What @entry of the group @note must say; FALSE, and the draft says why, for anything else. */
static gboolean
check_note (YlPolicyDraft *draft, Note note, const YlKeyEntry *entry)
{
  YlDate day;
  const gboolean is_date = note == NOTE_FROM || note == NOTE_TO;
  if (note == NOTE_VERIFIED && strcmp (entry->value, "true") != 0
      && strcmp (entry->value, "false") != 0)
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "[verified] 的“%.60s”的值“%.60s”不合要求：应为 true 或 false。", entry->key,
                       entry->value);
  else if (is_date && !yl_date_parse (yl_text_of (entry->value), &day))
    yl_remarks_refuse (
        &draft->remarks, entry->line,
        "[%s] 的“%.60s”的日期“%.60s”看不懂：应写成 2021-01-31 的样子，并且确有这一天。",
        notes_of[note].group, entry->key, entry->value);
  else if (entry->value[0] == '\0')
    yl_remarks_warn (&draft->remarks, entry->line, "“%s”的条款是空的。", entry->key);
  else
    return TRUE;
  return FALSE;
}

/* A note never keeps a value from being read: one that names none is told, and left aside. */
static void
read_note (YlPolicyDraft *draft, YlPolicyNotes *notes, const YlKeyEntry *entry)
{
  guint note = 0;
  while (note < N_NOTES && strcmp (entry->group, notes_of[note].group) != 0)
    note++;
  if (note == N_NOTES)
    return;
  if (!names_values (entry->key))
    yl_remarks_warn (&draft->remarks, entry->line,
                     "组 [%s] 的“%.60s”不是组名，也不是“组名.键”，没有用上：应写成 "
                     "daily-rate=%s 或 daily-rate.county=%s。",
                     notes_of[note].group, entry->key, notes_of[note].example,
                     notes_of[note].example);
  else if (check_note (draft, (Note) note, entry))
    g_hash_table_insert (notes->of[note], yl_zone_name_fold (entry->key), (gpointer) entry);
}

YlPolicyNotes *
yl_policy_notes_new (YlPolicyDraft *draft, const YlKeyFile *scan)
{
  YlPolicyNotes *notes = yl_arena_new_record (sizeof *notes);
  for (guint note = 0; note < N_NOTES; note++)
    notes->of[note] = yl_arena_own (
        notes->arena, g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL),
        (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < scan->entries->len; i++)
    read_note (draft, notes, &g_array_index (scan->entries, YlKeyEntry, i));
  return notes;
}

gboolean
yl_policy_notes_is_group (const char *name)
{
  for (guint note = 0; note < N_NOTES; note++)
    if (strcmp (name, notes_of[note].group) == 0)
      return TRUE;
  return FALSE;
}

/* That of @subject, of its key when it has one of its own. */
static const YlKeyEntry *
find_of_subject (GHashTable *of, const char *subject, const char *key)
{
  g_autofree char *full_name = g_strdup_printf ("%s.%s", subject, key);
  const YlKeyEntry *entry = g_hash_table_lookup (of, full_name);
  return entry != NULL ? entry : g_hash_table_lookup (of, subject);
}

/* That of a group, else of the first word of its name, behind which @place stands. */
static const YlKeyEntry *
find_at (GHashTable *of, const char *group, const char *place, const char *key)
{
  g_autofree char *subject = g_strconcat (group, place, NULL);
  const YlKeyEntry *entry = find_of_subject (of, subject, key);
  if (entry != NULL)
    return entry;
  g_autofree char *family =
      g_strdup_printf ("%.*s%s", (int) measure_first_word (group), group, place);
  return find_of_subject (of, family, key);
}

/* The nearest of "group area.key", "group area", "group.key", "group"; "" when none is there. */
static const char *
find_note (const YlPolicyNotes *notes, Note note, const YlPolicyValue *value)
{
  GHashTable *of = notes->of[note];
  const char *group = yl_policy_group_get_key (value->group);
  const YlKeyEntry *entry = NULL;
  if (value->area[0] != '\0')
    {
      g_autofree char *place = g_strconcat (" ", value->area, NULL);
      entry = find_at (of, group, place, value->key_name);
    }
  if (entry == NULL)
    entry = find_at (of, group, "", value->key_name);
  return entry != NULL ? entry->value : "";
}

void
yl_policy_notes_take (const YlPolicyNotes *notes, const YlPolicyDraft *draft, YlPolicyValue *value)
{
  const char *verified = find_note (notes, NOTE_VERIFIED, value);
  value->clause = find_note (notes, NOTE_CLAUSE, value);
  value->verified = verified[0] == '\0' ? draft->head.verified : strcmp (verified, "true") == 0;
  value->effective_from = value->effective_to = (YlDate){ 0 };
  yl_date_parse (yl_text_of (find_note (notes, NOTE_FROM, value)), &value->effective_from);
  yl_date_parse (yl_text_of (find_note (notes, NOTE_TO, value)), &value->effective_to);
}
