#include "found-private.h"

#include <string.h>

/* Rows of a column that its unit is judged by. */
#define N_JUDGED 60

static const FoundHead *
get_head (const FoundBand *band, guint index)
{
  return &g_array_index (band->heads, FoundHead, index);
}

static YlFoundMeaning
get_meaning (const FoundWord *word)
{
  return word->is_mixed || !word->has_meaning ? YL_FOUND_OTHER : word->meaning;
}

static YlFoundColumn
make_column (const FoundGrid *grid, const FoundHead *head)
{
  const FoundWord *word = &head->word;
  const gboolean has_class = word->rate != YL_FOUND_ALL_CLASSES && !word->is_short;
  YlFoundColumn column = {
    .column = (guint16) head->column,
    .meaning = (guint8) get_meaning (word),
    .rate = word->rate,
    .purpose = word->purpose,
    .payer_after = word->payer_after,
    .unit = 1,
    .is_sum = word->is_sum,
    .share_ppm = word->share_ppm,
    .is_hidden = yl_worksheet_is_column_hidden (grid->sheet, head->column),
    .head = head->head,
  };
  column.is_no_money = column.meaning == YL_FOUND_OTHER && word->is_name;
  /* 县道 alone is a column of figures, whatever its kind. */
  if (!found_is_value ((YlFoundMeaning) column.meaning) && (!has_class || word->has_meaning))
    column.rate = YL_FOUND_ALL_CLASSES;
  if (column.meaning != YL_FOUND_AMOUNT)
    column.payer_after = 0;
  return column;
}

/* 省级, 市级, 县级 under 其中: parts of the amount beside them. */
static gboolean
is_inner_payer (const FoundWord *word)
{
  return !word->has_meaning && word->is_inner && word->payer_after != 0;
}

/* A head that names a class, 合计 or a payer, but not of what. */
static gboolean
lacks_meaning (const FoundHead *head)
{
  const FoundWord *word = &head->word;
  if (is_inner_payer (word) || (word->is_period && !word->has_meaning))
    return TRUE;
  /* 县级 alone may be anybody's money; 县, 乡, 村 stand under a head that says of what. */
  return !word->has_meaning && !word->is_mixed && !word->is_short
         && (word->rate != YL_FOUND_ALL_CLASSES || word->is_sum);
}

static gboolean
is_measure (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_AMOUNT;
}

/* The measure of the nearest column to the left, else to the right. */
static int
find_neighbour (const GArray *columns, guint index)
{
  for (int i = (int) index - 1; i >= 0; i--)
    if (is_measure (&g_array_index (columns, YlFoundColumn, i)))
      return i;
  for (guint i = index + 1; i < columns->len; i++)
    if (is_measure (&g_array_index (columns, YlFoundColumn, i)))
      return (int) i;
  return -1;
}

static YlFoundMeaning
guess_by_surround (const FoundSurround *surround)
{
  if (surround->money_unit != 0 && surround->length_unit == 0)
    return YL_FOUND_AMOUNT;
  if (surround->length_unit != 0 && surround->money_unit == 0)
    return YL_FOUND_LENGTH;
  const gboolean is_length = strstr (surround->title, "里程") != NULL;
  const gboolean is_amount = strstr (surround->title, "资金") != NULL
                             || strstr (surround->title, "经费") != NULL
                             || strstr (surround->title, "预算") != NULL;
  if (is_length == is_amount)
    return YL_FOUND_OTHER;
  return is_length ? YL_FOUND_LENGTH : YL_FOUND_AMOUNT;
}

/* 乡镇 县道 乡道 村道 金额: beside an amount, and no kilometres anywhere, the classes may be either;
 * so may they where nothing says anything. */
static gboolean
is_open (const GArray *columns, int near)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, YlFoundColumn, i).meaning == YL_FOUND_LENGTH)
      return FALSE;
  return near < 0 || g_array_index (columns, YlFoundColumn, near).meaning == YL_FOUND_AMOUNT;
}

/* At least two classes: one alone may be anything. */
static gboolean
has_classes (const FoundBand *band, const FoundRun *run)
{
  guint n = 0;
  for (guint i = run->from; i < run->to; i++)
    n += lacks_meaning (get_head (band, i)) && get_head (band, i)->word.rate != YL_FOUND_ALL_CLASSES
             ? 1
             : 0;
  return n >= 2;
}

/* 中央, 省级, 市级, 县级 beside their 合计 where all is money: what each pays. */
static void
settle_bare_payers (GArray *columns,
                    const FoundBand *band,
                    const FoundRun *run,
                    const FoundSurround *surround)
{
  guint n = 0;
  gboolean has_superior = FALSE;
  gboolean has_sum = FALSE;
  for (guint i = run->from; i < run->to; i++)
    {
      const guint8 payer = get_head (band, i)->word.payer_after;
      n += payer != 0 ? 1 : 0;
      has_sum |= get_head (band, i)->word.is_sum;
      has_superior |= payer != 0 && yl_payer_is_superior ((YlPayer) (payer - 1));
    }
  if (n < 2 || !has_superior || !has_sum || guess_by_surround (surround) != YL_FOUND_AMOUNT)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      const FoundWord *word = &get_head (band, run->from + i)->word;
      YlFoundColumn *column = &g_array_index (columns, YlFoundColumn, i);
      if (word->payer_after == 0 || word->has_meaning)
        continue;
      column->meaning = YL_FOUND_AMOUNT;
      column->rate = YL_FOUND_ALL_CLASSES;
      column->payer_after = word->payer_after;
    }
}

static void
settle_silent (GArray *columns,
               const FoundBand *band,
               const FoundRun *run,
               const FoundSurround *surround)
{
  const gboolean may_guess = has_classes (band, run);
  const gboolean is_bare =
      may_guess && is_open (columns, find_neighbour (columns, 0))
      && (find_neighbour (columns, 0) >= 0 || guess_by_surround (surround) == YL_FOUND_OTHER);
  for (guint i = 0; i < columns->len; i++)
    {
      const FoundHead *head = get_head (band, run->from + i);
      YlFoundColumn *column = &g_array_index (columns, YlFoundColumn, i);
      if (!lacks_meaning (head))
        continue;
      const int near = find_neighbour (columns, i);
      column->rate = is_inner_payer (&head->word) ? YL_FOUND_ALL_CLASSES : head->word.rate;
      if (is_bare && head->parent[0] == '\0')
        {
          column->meaning = YL_FOUND_OTHER;
          column->is_guessed = TRUE;
          continue;
        }
      const gboolean is_far =
          near < 0
          || (head->word.is_period
              && g_array_index (columns, YlFoundColumn, near).meaning != YL_FOUND_AMOUNT);
      column->meaning = (guint8) (is_far ? guess_by_surround (surround)
                                         : g_array_index (columns, YlFoundColumn, near).meaning);
      if (column->meaning == YL_FOUND_OTHER)
        column->rate = YL_FOUND_ALL_CLASSES;
      if (column->meaning == YL_FOUND_AMOUNT && is_inner_payer (&head->word))
        column->payer_after = head->word.payer_after;
    }
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, YlFoundColumn, i).is_guessed)
      g_array_index (columns, YlFoundColumn, i).meaning = YL_FOUND_LENGTH;
}

/* 省, 市 and 县 beside each other under one group head are payers. */
static void
settle_payers (GArray *columns, const FoundBand *band, const FoundRun *run)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const FoundHead *head = get_head (band, run->from + i);
      YlFoundColumn *column = &g_array_index (columns, YlFoundColumn, i);
      const gboolean is_open =
          column->meaning == YL_FOUND_AMOUNT && head->word.is_short && head->word.payer_after != 0;
      gboolean has_superior = FALSE;
      for (guint k = 0; k < columns->len && is_open; k++)
        {
          const FoundHead *other = get_head (band, run->from + k);
          has_superior |= strcmp (other->parent, head->parent) == 0 && other->word.payer_after != 0
                          && yl_payer_is_superior ((YlPayer) (other->word.payer_after - 1));
        }
      if (has_superior)
        column->rate = YL_FOUND_ALL_CLASSES;
      else if (is_open)
        column->payer_after = 0;
    }
}

static void
settle_groups (GArray *columns, const FoundBand *band, const FoundRun *run)
{
  guint16 group = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      const char *parent = get_head (band, run->from + i)->parent;
      const char *before = i == 0 ? "" : get_head (band, run->from + i - 1)->parent;
      if (parent[0] == '\0')
        continue;
      group = (guint16) (group + (strcmp (parent, before) == 0 ? 0 : 1));
      g_array_index (columns, YlFoundColumn, i).group = group;
    }
}

/* 路线长度 beside 里程 is more than what counts. */
static void
drop_whole (GArray *columns, const FoundBand *band, const FoundRun *run)
{
  guint n_lengths = 0;
  for (guint i = 0; i < columns->len; i++)
    n_lengths += g_array_index (columns, YlFoundColumn, i).meaning == YL_FOUND_LENGTH
                 && !get_head (band, run->from + i)->word.is_whole;
  for (guint i = 0; i < columns->len && n_lengths > 0; i++)
    if (get_head (band, run->from + i)->word.is_whole
        && g_array_index (columns, YlFoundColumn, i).meaning == YL_FOUND_LENGTH)
      g_array_index (columns, YlFoundColumn, i).meaning = YL_FOUND_LISTED;
}

/* A column of names under a blank head, before the first figures. */
static void
settle_label (GArray *columns, const FoundGrid *grid, const FoundBand *band)
{
  for (guint i = 0; i < columns->len; i++)
    {
      YlFoundColumn *column = &g_array_index (columns, YlFoundColumn, i);
      if (column->meaning == YL_FOUND_TOWNSHIP || column->meaning == YL_FOUND_ROUTE
          || column->meaning == YL_FOUND_CLASS || found_is_value ((YlFoundMeaning) column->meaning))
        return;
      const char *below = found_grid_get_shown (grid, band->last_row + 1, column->column);
      if (column->head[0] != '\0' || below[0] == '\0' || found_text_is_number (below))
        continue;
      column->meaning = YL_FOUND_TOWNSHIP;
      return;
    }
}

/* Whether any number of the column is more than a part of one. */
static gboolean
has_above_one (const FoundGrid *grid, const FoundBand *band, guint column)
{
  for (guint32 i = 1; i <= N_JUDGED; i++)
    {
      const char *text = found_grid_get (grid, band->last_row + i, column);
      if (found_text_is_number (text) && strchr (text, '%') == NULL
          && g_ascii_strtoll (text, NULL, 10) > 1)
        return TRUE;
    }
  return FALSE;
}

static void
settle_unit (YlFoundColumn *column,
             const FoundGrid *grid,
             const FoundBand *band,
             const FoundWord *word,
             const FoundSurround *surround)
{
  switch ((YlFoundMeaning) column->meaning)
    {
    case YL_FOUND_LISTED:
    case YL_FOUND_START:
    case YL_FOUND_END:
    case YL_FOUND_LENGTH:
      column->is_unit_said = word->length_unit != 0 || surround->length_unit != 0;
      column->unit = word->length_unit != 0 ? word->length_unit : surround->length_unit;
      column->unit = column->unit != 0 ? column->unit : 1000;
      return;
    case YL_FOUND_ASIDE:
    case YL_FOUND_AMOUNT:
      column->is_unit_said = word->money_unit != 0 || surround->money_unit != 0;
      column->unit = word->money_unit != 0 ? word->money_unit : surround->money_unit;
      column->unit = column->unit != 0 ? column->unit : 100;
      return;
    case YL_FOUND_RATE:
      column->is_unit_said = word->money_unit != 0;
      column->unit = word->money_unit != 0 ? word->money_unit : 100;
      return;
    case YL_FOUND_PERCENT:
      column->is_unit_said = word->has_percent;
      column->unit = has_above_one (grid, band, column->column) ? 10000 : 1000000;
      return;
    case YL_FOUND_CAPITAL:
    case YL_FOUND_COUNT:
    case YL_FOUND_OTHER:
    case YL_FOUND_TOWNSHIP:
    case YL_FOUND_ROUTE:
    case YL_FOUND_CLASS:
    default:
      column->is_unit_said = TRUE;
      return;
    }
}

GArray *
found_columns_settle (const FoundGrid *grid,
                      const FoundBand *band,
                      const FoundRun *run,
                      const FoundSurround *surround)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (YlFoundColumn));
  for (guint i = run->from; i < run->to; i++)
    {
      const YlFoundColumn column = make_column (grid, get_head (band, i));
      g_array_append_val (columns, column);
    }
  settle_payers (columns, band, run);
  settle_bare_payers (columns, band, run, surround);
  settle_silent (columns, band, run, surround);
  settle_groups (columns, band, run);
  drop_whole (columns, band, run);
  settle_label (columns, grid, band);
  for (guint i = 0; i < columns->len; i++)
    settle_unit (&g_array_index (columns, YlFoundColumn, i), grid, band,
                 &get_head (band, run->from + i)->word, surround);
  return columns;
}

gboolean
found_columns_are_table (const GArray *columns)
{
  guint n_measures = 0;
  gboolean has_label = FALSE;
  for (guint i = 0; i < columns->len; i++)
    {
      const YlFoundColumn *column = &g_array_index (columns, YlFoundColumn, i);
      n_measures += is_measure (column) ? 1 : 0;
      has_label |= column->meaning == YL_FOUND_TOWNSHIP || column->meaning == YL_FOUND_ROUTE
                   || column->meaning == YL_FOUND_CLASS;
    }
  return n_measures >= (has_label ? 1 : 2);
}
