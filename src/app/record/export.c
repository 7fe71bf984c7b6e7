#include "yanglu/app/record/export.h"

#include "yanglu/app/budget/entity.h"
#include "yanglu/app/budget/findings.h"
#include "yanglu/app/budget/reopen.h"
#include "yanglu/app/budget/job.h"
#include "yanglu/app/record/job.h"
#include "yanglu/app/record/other.h"
#include "yanglu/app/record/rows.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/entry/entry-book.h"
#include "yanglu/io/csv-writer/writer.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/output.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/system-error.h"
#include "yanglu/io/words/words.h"
#include "yanglu/io/xlsx-writer/writer.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a column is called that the record has none for. */
#define FURTHER "further"

/* A sheet as it is written: the columns of the record, then those that it has no column for. */
typedef struct
{
  const YlRecordForm *form;
  GPtrArray *names; /* of char */
  GPtrArray *heads; /* of char */
  GPtrArray *rows;  /* of GPtrArray of char */
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;
  g_ptr_array_unref (table->names);
  g_ptr_array_unref (table->heads);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static guint
find_further (const Table *table, const char *head, guint from)
{
  guint i = from;
  while (i < table->heads->len && strcmp (g_ptr_array_index (table->heads, i), head) != 0)
    i++;
  return i;
}

/* Further columns of the row, each under its head; one without a head keeps to itself. */
static void
add_further (Table *table, GPtrArray *row, const char *other, guint n_own)
{
  g_autoptr (GPtrArray) texts = yl_other_read (other);
  for (guint i = 0; i + 1 < texts->len; i += 2)
    {
      const char *head = g_ptr_array_index (texts, i);
      guint column = find_further (table, head, n_own);
      while (column < row->len && ((const char *) g_ptr_array_index (row, column))[0] != '\0')
        column = find_further (table, head, column + 1);
      if (column == table->heads->len)
        {
          g_ptr_array_add (table->heads, g_strdup (head));
          g_ptr_array_add (table->names, g_strdup (FURTHER));
        }
      while (row->len <= column)
        g_ptr_array_add (row, g_strdup (""));
      g_free (g_ptr_array_index (row, column));
      row->pdata[column] = g_strdup (g_ptr_array_index (texts, i + 1));
    }
}

static void
add_heads (Table *table, const YlRecordRows *rows, const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++)
    {
      if (strcmp (columns[i], YL_RECORD_OTHER) == 0)
        continue;
      const gboolean is_silent = yl_record_rows_is_silent (rows, table->form, i);
      const char *head =
          yl_record_column_to_head (table->form, yl_words_get_builtin (), columns[i]);
      g_ptr_array_add (table->names, g_strdup (columns[i]));
      g_ptr_array_add (table->heads, g_strdup (is_silent ? "" : head));
    }
}

static void
add_row (Table *table, const YlHeldRow *held, const char *const *columns, guint n_own)
{
  const char *other = "";
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; columns[i] != NULL; i++)
    if (strcmp (columns[i], YL_RECORD_OTHER) == 0)
      other = held->cells[i];
    else
      g_ptr_array_add (row, g_strdup (held->cells[i]));
  add_further (table, row, other, n_own);
  g_ptr_array_add (table->rows, row);
}

static Table *
make_table (const YlRecordRows *rows, const YlRecordForm *form)
{
  const char *const *columns = yl_record_rows_get_columns (rows, form);
  Table *table = g_new0 (Table, 1);
  table->form = form;
  table->names = g_ptr_array_new_with_free_func (g_free);
  table->heads = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  add_heads (table, rows, columns);
  const guint n_own = table->names->len;
  for (guint i = 0; i < yl_record_rows_get_n (rows, form); i++)
    add_row (table, yl_record_rows_get (rows, form, i), columns, n_own);
  return table;
}

/* Every row as wide as the table. */
static void
fill_up (Table *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (table->rows, i);
      while (row->len < table->heads->len)
        g_ptr_array_add (row, g_strdup (""));
    }
}

static GPtrArray *
make_tables (YlRecord *record, GError **error)
{
  g_autoptr (YlRecordRows) rows = yl_record_rows_load (record, error);
  if (rows == NULL)
    return NULL;
  GPtrArray *tables = g_ptr_array_new_with_free_func (table_free);
  guint n = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n);
  for (guint i = 0; i < n; i++)
    {
      Table *table = make_table (rows, &forms[i]);
      fill_up (table);
      g_ptr_array_add (tables, table);
    }
  return tables;
}

/* Columns of the record that say nothing are left out. */
static void
put_line (
    const YlCellSink *sink, gpointer sheet, guint32 row, const Table *table, const GPtrArray *texts)
{
  guint16 column = 0;
  for (guint i = 0; i < texts->len; i++)
    {
      const char *head = g_ptr_array_index (table->heads, i);
      if (head[0] == '\0' && strcmp (g_ptr_array_index (table->names, i), FURTHER) != 0)
        continue;
      sink->put (sink->self, sheet,
                 &(YlFormCell){ .row = row,
                                .column = column,
                                .last_column = column,
                                .content = YL_CONTENT_TEXT,
                                .text = g_ptr_array_index (texts, i) });
      column++;
    }
}

char *
yl_record_make_roads (YlRecord *record, GError **error)
{
  g_autoptr (GPtrArray) tables = make_tables (record, error);
  if (tables == NULL)
    return NULL;
  const Table *roads = g_ptr_array_index (tables, 0);
  g_autoptr (YlCsvWriter) writer = yl_csv_writer_new (roads->form->sheet);
  const YlCellSink *sink = yl_csv_writer_get_sink (writer);
  gpointer sheet = sink->begin_sheet (sink->self, &(YlSheetForm){ .name = roads->form->sheet });
  put_line (sink, sheet, 1, roads, roads->heads);
  for (guint i = 0; i < roads->rows->len; i++)
    put_line (sink, sheet, i + 2, roads, g_ptr_array_index (roads->rows, i));
  return yl_csv_writer_end (writer, error);
}

/* (transfer full): what the form is filled in with; it borrows from @table. */
static YlEntryRows
make_filled (const Table *table)
{
  const char *const **rows = g_new (const char *const *, table->rows->len + 1);
  for (guint i = 0; i < table->rows->len; i++)
    rows[i] =
        (const char *const *) (gpointer) ((GPtrArray *) g_ptr_array_index (table->rows, i))->pdata;
  return (YlEntryRows){ .sheet = table->form->sheet,
                        .names = (const char *const *) (gpointer) table->names->pdata,
                        .heads = (const char *const *) (gpointer) table->heads->pdata,
                        .n_columns = table->heads->len,
                        .rows = rows,
                        .n_rows = table->rows->len };
}

static gboolean
write_book (YlRecord *record,
            const YlEntity *entity,
            const YlPlaces *places,
            const char *path,
            gboolean force,
            GError **error)
{
  g_autoptr (GPtrArray) tables = make_tables (record, error);
  g_autoptr (YlXlsxWriter) writer =
      tables == NULL ? NULL : yl_xlsx_writer_new_entry (path, force, error);
  if (writer == NULL)
    return FALSE;
  g_autofree YlEntryRows *filled = g_new0 (YlEntryRows, tables->len);
  for (guint i = 0; i < tables->len; i++)
    filled[i] = make_filled (g_ptr_array_index (tables, i));
  yl_entry_book_write (&(YlEntryRequest){ .entity = entity,
                                          .year = yl_record_get_identity (record)->year,
                                          .places = places,
                                          .filled = filled,
                                          .n_filled = tables->len },
                       yl_xlsx_writer_get_sink (writer));
  const gboolean is_written = yl_xlsx_writer_close (writer, error);
  for (guint i = 0; i < tables->len; i++)
    g_free ((gpointer) filled[i].rows);
  return is_written;
}

gboolean
yl_record_write_entry (YlRecord *record, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlPlaces) places = yl_register_load (error);
  g_autoptr (YlEntity) entity =
      places == NULL ? NULL : yl_record_choose_entity (record, places, error);
  return entity != NULL && write_book (record, entity, places, path, force, error);
}

static gboolean
write_text (const char *folder,
            const char *name,
            const char *bytes,
            gsize length,
            gboolean force,
            GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (YlOutput) output = yl_output_new (path, force, error);
  return output != NULL && yl_output_put (output, bytes, length, error)
         && yl_output_commit (output, error);
}

/* (transfer full): its own name without folders; of a policy its id. */
static char *
name_kept (const YlInputCopy *kept, const YlPolicy *policy)
{
  const gboolean is_base = strcmp (kept->role, YL_ROLE_POLICY_BASE) == 0;
  if (!is_base && !g_str_has_prefix (kept->role, YL_ROLE_POLICY))
    return g_path_get_basename (kept->name);
  const char *id = is_base ? kept->name : yl_policy_get_head (policy)->id;
  g_autofree char *file = g_strconcat (id, ".policy", NULL);
  return g_path_get_basename (file);
}

/* The words of an office may stand in several files, of one name in several folders; `budget` is given one. */
static GBytes *
join_words (const YlInputCopy *kept, gsize n)
{
  static const char bom[] = "\xEF\xBB\xBF";
  GString *all = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    {
      gsize length = 0;
      const char *text = g_bytes_get_data (kept[i].bytes, &length);
      if (strcmp (kept[i].role, YL_ROLE_WORDS) != 0)
        continue;
      const gsize skipped =
          length >= strlen (bom) && memcmp (text, bom, strlen (bom)) == 0 ? strlen (bom) : 0;
      g_string_append_len (all, text + skipped, (gssize) (length - skipped));
      g_string_append_c (all, '\n');
    }
  return g_string_free_to_bytes (all);
}

static guint
count_words (const YlInputCopy *kept, gsize n)
{
  guint n_words = 0;
  for (gsize i = 0; i < n; i++)
    n_words += strcmp (kept[i].role, YL_ROLE_WORDS) == 0 ? 1 : 0;
  return n_words;
}

static gboolean
write_bytes (const char *folder, const char *name, GBytes *bytes, gboolean force, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  return write_text (folder, name, data, length, force, error);
}

static gboolean
write_words (const char *folder,
             const YlInputCopy *kept,
             gsize n,
             gboolean force,
             GPtrArray *names,
             GError **error)
{
  g_autoptr (GBytes) all = join_words (kept, n);
  g_ptr_array_add (names, g_strdup (YL_RECORD_WORDS_FILE));
  return write_bytes (folder, YL_RECORD_WORDS_FILE, all, force, error);
}

static gboolean
write_kept (YlRecord *record, const char *folder, gboolean force, GPtrArray *names, GError **error)
{
  g_autoptr (YlCopy) copy = yl_record_keep (record, error);
  g_autoptr (YlPolicy) policy = copy == NULL ? NULL : yl_reopen_policy (copy, error);
  if (policy == NULL)
    return FALSE;
  gsize n = 0;
  const YlInputCopy *kept = yl_copy_get_inputs (copy, &n);
  const gboolean is_joined = count_words (kept, n) > 1;
  if (is_joined && !write_words (folder, kept, n, force, names, error))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (is_joined && strcmp (kept[i].role, YL_ROLE_WORDS) == 0)
        continue;
      char *name = name_kept (&kept[i], policy);
      g_ptr_array_add (names, name);
      if (!write_bytes (folder, name, kept[i].bytes, force, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
yl_record_export (YlRecord *record, const char *folder, gboolean force, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *roads = yl_record_make_roads (record, error);
  g_autofree char *entry = g_build_filename (folder, YL_RECORD_ENTRY_FILE, NULL);
  g_ptr_array_add (names, g_strdup (YL_RECORD_ROADS_FILE));
  g_ptr_array_add (names, g_strdup (YL_RECORD_ENTRY_FILE));
  const gboolean is_done =
      roads != NULL && yl_output_make_folder (folder, error)
      && write_text (folder, YL_RECORD_ROADS_FILE, roads, strlen (roads), force, error)
      && yl_record_write_entry (record, entry, force, error)
      && write_kept (record, folder, force, names, error);
  return is_done ? g_steal_pointer (&names) : NULL;
}

/* What a policy is based on is found beside it; the policy itself is written last. */
gboolean
yl_record_export_budget (
    const char *folder, const GPtrArray *names, guint clock_year, gboolean force, GError **error)
{
  g_autofree char *entry = g_build_filename (folder, YL_RECORD_ENTRY_FILE, NULL);
  g_autofree char *book = g_build_filename (folder, YL_RECORD_BUDGET_FILE, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  YlJobOptions options = { .roads = entry, .clock_year = clock_year, .past_before = clock_year };
  for (guint i = 2; i < names->len; i++)
    {
      char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_ptr_array_add (paths, path);
      if (g_str_has_suffix (path, ".policy"))
        options.policy = path;
      else if (g_str_has_suffix (path, ".words"))
        options.words = path;
      else
        options.rules = path;
    }
  g_autoptr (YlBudgetJob) job = yl_budget_job_run (&options, NULL, error);
  return job != NULL && yl_budget_job_check_read (job, error)
         && yl_budget_job_write (job, book, force, error);
}

gboolean
yl_record_export_findings (YlRecord *record, const char *folder, gboolean force, GError **error)
{
  g_autofree char *book = g_build_filename (folder, YL_RECORD_FINDINGS_FILE, NULL);
  g_autoptr (YlRecordJob) job = yl_record_job_run (record, error);
  return job != NULL && yl_list_job_write_findings (job->budget->list, book, force, error);
}
