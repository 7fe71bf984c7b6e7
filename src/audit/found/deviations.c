#include "check-private.h"

/* How many rows a finding names. */
#define N_NAMED 10

static const FoundDeviation *
get (const FoundCheck *check, guint index)
{
  return &g_array_index (check->deviations, FoundDeviation, index);
}

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
  GHashTable *mistakes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, mistake_free);
  for (guint i = 0; i < check->deviations->len; i++)
    {
      const FoundDeviation *deviation = get (check, i);
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
                                found_check_row (check, deviation->row)->label);
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
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      const YlFoundValue *value = found_check_value (check, row, deviation->column);
      const guint8 rate = found_check_row (check, row)->rate;
      const gboolean is_other = rate != YL_FOUND_ALL_CLASSES && deviation->rate_fen_per_km != 0
                                && rate != deviation->rate;
      if (found_check_is_item (check, row) && value->is_known && value->units != 0 && !is_other)
        n++;
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
say_rate (const FoundCheck *check, const FoundDeviation *deviation, const char *who)
{
  const YlRateKind kind = (YlRateKind) deviation->rate;
  g_autofree char *used = yl_money_to_grouped ((YlMoney){ deviation->rate_fen_per_km });
  g_autofree char *due = yl_money_to_grouped ((YlMoney){ check->rates->rate[kind].fen_per_km });
  g_autofree char *stake = say_stake (deviation->stake_fen);
  return g_strdup_printf ("“%s”的%s按每公里 %s 元计，%s政策标准每公里 %s 元，%s", who,
                          yl_rate_kind_get_name (kind), used,
                          deviation->code == YL_B01 ? "低于" : "与之不符的是", due, stake);
}

static char *
say_factor (const FoundCheck *check, const FoundDeviation *deviation, const char *who)
{
  const YlFoundColumn *column = found_check_column (check, deviation->column);
  const gboolean is_length = column->meaning == YL_FOUND_LENGTH;
  g_autofree char *seen =
      found_to_text (column, found_check_value (check, deviation->row, deviation->column)->units);
  g_autofree char *due =
      found_to_text (column, found_check_cell (check, deviation->row, deviation->column)->expected);
  g_autofree char *stake = say_stake (deviation->stake_fen);
  return g_strdup_printf ("“%s”的“%s”写作 %s，应为 %s，正好相差%s倍，把%s弄混了，%s", who,
                          column->head, seen, due, is_length ? "一千" : "一万",
                          is_length ? "公里与米" : "元与万元", stake);
}

static char *
say_amount (const FoundCheck *check, const FoundDeviation *deviation, const char *who)
{
  const YlFoundColumn *column = found_check_column (check, deviation->column);
  const YlFoundValue *value = found_check_value (check, deviation->row, deviation->column);
  g_autofree char *seen = found_to_text (column, value->is_known ? value->units : 0);
  g_autofree char *due =
      found_to_text (column, found_check_cell (check, deviation->row, deviation->column)->expected);
  g_autofree char *stake = say_stake (deviation->stake_fen);
  return g_strdup_printf ("“%s”的“%s”为 %s，按里程和标准应为 %s，%s", who, column->head,
                          value->is_known ? seen : "空白", due, stake);
}

static void
tell (const FoundCheck *check, const FoundDeviation *deviation, const char *who, gboolean is_all)
{
  g_autofree char *message = deviation->factor != 0      ? say_factor (check, deviation, who)
                             : deviation->code == YL_C01 ? say_amount (check, deviation, who)
                                                         : say_rate (check, deviation, who);
  const YlFoundColumn *column = found_check_column (check, deviation->column);
  const YlFoundValue *value = found_check_value (check, deviation->row, deviation->column);
  g_autofree char *expected =
      found_to_text (column, found_check_cell (check, deviation->row, deviation->column)->expected);
  const YlFinding finding = {
    .code = deviation->code,
    .seen = value->text,
    .expected = expected,
    .message = message,
    .gainer = is_all && deviation->stake_fen > 0 ? "表中各单位" : NULL,
  };
  found_tell (check, deviation->row, deviation->column, finding, &deviation->stake_fen);
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
tell_mistake (FoundCheck *check, const FoundDeviation *first, Mistake *mistake)
{
  const gboolean is_all = is_throughout (check, first, mistake->n);
  if (!is_all)
    {
      tell (check, first, found_check_row (check, first->row)->label, FALSE);
      return;
    }
  FoundDeviation whole = *first;
  whole.stake_fen = mistake->stake_fen;
  mistake->is_told = TRUE;
  if (mistake->n > N_NAMED)
    g_string_append_printf (mistake->names, "等 %u 行", mistake->n);
  tell (check, &whole, mistake->names->str, TRUE);
}

void
found_tell_deviations (FoundCheck *check)
{
  g_autoptr (GHashTable) mistakes = gather (check);
  for (guint i = 0; i < check->deviations->len; i++)
    {
      const FoundDeviation *deviation = get (check, i);
      g_autofree char *key = make_key (deviation);
      Mistake *mistake = g_hash_table_lookup (mistakes, key);
      if (!mistake->is_told)
        tell_mistake (check, deviation, mistake);
      found_check_cell (check, deviation->row, deviation->column)->code = (guint8) deviation->code;
    }
}
