#include "entry-private.h"

/* 其他支出: what is never inside the per-km money; a project of 养护工程 has a length. */
enum
{
  CATEGORY,
  NAME,
  LENGTH,
  AMOUNT,
};

static const char *const columns[] = {
  [CATEGORY] = "category",
  [NAME] = "name",
  [LENGTH] = "length",
  [AMOUNT] = "amount",
};

static const guint64 enough[] = { 1 << CATEGORY | 1 << AMOUNT, 0 };

static const YlHeadTable heads = {
  .words = YL_WORDS_OTHER_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "支出类别和金额",
};

static void
begin (YlEntryContext *context)
{
  YlOther *other = &context->entry->other;
  other->running = other->staff = other->road_chief = other->insurance = (YlMoney){ 0 };
  g_array_set_size (other->projects, 0);
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
report_category (YlEntryContext *context, const YlEntryRow *row, YlMoney amount)
{
  const YlEntryCell cell = yl_entry_row_get (row, CATEGORY);
  g_autofree char *yuan = yl_money_to_grouped (amount);
  g_autofree char *effect = g_strdup_printf ("该行 %s 元未计入", yuan);
  const YlEntryFault fault = {
    .code = YL_E02,
    .severity = YL_SEVERITY_ERROR,
    .what = yl_text_is_blank (cell.text) ? "没有填写" : "不在可选范围内",
    .expected = "机构运行、人员、路长制、保险、养护工程 之一",
    .effect = effect,
    .at_stake = amount,
    .is_priced = TRUE,
  };
  yl_entry_report (context, &cell, &fault);
}

static void
take_project (YlEntryContext *context, const YlEntryRow *row, YlMoney amount)
{
  YlProject project = { .amount = amount, .row = row->row };
  const YlEntryCell length = yl_entry_row_get (row, LENGTH);
  yl_entry_cell_to_length (context, &length, YL_UNIT_KILOMETRE, "该项目的里程按 0 计，金额照常计入",
                           &project.length);
  project.name = yl_entry_row_dup (row, NAME);
  g_array_append_val (context->entry->other.projects, project);
}

static void
take_row (YlEntryContext *context, const YlEntryRow *row)
{
  const YlEntryCell cell = yl_entry_row_get (row, AMOUNT);
  YlMoney amount = { 0 };
  const YlCellStatus status = yl_entry_cell_to_amount (context, &cell, "该行未计入", &amount);
  const gboolean has_length = !yl_text_is_blank (yl_entry_row_get (row, LENGTH).text);
  /* A category without amount is a line of the empty form, unless kilometres stand beside it. */
  if (status == YL_CELL_FAULTY || (status == YL_CELL_BLANK && !has_length))
    return;
  guint purpose = YL_PURPOSE_DAILY;
  YlMoney *sum = NULL;
  const YlText category = yl_entry_row_get (row, CATEGORY).text;
  if (!yl_words_read (context->words, YL_WORDS_PURPOSE, category, &purpose)
      || !find_sum (&context->entry->other, (YlPurpose) purpose, &sum))
    report_category (context, row, amount);
  else if (sum == NULL)
    take_project (context, row, amount);
  else
    yl_entry_add (context, &cell, amount, "该行未计入", sum);
}

const YlEntryTable yl_entry_other_table = {
  .sheet = "其他支出",
  .heads = &heads,
  .begin = begin,
  .row = take_row,
};
