#include "check-private.h"

#include <string.h>

/* With as many rows it is no chance that all stakes are whole kilometres. */
#define FEW_ROWS 4

/* The first column of @meaning; -1. */
static int
find_first (const FoundCheck *check, YlFoundMeaning meaning)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    if (found_check_column (check, i)->meaning == meaning)
      return (int) i;
  return -1;
}

static gboolean
has_breaks (const FoundCheck *check)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    if (strstr (found_check_column (check, i)->head, "断链") != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_break (const FoundCheck *check, guint row)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const char *text = found_check_value (check, row, i)->text;
      if (strstr (found_check_column (check, i)->head, "断链") != NULL && text != NULL
          && text[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

/* The column of the row's amount: of its class, else of all. */
static int
find_amount (const FoundCheck *check, guint row)
{
  const guint8 rate = found_check_row (check, row)->rate;
  const int own = rate == YL_FOUND_ALL_CLASSES ? -1 : check->amount[rate];
  return own >= 0 ? own : check->amount[YL_FOUND_ALL_CLASSES];
}

/* What @length_m costs in the row: nothing where the row has no money. */
static gint64
price (const FoundCheck *check, guint row, gint64 length_m, guint8 rate)
{
  const int amount = find_amount (check, row);
  YlMoney money = { 0 };
  if (rate == YL_FOUND_ALL_CLASSES || !check->rates->has_rate[rate]
      || (amount >= 0 && found_check_value (check, row, (guint) amount)->units == 0)
      || !yl_money_for_length ((YlLength){ length_m }, check->rates->rate[rate], &money))
    return 0;
  return money.fen;
}

/* What the digits that the cells show may differ. */
static gint64
get_slack (const FoundCheck *check, const int columns[3])
{
  const gint64 of_length = check->steps[columns[0]];
  const gint64 of_stakes = MIN (check->steps[columns[1]], check->steps[columns[2]]);
  /* Whole kilometres of a few rows are whole kilometres. */
  const gboolean may_be_whole = check->table->rows->len < FEW_ROWS && of_stakes >= 1000;
  return (of_length > 1 ? of_length / 2 : 0) + (of_stakes > 1 && !may_be_whole ? of_stakes : 0);
}

/* Whether another column of typed lengths has the same figure: against two that agree the stakes
 * speak of a break, for which the table has no column. */
static gboolean
is_stated_again (const FoundCheck *check, guint row, guint column)
{
  const YlFoundValue *value = found_check_value (check, row, column);
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundValue *other = found_check_value (check, row, i);
      if (i != column && found_check_column (check, i)->meaning == YL_FOUND_LENGTH
          && other->is_known && other->formula == NULL && other->units == value->units)
        return TRUE;
    }
  return FALSE;
}

/* A03 */
static void
check_stakes (const FoundCheck *check, guint row, const int columns[3])
{
  const YlFoundValue *length = found_check_value (check, row, (guint) columns[0]);
  const YlFoundValue *start = found_check_value (check, row, (guint) columns[1]);
  const YlFoundValue *end = found_check_value (check, row, (guint) columns[2]);
  if (!length->is_known || !start->is_known || !end->is_known || has_break (check, row))
    return;
  const gint64 between_m = ABS (end->units - start->units);
  const gint64 difference = length->units - between_m;
  const gboolean is_sure = has_breaks (check);
  if (ABS (difference) <= get_slack (check, columns)
      || (!is_sure && is_stated_again (check, row, (guint) columns[0]))
      || found_check_cell (check, row, (guint) columns[0])->code == YL_C03)
    return;
  const gint64 stake_fen = price (check, row, difference, found_check_row (check, row)->rate);
  const FoundDifference stated = {
    .code = YL_A03,
    .severity = is_sure ? YL_SEVERITY_ERROR : YL_SEVERITY_WARNING,
    .stated = length->units,
    .expected = between_m,
    .from = "止点桩号减起点桩号",
    .remark = is_sure ? "" : "；表中没有断链一栏，如有断链请说明",
  };
  found_report_difference (check, row, (guint) columns[0], &stated, &stake_fen);
}

/* A06 */
static void
check_letter (const FoundCheck *check, guint row, guint column)
{
  const YlFoundRow *found = found_check_row (check, row);
  const YlFoundValue *value = found_check_value (check, row, column);
  YlRoadClass of_letter = YL_CLASS_COUNTY;
  FoundTerm terms[YL_N_RATES];
  const int amount = find_amount (check, row);
  if (strlen (found->label) < 10 || !g_ascii_isdigit (found->label[1]) || value->units == 0
      || yl_road_class_parse_letter (yl_text_of (found->label), &of_letter) != YL_CLASS_READ_OK
      || value->units == (gint64) of_letter + 1)
    return;
  const YlRoadClass written = (YlRoadClass) (value->units - 1);
  const guint n = amount < 0 ? 0 : found_terms (check, row, (guint) amount, terms);
  const gint64 length_m = n == 1 && terms[0].rate == (guint8) written ? terms[0].length_m : 0;
  const gint64 stake_fen = price (check, row, length_m, (guint8) written)
                           - price (check, row, length_m, (guint8) of_letter);
  const char *due = yl_road_class_get_name (of_letter);
  g_autofree char *message = g_strdup_printf ("“%s”写作%s，路线编码的字母却是%s的；请核实行政等级",
                                              found->label, yl_road_class_get_name (written), due);
  found_report (
      check, row, column,
      (YlFinding){ .code = YL_A06, .seen = value->text, .expected = due, .message = message },
      &stake_fen);
}

/* A08 */
static void
check_unpaid (const FoundCheck *check, guint row)
{
  const YlFoundRow *found = found_check_row (check, row);
  const int amount = find_amount (check, row);
  if (found->rate == YL_FOUND_ALL_CLASSES || check->rates->has_rate[found->rate] || amount < 0
      || !check->is_by_length)
    return;
  const YlFoundValue *value = found_check_value (check, row, (guint) amount);
  if (!value->is_known || value->units <= 0)
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ value->units });
  g_autofree char *message =
      g_strdup_printf ("“%s”属%s，政策没有标准，却列了 %s 元；请删去这笔资金，或注明所依据的标准",
                       found->label, yl_rate_kind_get_name ((YlRateKind) found->rate), seen);
  found_report (
      check, row, (guint) amount,
      (YlFinding){ .code = YL_A08, .seen = value->text, .expected = "0.00", .message = message },
      &value->units);
}

void
found_check_road_rows (FoundCheck *check)
{
  const int listed = find_first (check, YL_FOUND_LISTED);
  const int columns[3] = { listed >= 0 ? listed : check->length[YL_FOUND_ALL_CLASSES],
                           find_first (check, YL_FOUND_START), find_first (check, YL_FOUND_END) };
  const int road_class = find_first (check, YL_FOUND_CLASS);
  const gboolean has_stakes = columns[0] >= 0 && columns[1] >= 0 && columns[2] >= 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      if (!found_check_is_item (check, row))
        continue;
      if (has_stakes)
        check_stakes (check, row, columns);
      if (road_class >= 0)
        check_letter (check, row, (guint) road_class);
      check_unpaid (check, row);
    }
}
