#include "shut-private.h"
#include "tabs-private.h"

#include <string.h>

/* 按科目汇总: the sources by account (功能分类科目) and fund, and what of the demand is paid from which
 * account, as far as the sources say it. */

typedef struct
{
  const char *purpose;
  const char *account;
  YlOwnCell name;
  gint64 fund_fen[YL_N_FUNDS];
  gint64 fiscal_fen;
  gint64 all_fen; /* of one purpose: what is counted for its demand */
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
/* What no source pays yet has no fund. */
#define FUND(key, title, of)                                                                       \
  {                                                                                                \
    .name = key "_fen", .head = title "\n（元）", .width = 16, .show = YL_CELL_FIGURE,             \
    .measure = YL_MEASURE_FEN, .member = AT (fund_fen[of]), .is_figure = TRUE,                     \
    .total = "sources_by_fund." key "_fen", .unknown = ""                                          \
  }
#define COLUMNS(...)                                                                               \
  {                                                                                                \
    YL_COLUMN_ORDINAL (6), YL_COLUMN_LABEL ("purpose", "用途", 12, AT (purpose)),                  \
        YL_COLUMN_LABEL ("account", "科目编码", 20, AT (account)),                                 \
        YL_COLUMN_CELL ("name", "科目名称", 26, AT (name)),                                        \
        FUND ("general", "一般公共预算", YL_FUND_GENERAL),                                         \
        FUND ("government", "政府性基金", YL_FUND_GOVERNMENT),                                     \
        { .name = "fiscal_fen",                                                                    \
          .head = "财政资金\n（元）",                                                              \
          .width = 16,                                                                             \
          .show = YL_CELL_FIGURE,                                                                  \
          .measure = YL_MEASURE_FEN,                                                               \
          .member = AT (fiscal_fen),                                                               \
          .formula = "ROUND({general_fen}+{government_fen},2)",                                    \
          .is_figure = TRUE,                                                                       \
          .total = "sources_fiscal_fen",                                                           \
          .unknown = "" },                                                                         \
        FUND ("social", "社会资金", YL_FUND_SOCIAL), __VA_ARGS__                                   \
  }

static const YlTableColumn account_columns[] = COLUMNS (YL_COLUMN_FIGURE ("total_fen",
                                                                          "全部资金\n（元）",
                                                                          NULL,
                                                                          16,
                                                                          YL_MEASURE_FEN,
                                                                          AT (all_fen),
                                                                          "ROUND({fiscal_fen}+"
                                                                          "{social_fen},2)",
                                                                          "sources_fen"));
static const YlTableColumn use_columns[] = COLUMNS (YL_COLUMN_FIGURE ("counted_fen",
                                                                      "列入本年预算数\n（元）",
                                                                      NULL,
                                                                      16,
                                                                      YL_MEASURE_FEN,
                                                                      AT (all_fen),
                                                                      NULL,
                                                                      "demand_fen"));

static const char *const fund_columns[] = { "general_fen", "government_fen", "social_fen" };
G_STATIC_ASSERT (G_N_ELEMENTS (fund_columns) == YL_N_FUNDS);

static const YlAccountLine *
get_line (const YlBook *book, guint index)
{
  return &g_array_index (book->figures->accounts, YlAccountLine, index);
}

static const YlAccountUse *
get_use (const YlBook *book, guint index)
{
  return &g_array_index (book->figures->account_uses, YlAccountUse, index);
}

/* The column of 资金来源 in all its rows. */
static const char *
get_sources (YlBook *book, const char *column)
{
  const YlTable *sources = yl_tables_find (book->tables, "sources");
  return yl_ranges_reach (book->texts, yl_table_get_selected (sources),
                          yl_table_find_column (sources, column));
}

/* Of its row; the same in all of them, as whoever looks for odd formulas expects. */
#define OWN_ACCOUNT "IF({$account}=\"" YL_ACCOUNT_UNWRITTEN "\",\"\",{$account})"

/* So many other spellings, of so many bytes together, are said in every row. */
#define MAX_SAID 16u
#define MAX_SAID_BYTES 1000u

/* Whether every row can say the spellings of all accounts, so that all have one formula, as whoever looks
 * for odd formulas expects: they are few, and no account has two rows. */
static gboolean
are_few (const YlBook *book)
{
  guint n = 0;
  gsize n_bytes = 0;
  for (guint i = 0; i < book->figures->accounts->len; i++)
    {
      const YlAccountLine *line = get_line (book, i);
      n += line->n_spellings;
      for (guint k = 0; k < line->n_spellings; k++)
        n_bytes += strlen (line->spellings[k]);
      if (line->n_spellings == YL_MAX_SPELLINGS)
        return FALSE;
    }
  return n <= MAX_SAID && n_bytes <= MAX_SAID_BYTES;
}

/* The spellings of @line, each a factor; in the rows of its account alone where all rows say them. */
static void
add_spellings (const YlAccountLine *line, const char *range, gboolean is_everywhere, GString *out)
{
  for (guint i = 0; i < line->n_spellings; i++)
    {
      g_string_append_printf (out, "+(%s&\"\"=\"%s\")", range, line->spellings[i]);
      if (is_everywhere)
        g_string_append_printf (out, "*({$account}&\"\"=\"%s\")", line->account);
    }
}

/* Which rows of 资金来源 have the account of @line, as a factor. SUMIFS would take a code, a text of
 * digits, for a number, and not every engine as the same; an account that somebody types into a cell is a
 * number, so that both sides are made texts. */
static char *
match_account (YlBook *book, const YlAccountLine *line)
{
  const char *range = get_sources (book, "account");
  GString *out = g_string_new ("(");
  g_string_append_printf (out, "(%s&\"\"=" OWN_ACCOUNT ")", range);
  if (are_few (book))
    for (guint i = 0; i < book->figures->accounts->len; i++)
      add_spellings (get_line (book, i), range, TRUE, out);
  else
    add_spellings (line, range, FALSE, out);
  g_string_append_c (out, ')');
  return g_string_free (out, FALSE);
}

/* What @column holds in the rows of 资金来源 that also have the purpose, a factor or "". */
static const char *
sum_matching (
    YlBook *book, const char *match, const char *purpose, const char *column, const char *is)
{
  return yl_book_print (book, "ROUND(SUMPRODUCT(%s%s*(%s=\"%s\"),%s),2)", match, purpose,
                        get_sources (book, column), is, get_sources (book, "amount_fen"));
}

/* The accounts of a budget, or of one purpose of it, whose rows begin at @first_row. */
typedef struct
{
  YlTable *table;
  guint32 first_row;
  const char *purpose;   /* (nullable): of all */
  const char *criterion; /* that as a factor; "" */
} Group;

/* What has no row of its own: all of the fund less the rows that have one. */
static const char *
sum_rest (YlBook *book, const Group *group, guint fund)
{
  const guint32 row = yl_sheet_get_row (yl_table_get_sheet (group->table)) + 1;
  const char *purpose =
      group->purpose == NULL ? "" : yl_book_print (book, ", purpose=\"%s\"", group->purpose);
  return yl_book_print (book,
                        "ROUND(sum(sources.amount_fen, fund=\"%s\"%s)-SUM({%s@%u}:{%s@%u}),2)",
                        yl_fund_get_name ((YlFund) fund), purpose, fund_columns[fund],
                        group->first_row, fund_columns[fund], row - 1);
}

static void
set_funds (YlBook *book, const Group *group, const YlAccountLine *line)
{
  g_autofree char *match = match_account (book, line);
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    yl_table_set_formula (group->table, fund_columns[fund],
                          line->is_rest ? sum_rest (book, group, fund)
                                        : sum_matching (book, match, group->criterion, "fund",
                                                        yl_fund_get_name ((YlFund) fund)));
}

static void
take_line (const YlAccountLine *line, Row *row)
{
  const gboolean is_written = line->account[0] != '\0';
  row->account = is_written      ? line->account
                 : line->is_rest ? YL_ACCOUNT_REST
                                 : YL_ACCOUNT_UNWRITTEN;
  row->name = yl_own_text (line->name);
}

static void
take_funds (const gint64 fund_fen[YL_N_FUNDS], Row *row)
{
  memcpy (row->fund_fen, fund_fen, sizeof row->fund_fen);
  row->fiscal_fen = fund_fen[YL_FUND_GENERAL] + fund_fen[YL_FUND_GOVERNMENT];
}

static void
make_account (gpointer user_data, gsize index, gpointer record)
{
  YlBook *book = user_data;
  YlTable *table = yl_tables_find (book->tables, "accounts");
  const Group all = { table, yl_table_get_part (table, 0)->first_row, NULL, "" };
  const YlAccountLine *line = get_line (book, (guint) index);
  Row *row = record;
  *row = (Row){ .purpose = "全部用途" };
  take_line (line, row);
  take_funds (line->fund_fen, row);
  row->all_fen = row->fiscal_fen + row->fund_fen[YL_FUND_SOCIAL];
  set_funds (book, &all, line);
}

static void
write_accounts (YlBook *book, YlTable *table)
{
  const guint n = book->figures->accounts->len;
  Row row;
  Row total = { 0 };
  yl_table_continue (table, yl_table_get_sheet (table), n);
  yl_table_write_rows (table, 0, n, make_account, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_total (book, table, "total_fen", "资金来源逐笔合计＝按科目合计",
                       "sum(sources.amount_fen)", total.all_fen);
}

/* Social money pays no daily standard. */
static const char *
count_daily (YlBook *book, const Group *group, const YlAccountLine *line)
{
  if (line->is_rest)
    return yl_book_print (book,
                          "ROUND(sum(sources.amount_fen, purpose=\"%s\", scope=\"公共财政资金\")"
                          "-SUM({counted_fen@%u}:{counted_fen@%u}),2)",
                          group->purpose, group->first_row,
                          yl_sheet_get_row (yl_table_get_sheet (group->table)));
  g_autofree char *match = match_account (book, line);
  return sum_matching (book, match, group->criterion, "scope", "公共财政资金");
}

static const char *
find_demand (YlBook *book, YlPurpose purpose)
{
  return purpose == YL_PURPOSE_DAILY ? YL_NAME_STANDARD : yl_book_sum_other (book, purpose);
}

/* What no source of the purpose pays. */
static const char *
count_open (YlBook *book, const Group *group, YlPurpose purpose)
{
  const guint32 last = yl_sheet_get_row (yl_table_get_sheet (group->table));
  const char *demand = find_demand (book, purpose);
  if (last < group->first_row)
    return demand;
  return yl_book_print (book, "ROUND(%s-SUM({counted_fen@%u}:{counted_fen@%u}),2)", demand,
                        group->first_row, last);
}

/* What is over, or open, or neither. */
static YlOwnCell
name_open (const YlTable *table, gint64 open_fen)
{
  static const char *const names[] = { "资金多于预算数", "资金已落实", "资金尚未落实" };
  YlOwnCell name = yl_own_result (
      yl_table_write_out (table, "IF({counted_fen}<0,\"%s\",IF({counted_fen}=0,\"%s\",\"%s\"))",
                          names[0], names[1], names[2]),
      names[open_fen < 0    ? 0
            : open_fen == 0 ? 1
                            : 2]);
  name.says = "本年预算数减各科目已列入数，大于零为资金尚未落实";
  return name;
}

static Row
make_open (YlBook *book, const Group *group, const YlAccountUse *use)
{
  yl_table_set_formula (group->table, "counted_fen", count_open (book, group, use->purpose));
  return (Row){
    .account = YL_ACCOUNT_OPEN,
    .name = name_open (group->table, use->counted_fen),
    .fund_fen = { YL_UNKNOWN, YL_UNKNOWN, YL_UNKNOWN },
    .fiscal_fen = YL_UNKNOWN,
    .all_fen = use->counted_fen,
  };
}

static Row
make_use (YlBook *book, const Group *group, const YlAccountUse *use)
{
  if (use->account == YL_LINE_NONE)
    return make_open (book, group, use);
  const YlAccountLine *line = get_line (book, use->account);
  Row row = { .all_fen = use->counted_fen };
  take_line (line, &row);
  take_funds (use->fund_fen, &row);
  set_funds (book, group, line);
  yl_table_set_formula (group->table, "counted_fen",
                        use->purpose == YL_PURPOSE_DAILY ? count_daily (book, group, line)
                                                         : "ROUND({fiscal_fen}+{social_fen},2)");
  return row;
}

static void
write_use (YlBook *book, Group *group, guint index, Row *total)
{
  const YlAccountUse *use = get_use (book, index);
  const char *purpose = yl_purpose_get_name (use->purpose);
  if (group->purpose != purpose)
    {
      group->purpose = purpose;
      group->first_row = yl_sheet_get_row (yl_table_get_sheet (group->table)) + 1;
      group->criterion = yl_book_print (book, "*(%s={$purpose})", get_sources (book, "purpose"));
    }
  Row row = make_use (book, group, use);
  row.purpose = purpose;
  yl_table_write_row (group->table, index + 1, &row);
  yl_table_add_up (group->table, total, &row);
  if (use->account == YL_LINE_NONE && use->counted_fen == 0)
    yl_book_shut_row (book, group->table, "counted_fen", "counted_fen", row.name.text, purpose);
}

static void
write_uses (YlBook *book, YlSheet *sheet)
{
  YlTable *table =
      yl_tables_add (book->tables, "account_uses", use_columns, G_N_ELEMENTS (use_columns));
  const guint n = book->figures->account_uses->len;
  yl_table_continue_below (table, sheet, "按用途和科目，与本年预算数对照", 38, n);
  Group group = { .table = table };
  Row total = { 0 };
  for (guint i = 0; i < n; i++)
    write_use (book, &group, i, &total);
  yl_table_map_rows (table);
  const guint32 row = yl_table_write_total (table, 0, &total);
  yl_book_check_total (book, table, "counted_fen", "预算合计＝按用途和科目列入数合计",
                       YL_NAME_TOTAL, total.all_fen);
  yl_book_note_check (
      book, &(YlCheck){ .title = "资金来源逐笔合计＝按用途和科目的资金合计",
                        .left = "sum(sources.amount_fen)",
                        .right = yl_table_write_out (table, "ROUND(%s+%s,2)",
                                                     yl_table_get_cell (table, "fiscal_fen", row),
                                                     yl_table_get_cell (table, "social_fen", row)),
                        .units = total.fiscal_fen + total.fund_fen[YL_FUND_SOCIAL],
                        .measure = YL_MEASURE_FEN });
}

static void
fill (YlBook *book, YlTable *table)
{
  write_accounts (book, table);
  write_uses (book, yl_table_get_sheet (table));
}

/* Where nothing is asked and nothing given there is nothing to say. */
static gboolean
is_wanted (const YlBook *book)
{
  return book->edition >= 7 && book->figures->account_uses->len > 0;
}

const YlBookTab yl_tab_accounts = {
  .form = { .name = YL_SHEET_ACCOUNTS,
            .title = "农村公路管护资金按科目汇总表",
            .unit_note = "单位：元",
            .in_wan = TRUE },
  .table = "accounts",
  .columns = account_columns,
  .n_columns = G_N_ELEMENTS (account_columns),
  .is_wanted = is_wanted,
  .fill = fill,
  .since = 7,
  .note =
      "说明：科目为支出功能分类科目，编码后带“（款）”的名称是所属款的名称，名称空白的科目不在程序的"
      "科目表中。社会资金不列入财政资金，也不抵日常养护。" YL_ACCOUNT_OPEN
      "是没有资金来源、因而不能确定列支科目的部分，负数为资金多于预算数。",
};
