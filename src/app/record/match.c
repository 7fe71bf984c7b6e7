#include "yanglu/app/record/match.h"

#include "yanglu/app/record/other.h"
#include "yanglu/audit/years/road-link.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/order.h"
#include "yanglu/forms/entry/entry-columns.h"

#include <string.h>

#define NONE G_MAXUINT

/* One sheet while its rows are matched. */
typedef struct
{
  const YlRecordMatchRequest *request;
  YlArena *arena;
  const YlRecordForm *form;
  const YlRecordSheet *sheet;
  guint64 standing; /* 1 << column that the files have */
  guint n_old;
  guint n_new;
  guint *of_new;       /* by the rows of the files: the row of the record, or NONE */
  guint *of_old;       /* and the reverse */
  const char ***new;   /* the cells of each row of the files, by the columns of the sheet */
  GHashTable *further; /* heads of the files that no column is for */
} Match;

static const YlHeldRow *
get_old (const Match *match, guint index)
{
  return yl_record_rows_get (match->request->rows, match->form, index);
}

static gboolean
stands (const Match *match, guint column)
{
  if (match->request->clears_columns && !match->form->is_single)
    return TRUE;
  return column < 64 && (match->standing & G_GUINT64_CONSTANT (1) << column) != 0;
}

static const char **
fill_cells (const Match *match, guint row)
{
  guint n = 0;
  const YlCellChange *filled = yl_record_fill_get_row (match->request->fill, match->form, row, &n);
  const char **cells =
      yl_arena_own (match->arena, g_new (const char *, match->sheet->n_columns), g_free);
  for (guint i = 0; i < match->sheet->n_columns; i++)
    cells[i] = "";
  for (guint i = 0; i < n; i++)
    cells[filled[i].column] = filled[i].text;
  return cells;
}

static void
note_further (Match *match, const char *other)
{
  g_autoptr (GPtrArray) texts = yl_other_read (other);
  for (guint i = 0; i + 1 < texts->len; i += 2)
    if (!g_hash_table_contains (match->further, g_ptr_array_index (texts, i)))
      g_hash_table_add (match->further, g_strdup (g_ptr_array_index (texts, i)));
}

static void
match_begin (Match *match)
{
  const guint other = yl_record_sheet_find_column (match->sheet, YL_RECORD_OTHER);
  match->further = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  match->standing = yl_record_fill_get_standing (match->request->fill, match->form);
  match->n_old = yl_record_rows_get_n (match->request->rows, match->form);
  match->n_new = yl_record_fill_get_n (match->request->fill, match->form);
  match->of_new = g_new (guint, match->n_new + 1);
  match->of_old = g_new (guint, match->n_old + 1);
  match->new = g_new (const char **, match->n_new + 1);
  for (guint i = 0; i < match->n_old; i++)
    match->of_old[i] = NONE;
  for (guint i = 0; i < match->n_new; i++)
    {
      match->of_new[i] = NONE;
      match->new[i] = fill_cells (match, i);
      note_further (match, match->new[i][other]);
    }
}

static void
match_end (Match *match)
{
  g_hash_table_unref (match->further);
  g_free (match->of_new);
  g_free (match->of_old);
  g_free (match->new);
}

static void
pair (Match *match, guint old, guint new)
{
  if (match->of_old[old] != NONE || match->of_new[new] != NONE)
    return;
  match->of_old[old] = new;
  match->of_new[new] = old;
}

/* By what is written. */

/* (transfer full) (nullable): what is compared of @cells; %NULL: of this row nothing is. */
typedef char *(*MakeKey) (const Match *match, const char *const *cells);

/* 12.960 and 12.96 are one number, by whatever program it was written. */
static gsize
count_telling (const Match *match, guint column, const char *text)
{
  const gsize length = strlen (text);
  const char *point = strchr (text, '.');
  const YlColumnKind kind =
      yl_entry_column_get_kind (match->form->sheet, match->sheet->columns[column]);
  if (kind == YL_HOLDS_TEXT || point == NULL || strspn (text, "0123456789.") != length
      || strchr (point + 1, '.') != NULL)
    return length;
  gsize n = length;
  while (text[n - 1] == '0')
    n--;
  return text[n - 1] == '.' ? n - 1 : n;
}

static gboolean
is_same_cell (const Match *match, guint column, const char *a, const char *b)
{
  if (a == b || strcmp (a, b) == 0)
    return TRUE;
  const gsize n = count_telling (match, column, a);
  return n == count_telling (match, column, b) && strncmp (a, b, n) == 0;
}

static char *
make_whole_key (const Match *match, const char *const *cells)
{
  GString *key = g_string_new (NULL);
  for (guint i = 0; i < match->sheet->n_columns; i++)
    if (stands (match, i))
      {
        g_string_append_len (key, cells[i], (gssize) count_telling (match, i, cells[i]));
        g_string_append_c (key, '\x1f');
      }
  return g_string_free (key, FALSE);
}

/* What names a row, the surest first: of each all columns, the first of which must be filled. Rows that nothing names
 * are never taken for each other. */
static const struct
{
  const char *form;
  const char *columns[6];
} names[] = {
  { "road", { "route_code", "start", "end" } },
  { "road", { "route_name", "township", "village", "class", "start", "end" } },
  { "bridge", { "code" } },
  { "bridge", { "name", "route_code", "township" } },
  { "source", { "name", "level", "purpose" } },
  { "land", { "item" } },
  { "cost", { "name", "category" } },
};

static char *
make_key_of (const Match *match, const char *const *cells, gsize name)
{
  GString *key = g_string_new (NULL);
  g_string_append_printf (key, "%" G_GSIZE_FORMAT, name);
  for (gsize i = 0; i < G_N_ELEMENTS (names[name].columns) && names[name].columns[i] != NULL; i++)
    {
      const guint column = yl_record_sheet_find_column (match->sheet, names[name].columns[i]);
      if (i == 0 && cells[column][0] == '\0')
        return g_string_free (key, TRUE);
      g_string_append_c (key, '\x1f');
      g_string_append_len (key, cells[column],
                           (gssize) count_telling (match, column, cells[column]));
    }
  return g_string_free (key, FALSE);
}

static char *
make_name_key (const Match *match, const char *const *cells)
{
  char *key = NULL;
  for (gsize i = 0; key == NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].form, match->form->name) == 0)
      key = make_key_of (match, cells, i);
  return key;
}

/* Rows that are not matched yet, those of one key in their order. */
static void
link_by (Match *match, MakeKey make_key)
{
  /* key → GArray of guint, the last first */
  g_autoptr (GHashTable) open = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_array_unref);
  for (guint old = match->n_old; old-- > 0;)
    {
      g_autofree char *key =
          match->of_old[old] == NONE ? make_key (match, get_old (match, old)->cells) : NULL;
      GArray *same = key == NULL ? NULL : g_hash_table_lookup (open, key);
      if (key == NULL)
        continue;
      if (same == NULL)
        {
          same = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (open, g_steal_pointer (&key), same);
        }
      g_array_append_val (same, old);
    }
  for (guint new = 0; new < match->n_new; new ++)
    {
      g_autofree char *key = match->of_new[new] == NONE ? make_key (match, match->new[new]) : NULL;
      GArray *same = key == NULL ? NULL : g_hash_table_lookup (open, key);
      if (same == NULL || same->len == 0)
        continue;
      pair (match, g_array_index (same, guint, same->len - 1), new);
      g_array_set_size (same, same->len - 1);
    }
}

/* By what roads are. */

/* The roads of the files alone, as a budget understands them. */
static YlRecordJob *
understand_files (const Match *match, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (YlChange));
  for (guint i = 0; i < match->n_old; i++)
    {
      const YlChange drop = { .kind = YL_CHANGE_DROP,
                              .sheet = match->sheet,
                              .id = get_old (match, i)->id };
      g_array_append_val (changes, drop);
    }
  for (guint i = 0; i < match->n_new; i++)
    {
      YlChange add = { .kind = YL_CHANGE_ADD, .sheet = match->sheet, .id = "" };
      add.cells = yl_record_fill_get_row (match->request->fill, match->form, i, &add.n_cells);
      g_array_append_val (changes, add);
    }
  g_autoptr (YlRecordRows) rows = yl_record_rows_change (
      match->request->rows, (const YlChange *) (gpointer) changes->data, changes->len);
  return yl_record_job_run_on (match->request->record, rows, error);
}

/* The most metres first. */
static int
compare_links (gconstpointer a, gconstpointer b)
{
  const YlRoadLink *left = a;
  const YlRoadLink *right = b;
  const gint64 keys[][2] = {
    { right->m[YL_NEW], left->m[YL_NEW] },
    { left->road[YL_NEW], right->road[YL_NEW] },
    { left->road[YL_OLD], right->road[YL_OLD] },
  };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

static guint
find_row (const YlBudget *budget, guint32 road)
{
  return (guint) yl_inventory_get_road (budget->inventory, road)->row - 1;
}

static gboolean
link_roads (Match *match, GError **error)
{
  if (match->request->budget == NULL || match->n_old == 0)
    return TRUE;
  g_autoptr (YlRecordJob) files = understand_files (match, error);
  if (files == NULL)
    return FALSE;
  const YlBudget *budgets[] = { match->request->budget, files->budget->budget };
  g_autoptr (YlRoadLinks) links = yl_road_links_make (
      budgets[YL_OLD]->inventory, budgets[YL_NEW]->inventory, match->request->places);
  g_array_sort (links->links, compare_links);
  for (guint i = 0; i < links->links->len; i++)
    {
      const YlRoadLink *found = &g_array_index (links->links, YlRoadLink, i);
      if (found->road[YL_OLD] != YL_LINK_NONE && found->road[YL_NEW] != YL_LINK_NONE)
        pair (match, find_row (budgets[YL_OLD], found->road[YL_OLD]),
              find_row (budgets[YL_NEW], found->road[YL_NEW]));
    }
  return TRUE;
}

/* What follows. */

/* (nullable): the text behind @head in what yl_other_read() told. */
static const char *
find_other (const GPtrArray *texts, const char *head)
{
  for (guint i = 0; i + 1 < texts->len; i += 2)
    if (strcmp (g_ptr_array_index (texts, i), head) == 0)
      return g_ptr_array_index (texts, i + 1);
  return NULL;
}

/* What stands under heads that the files do not have stays; those that they have are as they say. */
static const char *
merge_other (const Match *match, const char *old, const char *new)
{
  g_autoptr (GPtrArray) was = yl_other_read (old);
  g_autoptr (GPtrArray) is = yl_other_read (new);
  g_autoptr (GString) merged = g_string_new (NULL);
  for (guint i = 0; i + 1 < was->len; i += 2)
    {
      const char *head = g_ptr_array_index (was, i);
      const char *text = g_hash_table_contains (match->further, head)
                             ? find_other (is, head)
                             : (const char *) g_ptr_array_index (was, i + 1);
      if (text != NULL)
        yl_other_add (merged, head, text);
    }
  for (guint i = 0; i + 1 < is->len; i += 2)
    if (find_other (was, g_ptr_array_index (is, i)) == NULL)
      yl_other_add (merged, g_ptr_array_index (is, i), g_ptr_array_index (is, i + 1));
  return yl_arena_keep_once (match->arena, merged->str);
}

/* What @column of a row becomes. */
static const char *
choose_text (const Match *match, guint column, const char *const *old, const char *const *new)
{
  const gboolean is_other = strcmp (match->sheet->columns[column], YL_RECORD_OTHER) == 0;
  if (old == NULL)
    return new[column];
  if (!stands (match, column) || is_same_cell (match, column, old[column], new[column]))
    return old[column];
  return is_other && !match->request->clears_columns ? merge_other (match, old[column], new[column])
                                                     : new[column];
}

/* (transfer none) (array length=out_n) (nullable): of a row that is new all that is filled. */
static const YlCellChange *
collect_cells (Match *match, const char *const *old, const char *const *new, guint *out_n)
{
  g_autofree YlCellChange *cells = g_new (YlCellChange, match->sheet->n_columns);
  *out_n = 0;
  for (guint i = 0; i < match->sheet->n_columns; i++)
    {
      const char *text = choose_text (match, i, old, new);
      if (strcmp (old == NULL ? "" : old[i], text) != 0)
        cells[(*out_n)++] = (YlCellChange){ i, text };
    }
  return *out_n == 0
             ? NULL
             : yl_arena_own (match->arena, g_memdup2 (cells, *out_n * sizeof *cells), g_free);
}

/* A row that is added stands behind the one of the record that its file has before it. */
static void
add_new (Match *match, guint new, const char *after, GArray *changes)
{
  const guint old = match->of_new[new];
  const YlHeldRow *held = old == NONE ? NULL : get_old (match, old);
  YlChange change = {
    .kind = held == NULL ? YL_CHANGE_ADD : YL_CHANGE_SET,
    .sheet = match->sheet,
    .id = held == NULL ? yl_arena_take (match->arena, yl_record_draw_id ()) : held->id,
    .rev = held == NULL ? 0 : held->rev,
    .after = held == NULL ? after : NULL,
  };
  change.cells =
      collect_cells (match, held == NULL ? NULL : held->cells, match->new[new], &change.n_cells);
  if (change.n_cells > 0)
    g_array_append_val (changes, change);
}

static void
add_changes (Match *match, GArray *changes, GPtrArray *missing)
{
  const char *after = match->n_old == 0 ? NULL : "";
  for (guint new = 0; new < match->n_new; new ++)
    {
      add_new (match, new, after, changes);
      if (match->of_new[new] != NONE)
        after = get_old (match, match->of_new[new])->id;
    }
  for (guint old = 0; old < match->n_old; old++)
    {
      const YlHeldRow *held = get_old (match, old);
      const YlChange drop = {
        .kind = YL_CHANGE_DROP, .sheet = match->sheet, .id = held->id, .rev = held->rev
      };
      if (match->of_old[old] != NONE)
        continue;
      g_ptr_array_add (missing, (gpointer) held->id);
      if (match->request->missing == YL_MISSING_DROPPED)
        g_array_append_val (changes, drop);
    }
}

/* Of a sheet of one row that is the row, whatever it says. */
static gboolean
link_rows (Match *match, GError **error)
{
  if (match->form->is_single)
    {
      if (match->n_old > 0 && match->n_new > 0)
        pair (match, 0, 0);
      return TRUE;
    }
  link_by (match, make_whole_key);
  if (match->form->heads == YL_WORDS_ROAD_HEADS && !link_roads (match, error))
    return FALSE;
  link_by (match, make_name_key);
  return TRUE;
}

GArray *
yl_record_match (const YlRecordMatchRequest *request,
                 YlArena *arena,
                 GPtrArray *out_missing,
                 GError **error)
{
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (YlChange));
  for (guint i = 0; i < n_forms; i++)
    {
      Match match = { .request = request,
                      .arena = arena,
                      .form = &forms[i],
                      .sheet = yl_record_find_sheet (request->record, forms[i].name) };
      if (yl_record_fill_get_n (request->fill, &forms[i]) == 0)
        continue;
      match_begin (&match);
      const gboolean is_linked = link_rows (&match, error);
      if (is_linked)
        add_changes (&match, changes, out_missing);
      match_end (&match);
      if (!is_linked)
        return NULL;
    }
  return g_steal_pointer (&changes);
}
