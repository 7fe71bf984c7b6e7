#include "deviations-private.h"

#include "yanglu/audit/gainers.h"
#include "yanglu/base/keyed-hash.h"

/* How many rows a finding names. */
#define N_NAMED 10

/* Deviations that are the same mistake. */
typedef struct
{
  GString *names;
  guint n;
  gint64 stake_fen;
  gboolean is_told;
} Mistake;

static void
mistake_free (gpointer data)
{
  Mistake *mistake = data;
  g_string_free (mistake->names, TRUE);
  g_free (mistake);
}

/* (transfer full): equal for what is the same mistake; no two amounts that do not add up are. */
static char *
make_key (const FoundDeviation *deviation)
{
  if (deviation->code == YL_C01)
    return g_strdup_printf ("%u-%u", deviation->row, deviation->column);
  return g_strdup_printf ("%u/%u/%u/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, deviation->column,
                          (guint) deviation->code, deviation->rate, deviation->rate_fen_per_km,
                          deviation->factor);
}

static GHashTable *
gather (const FoundCheck *check)
{
  GHashTable *mistakes =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, mistake_free);
  for (guint i = 0; i < check->deviations->len; i++)
    {
      const FoundDeviation *deviation = &g_array_index (check->deviations, FoundDeviation, i);
      g_autofree char *key = make_key (deviation);
      Mistake *mistake = g_hash_table_lookup (mistakes, key);
      if (mistake == NULL)
        {
          mistake = g_new0 (Mistake, 1);
          mistake->names = g_string_new ("");
          g_hash_table_insert (mistakes, g_steal_pointer (&key), mistake);
        }
      if (mistake->n < N_NAMED)
        g_string_append_printf (mistake->names, "%s%s", mistake->n == 0 ? "" : "、",
                                found_row (check, deviation->row)->label);
      mistake->n++;
      if (!found_add (&mistake->stake_fen, deviation->stake_fen))
        mistake->stake_fen = 0;
    }
  return mistakes;
}

/* Rows that say anything in the column, of that class or of none: they could have made it too. */
static guint
count_rows (const FoundCheck *check, const FoundDeviation *deviation)
{
  guint n = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *cell = found_cell (check, row, deviation->column);
      const gboolean is_other = cell->row->rate != YL_FOUND_ALL_CLASSES
                                && deviation->rate_fen_per_km != 0
                                && cell->row->rate != deviation->rate;
      n += cell->stated != 0 && !is_other ? 1 : 0;
    }
  return n;
}

/* "多 10.00 元", "少 10.00 元", "金额不受影响". */
static char *
say_stake (gint64 stake_fen)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ ABS (stake_fen) });
  if (stake_fen == 0)
    return g_strdup ("金额不受影响");
  return g_strdup_printf ("%s %s 元", stake_fen > 0 ? "多" : "少", yuan);
}

static char *
say_rate (const FoundCheck *check,
          const FoundDeviation *deviation,
          const char *who,
          const char *stake)
{
  const YlRateKind kind = (YlRateKind) deviation->rate;
  g_autofree char *used = yl_money_to_grouped ((YlMoney){ deviation->rate_fen_per_km });
  g_autofree char *due = yl_money_to_grouped ((YlMoney){ check->rates->rate[kind].fen_per_km });
  return g_strdup_printf ("“%s”的%s按每公里 %s 元计，%s政策标准每公里 %s 元，%s", who,
                          yl_rate_kind_get_name (kind), used,
                          deviation->code == YL_B01 ? "低于" : "与之不符的是", due, stake);
}

/* What the cell states and should, and by which mistake. */
static char *
say_cell (const FoundCell *cell,
          const FoundDeviation *deviation,
          const char *who,
          const char *stake)
{
  const gboolean is_length = cell->head->meaning == YL_FOUND_LENGTH;
  g_autofree char *seen = found_to_text (cell->head, cell->stated);
  g_autofree char *due = found_to_text (cell->head, cell->expected);
  if (deviation->factor == 0)
    return g_strdup_printf ("“%s”的“%s”为 %s，按%s应为 %s，%s", who, cell->head->head,
                            cell->value->is_known ? seen : "空白",
                            is_length              ? "本列合计和本行金额"
                            : deviation->is_listed ? "里程台账和标准"
                                                   : "里程和标准",
                            due, stake);
  return g_strdup_printf ("“%s”的“%s”写作 %s，应为 %s，正好相差%s倍，把%s弄混了，%s", who,
                          cell->head->head, seen, due, is_length ? "一千" : "一万",
                          is_length ? "公里与米" : "元与万元", stake);
}

static void
report (const FoundCheck *check, const FoundDeviation *deviation, const char *who, gboolean is_all)
{
  FoundCell *cell = found_cell (check, deviation->row, deviation->column);
  g_autofree char *stake = say_stake (deviation->stake_fen);
  g_autofree char *message = deviation->factor != 0 || deviation->code == YL_C01
                                 ? say_cell (cell, deviation, who, stake)
                                 : say_rate (check, deviation, who, stake);
  g_autofree char *shown = found_show (cell);
  g_autofree char *expected = found_to_text (cell->head, cell->expected);
  const YlFinding finding = {
    .code = deviation->code,
    .seen = shown,
    .expected = expected,
    .message = message,
    .gainer = is_all && deviation->stake_fen > 0 ? YL_ALL_UNITS : NULL,
  };
  found_report (check, cell, finding, (FoundStake){ TRUE, deviation->stake_fen });
}

/* The same rate in every row, or the same factor in most of them, is one fact. */
static gboolean
is_throughout (const FoundCheck *check, const FoundDeviation *deviation, guint n)
{
  /* Mistakes of a few rows among many are told one by one: no need to count the rows. */
  if (n < 2 || n * FOUND_N_RATES * 2 < check->table->rows->len / 2)
    return FALSE;
  const guint n_rows = count_rows (check, deviation);
  return deviation->factor != 0 ? n * 2 > n_rows : n == n_rows;
}

static void
report_mistake (FoundCheck *check, const FoundDeviation *first, Mistake *mistake)
{
  const gboolean is_all = is_throughout (check, first, mistake->n);
  if (!is_all)
    {
      report (check, first, found_row (check, first->row)->label, FALSE);
      return;
    }
  FoundDeviation whole = *first;
  whole.stake_fen = mistake->stake_fen;
  mistake->is_told = TRUE;
  if (mistake->n > N_NAMED)
    g_string_append_printf (mistake->names, "等 %u 行", mistake->n);
  report (check, &whole, mistake->names->str, TRUE);
}

void
found_report_deviations (FoundCheck *check)
{
  g_autoptr (GHashTable) mistakes = gather (check);
  for (guint i = 0; i < check->deviations->len; i++)
    {
      const FoundDeviation *deviation = &g_array_index (check->deviations, FoundDeviation, i);
      g_autofree char *key = make_key (deviation);
      Mistake *mistake = g_hash_table_lookup (mistakes, key);
      if (!mistake->is_told)
        report_mistake (check, deviation, mistake);
      found_cell (check, deviation->row, deviation->column)->code = (guint8) deviation->code;
    }
}
