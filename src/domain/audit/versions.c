#include "yanglu/domain/audit/versions.h"

#include "yanglu/base/enum-table.h"

/* Formulas can be long: a text shows so many characters of one. */
#define N_SHOWN 120

static const struct
{
  const char *key;
  const char *name;
} origins[] = {
  [YL_CHANGE_EDITED] = { "edited", "改动处（与自己的数据副本不符）" },
  [YL_CHANGE_ENTERED] = { "entered", "录入资料不同处（各与自己的数据副本相符）" },
  [YL_CHANGE_FOLLOWS] = { "follows", "随之变化的数（公式没有人动过）" },
};

static const struct
{
  const char *key;
  const char *only; /* what is said of the side that alone has it */
} extents[] = {
  [YL_CHANGE_OF_CELL] = { "cell", "" },
  [YL_CHANGE_OF_ROW] = { "row", "有这一行" },
  [YL_CHANGE_OF_COLUMN] = { "column", "有这一列" },
  [YL_CHANGE_OF_SHEET] = { "sheet", "有这张表" },
};

YL_DEFINE_COLUMN (yl_change_origin_get_key, YlChangeOrigin, YL_N_CHANGE_ORIGINS, origins, key)
YL_DEFINE_COLUMN (yl_change_origin_get_name, YlChangeOrigin, YL_N_CHANGE_ORIGINS, origins, name)
YL_DEFINE_COLUMN (yl_change_extent_get_key, YlChangeExtent, YL_N_CHANGE_EXTENTS, extents, key)

YlVersions *
yl_versions_new (void)
{
  YlVersions *versions = yl_arena_new_record (sizeof *versions);
  versions->changes = yl_arena_array (versions->arena, sizeof (YlVersionChange));
  versions->steps = yl_arena_array (versions->arena, sizeof (YlVersionStep));
  return versions;
}

guint64
yl_versions_count (const YlVersions *versions)
{
  guint64 n = 0;
  for (guint origin = 0; origin < YL_N_CHANGE_ORIGINS; origin++)
    n += versions->n_changes[origin];
  return n;
}

void
yl_versions_add (YlVersions *versions, const YlVersionChange *change)
{
  YlArena *arena = versions->arena;
  if (++versions->n_changes[change->origin] > YL_VERSIONS_MAX_CHANGES)
    return;
  YlVersionChange kept = *change;
  kept.sheet = yl_arena_keep_once (arena, change->sheet);
  kept.row_label = yl_arena_keep_once (arena, change->row_label);
  kept.head = yl_arena_keep_once (arena, change->head);
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      kept.cell[side] = yl_arena_keep (arena, change->cell[side]);
      kept.value[side] = yl_arena_keep (arena, change->value[side]);
      kept.formula[side] = yl_arena_keep (arena, change->formula[side]);
    }
  g_array_append_val (versions->changes, kept);
}

void
yl_versions_add_step (YlVersions *versions, guint side, const char *step, gint64 amount_fen)
{
  const YlVersionStep kept = {
    .step = yl_arena_keep (versions->arena, step),
    .amount_fen = amount_fen,
    .side = side == YL_NEW ? YL_NEW : YL_OLD,
    .has_side = side < YL_N_SIDES,
  };
  if (amount_fen != 0)
    g_array_append_val (versions->steps, kept);
}

/* Those of one origin stay in their order. */
void
yl_versions_arrange (YlVersions *versions)
{
  GArray *changes = versions->changes;
  g_autoptr (GArray) as_added = g_array_copy (changes);
  guint n = 0;
  for (guint origin = 0; origin < YL_N_CHANGE_ORIGINS; origin++)
    for (guint i = 0; i < as_added->len; i++)
      {
        const YlVersionChange *change = &g_array_index (as_added, YlVersionChange, i);
        if (change->origin == origin)
          g_array_index (changes, YlVersionChange, n++) = *change;
      }
}

char *
yl_version_change_to_name (const YlVersionChange *change)
{
  GString *name = g_string_new (change->sheet);
  if (change->table_row > 0)
    g_string_append_printf (name, " 第 %u 行", change->table_row);
  if (change->row_label[0] != '\0')
    g_string_append_printf (name, change->table_row > 0 ? "（%s）" : " %s", change->row_label);
  if (change->head[0] != '\0')
    g_string_append_printf (name, " %s", change->head);
  return g_string_free (name, FALSE);
}

/* Whether there is nothing of it on the side. */
static gboolean
is_missing (const YlVersionChange *change, YlSide side)
{
  return change->value[side][0] == '\0' && change->formula[side][0] == '\0';
}

char *
yl_version_change_to_text (const YlVersionChange *change, YlSide side)
{
  if (change->extent != YL_CHANGE_OF_CELL)
    return g_strdup_printf ("%s%s", change->cell[side][0] == '\0' ? "没" : "",
                            extents[change->extent].only);
  if (is_missing (change, side))
    return g_strdup ("（空）");
  const char *formula = change->formula[side];
  if (formula[0] == '\0' || change->origin == YL_CHANGE_FOLLOWS)
    return g_strdup (change->value[side]);
  const glong n = g_utf8_strlen (formula, -1);
  g_autofree char *head = g_utf8_substring (formula, 0, MIN (n, N_SHOWN));
  return g_strdup_printf ("%s（公式 =%s%s）", change->value[side], head, n > N_SHOWN ? "…" : "");
}
