#include "tabs-private.h"

/* 封面: what is signed and sealed. */

enum
{
  MARGIN,
  LABEL,
  VALUE,
  SECOND_LABEL,
  SECOND_VALUE,
  END,
  N_COLUMNS,
};

static const YlTableColumn columns[] = {
  [MARGIN] = { .width = 2 },        [LABEL] = { .width = 15 },        [VALUE] = { .width = 18 },
  [SECOND_LABEL] = { .width = 15 }, [SECOND_VALUE] = { .width = 18 }, [END] = { .width = 2 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

/* Heights of what stands between, in points; together with the rest they fill one page. */
#define ABOVE_TITLE 70
#define BELOW_TITLE 44
#define LINE 26
#define BETWEEN 10
#define BEFORE_NAMES 44
#define SEAL 60

/* A row of the cover: as high as its text needs, and @gap below the one before. */
static void
begin_row (YlSheet *sheet, double gap, double height)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, gap);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, height);
}

static void
put_text (YlSheet *sheet, guint first, guint last, YlLook look, const char *text)
{
  YlOwnCell cell = yl_own_text (text);
  cell.look = look;
  yl_sheet_put (sheet, first, last, cell);
}

/* What the pen writes where nobody has told it. */
static void
put_open (YlSheet *sheet, guint first, guint last, YlLook look, const char *text)
{
  YlOwnCell cell = yl_own_text (text);
  cell.look = look;
  cell.is_open = TRUE;
  yl_sheet_put (sheet, first, last, cell);
}

/* Whether it is a draft: while errors of the data stand. What a code says of the money, such as a gap
 * that is not booked yet, makes none. */
static YlOwnCell
make_state (YlBook *book)
{
  const guint n = yl_findings_table_count (&book->findings, YL_DATA_ERRORS);
  YlOwnCell state =
      yl_own_result ("IF(" YL_NAME_DATA_ERRORS
                     "=0,\"\",\"（草稿：问题清单中尚有 \"&" YL_NAME_DATA_ERRORS "&\" 项差错）\")",
                     n == 0 ? "" : yl_book_print (book, "（草稿：问题清单中尚有 %u 项差错）", n));
  state.look = YL_LOOK_COVER_CENTRE;
  state.says = "数据差错（A、C、E 类错误）还没有改完的预算是草稿；改完了这里空白";
  return state;
}

static void
write_title (YlBook *book, YlSheet *sheet)
{
  g_autofree char *whose = yl_book_make_title (book, "");
  begin_row (sheet, ABOVE_TITLE, 0);
  put_text (sheet, MARGIN, END, YL_LOOK_COVER_TITLE, whose);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  put_text (sheet, MARGIN, END, YL_LOOK_COVER_TITLE, "农村公路养护预算");
  begin_row (sheet, BETWEEN, 24);
  yl_sheet_put (sheet, MARGIN, END, make_state (book));
}

static void
write_particular (YlSheet *sheet, double gap, const char *label, double height, YlOwnCell value)
{
  begin_row (sheet, gap, height);
  put_text (sheet, LABEL, LABEL, YL_LOOK_COVER_LABEL, label);
  yl_sheet_put (sheet, VALUE, SECOND_VALUE, value);
}

static YlOwnCell
make_line (const char *text)
{
  YlOwnCell line = yl_own_text (text);
  line.look = YL_LOOK_COVER_TEXT;
  return line;
}

static void
write_particulars (YlBook *book, YlSheet *sheet)
{
  const YlUnit *unit = &book->entry->unit;
  const YlPolicyHead *head = yl_policy_get_head (book->policy);
  const gint64 fen = book->figures->demand_fen;
  g_autofree char *year = g_strdup_printf ("%u年", book->figures->year);
  g_autofree char *policy = g_strdup_printf ("《%s》（%s）%s", head->title, head->document,
                                             head->verified ? "" : "（待核）");
  g_autofree char *words = yl_money_to_capital ((YlMoney){ fen });
  YlOwnCell total = yl_own_figure (YL_MEASURE_FEN, YL_NAME_TOTAL, fen, "demand_fen");
  total.look = YL_LOOK_COVER_YUAN;
  YlOwnCell capital = yl_own_result (YL_NAME_CAPITAL, words);
  capital.look = YL_LOOK_COVER_TEXT;
  capital.says = YL_SAYS_CAPITAL;
  write_particular (sheet, BELOW_TITLE, "编制单位：", 0,
                    make_line (unit->entity[0] != '\0' ? unit->entity : book->name));
  write_particular (sheet, BETWEEN, "预算年度：", 0, make_line (year));
  write_particular (sheet, BETWEEN, "编制依据：", 0, make_line (policy));
  write_particular (sheet, BETWEEN, "预算合计：", LINE, total);
  write_particular (sheet, BETWEEN, "大　　写：", 0, capital);
}

static void
write_name (YlSheet *sheet, guint label, const char *title, const char *name)
{
  put_text (sheet, label, label, YL_LOOK_COVER_LABEL, title);
  put_open (sheet, label + 1, label + 1, YL_LOOK_COVER_TEXT, name);
}

static void
write_names (YlBook *book, YlSheet *sheet)
{
  const YlUnit *unit = &book->entry->unit;
  begin_row (sheet, BEFORE_NAMES, LINE);
  write_name (sheet, LABEL, "单位负责人：", unit->head);
  write_name (sheet, SECOND_LABEL, "财务负责人：", "");
  begin_row (sheet, BETWEEN, LINE);
  write_name (sheet, LABEL, "审核：", unit->reviewed_by);
  write_name (sheet, SECOND_LABEL, "制表：", unit->prepared_by);
  begin_row (sheet, BEFORE_NAMES, LINE);
  put_text (sheet, SECOND_LABEL, SECOND_VALUE, YL_LOOK_COVER_CENTRE, "编制单位（公章）");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  put_open (sheet, SECOND_LABEL, SECOND_VALUE, YL_LOOK_COVER_CENTRE,
            book->day[0] == '\0' ? "年　　月　　日" : book->day);
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  write_title (book, sheet);
  write_particulars (book, sheet);
  write_names (book, sheet);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, SEAL);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_text (sheet, LABEL, YL_LABEL_FINGERPRINT);
  yl_sheet_span (sheet, VALUE, SECOND_VALUE, book->request->fingerprint);
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_ONE_PAGE });
}

const YlBookTab yl_tab_cover = {
  .form = { .name = YL_SHEET_COVER,
            .title = "农村公路养护预算",
            .is_portrait = TRUE,
            .is_free = TRUE },
  .table = "cover",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .role = YL_TAB_BEFORE,
  .since = 7,
  .older = &yl_tab_older_cover,
};
