#include "bench/clerk.h"

#include <string.h>

const gint64 clerk_rates[CLERK_N_CLASSES] = { 1000, 500, 300 };
static const gint64 old_rates[CLERK_N_CLASSES] = { 700, 350, 100 };

typedef struct
{
  const ClerkCounty *county;
  const ClerkForm *form;
  const ClerkMistake *mistakes;
  guint n;
  ClerkTable *table;
} Desk;

static gint64
round_half_up (gint64 value, gint64 unit)
{
  return (value + unit / 2) / unit * unit;
}

/* The digits as they are written: no zeros behind the last decimal. */
gint64
clerk_slip (gint64 number, guint n_decimals, YlCauseKind kind, gint64 place)
{
  g_autofree char *digits = g_strdup_printf ("%0*" G_GINT64_FORMAT, (int) n_decimals + 1, number);
  const gint64 n = (gint64) strlen (digits);
  const gint64 at = n - 1 - place % 100;
  const gint64 with = at - MAX (1, place / 100);
  if (at < 0 || (kind == YL_CAUSE_DIGITS_SWAPPED && with < 0))
    return number;
  g_autoptr (GString) text = g_string_new (digits);
  gint64 point = n - (gint64) n_decimals;
  if (kind == YL_CAUSE_DIGITS_SWAPPED)
    {
      text->str[at] = digits[with];
      text->str[with] = digits[at];
    }
  else if (kind == YL_CAUSE_DIGIT_LOST)
    {
      g_string_erase (text, at, 1);
      point -= at < point ? 1 : 0;
    }
  else
    {
      g_string_insert_c (text, at, digits[at]);
      point += at < point ? 1 : 0;
    }
  /* As many decimals as the column has, half up. */
  gint64 decimals = (gint64) text->len - point;
  gint64 result = g_ascii_strtoll (text->str, NULL, 10);
  for (; decimals < n_decimals; decimals++)
    result *= 10;
  for (; decimals > n_decimals; decimals--)
    result = (result + 5) / 10;
  return result;
}

static gint64
mend_road (
    const Desk *desk, guint index, const ClerkRoad *road, guint *out_class, gint64 *out_times)
{
  gint64 length_m = road->length_m;
  *out_class = road->road_class;
  *out_times = road->state == YL_ITEM_COUNTED ? 1 : 0;
  for (guint i = 0; i < desk->n; i++)
    {
      const ClerkMistake *mistake = &desk->mistakes[i];
      const gboolean is_it = mistake->place == CLERK_AT_ROAD && mistake->road == index;
      if (mistake->kind == YL_CAUSE_NOT_COUNTED && road->state != YL_ITEM_COUNTED
          && (mistake->place == CLERK_AT_ROAD
                  ? is_it
                  : mistake->scope[road->township]
                        && (mistake->value & (1 << (road->state - 1))) != 0))
        *out_times = 1;
      if (!is_it)
        continue;
      if (mistake->kind == YL_CAUSE_ROAD_TWICE)
        *out_times = 2;
      else if (mistake->kind == YL_CAUSE_ROAD_MISSING)
        *out_times = 0;
      else if (mistake->kind == YL_CAUSE_WRONG_CLASS)
        *out_class = mistake->first;
      else if (mistake->kind == YL_CAUSE_LENGTH_UNIT)
        length_m = mistake->value > 0 ? length_m * 1000 : round_half_up (length_m, 1000) / 1000;
      else if (mistake->kind != YL_CAUSE_NOT_COUNTED)
        length_m = clerk_slip (length_m, 3, mistake->kind, mistake->value);
    }
  return length_m;
}

static void
add_lengths (const Desk *desk)
{
  for (guint i = 0; i < desk->county->roads->len; i++)
    {
      const ClerkRoad *road = &g_array_index (desk->county->roads, ClerkRoad, i);
      guint road_class;
      gint64 times;
      const gint64 m = mend_road (desk, i, road, &road_class, &times);
      desk->table->length_m[road->township][road_class] += m * times;
    }
}

static void
spoil_lengths (const Desk *desk, const ClerkMistake *mistake)
{
  for (guint t = 0; t < desk->county->n_townships; t++)
    for (guint c = 0; c < CLERK_N_CLASSES; c++)
      {
        gint64 *m = &desk->table->length_m[t][c];
        const gboolean is_meant = mistake->first == c || mistake->first == CLERK_ALL;
        if (mistake->place == CLERK_AT_LENGTH && mistake->township == t && mistake->first == c)
          *m = clerk_slip (*m, 3, mistake->kind, mistake->value);
        if (mistake->place != CLERK_AT_COLUMN || !mistake->scope[t] || !is_meant)
          continue;
        if (mistake->kind == YL_CAUSE_LENGTH_UNIT)
          *m = mistake->value > 0 ? *m * 1000 : round_half_up (*m, 1000) / 1000;
        if (mistake->kind == YL_CAUSE_ROUNDING && mistake->second == 1)
          *m = round_half_up (*m, mistake->value);
      }
}

static void
multiply (const Desk *desk, guint t)
{
  gint64 rates[CLERK_N_CLASSES];
  memcpy (rates, clerk_rates, sizeof rates);
  for (guint i = 0; i < desk->n; i++)
    {
      const ClerkMistake *mistake = &desk->mistakes[i];
      for (guint c = 0; c < CLERK_N_CLASSES; c++)
        if (mistake->kind == YL_CAUSE_OLD_RATE && mistake->scope[t]
            && (mistake->first == c || mistake->first == CLERK_ALL))
          rates[c] = old_rates[c];
      if (mistake->kind == YL_CAUSE_RATES_SWAPPED && mistake->scope[t])
        {
          const gint64 first = rates[mistake->first];
          rates[mistake->first] = rates[mistake->second];
          rates[mistake->second] = first;
        }
    }
  for (guint c = 0; c < CLERK_N_CLASSES; c++)
    {
      desk->table->class_fen[t][c] = desk->table->length_m[t][c] * rates[c];
      desk->table->fen[t] += desk->table->class_fen[t][c];
    }
}

static gint64
spoil (const ClerkMistake *mistake, gint64 fen)
{
  if (mistake->kind == YL_CAUSE_AMOUNT_UNIT)
    return mistake->value > 0 ? fen * 10000 : round_half_up (fen, 10000) / 10000;
  if (mistake->kind == YL_CAUSE_ROUNDING && mistake->second == 0)
    return round_half_up (fen, mistake->value);
  if (mistake->kind == YL_CAUSE_ROUNDING && mistake->second == 2)
    return fen / mistake->value * mistake->value;
  return mistake->place == CLERK_AT_AMOUNT ? clerk_slip (fen, 2, mistake->kind, mistake->value)
                                           : fen;
}

/* A formula adds the classes of a row up; without such columns only the sum is typed. */
static void
spoil_amounts (const Desk *desk, const ClerkMistake *mistake, guint t)
{
  ClerkTable *table = desk->table;
  const gboolean is_meant = mistake->place == CLERK_AT_AMOUNT
                                ? mistake->township == t
                                : mistake->place == CLERK_AT_COLUMN && mistake->scope[t];
  if (!is_meant)
    return;
  if (!desk->form->has_class_amounts
      || (mistake->place == CLERK_AT_AMOUNT && mistake->first == CLERK_ALL))
    {
      table->fen[t] = spoil (mistake, table->fen[t]);
      return;
    }
  for (guint c = 0; c < CLERK_N_CLASSES; c++)
    if (mistake->first == c || mistake->first == CLERK_ALL)
      {
        const gint64 before = table->class_fen[t][c];
        table->class_fen[t][c] = spoil (mistake, before);
        table->fen[t] += table->class_fen[t][c] - before;
      }
}

/* Rows first to second move by one; what falls out at the end stands at the beginning, or nothing. */
static void
shift (const Desk *desk, const ClerkMistake *mistake)
{
  const ClerkTable before = *desk->table;
  ClerkTable *table = desk->table;
  const guint n = mistake->second - mistake->first + 1;
  const gboolean is_down = mistake->value % 10 == 1;
  for (guint i = 0; i < n; i++)
    {
      const guint to = is_down ? mistake->first + i : mistake->second - i;
      const guint from =
          is_down ? mistake->first + (i + n - 1) % n : mistake->second - (i + n - 1) % n;
      const gboolean is_blank = i == 0 && mistake->value >= 10;
      table->fen[to] = is_blank ? 0 : before.fen[from];
      for (guint c = 0; c < CLERK_N_CLASSES; c++)
        table->class_fen[to][c] = is_blank ? 0 : before.class_fen[from][c];
    }
}

static void
write_figures (const Desk *desk)
{
  const ClerkCounty *county = desk->county;
  gint64 netted_fen = county->lawful_fen, net_fen = county->income_fen;
  gint64 share_ppm = county->share_ppm;
  guint skipped = 0;
  for (guint i = 0; i < desk->n; i++)
    {
      const ClerkMistake *mistake = &desk->mistakes[i];
      for (gint64 k = 0; k < CLERK_N_GRANTS && mistake->kind == YL_CAUSE_GRANT_NETTED; k++)
        netted_fen += mistake->value < 0 || mistake->value == k ? county->grants_fen[k] : 0;
      if (mistake->kind == YL_CAUSE_LAND_SHARE)
        share_ppm = mistake->value;
      if (mistake->kind == YL_CAUSE_INCOME_SHARE)
        skipped |= mistake->value < 0 ? G_MAXUINT : 1u << mistake->value;
    }
  for (guint i = 0; i < CLERK_N_COSTS; i++)
    net_fen -= (skipped & (1u << i)) == 0 ? county->costs_fen[i] : 0;
  gint64 standard_fen = 0;
  for (guint t = 0; t < county->n_townships; t++)
    standard_fen += desk->table->fen[t];
  desk->table->gap_fen = MAX (0, standard_fen - netted_fen);
  desk->table->due_fen = (net_fen * share_ppm + 500000) / 1000000;
}

void
clerk_write (const ClerkCounty *county,
             const ClerkForm *form,
             const ClerkMistake *mistakes,
             guint n,
             ClerkTable *table)
{
  const Desk desk = { county, form, mistakes, n, table };
  memset (table, 0, sizeof *table);
  add_lengths (&desk);
  for (guint i = 0; i < n; i++)
    spoil_lengths (&desk, &mistakes[i]);
  for (guint t = 0; t < county->n_townships; t++)
    multiply (&desk, t);
  /* In the order of the desk: rounded, then in the wrong unit, then mistyped, then shifted. */
  static const YlCauseKind order[] = { YL_CAUSE_ROUNDING, YL_CAUSE_AMOUNT_UNIT,
                                       YL_CAUSE_DIGITS_SWAPPED, YL_CAUSE_DIGIT_LOST,
                                       YL_CAUSE_DIGIT_DOUBLED };
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < n; i++)
      for (guint t = 0; mistakes[i].kind == order[k] && t < county->n_townships; t++)
        spoil_amounts (&desk, &mistakes[i], t);
  for (guint i = 0; i < n; i++)
    if (mistakes[i].kind == YL_CAUSE_ROW_SHIFTED)
      shift (&desk, &mistakes[i]);
  write_figures (&desk);
}
