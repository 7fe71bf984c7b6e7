#include "book-private.h"
#include "book-references-private.h"

static const char *
daily_document (const YlBook *book)
{
  const YlPolicyValue *rate = yl_policy_find (book->policy, YL_GROUP_DAILY_RATE, "", 0);
  return rate != NULL ? rate->document : yl_policy_get_head (book->policy)->document;
}

static void
add_payees (YlBook *book)
{
  const GArray *payees = book->figures->payees;
  const YlTable *table = yl_tables_find (book->tables, "payees");
  const guint32 first = yl_table_get_part (table, 0)->first_row;
  const char *document = daily_document (book);
  for (guint i = 0; i < payees->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (payees, YlShareholderLine, i);
      const char *name = yl_labels_get (book->payees, i);
      const YlRecipient recipient = {
        .title = name,
        .name = name,
        .document = document,
        .purpose = YL_PURPOSE_DAILY,
        .formula = yl_table_get_cell (table, "amount_fen", first + i),
        .amount_fen = line->roads_fen + line->bridges_fen,
      };
      g_array_append_val (book->recipients, recipient);
    }
}

void
yl_book_list_recipients (YlBook *book)
{
  const GArray *demand = book->figures->demand;
  const char *unit = book->entry->unit.entity;
  add_payees (book);
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      const YlRecipient recipient = {
        .title = line->title,
        .name = unit[0] != '\0' ? unit : YL_COUNTY_AGENCY,
        .document = "",
        .purpose = line->purpose,
        .formula = yl_book_sum_other (book, line->purpose),
        .amount_fen = line->amount_fen,
      };
      if (line->purpose != YL_PURPOSE_DAILY)
        g_array_append_val (book->recipients, recipient);
    }
  if (book->recipients->len == 0)
    g_array_append_val (book->recipients, ((YlRecipient){ "（无）", "（无）", "", 0, "0", 0 }));
}
