#include "yanglu/io/import/entry/entry.h"

#include "beside-private.h"

#include "yanglu/io/import/beyond.h"
#include "yanglu/io/import/merged.h"
#include "yanglu/io/import/row-label.h"
#include "yanglu/io/import/note.h"
#include "yanglu/io/import/taking.h"
#include "yanglu/io/import/unmark.h"

struct _YlEntryImport
{
  const YlImportTable *wanted; /* NULL: all of the entry workbook, each sheet by its name */
  YlTableContext context;
  const YlImportTable *found; /* the table this import was for has been found */
  gboolean has_sheet;
  TableBeside read; /* what the last sheet that was read held */
  const YlImportTable *read_table;
  /* The sheet at hand */
  const YlImportTable *table;
  YlHeadFinder *finder; /* for that table */
  gboolean is_beside;   /* it is read for what is told of it only */
  gboolean has_heads;
  gboolean is_below_heads;
  guint64 columns;   /* that its heads have */
  gboolean has_text; /* anything at all */
  TableBeside at_hand;
  YlTableSums sums;
  YlMerged *merged;
  GArray *unmarked; /* of YlText: the cells of the row at hand without marks before them */
  YlTaking taking;
  YlTypedSink typed;
};

static const YlImportTable *const sheets[] = {
  &yl_unit_table, &yl_bridges_table, &yl_funds_table, &yl_land_table, &yl_other_table,
};

/* Sheets of the entry workbook that hold no table of ours. */
static const char *const passed_over[] = { YL_SHEET_GUIDE, YL_LIST_ROADS, YL_SHEET_GIVEN_BACK };

static const YlImportTable *
table_of_kind (YlEntryKind kind)
{
  switch (kind)
    {
    case YL_ENTRY_FUNDS:
      return &yl_funds_table;
    case YL_ENTRY_BRIDGES:
      return &yl_bridges_table;
    case YL_ENTRY_LAST_YEAR:
      return &yl_last_year_table;
    case YL_ENTRY_ALL:
    default:
      return NULL;
    }
}

YlEntryImport *
yl_entry_import_new (YlEntryKind kind,
                     const char *file,
                     const YlWords *words,
                     const YlPlaces *places,
                     guint32 county_code,
                     YlEntry *entry,
                     YlFindings *findings)
{
  const YlTableContext context = {
    .file = file,
    .words = words,
    .places = places,
    .county_code = county_code,
    .arena = entry->arena,
    .entry = entry,
    .findings = findings,
  };
  return yl_entry_import_new_for_table (table_of_kind (kind), &context);
}

YlEntryImport *
yl_entry_import_new_for_table (const YlImportTable *table, const YlTableContext *context)
{
  YlEntryImport *import = g_new0 (YlEntryImport, 1);
  import->wanted = table;
  import->context = *context;
  import->merged = yl_merged_new ();
  import->unmarked = g_array_new (FALSE, FALSE, sizeof (YlText));
  yl_taking_init (&import->taking, NULL);
  if (table != NULL)
    import->finder = yl_head_finder_new (table, context->words);
  return import;
}

void
yl_entry_import_free (YlEntryImport *import)
{
  if (import == NULL)
    return;
  g_clear_pointer (&import->finder, yl_head_finder_free);
  g_free (import->context.sheet);
  table_beside_clear (&import->at_hand);
  table_beside_clear (&import->read);
  yl_merged_free (import->merged);
  g_array_unref (import->unmarked);
  yl_taking_clear (&import->taking);
  g_free (import);
}

void
yl_entry_import_set_intake (YlEntryImport *import, YlIntake *intake)
{
  import->taking.intake = intake;
}

void
yl_entry_import_set_typed (YlEntryImport *import, YlTypedSink typed)
{
  import->typed = typed;
}

static const YlImportTable *
table_named (const char *sheet)
{
  const YlText name = yl_text_trim (yl_text_of (sheet));
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (yl_text_is (name, sheets[i]->sheet))
      return sheets[i];
  return NULL;
}

static gboolean
is_passed_over (const char *sheet)
{
  for (gsize i = 0; i < G_N_ELEMENTS (passed_over); i++)
    if (g_str_equal (sheet, passed_over[i]))
      return TRUE;
  return FALSE;
}

/* Which table @sheet is read as: by its name, else (asked for one table) any sheet may hold it. */
static const YlImportTable *
choose_table (const YlEntryImport *import, const char *sheet, gboolean is_hidden)
{
  const YlImportTable *named = table_named (sheet);
  const YlImportTable *wanted = import->wanted;
  if (wanted != NULL && import->context.is_by_name)
    return yl_text_is (yl_text_trim (yl_text_of (sheet)), wanted->sheet) ? wanted : NULL;
  if (wanted == NULL || named == wanted)
    return named;
  if ((import->found != NULL && !wanted->is_many) || named != NULL || is_hidden
      || is_passed_over (sheet))
    return NULL;
  return wanted;
}

/* The table that @sheet, which is not read, may hold all the same: the one asked for, or that which begins its
 * name: 资金来源(2). */
static const YlImportTable *
choose_beside (const YlEntryImport *import, const char *sheet)
{
  if (import->context.is_by_name || table_named (sheet) != NULL || is_passed_over (sheet))
    return NULL;
  const YlImportTable *table = import->wanted;
  for (gsize i = 0; table == NULL && i < G_N_ELEMENTS (sheets); i++)
    if (g_str_has_prefix (sheet, sheets[i]->sheet))
      table = sheets[i];
  return table == NULL || table->record_size == 0 ? NULL : table;
}

/* The records that @table fills. */
static GArray *
get_rows (const YlTableContext *context, const YlImportTable *table)
{
  return G_STRUCT_MEMBER (GArray *, context->entry, table->rows);
}

static void
begin_table (YlEntryImport *import)
{
  /* What an earlier sheet gave is dropped for one that has the name of the table. */
  if (import->read_table == import->table && import->table->rows != 0)
    table_beside_report (&import->read, import->table, &import->context, import->context.sheet);
  import->found = import->table;
  if (import->table->rows != 0)
    g_array_set_size (get_rows (&import->context, import->table), 0);
  if (import->table->begin != NULL)
    import->table->begin (&import->context);
}

static void
forget_sheet (YlEntryImport *import, const char *sheet, gboolean is_hidden)
{
  g_free (import->context.sheet);
  import->context.sheet = g_strdup (sheet);
  import->context.units = (YlUnitLine){ YL_UNIT_NONE, YL_UNIT_NONE };
  import->has_heads = FALSE;
  import->is_below_heads = FALSE;
  import->columns = 0;
  import->has_text = FALSE;
  table_beside_clear (&import->at_hand);
  import->at_hand.sheet = g_strdup (sheet);
  import->at_hand.is_hidden = is_hidden;
  import->sums = (YlTableSums){ 0 };
  yl_merged_begin (import->merged, NULL);
  yl_taking_begin_sheet (&import->taking);
}

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlEntryImport *import = self;
  import->table = choose_table (import, sheet, is_hidden);
  import->is_beside = import->table == NULL;
  if (import->is_beside)
    import->table = choose_beside (import, sheet);
  if (import->table == NULL)
    return FALSE;
  forget_sheet (import, sheet, is_hidden);
  import->has_sheet = import->has_sheet || !import->is_beside;
  if (import->wanted == NULL && import->table->enough != NULL)
    {
      g_clear_pointer (&import->finder, yl_head_finder_free);
      import->finder = yl_head_finder_new (import->table, import->context.words);
    }
  if (import->table->enough != NULL)
    yl_head_finder_begin (import->finder);
  else
    begin_table (import);
  return TRUE;
}

static gboolean
is_blank_row (const YlText *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (!yl_text_is_blank (cells[i]))
      return FALSE;
  return TRUE;
}

/* Heads printed again on a further page, or those of a further table below the first: words stand
 * where the quantities do, or two cells read as their heads. */
static gboolean
may_be_heads (const YlEntryImport *import, const YlText *cells, guint n_cells)
{
  guint n_alike = 0;
  for (guint column = 0; column < import->table->n_columns; column++)
    {
      const char *head = yl_head_finder_get (import->finder, column)->head;
      const YlText cell = yl_head_finder_cell (import->finder, column, cells, n_cells);
      if (head == NULL || cell.length == 0)
        continue;
      if (yl_import_column_is_quantity (&import->table->columns[column])
          && !yl_text_has_digit (cell))
        return TRUE;
      n_alike += yl_text_is (cell, head) ? 1 : 0;
    }
  return n_alike >= 2;
}

/* The first row below heads, be they the first of the sheet or further ones. */
static void
begin_rows (YlEntryImport *import, YlRowId row)
{
  const YlTableContext *context = &import->context;
  const guint64 columns = yl_head_finder_get_columns (import->finder);
  import->is_below_heads = TRUE;
  if (import->is_beside)
    return;
  if (!import->has_heads)
    begin_table (import);
  if (columns != import->columns)
    {
      yl_head_finder_report_repeats (import->finder, context->file, context->sheet,
                                     context->findings);
      yl_head_finder_report_units (import->finder, context->file, context->sheet,
                                   context->findings);
    }
  import->has_heads = TRUE;
  import->columns = columns;
  yl_taking_begin_rows (&import->taking, import->finder, import->table, context->words,
                        context->file, context->sheet, row);
}

/* Whether the row stands below heads; finds the heads on the way. */
static gboolean
is_data (YlEntryImport *import, YlRowId row, const YlText *cells, guint n_cells)
{
  if (import->is_below_heads && !may_be_heads (import, cells, n_cells))
    return TRUE;
  if (yl_head_finder_take (import->finder, row, cells, n_cells) != YL_HEADS_DATA)
    {
      import->is_below_heads = FALSE;
      return FALSE;
    }
  if (!import->is_below_heads)
    begin_rows (import, row);
  return TRUE;
}

/* A row that loses nothing goes into the record that the description tells of. */
static void
take_record (YlTableRow *row, gboolean is_hidden)
{
  const YlImportTable *table = row->table;
  g_autofree gpointer record = table->blank == NULL ? g_malloc0 (table->record_size)
                                                    : g_memdup2 (table->blank, table->record_size);
  table_read_record (row, record);
  if (row->is_left_out)
    return;
  if (table->settle != NULL)
    table->settle (row, record);
  G_STRUCT_MEMBER (YlRowId, record, table->number) = row->number;
  if (table->hidden != 0)
    G_STRUCT_MEMBER (gboolean, record, table->hidden) = is_hidden;
  g_array_append_vals (get_rows (row->context, table), record, 1);
}

static void
check_beyond (const YlEntryImport *import, YlRowId row, const YlText *cells, guint n_cells)
{
  const YlTableContext *context = &import->context;
  const YlBeyond beyond = { import->finder, import->table, context->file, context->findings };
  if (import->table->enough == NULL)
    return;
  const guint n_heads = yl_beyond_count_heads (import->finder, context->sheet);
  if (n_heads > 0 && n_cells > n_heads)
    yl_beyond_check (&beyond, row, cells, n_cells);
}

/* Money that nobody sees and that counts. */
static void
report_hidden (YlTableRow *row)
{
  if (!row->has_amount || row->amount.fen == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped (row->amount);
  g_autofree char *effect =
      g_strdup_printf ("仍读入 %s 元；请取消隐藏或筛选后核对，不应计入的请删去该行", yuan);
  const TableCell cell = { .text = YL_TEXT_EMPTY, .row = row->number };
  table_report (row->context, &cell,
                &(TableFault){ .code = YL_C11,
                               .severity = YL_SEVERITY_WARNING,
                               .what = "该行在表里看不见（隐藏或被筛选掉）",
                               .effect = effect,
                               .at_stake = row->amount,
                               .is_priced = TRUE });
}

/* How the row fared. */
static void
count_row (YlEntryImport *import, YlTableRow *row)
{
  const gboolean is_hidden = yl_taking_is_hidden (&import->taking, row->number);
  if (is_hidden && !row->is_left_out)
    report_hidden (row);
  YlIntakeTable *table = import->taking.table;
  if (table == NULL)
    return;
  const gint64 amount_fen = row->has_amount ? row->amount.fen : 0;
  if (import->table->enough != NULL)
    yl_taking_take_row (&import->taking, row->cells, row->n_cells);
  table->n_rows++;
  if (row->is_left_out)
    {
      table->n_left_out++;
      table->n_left_out_measured += row->has_amount ? 1 : 0;
      table->left_out_fen += amount_fen;
    }
  else if (is_hidden)
    {
      table->n_hidden++;
      table->hidden_fen += amount_fen;
    }
}

/* Where the row says all that a record must, the label of a sum stands in front of its amount: what
 * stands behind it are remarks. */
static guint
count_labels (const YlEntryImport *import, const YlText *cells, guint n_cells)
{
  const YlImportTable *table = import->table;
  guint n_labels = n_cells;
  for (guint column = 0; table->enough != NULL && column < table->n_columns; column++)
    {
      if ((table->enough[0] & G_GUINT64_CONSTANT (1) << column) == 0)
        continue;
      if (yl_text_is_blank (yl_head_finder_cell (import->finder, column, cells, n_cells)))
        return n_cells;
      if (yl_import_column_is_quantity (&table->columns[column]))
        n_labels = yl_head_finder_get (import->finder, column)->cell;
    }
  return n_labels;
}

static gboolean
is_sum (const YlEntryImport *import, const YlText *cells, guint n_cells)
{
  return !import->table->has_sums
         && yl_row_is_sum (import->context.words, cells, count_labels (import, cells, n_cells));
}

static void
count_merged (gpointer data, guint cell)
{
  const YlEntryImport *import = data;
  const YlIntakeTable *table = import->taking.table;
  if (table != NULL && cell < table->columns->len)
    g_array_index (table->columns, YlIntakeColumn, cell).n_merged++;
}

/* What the rows of a merged cell share; a number in one is none of the others'. */
static void
fill_merged (YlEntryImport *import, YlRowId row, const YlText **cells, guint *n_cells)
{
  guint columns[YL_HEADS_MAX];
  guint n_columns = 0;
  const YlImportTable *table = import->table;
  if (!yl_merged_is_needed (import->merged))
    return;
  for (guint column = 0; import->is_below_heads && column < table->n_columns; column++)
    {
      const guint cell = yl_head_finder_get (import->finder, column)->cell;
      if (cell != YL_HEAD_ABSENT && !yl_import_column_is_quantity (&table->columns[column]))
        columns[n_columns++] = cell;
    }
  yl_merged_fill (import->merged, row, cells, n_cells, columns, n_columns, count_merged, import);
}

/* 其中：小修保养 below the grant that it is a part of: the money is in that already. */
static void
leave_part (YlTableRow *row)
{
  const guint column = yl_table_find_amount_column (row->table);
  const TableCell cell = table_row_get (row, column);
  row->has_amount = yl_table_sums_find_amount (row, &row->amount);
  row->is_left_out = TRUE;
  table_report (row->context, &cell,
                &(TableFault){ .code = YL_C04,
                               .severity = YL_SEVERITY_WARNING,
                               .what = "所在的行写明“其中”，是上面各行的一部分",
                               .effect =
                                   "该行未计入；后面的行如也是其中的部分，请一并删去，如不是请去掉"
                                   "“其中”二字",
                               .at_stake = row->amount,
                               .is_priced = row->has_amount });
}

/* A row of a table of money, below one that it may be a part of. */
static gboolean
is_part (const YlEntryImport *import, const YlTableRow *row)
{
  return import->at_hand.n_rows > 0 && row->table->rows != 0 && !row->table->has_sums
         && yl_table_find_amount_column (row->table) < row->table->n_columns
         && yl_row_is_part (row->context->words, row->cells,
                            count_labels (import, row->cells, row->n_cells));
}

/* 制表, 审核, 负责人, 日期. */
#define MAX_SIGNATURES 4

/* Below a table, with nothing where its figures stand: 填表人：张三. */
static gboolean
is_note (const YlEntryImport *import, const YlText *cells, guint n_cells)
{
  const YlImportTable *table = import->table;
  guint n_filled = 0;
  YlText first = YL_TEXT_EMPTY;
  for (guint column = 0; column < table->n_columns; column++)
    if (yl_import_column_is_quantity (&table->columns[column])
        && !yl_text_is_blank (yl_head_finder_cell (import->finder, column, cells, n_cells)))
      return FALSE;
  for (guint i = 0; i < n_cells; i++)
    if (!yl_text_is_blank (cells[i]) && n_filled++ == 0)
      first = cells[i];
  return n_filled <= MAX_SIGNATURES
         && yl_text_is_note (import->context.words, first, n_filled == 1);
}

/* Of a table without heads its keys are what heads are of the others. */
static void
take_key (YlEntryImport *import, const YlTableRow *row)
{
  const YlTableContext *context = &import->context;
  const YlText value =
      row->key_cell + 1 < row->n_cells ? row->cells[row->key_cell + 1] : YL_TEXT_EMPTY;
  g_autofree char *key = yl_text_dup (yl_text_trim (row->cells[row->key_cell]));
  const YlTakenKey taken = { .key = key,
                             .column = row->key_column,
                             .unit = row->key_unit,
                             .value_cell = row->key_cell + 1,
                             .is_filled = !yl_text_is_blank (value) };
  yl_taking_take_key (&import->taking, import->table, context->words, context->file, context->sheet,
                      row->number, &taken);
}

static void
report_missing (const YlEntryImport *import)
{
  yl_head_finder_report_missing (import->finder, import->context.file, import->context.findings);
  const YlImportTable *table = import->wanted != NULL ? import->wanted : import->table;
  yl_typed_miss (&import->typed, import->finder, table->sheet);
}

static void
tell_typed (const YlEntryImport *import, const YlTableRow *row)
{
  const YlImportTable *table = import->table;
  GArray *typed = NULL;
  if (table->enough != NULL)
    typed = yl_typed_begin (import->finder, table, row->cells, row->n_cells);
  else
    typed = g_array_new (FALSE, FALSE, sizeof (YlTypedCell));
  if (table->enough == NULL && row->key_column < table->n_columns
      && row->key_cell + 1 < row->n_cells)
    yl_typed_add (typed, table->columns[row->key_column].key, row->cells[row->key_cell + 1]);
  const YlTypedRow told = { .sheet = table->sheet,
                            .source = import->context.sheet,
                            .is_more = table->is_many,
                            .row = row->number };
  yl_typed_end (&import->typed, &told, typed);
}

static void
take_data (YlEntryImport *import, YlTableRow *row)
{
  const YlImportTable *table = import->table;
  if (import->is_beside)
    {
      table_beside_add (&import->at_hand, row);
      return;
    }
  check_beyond (import, row->number, row->cells, row->n_cells);
  if (is_part (import, row))
    leave_part (row);
  else if (table->row != NULL)
    table->row (row);
  else
    {
      take_record (row, yl_taking_is_hidden (&import->taking, row->number));
      yl_table_sums_add (&import->sums, row);
    }
  if (table->enough == NULL)
    take_key (import, row);
  import->at_hand.n_rows++;
  count_row (import, row);
  if (import->typed.take != NULL)
    tell_typed (import, row);
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  YlEntryImport *import = self;
  fill_merged (import, row, &cells, &n_cells);
  yl_cells_unmark (import->unmarked, &cells, n_cells);
  if (is_blank_row (cells, n_cells))
    return TRUE;
  import->has_text = TRUE;
  if (import->table->enough != NULL
      && (!is_data (import, row, cells, n_cells) || is_note (import, cells, n_cells)))
    return TRUE;
  YlTableRow own = { .context = &import->context,
                     .table = import->table,
                     .finder = import->finder,
                     .cells = cells,
                     .n_cells = n_cells,
                     .number = row };
  if (!is_sum (import, cells, n_cells))
    take_data (import, &own);
  else if (!import->is_beside)
    yl_table_sums_check (&import->sums, &own);
  return TRUE;
}

static void
lay_sheet (gpointer self, const YlSheetLayout *layout)
{
  YlEntryImport *import = self;
  yl_merged_begin (import->merged, layout->merges);
  yl_taking_lay (&import->taking, layout);
}

static void
hide_row (gpointer self, YlRowId row)
{
  YlEntryImport *import = self;
  yl_taking_hide_row (&import->taking, row);
}

/* The sheet at hand was read: what it holds is known should another one take its place. */
static void
keep_read (YlEntryImport *import)
{
  import->at_hand.amount = import->sums.all;
  if (import->at_hand.is_hidden && import->at_hand.n_rows > 0)
    table_beside_report_hidden (&import->at_hand, import->table, &import->context);
  table_beside_clear (&import->read);
  import->read = import->at_hand;
  import->read_table = import->table;
  import->at_hand = (TableBeside){ 0 };
}

static void
end_read (YlEntryImport *import)
{
  const YlImportTable *table = import->table;
  if (table->enough != NULL && !import->has_heads
      && yl_head_finder_get_columns (import->finder) != 0)
    {
      import->has_heads = TRUE; /* heads with no row below: an empty table */
      begin_table (import);
    }
  const gboolean was_read = table->enough == NULL || import->has_heads;
  yl_table_sums_end (&import->sums, table, &import->context);
  if (was_read && table->end != NULL)
    table->end (&import->context);
  if (was_read)
    keep_read (import);
  else if (import->has_text && import->wanted == NULL)
    report_missing (import);
}

static void
end_sheet (gpointer self)
{
  YlEntryImport *import = self;
  if (import->table == NULL)
    return;
  if (!import->is_beside)
    end_read (import);
  else
    table_beside_report (&import->at_hand, import->table, &import->context,
                         import->read_table == import->table ? import->read.sheet : NULL);
  import->table = NULL;
}

YlRowSink
yl_entry_import_get_sink (YlEntryImport *import)
{
  return (YlRowSink){
    .begin_sheet = begin_sheet,
    .row = take_row,
    .end_sheet = end_sheet,
    .hide_row = hide_row,
    .layout = lay_sheet,
    .self = import,
  };
}

void
yl_entry_import_end (YlEntryImport *import)
{
  if (import->wanted == NULL || import->found != NULL)
    return;
  report_missing (import);
}

void
yl_entry_import_end_entry (YlEntryImport *import)
{
  yl_entry_import_end (import);
  if (import->has_sheet)
    return;
  yl_findings_add (
      import->context.findings,
      &(YlFinding){
          .code = YL_E01,
          .severity = YL_SEVERITY_ERROR,
          .file = import->context.file,
          .expected = "录入表（工作表" YL_SHEET_UNIT "、桥梁、资金来源、土地出让收益、其他支出）",
          .message = "这个文件里没有录入表的任何工作表，没有读到内容；请给出由 yanglu new "
                     "生成并填好的录入表，单独的资金来源、桥梁文件请用 --funds、--bridges 给出。",
      });
}
