#include "recipients-private.h"

#include "gainer-private.h"

/* Whose names are told; the others are counted. */
#define N_NAMED 3

typedef struct
{
  guint32 row;
  gint64 fen; /* more than planned */
} Share;

static gint
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *left = a;
  const Share *right = b;
  const gint64 x = ABS (left->fen);
  const gint64 y = ABS (right->fen);
  return x != y ? (x < y) - (x > y) : (left->row > right->row) - (left->row < right->row);
}

static GArray *
collect_shares (const YlBookPricing *pricing, const YlFigureRange *payees)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  for (guint32 row = payees->first_row; row <= payees->last_row; row++)
    {
      gint64 before_fen = 0;
      gint64 after_fen = 0;
      if (!yl_book_get_planned_fen (pricing, payees->sheet, row, payees->column, &before_fen)
          || !yl_book_get_changed_fen (pricing, payees->sheet, row, payees->column, &after_fen)
          || before_fen == after_fen)
        continue;
      const Share share = { row, after_fen - before_fen };
      g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);
  return shares;
}

char *
yl_book_name_recipients (const YlBookPricing *pricing, const char **out_only)
{
  const YlPlannedBook *plan = pricing->match->plan;
  *out_only = NULL;
  const YlFigureRange *payees = yl_planned_book_find_key (plan, "payees.amount_fen");
  if (payees == NULL)
    return NULL;
  const YlWorksheet *planned = yl_workbook_find_sheet (plan->workbook, payees->sheet);
  g_autoptr (GArray) shares = collect_shares (pricing, payees);
  if (shares->len == 0)
    return NULL;
  if (shares->len == 1)
    *out_only = yl_book_find_label (pricing->match, planned, g_array_index (shares, Share, 0).row);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < MIN (shares->len, N_NAMED); i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ ABS (share->fen) });
      g_string_append_printf (text, "%s%s%s %s 元", i == 0 ? "" : "、",
                              yl_book_find_label (pricing->match, planned, share->row),
                              share->fen > 0 ? "多" : "少", amount);
    }
  if (shares->len > N_NAMED)
    g_string_append_printf (text, "等 %u 个管养单位", shares->len);
  return g_string_free (text, FALSE);
}
