#include "sum-private.h"
#include "coverage-private.h"
#include "relations-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Keys that are no column of the table. */
#define DETAIL_BY_CLASS (-1)
#define DETAIL_BY_NOTHING (-2)

/* The class, or what is said where there is none. */
static const char *
get_class_name (guint8 rate, const char *without)
{
  return rate >= YL_N_RATES ? without : yl_rate_kind_get_name ((YlRateKind) rate);
}

/* The township of a row is known by its name in the register, also where its cell is blank. */
static gboolean
is_township_column (const FoundCheck *detail, int key)
{
  return key >= 0
         && key
                == yl_found_table_find_column (detail->table, YL_FOUND_TOWNSHIP,
                                               YL_FOUND_ALL_CLASSES);
}

/* (transfer full): what @row is called under @key; "" for nothing. */
static char *
detail_key_get (const FoundCheck *detail, guint row, int key)
{
  const YlFoundRow *found = found_row (detail, row);
  if (key == DETAIL_BY_NOTHING)
    return g_strdup ("");
  if (key == DETAIL_BY_CLASS)
    return g_strdup (get_class_name (found->rate, ""));
  if (is_township_column (detail, key) && found->township[0] != '\0')
    return g_strdup (found->township);
  const char *text = yl_found_row_get (found, (guint) key)->text;
  return yl_text_dup (yl_text_trim (yl_text_of (text == NULL ? "" : text)));
}

/* (transfer full) (element-type utf8): what the items are called under @key. */
static GHashTable *
detail_names_new (const FoundCheck *detail, int key)
{
  GHashTable *names = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; found_next_item (detail, &row); row++)
    g_hash_table_add (names, detail_key_get (detail, row, key));
  g_hash_table_remove (names, "");
  return names;
}

/* (transfer full): the table added up by two keys, what its columns of words hold or its classes:
 * "row name\ncolumn name" → FoundSum, one a column. */
static GHashTable *
detail_sums_new (const FoundCheck *detail, int row_key, int column_key)
{
  GHashTable *sums = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  const guint n_columns = detail->table->columns->len;
  for (guint row = 0; found_next_item (detail, &row); row++)
    {
      g_autofree char *row_name = detail_key_get (detail, row, row_key);
      g_autofree char *column_name = detail_key_get (detail, row, column_key);
      g_autofree char *key = g_strdup_printf ("%s\n%s", row_name, column_name);
      FoundSum *group = g_hash_table_lookup (sums, key);
      if (group == NULL)
        {
          group = g_new0 (FoundSum, n_columns);
          g_hash_table_insert (sums, g_steal_pointer (&key), group);
        }
      for (guint i = 0; i < n_columns; i++)
        found_sum_add (&group[i], found_cell (detail, row, i));
    }
  return sums;
}

/* The items called @row_name and @column_name, in @column of the table. */
static FoundSum
detail_sums_get (GHashTable *sums, const char *row_name, const char *column_name, guint column)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", row_name, column_name);
  const FoundSum *group = g_hash_table_lookup (sums, key);
  return group == NULL ? (FoundSum){ 0 } : group[column];
}

/* Tables that an overview is held against, the largest first. */
#define MAX_DETAILS 6
/* Rows of a table times the ways to add it up for one overview. */
#define MAX_WORK 4000000

/* What of an overview's row is looked up in the detail. */
typedef enum
{
  BY_LABEL,
  BY_TOWNSHIP,
  BY_CLASS,
  BY_PURPOSE, /* 机构运行经费 as 机构运行 */
  N_NAMES,
} NameKind;

/* How a column of an overview comes from the rows of a detail. */
typedef struct
{
  NameKind name;
  int row_key;
  int column_key;
  guint value; /* the column of the detail that is added up */
  guint n;     /* rows of the overview that it says anything about … */
  guint n_right;
  guint n_single; /* rows of the overview that come from one row of the detail */
} DetailGrouping;

/* An overview under comparison with one detail. */
typedef struct
{
  FoundCheck *overview;
  const FoundCheck *detail;
  GPtrArray *names; /* of GHashTable: what each key of the detail holds, the classes first */
  GHashTable *repeated[N_NAMES]; /* what several rows of the overview are called */
  DetailGrouping *best;          /* one a column of the overview */
  gsize work;
  gboolean is_of_rest; /* only what nothing else judged */
} DetailComparison;

/* The purpose that the words name, but for daily maintenance, which has classes. */
static const char *
find_purpose (const char *label)
{
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    {
      const char *name = yl_purpose_get_name ((YlPurpose) purpose);
      if (purpose != YL_PURPOSE_DAILY && strstr (label, name) != NULL)
        return name;
    }
  return "";
}

static const char *
get_name (const YlFoundRow *row, NameKind kind)
{
  if (kind == BY_LABEL)
    return row->label;
  if (kind == BY_TOWNSHIP)
    return row->township;
  return kind == BY_PURPOSE ? find_purpose (row->label) : get_class_name (row->rate, "");
}

/* The class that a column is of, else its head: 一般公共预算. */
static const char *
get_column_name (const YlFoundColumn *column)
{
  return get_class_name (column->rate, column->head);
}

static gboolean
is_measure (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_AMOUNT
         || column->meaning == YL_FOUND_LISTED;
}

static GHashTable *
get_names (const DetailComparison *comparison, int key)
{
  return g_ptr_array_index (comparison->names, key - DETAIL_BY_CLASS);
}

/* What rounding may take from the sum of the rows. */
static gint64
get_slack (const DetailComparison *comparison,
           const FoundCell *cell,
           const DetailGrouping *grouping,
           guint n_rounded)
{
  const gint64 own = found_step (comparison->overview, cell);
  const gint64 of_rows = comparison->detail->steps[grouping->value];
  return MAX (own, of_rows) <= 1 ? 0
                                 : (own > of_rows ? own / 2 : 0) + (gint64) n_rounded * of_rows / 2;
}

static gboolean
is_right (const DetailComparison *comparison, const FoundCell *cell, const FoundSum *sum)
{
  const gint64 half = found_step (comparison->overview, cell) / 2;
  return ABS (cell->stated - sum->stated) <= half || ABS (cell->stated - sum->expected) <= half;
}

/* The rows of the detail that an item of the overview comes from; FALSE: it is not found there, or
 * cannot be read. */
static gboolean
find_sum (const DetailComparison *comparison,
          GHashTable *sums,
          const DetailGrouping *grouping,
          const FoundCell *cell,
          FoundSum *out_sum)
{
  const char *name = get_name (cell->row, grouping->name);
  if (!g_hash_table_contains (get_names (comparison, grouping->row_key), name)
      || g_hash_table_contains (comparison->repeated[grouping->name], name)
      || found_value_is_unread (cell->value))
    return FALSE;
  *out_sum = detail_sums_get (
      sums, name, grouping->column_key == DETAIL_BY_NOTHING ? "" : get_column_name (cell->head),
      grouping->value);
  return !out_sum->is_unread;
}

/* Counts how many rows come out in this way. */
static void
try (const DetailComparison *comparison, GHashTable *sums, guint column, DetailGrouping *grouping)
{
  for (guint row = 0; found_next_item (comparison->overview, &row); row++)
    {
      const FoundCell *cell = found_cell (comparison->overview, row, column);
      FoundSum sum;
      if (!find_sum (comparison, sums, grouping, cell, &sum)
          || (sum.stated == 0 && cell->stated == 0))
        continue;
      grouping->n++;
      grouping->n_right += is_right (comparison, cell, &sum) ? 1 : 0;
      grouping->n_single += sum.n == 1 ? 1 : 0;
    }
}

static gboolean
is_better (const DetailGrouping *grouping, const DetailGrouping *best)
{
  return grouping->n_right > best->n_right
         || (grouping->n_right == best->n_right && grouping->n_right > 0 && grouping->n < best->n);
}

/* Whether the columns of the overview name anything that the detail holds under @key. */
static gboolean
names_columns (const DetailComparison *comparison, int key, guint column)
{
  const char *name = get_column_name (found_head (comparison->overview, column));
  return key == DETAIL_BY_NOTHING || g_hash_table_contains (get_names (comparison, key), name);
}

static void
try_keys (DetailComparison *comparison, NameKind name, int row_key, int column_key)
{
  const FoundCheck *overview = comparison->overview;
  g_autoptr (GHashTable) sums = NULL;
  for (guint column = 0; column < overview->table->columns->len; column++)
    {
      const YlFoundColumn *own = found_head (overview, column);
      const gboolean must_name = own->rate != YL_FOUND_ALL_CLASSES;
      if (!is_measure (own) || !names_columns (comparison, column_key, column)
          || (must_name && column_key == DETAIL_BY_NOTHING) || comparison->work > MAX_WORK)
        continue;
      if (sums == NULL)
        {
          sums = detail_sums_new (comparison->detail, row_key, column_key);
          comparison->work += comparison->detail->table->rows->len;
        }
      for (guint i = 0; i < comparison->detail->table->columns->len; i++)
        {
          DetailGrouping grouping = { name, row_key, column_key, i, 0, 0, 0 };
          if (found_head (comparison->detail, i)->meaning != own->meaning)
            continue;
          try (comparison, sums, column, &grouping);
          if (is_better (&grouping, &comparison->best[column]))
            comparison->best[column] = grouping;
        }
    }
}

/* (transfer full) (element-type utf8): what several rows of @overview are called, of their own texts. */
static GHashTable *
repeated_names_new (const FoundCheck *overview, NameKind name)
{
  GHashTable *repeated = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  for (guint row = 0; found_next_item (overview, &row); row++)
    {
      const char *text = get_name (found_row (overview, row), name);
      if (!g_hash_table_add (own, (gpointer) text))
        g_hash_table_add (repeated, (gpointer) text);
    }
  return repeated;
}

/* Whether rows of the overview are called by what the detail holds under @key, most of them each by
 * another: a payee of many works has as many rows. */
static gboolean
names_rows (const DetailComparison *comparison, NameKind name, int key)
{
  GHashTable *names = get_names (comparison, key);
  guint n_own = 0;
  guint n_repeated = 0;
  for (guint row = 0; found_next_item (comparison->overview, &row); row++)
    {
      const char *text = get_name (found_row (comparison->overview, row), name);
      if (!g_hash_table_contains (names, text))
        continue;
      if (g_hash_table_contains (comparison->repeated[name], text))
        n_repeated++;
      else
        n_own++;
    }
  return n_own >= 2 && n_own > n_repeated;
}

static void
try_all (DetailComparison *comparison)
{
  const int n_keys = (int) comparison->detail->table->columns->len;
  for (NameKind name = BY_LABEL; name < N_NAMES; name++)
    for (int row_key = DETAIL_BY_CLASS; row_key < n_keys; row_key++)
      for (int column_key = DETAIL_BY_NOTHING;
           column_key < n_keys && names_rows (comparison, name, row_key); column_key++)
        if (column_key != row_key)
          try_keys (comparison, name, row_key, column_key);
}

/* The head without blanks, brackets and what stands in them. */
static char *
make_bare (const char *head)
{
  GString *bare = g_string_new ("");
  gboolean is_inside = FALSE;
  for (const char *at = head; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      is_inside |= c == '(' || c == 0xFF08;
      if (!is_inside && !g_unichar_isspace (c))
        g_string_append_unichar (bare, c);
      is_inside &= c != ')' && c != 0xFF09;
    }
  return g_string_free (bare, FALSE);
}

/* Whether both columns may be of one thing: 里程 may be any, 列养里程 is none but itself. */
static gboolean
are_alike (const YlFoundColumn *own, const YlFoundColumn *of_detail)
{
  static const char *const any[] = { "里程", "长度", "总里程", "小计", "合计", "数量", NULL };
  g_autofree char *a = make_bare (own->head);
  g_autofree char *b = make_bare (of_detail->head);
  if (own->meaning == YL_FOUND_AMOUNT)
    return own->payer_after == of_detail->payer_after
           && (own->purpose == of_detail->purpose || own->purpose == YL_N_PURPOSES
               || of_detail->purpose == YL_N_PURPOSES);
  return strcmp (a, b) == 0 || strstr (a, b) != NULL || g_strv_contains (any, a);
}

/* Whether another column of the overview comes from the same rows of the detail throughout. */
static gboolean
has_sibling (const DetailComparison *comparison, guint column)
{
  const DetailGrouping *grouping = &comparison->best[column];
  for (guint i = 0; i < comparison->overview->table->columns->len; i++)
    {
      const DetailGrouping *other = &comparison->best[i];
      if (i != column && other->n_right >= 2 && other->n_right == other->n
          && other->name == grouping->name && other->row_key == grouping->row_key)
        return TRUE;
    }
  return FALSE;
}

/* Whether another column of the overview is, throughout, what @column would be a part of. */
static gboolean
is_of_another (const DetailComparison *comparison, guint column)
{
  const DetailGrouping *grouping = &comparison->best[column];
  for (guint i = 0; i < comparison->overview->table->columns->len; i++)
    {
      const DetailGrouping *other = &comparison->best[i];
      if (i != column && other->n_right >= 2 && other->n_right == other->n
          && other->value == grouping->value && other->row_key == grouping->row_key
          && other->column_key == grouping->column_key)
        return TRUE;
    }
  return FALSE;
}

/* Whether the rows of both are called by one thing: classes, purposes, or what one head says. */
static gboolean
is_same_name (const DetailComparison *comparison, const DetailGrouping *grouping)
{
  if (grouping->name == BY_CLASS || grouping->name == BY_PURPOSE || grouping->row_key < 0)
    return TRUE;
  const char *head = found_head (comparison->detail, (guint) grouping->row_key)->head;
  for (guint i = 0; i < comparison->overview->table->columns->len; i++)
    if (strcmp (found_head (comparison->overview, i)->head, head) == 0)
      return grouping->name == BY_LABEL;
  return FALSE;
}

static gboolean
is_sure (const DetailComparison *comparison, guint column)
{
  const DetailGrouping *grouping = &comparison->best[column];
  const YlFoundColumn *own = found_head (comparison->overview, column);
  if (grouping->n_right < 2)
    return grouping->n_right == 1 && grouping->n <= 2 && has_sibling (comparison, column)
           && !is_of_another (comparison, column)
           && are_alike (own, found_head (comparison->detail, grouping->value));
  if (grouping->n_right == grouping->n)
    return TRUE;
  /* One row for one row: two tables of the same names, such as payees and townships, may well be of
   * different money though many of their figures are the same. */
  if (grouping->n_single * 2 > grouping->n)
    return is_same_name (comparison, grouping) ? grouping->n_right * 4 >= grouping->n * 3
                                               : grouping->n_right * 10 >= grouping->n * 9;
  return are_alike (own, found_head (comparison->detail, grouping->value))
             ? grouping->n_right * 2 > grouping->n
             : grouping->n_right >= 3 && grouping->n_right * 4 >= grouping->n * 3;
}

static void
report (const DetailComparison *comparison,
        const DetailGrouping *grouping,
        FoundCell *cell,
        const FoundSum *sum)
{
  const gint64 off = cell->stated - sum->stated;
  g_autofree char *from =
      g_strdup_printf ("工作表“%s”中对应的 %u 行“%s”相加", comparison->detail->table->sheet, sum->n,
                       found_head (comparison->detail, grouping->value)->head);
  const FoundDifference difference = {
    .code = YL_C01,
    .stated = cell->stated,
    .expected = sum->stated,
    .is_blank = !cell->value->is_known,
    .from = from,
    .rounded = ABS (off) <= get_slack (comparison, cell, grouping, sum->n_rounded) ? "各行" : NULL,
  };
  found_report_difference (comparison->overview, cell, &difference,
                           found_price (comparison->overview, cell, off));
}

/* A formula that only repeats another cell: what is wrong in it is told there. */
static gboolean
is_repeated (const char *formula)
{
  return strpbrk (formula, "+-*/(),&") == NULL;
}

/* Whether the cell is computed and another one of its row, which is not, is off by the same. */
static gboolean
follows (const FoundCheck *overview, guint row, guint column)
{
  const FoundCell *cell = found_cell (overview, row, column);
  if (cell->value->formula == NULL)
    return FALSE;
  if (is_repeated (cell->value->formula))
    return TRUE;
  for (guint i = 0; i < column; i++)
    {
      const FoundCell *other = found_cell (overview, row, i);
      if (other->value->is_known && other->value->formula == NULL && other->is_detailed
          && other->head->meaning == cell->head->meaning
          && other->stated - other->expected == cell->stated - cell->expected)
        return TRUE;
    }
  return FALSE;
}

/* Takes the sums for what the overview should state; tells where it states something else. */
/* Returns: whether any of the cells was not judged before. */
static gboolean
judge (const DetailComparison *comparison, GHashTable *sums, guint column)
{
  FoundCheck *overview = comparison->overview;
  const DetailGrouping *grouping = &comparison->best[column];
  gboolean is_new = FALSE;
  for (guint row = 0; found_next_item (overview, &row); row++)
    {
      FoundCell *cell = found_cell (overview, row, column);
      FoundSum sum;
      if (!find_sum (comparison, sums, grouping, cell, &sum) || cell->is_detailed
          || (comparison->is_of_rest && cell->is_judged))
        continue;
      const gboolean is_fine = is_right (comparison, cell, &sum);
      cell->expected = is_fine ? cell->stated : sum.stated;
      cell->is_judged = TRUE;
      cell->is_detailed = TRUE;
      cell->is_rounded = is_fine && cell->stated != sum.stated;
      is_new = TRUE;
      if (!is_fine && !follows (overview, row, column)
          && !found_may_differ (overview, cell, cell->stated - sum.stated))
        report (comparison, grouping, cell, &sum);
    }
  const FoundDetail detail = { column, comparison->detail, grouping->value };
  if (is_new)
    g_array_append_val (overview->details, detail);
  return is_new;
}

static void
report_reading (const DetailComparison *comparison, const char *first, guint n)
{
  g_autofree char *taken = g_strdup_printf ("“%s”%s由工作表“%s”的明细相加而来，逐行核对", first,
                                            n > 1 ? "等列" : "", comparison->detail->table->sheet);
  found_report_reading (comparison->overview->table, taken, comparison->overview->audit);
}

static void
judge_columns (const DetailComparison *comparison)
{
  const char *first = NULL;
  guint n = 0;
  for (guint i = 0; i < comparison->overview->table->columns->len; i++)
    {
      const DetailGrouping *grouping = &comparison->best[i];
      if (!is_sure (comparison, i))
        continue;
      g_autoptr (GHashTable) sums =
          detail_sums_new (comparison->detail, grouping->row_key, grouping->column_key);
      if (!judge (comparison, sums, i))
        continue;
      first = first == NULL ? found_head (comparison->overview, i)->head : first;
      n++;
    }
  if (n > 0)
    report_reading (comparison, first, n);
}

static void
compare (FoundCheck *overview, const FoundCheck *detail, gboolean is_of_rest)
{
  DetailComparison comparison = { .overview = overview,
                                  .detail = detail,
                                  .is_of_rest = is_of_rest };
  const int n_keys = (int) detail->table->columns->len;
  g_autofree DetailGrouping *best = g_new0 (DetailGrouping, overview->table->columns->len + 1);
  comparison.best = best;
  comparison.names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (NameKind name = BY_LABEL; name < N_NAMES; name++)
    comparison.repeated[name] = repeated_names_new (overview, name);
  for (int key = DETAIL_BY_CLASS; key < n_keys; key++)
    {
      const gboolean is_of_words =
          key < 0 || found_head (detail, (guint) key)->meaning <= YL_FOUND_CLASS;
      g_ptr_array_add (comparison.names, is_of_words
                                             ? detail_names_new (detail, key)
                                             : g_hash_table_new (yl_keyed_str_hash, g_str_equal));
    }
  try_all (&comparison);
  judge_columns (&comparison);
  g_ptr_array_unref (comparison.names);
  for (NameKind name = BY_LABEL; name < N_NAMES; name++)
    g_hash_table_unref (comparison.repeated[name]);
}

void
found_check_details (FoundCheck *overview,
                     FoundCheck *const *others,
                     guint n_others,
                     gboolean is_of_rest)
{
  for (guint i = 0; i < MIN (n_others, MAX_DETAILS); i++)
    compare (overview, others[i], is_of_rest);
}
