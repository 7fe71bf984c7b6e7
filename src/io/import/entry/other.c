#include "table-private.h"

/* 其他支出: what is never inside the per-km money; a project of 养护工程 has a length. */
enum
{
  CATEGORY,
  NAME,
  LENGTH,
  AMOUNT,
  N_COLUMNS,
};

static const YlImportColumn columns[] = {
  [CATEGORY] = { "category" },
  [NAME] = { "name", YL_AS_TEXT, YL_AT (YlProject, name) },
  [LENGTH] = { "length", YL_AS_KM, YL_AT (YlProject, length),
               .effect = "该项目的里程按 0 计，金额照常计入" },
  [AMOUNT] = { "amount", YL_AS_AMOUNT, YL_AT (YlProject, amount) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 enough[] = { 1 << CATEGORY | 1 << AMOUNT, 0 };

static void
begin (YlTableContext *context)
{
  YlOther *other = &context->entry->other;
  *other = (YlOther){ .projects = other->projects };
}

/* The sum that a category adds to; NULL for 养护工程, whose projects stand one by one. */
static gboolean
find_sum (YlOther *other, YlPurpose purpose, YlMoney **out_sum)
{
  switch (purpose)
    {
    case YL_PURPOSE_RUNNING:
      *out_sum = &other->running;
      return TRUE;
    case YL_PURPOSE_STAFF:
      *out_sum = &other->staff;
      return TRUE;
    case YL_PURPOSE_ROAD_CHIEF:
      *out_sum = &other->road_chief;
      return TRUE;
    case YL_PURPOSE_INSURANCE:
      *out_sum = &other->insurance;
      return TRUE;
    case YL_PURPOSE_ENGINEERING:
      *out_sum = NULL;
      return TRUE;
    case YL_PURPOSE_DAILY:
    case YL_PURPOSE_CONSTRUCTION:
    default:
      return FALSE;
    }
}

static void
refuse_category (YlTableRow *row, YlText category)
{
  row->has_amount = TRUE; /* a blank one is 0: kilometres stand beside it */
  table_refuse (row, CATEGORY,
                &(TableFault){ .code = YL_E02,
                               .severity = YL_SEVERITY_ERROR,
                               .what = yl_text_is_blank (category) ? "没有填写" : "不在可选范围内",
                               .expected = "机构运行、人员、路长制、保险、养护工程 之一" });
}

/* The category, by its own words; one of nobody's list that speaks of works is 养护工程, and told. */
static gboolean
read_category (YlTableRow *row, guint *out_purpose)
{
  const YlWords *words = row->context->words;
  const TableCell cell = table_row_get (row, CATEGORY);
  if (yl_words_read (words, YL_WORDS_PURPOSE, cell.text, out_purpose))
    return TRUE;
  g_autofree char *category = table_row_dup (row, CATEGORY);
  *out_purpose = yl_ledger_find_purpose (words, category);
  if (*out_purpose != YL_PURPOSE_ENGINEERING)
    return FALSE;
  table_report (row->context, &cell,
                &(TableFault){ .code = YL_E02,
                               .severity = YL_SEVERITY_WARNING,
                               .what = "不在可选范围内",
                               .effect = "按“养护工程”计入",
                               .is_priced = TRUE });
  return TRUE;
}

static void
take_project (YlTableRow *row, YlProject *project)
{
  table_read (row, LENGTH, project);
  table_read (row, NAME, project);
  g_array_append_vals (row->context->entry->other.projects, project, 1);
}

static void
take_row (YlTableRow *row)
{
  YlProject project = { .row = row->number };
  const TableCellStatus status = table_read (row, AMOUNT, &project);
  const gboolean has_length = !yl_text_is_blank (table_row_get (row, LENGTH).text);
  /* A category without amount is a line of the empty form, unless kilometres stand beside it. */
  if (status == TABLE_CELL_FAULTY || (status == TABLE_CELL_BLANK && !has_length))
    return;
  YlTableContext *context = row->context;
  guint purpose = YL_PURPOSE_DAILY;
  YlMoney *sum = NULL;
  if (!read_category (row, &purpose)
      || !find_sum (&context->entry->other, (YlPurpose) purpose, &sum))
    refuse_category (row, table_row_get (row, CATEGORY).text);
  else if (sum == NULL)
    take_project (row, &project);
  else
    table_add (row, AMOUNT, project.amount, "该行未计入", sum);
}

const YlImportTable yl_other_table = {
  .sheet = YL_LIST_OTHER,
  .words = YL_WORDS_OTHER_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "支出类别和金额",
  .subject = "该行",
  .loss = "未计入",
  .rows = G_STRUCT_OFFSET (YlEntry, other.projects),
  .begin = begin,
  .row = take_row,
};
