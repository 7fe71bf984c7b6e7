#pragma once

#include "book-private.h"

G_BEGIN_DECLS

/* Who gets a part of the budget, as 拨付进度 and 公开表 list them. */
typedef struct
{
  const char *title;    /* as 拨付进度 calls it: the payee, or what is paid for */
  const char *name;     /* of the payee */
  const char *document; /* of the grants that pay it; of several the numbers */
  const char *item;     /* what is paid for: works by name */
  YlPurpose purpose;
  const char *formula;
  guint n_above; /* rows whose sum @formula has in it, and that this one is less */
  gint64 amount_fen;
} YlRecipient;

/** yl_book_list_recipients: fills the recipients of @book, once 分管养单位 is filled. */
void yl_book_list_recipients (YlBook *book);
/** yl_book_write_recipients: the rows of @table, each made into @record and added up into @total. */
void yl_book_write_recipients (YlBook *book,
                               const YlTable *table,
                               void (*make) (gpointer user_data, gsize index, gpointer record),
                               gpointer record,
                               gpointer total);
/** yl_book_put_recipient: what @recipient, the @index-th row of @table, gets, in its amount_fen. */
YlOwnCell yl_book_put_recipient (const YlTable *table, const YlRecipient *recipient, gsize index);

G_END_DECLS
