#include "recipients-private.h"
#include "shut-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/sheet-names.h"

#include <string.h>

/* Who gets a part of the budget (S8, S11): payees of the daily money, then the other lines of demand,
 * works by name. */

#define DAILY_ITEM "农村公路日常养护"

static const YlSource *
get_source (const YlBook *book, guint index)
{
  return &g_array_index (book->entry->sources, YlSource, index);
}

/* A grant that names nobody is for all; one that was taken back is none. */
static gboolean
pays (const YlSource *source, YlPurpose purpose, const char *payee)
{
  return source->purpose == purpose && source->amount.fen > 0
         && (payee == NULL || source->payee[0] == '\0' || strcmp (source->payee, payee) == 0);
}

static void
join_names (GString *out, const GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : "、",
                            (const char *) g_ptr_array_index (documents, i));
}

/* From 1; one that no recipient had before gets the next. */
static guint
number_of (YlBook *book, const char *document)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (book->document_numbers, document));
  if (number == 0)
    {
      g_ptr_array_add (book->documents, (gpointer) document);
      number = book->documents->len;
      g_hash_table_insert (book->document_numbers, (gpointer) document, GUINT_TO_POINTER (number));
    }
  return number;
}

/* "文件1—4、7": a run of three at least is written as one. */
static void
join_numbers (YlBook *book, GString *out, const GPtrArray *documents)
{
  g_string_append (out, YL_LABEL_NOTICE_FILE);
  for (guint i = 0, run = 1; i < documents->len; i += run)
    {
      const guint first = number_of (book, g_ptr_array_index (documents, i));
      run = 1;
      while (i + run < documents->len
             && number_of (book, g_ptr_array_index (documents, i + run)) == first + run)
        run++;
      if (run == 2)
        run = 1;
      g_string_append_printf (out, "%s%u", i == 0 ? "" : "、", first);
      if (run > 1)
        g_string_append_printf (out, "—%u", first + run - 1);
    }
}

/* Of the grants that pay @payee for @purpose, each once. Where there are several they are called by
 * their numbers, since those of one payee are mostly those of the next. */
static const char *
find_documents (YlBook *book, YlPurpose purpose, const char *payee)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GHashTable) told = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  for (guint i = 0; i < book->entry->sources->len; i++)
    {
      const YlSource *source = get_source (book, i);
      if (pays (source, purpose, payee) && source->document[0] != '\0'
          && g_hash_table_add (told, (gpointer) source->document))
        g_ptr_array_add (documents, (gpointer) source->document);
    }
  g_autoptr (GString) text = g_string_new (NULL);
  if (documents->len > 1 && book->edition >= 5)
    join_numbers (book, text, documents);
  else
    join_names (text, documents);
  return g_string_chunk_insert (book->texts, text->str);
}

/* Whom the grants of @purpose name, all of them the same; else the county's agency. */
static const char *
find_payee (const YlBook *book, YlPurpose purpose)
{
  const char *payee = NULL;
  for (guint i = 0; i < book->entry->sources->len; i++)
    {
      const YlSource *source = get_source (book, i);
      if (!pays (source, purpose, NULL) || source->payee[0] == '\0')
        continue;
      if (payee != NULL && strcmp (payee, source->payee) != 0)
        return YL_COUNTY_AGENCY;
      payee = source->payee;
    }
  return payee == NULL ? YL_COUNTY_AGENCY : payee;
}

static const char *
policy_document (const YlBook *book)
{
  const YlPolicyValue *rate = yl_policy_find (book->policy, YL_GROUP_DAILY_RATE, "", 0);
  return rate != NULL ? rate->document : yl_policy_get_head (book->policy)->document;
}

static gboolean
is_older (const YlBook *book)
{
  return book->figures->listing != YL_LISTING_OFFICIAL;
}

static void
add_payees (YlBook *book)
{
  const GArray *payees = book->figures->payees;
  const YlTable *table = yl_tables_find (book->tables, "payees");
  const guint32 first = yl_table_get_part (table, 0)->first_row;
  const char *document = is_older (book) ? policy_document (book) : NULL;
  for (guint i = 0; i < payees->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (payees, YlShareholderLine, i);
      const char *name = yl_labels_get (book->payees, i);
      const YlRecipient recipient = {
        .title = name,
        .name = name,
        .document = document != NULL ? document : find_documents (book, YL_PURPOSE_DAILY, name),
        .item = DAILY_ITEM,
        .purpose = YL_PURPOSE_DAILY,
        .formula = yl_table_get_cell (table, "amount_fen", first + i),
        .amount_fen = line->roads_fen + line->bridges_fen,
      };
      g_array_append_val (book->recipients, recipient);
    }
}

/* What somebody puts in above the total of 其他支出 has no row of its own: until then it is nothing. */
static void
add_more_works (YlBook *book, const YlRecipient *last, guint n_works)
{
  YlRecipient more = *last;
  more.title = YL_LINE_MORE_WORKS;
  more.item = YL_LINE_MORE_WORKS;
  more.formula = yl_book_sum_other (book, YL_PURPOSE_ENGINEERING);
  more.n_above = n_works;
  more.amount_fen = 0;
  g_array_append_val (book->recipients, more);
}

/* The rows of 其他支出 that are works. */
static void
add_projects (YlBook *book)
{
  const GArray *projects = book->entry->other.projects;
  const YlTable *table = yl_tables_find (book->tables, "other");
  const guint32 first = yl_table_get_part (table, 0)->last_row + 1 - projects->len;
  const char *payee = find_payee (book, YL_PURPOSE_ENGINEERING);
  for (guint i = 0; i < projects->len; i++)
    {
      const YlProject *project = &g_array_index (projects, YlProject, i);
      const YlRecipient recipient = {
        .title = project->name,
        .name = payee,
        .document = find_documents (book, YL_PURPOSE_ENGINEERING, payee),
        .item = project->name,
        .purpose = YL_PURPOSE_ENGINEERING,
        .formula = yl_table_get_cell (table, "amount_fen", first + i),
        .amount_fen = project->amount.fen,
      };
      g_array_append_val (book->recipients, recipient);
      if (i + 1 == projects->len)
        add_more_works (book, &recipient, projects->len);
    }
}

static void
add_line (YlBook *book, const YlDemandLine *line)
{
  const char *unit = book->entry->unit.entity;
  const char *older_name = unit[0] != '\0' ? unit : YL_COUNTY_AGENCY;
  const char *payee = find_payee (book, line->purpose);
  const YlRecipient recipient = {
    .title = line->title,
    .name = is_older (book) ? older_name : payee,
    .document = is_older (book) ? "" : find_documents (book, line->purpose, payee),
    .item = line->title,
    .purpose = line->purpose,
    .formula = yl_book_sum_other (book, line->purpose),
    .amount_fen = line->amount_fen,
  };
  g_array_append_val (book->recipients, recipient);
}

void
yl_book_list_recipients (YlBook *book)
{
  const GArray *demand = book->figures->demand;
  const gboolean is_by_project = !is_older (book) && book->entry->other.projects->len > 0;
  add_payees (book);
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (line->purpose == YL_PURPOSE_ENGINEERING && is_by_project)
        add_projects (book);
      else if (line->purpose != YL_PURPOSE_DAILY)
        add_line (book, line);
    }
  if (book->recipients->len == 0)
    g_array_append_val (
        book->recipients,
        ((YlRecipient){
            .title = "（无）", .name = "（无）", .document = "", .item = "", .formula = "0" }));
}

YlOwnCell
yl_book_put_recipient (const YlTable *table, const YlRecipient *recipient, gsize index)
{
  const guint32 row = yl_table_get_selected (table)->first_row + (guint32) index;
  const char *formula =
      recipient->n_above == 0
          ? recipient->formula
          : yl_table_write_out (table, "ROUND(%s-SUM({amount_fen@%u}:{amount_fen@%u}),2)",
                                recipient->formula, row - recipient->n_above, row - 1);
  return yl_own_figure (YL_MEASURE_FEN, formula, recipient->amount_fen, NULL);
}

void
yl_book_write_recipients (YlBook *book,
                          const YlTable *table,
                          void (*make) (gpointer user_data, gsize index, gpointer record),
                          gpointer record,
                          gpointer total)
{
  for (guint i = 0; i < book->recipients->len; i++)
    {
      const YlRecipient *recipient = &g_array_index (book->recipients, YlRecipient, i);
      make (book, i, record);
      yl_table_write_row (table, (guint64) i + 1, record);
      yl_table_add_up (table, total, record);
      if (recipient->n_above > 0 && recipient->amount_fen == 0)
        yl_book_shut_row (book, table, "amount_fen", "amount_fen", NULL, recipient->title);
    }
  yl_table_map_rows (table);
}
