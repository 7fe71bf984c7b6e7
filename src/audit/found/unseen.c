/* Figures of found tables that their printed pages do not show as they are (C11). */
#include "yanglu/audit/found/unseen.h"

#include "yanglu/audit/shown/act.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* A figure, and where it stands in its table. */
typedef struct
{
  const YlFoundRow *row;
  const YlFoundColumn *column;
  const YlFoundValue *value;
} Figure;

/* What stands where in one sheet. */
typedef struct
{
  const YlFoundBudget *budget;
  const YlWorksheet *sheet;
  GHashTable *figures;      /* place → Figure */
  GByteArray *powers;       /* of ten: by column, what one unit in its cells is */
  GByteArray *shown_powers; /* the same of what its cells show */
} Sheet;

#define WAN_POWER 4

/* 4 for 万元, which is 10 000 times 元. */
static guint8
find_power (const YlFoundColumn *column)
{
  guint8 power = 0;
  if (column->meaning != YL_FOUND_AMOUNT)
    return 0;
  for (gint64 unit = column->unit; unit > 100; unit /= 10)
    power++;
  return power;
}

static void
set_power (GByteArray *powers, guint at, guint8 power)
{
  static const guint8 none = 0;
  while (powers->len <= at)
    g_byte_array_append (powers, &none, 1);
  powers->data[at] = MAX (powers->data[at], power);
}

static void
add_row (Sheet *self, const YlFoundTable *table, const YlFoundTurn *turn, const YlFoundRow *row)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      const YlFoundValue *value = yl_found_row_get (row, i);
      guint32 at_row = row->row;
      guint at_column = column->column;
      if (!value->is_known)
        continue;
      if (turn != NULL)
        yl_found_turn_back (turn, &at_row, &at_column);
      Figure *figure = g_new (Figure, 1);
      *figure = (Figure){ row, column, value };
      g_hash_table_insert (self->figures, yl_cell_to_key (at_row, at_column), figure);
      set_power (self->powers, at_column, find_power (column));
      set_power (self->shown_powers, at_column,
                 column->is_shown_as_wan ? WAN_POWER : find_power (column));
    }
}

static void
take_tables (Sheet *self)
{
  for (guint i = 0; i < self->budget->tables->len; i++)
    {
      const YlFoundTable *table = g_ptr_array_index (self->budget->tables, i);
      const YlFoundTurn *turn = yl_found_budget_find_turn (self->budget, table->sheet);
      if (strcmp (turn == NULL ? table->sheet : turn->sheet, self->sheet->name) != 0)
        continue;
      for (guint k = 0; k < table->rows->len; k++)
        add_row (self, table, turn, yl_found_table_get_row (table, k));
    }
}

/* An amount of all classes, purposes and payers stands for its parts beside it. */
static gboolean
is_whole (const YlFoundColumn *column)
{
  return column->rate == YL_FOUND_ALL_CLASSES && column->purpose == YL_N_PURPOSES
         && column->payer_after == 0;
}

/* The money of an act, by what it is of. */
typedef struct
{
  gint64 fen[2][2]; /* of parts and of wholes; of items and of sums */
  gboolean has[2][2];
} ActMoney;

static gboolean
add_money (const Sheet *self, const YlUnseenAct *act, ActMoney *money)
{
  for (guint i = 0; i < act->places->len; i++)
    {
      const YlUnseenPlace *place = &g_array_index (act->places, YlUnseenPlace, i);
      const Figure *figure =
          g_hash_table_lookup (self->figures, yl_cell_to_key (place->row, place->column));
      if (!place->is_money || figure == NULL)
        continue;
      const gboolean is_sum =
          figure->row->kind == YL_FOUND_ROW_SUBTOTAL || figure->row->kind == YL_FOUND_ROW_TOTAL;
      gint64 *fen = &money->fen[is_whole (figure->column)][is_sum];
      money->has[is_whole (figure->column)][is_sum] = TRUE;
      if (is_sum)
        *fen = ABS (figure->value->units) > ABS (*fen) ? figure->value->units : *fen;
      else if (__builtin_add_overflow (*fen, figure->value->units, fen))
        return FALSE;
    }
  return TRUE;
}

/* The wholes before their parts, the items before their sums. */
static gint64
choose_money (const ActMoney *money)
{
  const guint whole = money->has[1][0] || money->has[1][1] ? 1 : 0;
  return money->has[whole][0] ? money->fen[whole][0] : money->fen[whole][1];
}

static void
check_sheet (Sheet *self, const YlWorkbook *workbook, YlAudit *audit)
{
  const YlPageValues values = { .powers = self->powers->data,
                                .shown_powers = self->shown_powers->data,
                                .n_powers = self->powers->len };
  g_autoptr (GArray) cells = yl_page_find_unseen (workbook, self->sheet, &values);
  g_autoptr (GArray) acts = yl_unseen_acts_new ();
  yl_unseen_tell_unread (self->sheet, audit);
  for (guint i = 0; i < cells->len; i++)
    {
      const YlUnseenCell *cell = &g_array_index (cells, YlUnseenCell, i);
      const Figure *figure =
          g_hash_table_lookup (self->figures, yl_cell_to_key (cell->row, cell->column));
      if (figure != NULL)
        yl_unseen_acts_add (acts, cell, figure->column->meaning == YL_FOUND_AMOUNT);
    }
  for (guint i = 0; i < acts->len; i++)
    {
      const YlUnseenAct *act = &g_array_index (acts, YlUnseenAct, i);
      ActMoney money = { 0 };
      const gboolean is_known = add_money (self, act, &money);
      const gint64 fen = choose_money (&money);
      yl_unseen_act_report (act, self->sheet->name, is_known ? &fen : NULL, audit);
    }
}

void
yl_found_check_unseen (const YlWorkbook *workbook, const YlFoundBudget *budget, YlAudit *audit)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      g_autoptr (GHashTable) figures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_autoptr (GByteArray) powers = g_byte_array_new ();
      g_autoptr (GByteArray) shown_powers = g_byte_array_new ();
      Sheet sheet = { budget, g_ptr_array_index (workbook->sheets, i), figures, powers,
                      shown_powers };
      take_tables (&sheet);
      if (g_hash_table_size (figures) > 0)
        check_sheet (&sheet, workbook, audit);
    }
}
