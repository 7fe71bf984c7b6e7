#include "shut-private.h"
#include "tabs-private.h"

/* 资金承担: which level pays how much of what (S2, S16). */

typedef struct
{
  const char *purpose;
  const char *payer;
  YlOwnCell base;
  YlOwnCell share; /* — where nothing is divided by shares */
  YlOwnCell whole;
  YlOwnCell rest;
  YlOwnCell amount;
  const char *method;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

/* Of the largest remainder. */
#define STEP(called, title, wide, of)                                                              \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_OWN, .member = of,               \
    .is_step = TRUE                                                                                \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_LABEL ("purpose", "用途", 10, AT (purpose)),
  YL_COLUMN_LABEL ("payer", "承担主体", 10, AT (payer)),
  YL_COLUMN_OWN ("base_fen", "测算基数\n（元）", 14, YL_MEASURE_FEN, AT (base), NULL),
  YL_COLUMN_CELL ("share_ppm", "分担比例", 10, AT (share)),
  STEP ("whole_fen", "取整\n（分）", 14, AT (whole)),
  STEP ("rest", "余数\n（百万分之一分）", 11, AT (rest)),
  YL_COLUMN_OWN ("amount_fen", "承担金额\n（元）", 14, YL_MEASURE_FEN, AT (amount), "payers_fen"),
  YL_COLUMN_TEXT ("method", "测算方法", 48, AT (method)),
};

/* Below it, what each level pays in all. */
typedef struct
{
  const char *purpose;
  const char *payer;
  gint64 all_fen;
} Bearer;

#define OF(of) G_STRUCT_OFFSET (Bearer, of)

static const YlTableColumn bearer_columns[] = {
  YL_COLUMN_ORDINAL (0),
  YL_COLUMN_LABEL ("purpose", "", 0, OF (purpose)),
  YL_COLUMN_LABEL ("payer", "", 0, OF (payer)),
  YL_COLUMN_FIGURE ("all_fen",
                    "",
                    NULL,
                    0,
                    YL_MEASURE_FEN,
                    OF (all_fen),
                    "sum(payers.amount_fen, payer={$payer})",
                    NULL),
};

static const YlPayer bearers[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
G_STATIC_ASSERT (G_N_ELEMENTS (bearers) == YL_N_BEARERS);

#define ALL (-1)

static gint64
paid_fen (const YlBook *book, gint payer, gint purpose)
{
  const GArray *lines = book->figures->payers;
  gint64 sum_fen = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlPayerLine *line = &g_array_index (lines, YlPayerLine, i);
      if ((payer == ALL || (gint) line->payer == payer)
          && (purpose == ALL || (gint) line->purpose == purpose))
        sum_fen += line->amount_fen;
    }
  return sum_fen;
}

/* One line of the table as it is going to stand. */
typedef struct
{
  YlTable *table;
  YlPurpose purpose;
  guint bearer;      /* index in bearers */
  guint32 first_row; /* of its purpose */
  const char *base;  /* formula */
  gint64 base_fen;
} Line;

/* How it is found what each bearer pays: of the daily money, and of all other. */
enum
{
  BY_GRANTS = YL_PAYERS_BY_GRANTS,
  BY_SHARE = YL_PAYERS_BY_SHARE,
  BY_STACK = YL_PAYERS_BY_STACK,
  BY_SHARE_OF_REST, /* what is left when levels without a share have given their grants */
  BEFORE_SHARES,    /* such a level */
  OF_OTHER,
  N_METHODS,
};

static const char by_share[] = "日常养护标准总额×分担比例，最大余数法分配到分";
static const char by_share_of_rest[] =
    "（标准总额－没有分担比例的上级补助）×分担比例，最大余数法分配到分";
static const char before_shares[] = "没有分担比例，按日常养护补助承担，先从标准总额中减去";
static const char by_kilometre[] = "计费里程×每公里承担标准，逐路段计算（见里程明细）";

static const char *const methods[][YL_N_BEARERS] = {
  [BY_GRANTS] = { "中央、省级日常养护补助（见资金来源）", "市级日常养护补助（见资金来源）",
                  "补足上级补助后的资金缺口，不小于零" },
  [BY_SHARE] = { by_share, by_share, by_share },
  [BY_STACK] = { by_kilometre, by_kilometre, "日常养护标准总额减省、市承担（含全部桥梁养护）" },
  [BY_SHARE_OF_REST] = { by_share_of_rest, by_share_of_rest, by_share_of_rest },
  [BEFORE_SHARES] = { before_shares, before_shares, by_share_of_rest },
  [OF_OTHER] = { "中央、省级同用途补助，以预算数为限", "市级同用途补助，以未足部分为限",
                 "预算数减上级同用途补助" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (methods) == N_METHODS);

static const YlPolicyValue *
find_share (const YlBook *book, guint bearer)
{
  return yl_policy_find (book->policy, YL_GROUP_PAYER_SHARE, book->budget->place, bearers[bearer]);
}

static gboolean
is_shared_after (const YlBook *book)
{
  return book->figures->payers_method == YL_PAYERS_BY_SHARE
         && yl_policy_get_share_base (book->policy, book->budget->place) == YL_SHARE_AFTER_SUPERIOR;
}

/* A level whose grants go off before others share. */
static gboolean
is_before_shares (const YlBook *book, guint bearer)
{
  const YlPolicyValue *share = find_share (book, bearer);
  return is_shared_after (book) && bearers[bearer] != YL_PAYER_COUNTY
         && (share == NULL || share->value == 0);
}

static guint
method_of (const YlBook *book, YlPurpose purpose, guint bearer)
{
  if (purpose != YL_PURPOSE_DAILY)
    return OF_OTHER;
  if (!is_shared_after (book))
    return (guint) book->figures->payers_method;
  return is_before_shares (book, bearer) ? BEFORE_SHARES : BY_SHARE_OF_REST;
}

static gboolean
is_by_share (guint method)
{
  return method == BY_SHARE || method == BY_SHARE_OF_REST || method == BEFORE_SHARES;
}

static void
map_shares (const YlTable *table, const char *key)
{
  static const struct
  {
    const char *name;
    YlMeasure measure;
  } shares[] = {
    { "share_ppm", YL_MEASURE_PPM },
    { "whole_fen", YL_MEASURE_COUNT },
    { "rest", YL_MEASURE_COUNT },
  };
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *figure = g_strdup_printf ("%s.%s", key, shares[i].name);
      yl_sheet_map_cell (yl_table_get_sheet (table), yl_table_find_column (table, shares[i].name),
                         shares[i].measure, figure);
    }
}

static void
take_shares (YlBook *book, const Line *line, Row *row)
{
  const YlPolicyValue *share = find_share (book, line->bearer);
  const gint64 share_ppm = share == NULL ? 0 : share->value;
  const __int128 product = (__int128) line->base_fen * share_ppm;
  row->share = yl_own_figure (YL_MEASURE_PPM, yl_book_value_cell (book, share), share_ppm, NULL);
  row->whole = yl_own_figure (YL_MEASURE_COUNT, NULL, (gint64) (product / YL_SHARE_WHOLE), NULL);
  row->rest = yl_own_figure (YL_MEASURE_COUNT, NULL, (gint64) (product % YL_SHARE_WHOLE), NULL);
}

static const char *
grants_above_county (YlBook *book, YlPurpose purpose, guint bearer)
{
  if (bearers[bearer] != YL_PAYER_PROVINCE)
    return yl_book_sum_public (book, purpose, bearers[bearer]);
  return yl_ranges_keep (book->texts,
                         g_strdup_printf ("ROUND(%s+%s,2)",
                                          yl_book_sum_public (book, purpose, YL_PAYER_CENTRAL),
                                          yl_book_sum_public (book, purpose, YL_PAYER_PROVINCE)));
}

static const char *
find_shared (YlBook *book, const Line *line)
{
  const guint32 first = line->first_row;
  const guint32 last = first + YL_N_BEARERS - 1;
  g_autofree char *wholes = g_strdup_printf ("{$whole_fen$%u}:{$whole_fen$%u}", first, last);
  g_autofree char *rests = g_strdup_printf ("{$rest$%u}:{$rest$%u}", first, last);
  g_autofree char *so_far = g_strdup_printf ("{$rest$%u}:{rest}", first);
  g_autofree char *amount =
      yl_formula_split_amount ("{base_fen}", "{whole_fen}", wholes, "{rest}", rests, so_far);
  return yl_tables_write_out (book->tables, line->table, amount);
}

/* What the province and the city leave to the county. */
static const char *
find_rest (const Line *line)
{
  return yl_table_write_out (line->table, "ROUND({base_fen}-{amount_fen@%u}-{amount_fen@%u},2)",
                             line->first_row, line->first_row + 1);
}

static const char *
find_granted (YlBook *book, const Line *line)
{
  const char *grants = grants_above_county (book, line->purpose, line->bearer);
  if (bearers[line->bearer] == YL_PAYER_PROVINCE)
    return yl_table_write_out (line->table, "MAX(0,MIN(%s,{base_fen}))", grants);
  return yl_table_write_out (line->table, "MAX(0,MIN(%s,ROUND({base_fen}-{amount_fen@%u},2)))",
                             grants, line->first_row);
}

static const char *
find_amount (YlBook *book, const Line *line)
{
  const YlPayer payer = bearers[line->bearer];
  const gboolean is_county = payer == YL_PAYER_COUNTY;
  switch (method_of (book, line->purpose, line->bearer))
    {
    case BEFORE_SHARES:
      return grants_above_county (book, YL_PURPOSE_DAILY, line->bearer);
    case BY_SHARE_OF_REST:
    case BY_SHARE:
      return find_shared (book, line);
    case BY_STACK:
      if (is_county)
        return find_rest (line);
      return yl_book_formula (book, payer == YL_PAYER_PROVINCE ? "sum(roads.province_fen)"
                                                               : "sum(roads.city_fen)");
    case BY_GRANTS:
      return is_county ? YL_NAME_GAP : grants_above_county (book, YL_PURPOSE_DAILY, line->bearer);
    case OF_OTHER:
    default:
      return is_county ? find_rest (line) : find_granted (book, line);
    }
}

static void
write_line (YlBook *book, const Line *line)
{
  const YlPart *part = yl_table_get_part (line->table, 0);
  const YlPayer payer = bearers[line->bearer];
  const guint method = method_of (book, line->purpose, line->bearer);
  const YlOwnCell none = yl_own_label ("—");
  Row row = { .purpose = yl_purpose_get_name (line->purpose),
              .payer = yl_payer_get_name (payer),
              .base = yl_own_figure (YL_MEASURE_FEN, line->base, line->base_fen, NULL),
              .share = none,
              .whole = none,
              .rest = none,
              .amount = yl_own_figure (YL_MEASURE_FEN, find_amount (book, line),
                                       paid_fen (book, (gint) payer, (gint) line->purpose), NULL),
              .method = methods[method][line->bearer] };
  const char *key = yl_book_print (book, "payers.%s.%s", yl_payer_get_key (payer),
                                   yl_purpose_get_key (line->purpose));
  if (is_by_share (method))
    take_shares (book, line, &row);
  yl_table_write_row (line->table, yl_sheet_get_row (part->sheet) + 2 - part->first_row, &row);
  yl_table_map_row (line->table, key);
  if (is_by_share (method))
    map_shares (line->table, key);
  if (line->purpose != YL_PURPOSE_DAILY && row.amount.units == 0)
    yl_book_shut_row (book, line->table, "amount_fen", "amount_fen", row.purpose, row.payer);
}

/* The grants of levels without a share, which go off before others share: "0+…+…" */
static const char *
sum_before_shares (YlBook *book)
{
  g_autoptr (GString) sum = g_string_new ("0");
  for (guint bearer = 0; bearer < YL_N_BEARERS; bearer++)
    if (is_before_shares (book, bearer))
      g_string_append_printf (sum, "+%s", grants_above_county (book, YL_PURPOSE_DAILY, bearer));
  return yl_book_print (book, "%s", sum->str);
}

static const char *
find_base (YlBook *book, YlPurpose purpose)
{
  if (purpose != YL_PURPOSE_DAILY)
    return yl_book_sum_other (book, purpose);
  if (!is_shared_after (book))
    return YL_NAME_STANDARD;
  return yl_book_print (book, "MAX(0,ROUND(" YL_NAME_STANDARD "-(%s),2))",
                        sum_before_shares (book));
}

static void
write_purpose (YlBook *book, YlTable *table, YlPurpose purpose, gint64 base_fen)
{
  Line line = {
    .table = table,
    .purpose = purpose,
    .first_row = yl_sheet_get_row (yl_table_get_sheet (table)) + 1,
    .base = find_base (book, purpose),
    .base_fen = base_fen,
  };
  for (line.bearer = 0; line.bearer < YL_N_BEARERS; line.bearer++)
    write_line (book, &line);
}

/* What is paid is what is asked, and what the levels above granted beyond it. */
static void
note_check (YlBook *book)
{
  const YlDaily *daily = &book->figures->daily;
  const gboolean is_by_grants = book->figures->payers_method == YL_PAYERS_BY_GRANTS;
  const gboolean is_after = is_shared_after (book);
  const gint64 given_fen = is_by_grants ? daily->superior_grants_fen
                           : is_after   ? daily->unshared_fen
                                        : 0;
  const char *given =
      is_by_grants ? YL_NAME_SUPERIOR : yl_book_print (book, "(%s)", sum_before_shares (book));
  const YlCheck daily_check = {
    .title = is_by_grants || is_after ? "日常养护各级承担合计＝标准总额＋上级补助超出部分"
                                      : "日常养护各级承担合计＝标准总额",
    .left = "sum(payers.amount_fen, purpose=\"日常养护\")",
    .right = is_by_grants || is_after ? yl_book_print (
                 book, "ROUND(" YL_NAME_STANDARD "+MAX(0,%s-" YL_NAME_STANDARD "),2)", given)
                                      : YL_NAME_STANDARD,
    .units = MAX (daily->standard_fen, given_fen),
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &daily_check);
}

static void
write_summary (YlBook *book, YlSheet *sheet)
{
  YlTable *table =
      yl_tables_add (book->tables, "bearers", bearer_columns, G_N_ELEMENTS (bearer_columns));
  yl_table_continue_below (table, sheet, "按承担主体汇总", 0, YL_N_BEARERS);
  for (guint i = 0; i < YL_N_BEARERS; i++)
    {
      const gint64 all_fen = paid_fen (book, (gint) bearers[i], ALL);
      const Bearer row = { "全部用途", yl_payer_get_name (bearers[i]), all_fen };
      const guint32 at = yl_table_write_row (table, i + 1, &row);
      yl_table_map_row (table, yl_book_print (book, "payers.%s", yl_payer_get_key (bearers[i])));
      book->bearers[i] =
          (YlBearer){ bearers[i], all_fen, yl_table_get_cell (table, "all_fen", at) };
    }
  yl_book_note_check (book, &(YlCheck){ .title = "逐项承担合计＝按承担主体汇总",
                                        .left = "sum(payers.amount_fen)",
                                        .right = "sum(bearers.all_fen)",
                                        .units = paid_fen (book, ALL, ALL),
                                        .measure = YL_MEASURE_FEN });
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  guint n_purposes = 1;
  for (guint purpose = YL_PURPOSE_DAILY + 1; purpose < YL_N_PURPOSES; purpose++)
    n_purposes += book->sums.demand_fen[purpose] != 0 ? 1 : 0;
  yl_table_continue (table, sheet, (gsize) n_purposes * YL_N_BEARERS);
  g_autofree char *whole = yl_formula_split_whole ("{base_fen}", "{share_ppm}");
  g_autofree char *rest = yl_formula_split_rest ("{base_fen}", "{share_ppm}");
  yl_table_set_formula (table, "whole_fen", whole);
  yl_table_set_formula (table, "rest", rest);
  const YlDaily *daily = &book->figures->daily;
  const gboolean is_shared = book->figures->payers_method == YL_PAYERS_BY_SHARE;
  write_purpose (book, table, YL_PURPOSE_DAILY,
                 is_shared ? daily->shared_fen : daily->standard_fen);
  for (guint purpose = YL_PURPOSE_DAILY + 1; purpose < YL_N_PURPOSES; purpose++)
    if (book->sums.demand_fen[purpose] != 0)
      write_purpose (book, table, purpose, book->sums.demand_fen[purpose]);
  yl_table_write_total (table, 0, &(Row){ .amount.units = paid_fen (book, ALL, ALL) });
  note_check (book);
  write_summary (book, sheet);
}

static gboolean
is_nothing (const YlBook *book, const char *column)
{
  return g_str_equal (column, "share_ppm") && book->figures->payers_method != YL_PAYERS_BY_SHARE;
}

/* Before the seventh edition. */
static const double older_widths[] = { 7, 14, 12, 18, 11, 16, 16, 18, 52 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_payers = {
  .form = { .name = YL_SHEET_PAYERS,
            .title = "农村公路管护资金承担测算表",
            .unit_note = "单位：元",
            .in_wan = TRUE },
  .table = "payers",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .is_nothing = is_nothing,
  .fill = fill,
  .note = "说明：“省”含中央资金。各级比例按政策规定执行；政策未规定比例的，上级按已下达补助"
          "承担，县级补足缺口。",
};
