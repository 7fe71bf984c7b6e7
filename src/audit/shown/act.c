#include "yanglu/audit/shown/act.h"

#include "yanglu/domain/cell-place.h"

static void
act_clear (gpointer data)
{
  YlUnseenAct *act = data;
  g_array_unref (act->places);
  g_free (act->shown);
}

GArray *
yl_unseen_acts_new (void)
{
  GArray *acts = g_array_new (FALSE, FALSE, sizeof (YlUnseenAct));
  g_array_set_clear_func (acts, act_clear);
  return acts;
}

/* Columns and rows of one act lie beside each other; a format or a colour is one act in the whole sheet. */
static gboolean
is_of_act (const YlUnseenAct *act, const YlUnseenCell *cell)
{
  if (act->kind != cell->kind)
    return FALSE;
  if (act->kind == YL_UNSEEN_NARROW)
    return cell->column + 1u >= act->first_column && cell->column <= act->last_column + 1u;
  return act->kind != YL_UNSEEN_LOW || cell->row <= act->last_row + 1;
}

static YlUnseenAct *
find_act (GArray *acts, const YlUnseenCell *cell)
{
  for (guint i = 0; i < acts->len; i++)
    if (is_of_act (&g_array_index (acts, YlUnseenAct, i), cell))
      return &g_array_index (acts, YlUnseenAct, i);
  const YlUnseenAct act = { .kind = (YlUnseenKind) cell->kind,
                            .places = g_array_new (FALSE, FALSE, sizeof (YlUnseenPlace)),
                            .first_column = cell->column,
                            .last_column = cell->column,
                            .shown = g_strdup (cell->shown) };
  g_array_append_val (acts, act);
  return &g_array_index (acts, YlUnseenAct, acts->len - 1);
}

void
yl_unseen_acts_add (GArray *acts, const YlUnseenCell *cell, gboolean is_money)
{
  YlUnseenAct *act = find_act (acts, cell);
  const YlUnseenPlace place = { cell->row, cell->column, is_money };
  g_array_append_val (act->places, place);
  act->first_column = MIN (act->first_column, cell->column);
  act->last_column = MAX (act->last_column, cell->column);
  act->last_row = cell->row;
}

static const char *
describe (YlUnseenKind kind)
{
  switch (kind)
    {
    case YL_UNSEEN_OTHER:
      return "显示的数字与单元格里的数值不是一个数";
    case YL_UNSEEN_NOTHING:
      return "不显示单元格里的数值";
    case YL_UNSEEN_INK:
      return "数字与底色同色或相近，看不见";
    case YL_UNSEEN_SMALL:
      return "字号太小，打印出来看不清";
    case YL_UNSEEN_NARROW:
      return "列宽不够，只显示 ####，看不到数字";
    case YL_UNSEEN_LOW:
      return "行高不够，数字被切掉，看不见";
    case YL_UNSEEN_COVERED:
      return "被合并的单元格盖住，看不见";
    case YL_UNSEEN_PICTURE:
      return "被图片、图表或图形盖住，看不见";
    case YL_UNSEEN_OUTSIDE:
      return "在打印区域以外，打印不出来";
    }
  g_assert_not_reached ();
}

/* The first money, else the first number. */
static const YlUnseenPlace *
find_first (const YlUnseenAct *act)
{
  for (guint i = 0; i < act->places->len; i++)
    if (g_array_index (act->places, YlUnseenPlace, i).is_money)
      return &g_array_index (act->places, YlUnseenPlace, i);
  return &g_array_index (act->places, YlUnseenPlace, 0);
}

/* "F6", "F6 等 12 个单元格", " L 列 24 个单元格" */
static char *
name_place (const YlUnseenAct *act, const char *cell)
{
  const guint n = act->places->len;
  if (act->kind != YL_UNSEEN_NARROW || act->first_column != act->last_column)
    return n == 1 ? g_strdup (cell) : g_strdup_printf ("%s 等 %u 个单元格", cell, n);
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (act->first_column, letters);
  return g_strdup_printf (" %s 列 %u 个单元格", letters, n);
}

void
yl_unseen_act_report (const YlUnseenAct *act, const char *sheet, const gint64 *fen, YlAudit *audit)
{
  const YlUnseenPlace *first = find_first (act);
  const YlMoney at_stake = { fen == NULL ? 0 : *fen };
  /* Who reads the page takes one amount for another; what cannot be read misleads nobody. */
  const gboolean is_misled = act->kind == YL_UNSEEN_OTHER && at_stake.fen != 0;
  g_autofree char *cell = yl_cell_to_text (first->row, first->column);
  g_autofree char *place = name_place (act, cell);
  g_autofree char *amount = yl_money_to_grouped (at_stake);
  g_autofree char *money =
      at_stake.fen == 0 ? g_strdup ("") : g_strdup_printf ("，其中有金额 %s 元", amount);
  g_autofree char *shown =
      act->shown == NULL ? g_strdup ("") : g_strdup_printf ("（显示为“%s”）", act->shown);
  g_autofree char *message =
      g_strdup_printf ("“%s”%s%s%s%s。", sheet, place, describe (act->kind), shown, money);
  yl_findings_add (audit->findings,
                   &(YlFinding){ .code = YL_C11,
                                 .severity = is_misled ? YL_SEVERITY_ERROR : YL_SEVERITY_WARNING,
                                 .file = audit->file,
                                 .sheet = sheet,
                                 .row = first->row,
                                 .cell = cell,
                                 .seen = act->shown == NULL ? describe (act->kind) : act->shown,
                                 .expected = "照原样显示",
                                 .message = message,
                                 .at_stake = at_stake,
                                 .is_priced = fen != NULL });
}

void
yl_unseen_tell_unread (const YlWorksheet *sheet, YlAudit *audit)
{
  if (sheet->page.n_unread == 0 || sheet->state != YL_SHEET_VISIBLE)
    return;
  g_autofree char *what = g_strdup_printf ("工作表“%s”", sheet->name);
  g_autofree char *taken_for = g_strdup_printf (
      "%u 条条件格式没有读，没有核对它们怎样显示数字；请在打印页上看一看", sheet->page.n_unread);
  yl_audit_add_reading (audit, what, taken_for);
}
