#include "yanglu/app/record/reading.h"

#include "yanglu/app/intake.h"
#include "yanglu/app/load.h"
#include "yanglu/app/record/job.h"
#include "yanglu/audit/lists/form-rules.h"
#include "yanglu/domain/findings-as-read.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/places/register.h"

#include <stdlib.h>
#include <string.h>

/* Columns that are told; more than any table has. */
#define MAX_COLUMNS 512u

/* Characters of an example. */
#define MAX_EXAMPLE 24

struct _YlRecordReading
{
  YlArena *arena;
  YlCopy *kept;
  YlWords *words;
  const YlPlaces *places;
  YlIntake *intake;
  YlEntry *entry;
  YlRecordFill *fill;
  YlFindings *findings;
  YlChoices *choices;
  GArray *columns;            /* of YlReadColumn */
  const YlRecordForm *missed; /* (nullable): a table that was not found */
  GPtrArray *missed_heads;    /* (nullable): what was nearest to its heads */
  YlLoadContext context;
};

void
yl_record_reading_free (YlRecordReading *reading)
{
  if (reading == NULL)
    return;
  g_clear_pointer (&reading->fill, yl_record_fill_free);
  g_clear_pointer (&reading->entry, yl_entry_free);
  g_clear_pointer (&reading->intake, yl_arena_free_record);
  g_clear_pointer (&reading->words, yl_arena_free_record);
  g_clear_pointer (&reading->kept, yl_copy_free);
  g_clear_pointer (&reading->findings, yl_findings_free);
  g_clear_pointer (&reading->choices, yl_arena_free_record);
  g_array_unref (reading->columns);
  g_clear_pointer (&reading->missed_heads, g_ptr_array_unref);
  yl_arena_free (reading->arena);
  g_free (reading);
}

/* What is told of columns. */

static YlReadColumn *
find_column (const YlRecordReading *reading, const YlRecordForm *form, const char *head)
{
  for (guint i = 0; i < reading->columns->len; i++)
    {
      YlReadColumn *column = &g_array_index (reading->columns, YlReadColumn, i);
      if (column->form == form && strcmp (column->head, head) == 0)
        return column;
    }
  return NULL;
}

static YlReadColumn *
add_column (YlRecordReading *reading,
            const YlRecordForm *form,
            const char *source,
            const char *head)
{
  const char *key = NULL;
  const YlReadColumn column = {
    .form = form,
    .source = yl_arena_keep_once (reading->arena, source),
    .head = yl_arena_keep (reading->arena, head),
    .example = "",
    .is_mended = yl_words_find_mend (reading->words, form->heads, head, &key),
    .is_ordinal = yl_record_fill_is_ordinal (reading->words, head),
  };
  g_array_append_val (reading->columns, column);
  return &g_array_index (reading->columns, YlReadColumn, reading->columns->len - 1);
}

/* What a table without heads says stands behind its key. */
static const char *
get_head (const YlRecordReading *reading, const YlRecordForm *form, const YlTypedCell *cell)
{
  if (cell->head != NULL && cell->head[0] != '\0')
    return cell->head;
  const char *usual =
      cell->key == NULL ? NULL : yl_words_get_usual (reading->words, form->heads, cell->key);
  return usual == NULL ? "" : usual;
}

static void
note_cell (YlRecordReading *reading,
           const YlRecordForm *form,
           const char *source,
           const YlTypedCell *cell)
{
  const char *head = get_head (reading, form, cell);
  YlReadColumn *column = head[0] == '\0' ? NULL : find_column (reading, form, head);
  if (column == NULL && head[0] != '\0' && reading->columns->len < MAX_COLUMNS)
    column = add_column (reading, form, source, head);
  if (column == NULL)
    return;
  if (column->column == NULL && cell->key != NULL)
    {
      g_autofree char *name = yl_record_key_to_column (cell->key);
      column->column = yl_arena_keep_once (reading->arena, name);
    }
  if (column->example[0] != '\0' || yl_text_is_blank (cell->text))
    return;
  g_autofree char *text = yl_text_dup (cell->text);
  g_autofree char *first = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_EXAMPLE));
  column->example = yl_arena_keep (reading->arena, first);
}

static void
take_row (gpointer self, const YlTypedRow *row)
{
  YlRecordReading *reading = self;
  const YlRecordForm *form = yl_record_form_find (row->sheet);
  const YlTypedSink fill = yl_record_fill_get_sink (reading->fill);
  for (guint i = 0; form != NULL && i < row->n_cells; i++)
    note_cell (reading, form, row->source == NULL ? "" : row->source, &row->cells[i]);
  fill.take (fill.self, row);
}

static void
take_miss (gpointer self, const char *sheet, const GPtrArray *heads)
{
  YlRecordReading *reading = self;
  if (reading->missed != NULL)
    return;
  reading->missed = yl_record_form_find (sheet);
  reading->missed_heads = g_ptr_array_ref ((GPtrArray *) heads);
}

/* Where another table was found, the file is no attempt at this one. */
static void
tell_missed (YlRecordReading *reading)
{
  const gboolean is_told = reading->missed != NULL && reading->columns->len == 0;
  for (guint i = 0; is_told && i < reading->missed_heads->len; i++)
    {
      const YlTypedCell cell = { .head = g_ptr_array_index (reading->missed_heads, i),
                                 .text = YL_TEXT_EMPTY };
      note_cell (reading, reading->missed, "", &cell);
    }
}

/* Reading. */

YlRecordReading *
yl_record_reading_new (YlRecord *record, GError **error)
{
  const YlRecordIdentity *identity = yl_record_get_identity (record);
  g_autoptr (YlRecordReading) reading = g_new0 (YlRecordReading, 1);
  reading->arena = yl_arena_new ();
  reading->columns = g_array_new (FALSE, FALSE, sizeof (YlReadColumn));
  reading->findings = yl_findings_new ();
  reading->choices = yl_choices_new ();
  reading->kept = yl_record_keep (record, error);
  reading->words =
      reading->kept == NULL ? NULL : yl_record_open_words (reading->kept, reading->choices, error);
  reading->places = reading->words == NULL ? NULL : yl_register_get (error);
  if (reading->places == NULL)
    return NULL;
  reading->intake = yl_intake_new ();
  reading->entry = yl_entry_new ();
  reading->fill = yl_record_fill_new (record, reading->words);
  reading->context = (YlLoadContext){
    .words = reading->words,
    .places = reading->places,
    .county_code = (guint32) strtoul (identity->county, NULL, 10),
    .year = identity->year,
    .findings = reading->findings,
    .intake = reading->intake,
    .typed = { .take = take_row, .miss = take_miss, .self = reading },
  };
  return g_steal_pointer (&reading);
}

void
yl_record_reading_mend (YlRecordReading *reading,
                        const YlRecordForm *form,
                        const char *head,
                        const char *column)
{
  g_autofree char *key = column == NULL ? NULL : g_strdelimit (g_strdup (column), "_", '-');
  yl_words_mend (reading->words, form->heads, head, key);
}

static void
pass_road (gpointer self, const YlRoadRow *row)
{
  (void) self;
  (void) row;
}

/* A workbook of roads may be the entry workbook; what is wrong with the file itself is told once. */
gboolean
yl_record_reading_take_list (YlRecordReading *reading, const YlInput *input, GError **error)
{
  YlRoadImportTally tally = { 0 };
  yl_record_fill_begin_file (reading->fill);
  g_autoptr (YlFindings) of_roads = yl_findings_new ();
  g_autoptr (YlFindings) told = yl_findings_new_counting (0);
  YlLoadContext roads = reading->context;
  YlLoadContext again = reading->context;
  roads.findings = of_roads;
  again.findings = told;
  if (!yl_load_roads (&roads, input, NULL, (YlRoadSink){ pass_road, NULL }, &tally, error))
    return FALSE;
  const gboolean is_budget = reading->intake->budgets->len > 0;
  const gboolean is_read = is_budget || !yl_file_form_is_workbook (input)
                           || yl_load_entry (&again, input, YL_ENTRY_ALL, reading->entry, error);
  /* Of a workbook of other tables nobody wants to know that it has no road list. */
  if (reading->missed == NULL || reading->columns->len == 0)
    yl_findings_append (reading->findings, of_roads);
  return is_read;
}

gboolean
yl_record_reading_take_entry (YlRecordReading *reading,
                              const YlInput *input,
                              YlEntryKind kind,
                              GError **error)
{
  yl_record_fill_begin_file (reading->fill);
  return yl_load_entry (&reading->context, input, kind, reading->entry, error);
}

void
yl_record_reading_end (YlRecordReading *reading)
{
  tell_missed (reading);
  yl_intake_tell_files (reading->intake, 0, reading->choices);
  yl_intake_tell (reading->intake, reading->choices);
  yl_forms_check (reading->intake, reading->places, reading->context.year, NULL, reading->findings);
  yl_findings_arrange (reading->findings, reading->intake);
}

/* What came of it. */

YlRecordFill *
yl_record_reading_get_fill (const YlRecordReading *reading)
{
  return reading->fill;
}

const GArray *
yl_record_reading_get_columns (const YlRecordReading *reading)
{
  return reading->columns;
}

YlFindings *
yl_record_reading_get_findings (const YlRecordReading *reading)
{
  return reading->findings;
}

YlChoices *
yl_record_reading_get_choices (const YlRecordReading *reading)
{
  return reading->choices;
}

void
yl_record_reading_steal (YlRecordReading *reading,
                         YlFindings **out_findings,
                         YlChoices **out_choices)
{
  *out_findings = g_steal_pointer (&reading->findings);
  *out_choices = g_steal_pointer (&reading->choices);
}
