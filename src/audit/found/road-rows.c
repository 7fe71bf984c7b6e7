#include "amounts-private.h"

#include <string.h>

/* With as many rows it is no chance that all stakes are whole kilometres. */
#define FEW_ROWS 4

static gboolean
has_breaks (const FoundCheck *check)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    if (strstr (found_head (check, i)->head, "断链") != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_break (const FoundCheck *check, guint row)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const char *text = found_cell (check, row, i)->value->text;
      if (strstr (found_head (check, i)->head, "断链") != NULL && text != NULL && text[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

/* The column of the row's amount: of its class, else of all. */
static int
find_amount (const FoundCheck *check, guint row)
{
  const guint8 rate = found_row (check, row)->rate;
  const int own = rate == YL_FOUND_ALL_CLASSES ? -1 : check->amount[rate];
  return own >= 0 ? own : check->amount[YL_FOUND_ALL_CLASSES];
}

/* What @length_m costs in the row: nothing where the row has no money. */
static FoundStake
price (const FoundCheck *check, guint row, gint64 length_m, guint8 rate)
{
  const int amount = find_amount (check, row);
  YlMoney money = { 0 };
  if (rate == YL_FOUND_ALL_CLASSES || !check->rates->has_rate[rate]
      || (amount >= 0 && found_cell (check, row, (guint) amount)->stated == 0)
      || !yl_money_for_length ((YlLength){ length_m }, check->rates->rate[rate], &money))
    return (FoundStake){ TRUE, 0 };
  return (FoundStake){ TRUE, money.fen };
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
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const FoundCell *other = found_cell (check, row, i);
      if (i != column && other->head->meaning == YL_FOUND_LENGTH && other->value->is_known
          && other->value->formula == NULL
          && other->stated == found_cell (check, row, column)->stated)
        return TRUE;
    }
  return FALSE;
}

/* Whether the stakes of most rows name the metre, K5+123, and the length between them. */
static gboolean
are_stakes_exact (const FoundCheck *check, const int columns[3])
{
  guint n = 0;
  guint n_right = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *length = found_cell (check, row, (guint) columns[0]);
      const FoundCell *start = found_cell (check, row, (guint) columns[1]);
      const FoundCell *end = found_cell (check, row, (guint) columns[2]);
      if (!length->value->is_known || !end->value->is_known
          || strchr (end->value->text, '+') == NULL)
        continue;
      n++;
      n_right += length->stated == ABS (end->stated - start->stated) ? 1 : 0;
    }
  return n_right >= 3 && n_right * 4 >= n * 3;
}

/* A03; @is_sure: a break would be declared */
static void
check_stakes (const FoundCheck *check, guint row, const int columns[3], gboolean is_sure)
{
  FoundCell *length = found_cell (check, row, (guint) columns[0]);
  const FoundCell *start = found_cell (check, row, (guint) columns[1]);
  const FoundCell *end = found_cell (check, row, (guint) columns[2]);
  if (!length->value->is_known || !start->value->is_known || !end->value->is_known
      || has_break (check, row))
    return;
  const gint64 between_m = ABS (end->stated - start->stated);
  const gint64 off_m = length->stated - between_m;
  if (ABS (off_m) <= get_slack (check, columns)
      || (!is_sure && is_stated_again (check, row, (guint) columns[0])) || length->code == YL_C03)
    return;
  const FoundDifference difference = {
    .code = YL_A03,
    .severity = is_sure ? YL_SEVERITY_ERROR : YL_SEVERITY_WARNING,
    .stated = length->stated,
    .expected = between_m,
    .from = "止点桩号减起点桩号",
    .remark = has_breaks (check) ? NULL : "；表中没有断链一栏，如有断链请说明",
  };
  found_report_difference (check, length, &difference,
                           price (check, row, off_m, length->row->rate));
}

/* A06 */
static void
check_letter (const FoundCheck *check, guint row, guint column)
{
  FoundCell *cell = found_cell (check, row, column);
  const gint64 stated = cell->value->units; /* though a word is no number */
  const char *label = cell->row->label;
  YlRoadClass of_letter = YL_CLASS_COUNTY;
  if (strlen (label) < 10 || !g_ascii_isdigit (label[1]) || stated == 0
      || yl_road_class_parse_letter (yl_text_of (label), &of_letter) != YL_CLASS_READ_OK
      || stated == (gint64) of_letter + 1)
    return;
  const YlRoadClass written = (YlRoadClass) (stated - 1);
  const gint64 length_m = found_get_length (check, row, find_amount (check, row), (guint8) written);
  const gint64 stake_fen = price (check, row, length_m, (guint8) written).fen
                           - price (check, row, length_m, (guint8) of_letter).fen;
  const char *due = yl_road_class_get_name (of_letter);
  g_autofree char *message = g_strdup_printf ("“%s”写作%s，路线编码的字母却是%s的；请核实行政等级",
                                              label, yl_road_class_get_name (written), due);
  found_report (
      check, cell,
      (YlFinding){ .code = YL_A06, .seen = cell->value->text, .expected = due, .message = message },
      (FoundStake){ TRUE, stake_fen });
}

/* A08 */
static void
check_unpaid (const FoundCheck *check, guint row)
{
  const YlFoundRow *found = found_row (check, row);
  const int amount = find_amount (check, row);
  if (found->rate == YL_FOUND_ALL_CLASSES || check->rates->has_rate[found->rate] || amount < 0
      || !check->is_by_length)
    return;
  FoundCell *cell = found_cell (check, row, (guint) amount);
  if (cell->stated <= 0)
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ cell->stated });
  g_autofree char *message =
      g_strdup_printf ("“%s”属%s，政策没有标准，却列了 %s 元；请删去这笔资金，或注明所依据的标准",
                       found->label, yl_rate_kind_get_name ((YlRateKind) found->rate), seen);
  found_report (
      check, cell,
      (YlFinding){
          .code = YL_A08, .seen = cell->value->text, .expected = "0.00", .message = message },
      (FoundStake){ TRUE, cell->stated });
}

void
found_check_road_rows (FoundCheck *check)
{
  const int listed = found_find_first (check, YL_FOUND_LISTED);
  const int columns[3] = { listed >= 0 ? listed : check->length[YL_FOUND_ALL_CLASSES],
                           found_find_first (check, YL_FOUND_START),
                           found_find_first (check, YL_FOUND_END) };
  const int road_class = found_find_first (check, YL_FOUND_CLASS);
  const gboolean has_stakes = columns[0] >= 0 && columns[1] >= 0 && columns[2] >= 0;
  const gboolean is_sure = has_breaks (check) || (has_stakes && are_stakes_exact (check, columns));
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      if (found_is_item (check, row) && has_stakes)
        check_stakes (check, row, columns, is_sure);
      if (found_is_item (check, row) && road_class >= 0)
        check_letter (check, row, (guint) road_class);
      if (found_is_item (check, row) || found_row (check, row)->kind == YL_FOUND_ROW_PART)
        check_unpaid (check, row);
    }
}
