#include "yanglu/forms/findings-table.h"

#include "yanglu/forms/cells.h"
#include "yanglu/forms/paper.h"

#include "yanglu/forms/names.h"

typedef struct
{
  const char *code;
  const char *severity;
  const char *title;
  const char *file;
  const char *sheet;
  gint64 row;
  const char *column;
  const char *cell;
  const char *seen; /* a formula on a line of its own, as what is expected has it */
  const char *expected;
  const char *message;
  YlOwnCell stake;
  YlOwnCell stakes[YL_N_STAKES]; /* the same in the place of its kind */
  const char *gainer;
  const char *basis;
  const char *repair;
  gint64 form;
  const char *index;
  YlOwnCell place;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

#define TEXT(of, title, wide) YL_COLUMN_TEXT (#of, title, wide, AT (of))
#define NUMBER(of, title, wide)                                                                    \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_CODE, .measure = YL_MEASURE_NUMBER, \
    .member = AT (of)                                                                              \
  }

#define STAKE(called, title, of)                                                                   \
  YL_COLUMN_OWN (called, title "\n（元）", 15, YL_MEASURE_FEN, AT (stakes[of]), NULL)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_LABEL ("code", "编号", 7, AT (code)),
  YL_COLUMN_LABEL ("severity", "级别", 7, AT (severity)),
  TEXT (title, "问题", 22),
  TEXT (file, "文件", 18),
  TEXT (sheet, "工作表", 12),
  NUMBER (row, "行", 8),
  TEXT (column, "列", 12),
  TEXT (cell, "单元格", 10),
  TEXT (seen, "现值", 16),
  TEXT (expected, "应为", 16),
  TEXT (message, "说明", 56),
  YL_COLUMN_OWN ("at_stake_fen", "涉及金额\n（元）", 15, YL_MEASURE_FEN, AT (stake), NULL),
  STAKE ("more_fen", "多计", YL_STAKE_MORE),
  STAKE ("less_fen", "少计", YL_STAKE_LESS),
  STAKE ("late_fen", "逾期未拨", YL_STAKE_LATE),
  STAKE ("other_fen", "其他涉及", YL_STAKE_OTHER),
  TEXT (gainer, "受益方", 14),
  TEXT (basis, "依据", 26),
  TEXT (repair, "确定的\n更正", 14),
  NUMBER (form, "取证单", 8),
  TEXT (index, "索引号", 10),
  YL_COLUMN_CELL ("place", "位置", 24, AT (place)),
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == YL_N_FINDING_COLUMNS);

const char *const yl_findings_listed[] = {
  "ordinal",  "code",     "severity", "title",     "file",     "sheet",
  "row",      "column",   "cell",     "seen",      "expected", "message",
  "more_fen", "less_fen", "late_fen", "other_fen", "basis",
};

static const char *const stake_columns[] = {
  [YL_STAKE_BY_SIGN] = "at_stake_fen", [YL_STAKE_MORE] = "more_fen",   [YL_STAKE_LESS] = "less_fen",
  [YL_STAKE_LATE] = "late_fen",        [YL_STAKE_OTHER] = "other_fen",
};
G_STATIC_ASSERT (G_N_ELEMENTS (stake_columns) == YL_N_STAKES);

const char *
yl_findings_table_get_stake_column (YlStake stake)
{
  return stake_columns[stake];
}

/* What a column of amounts holds; %YL_N_STAKES: it is none. */
static guint
find_stake (const char *column)
{
  guint stake = 0;
  while (stake < YL_N_STAKES && !g_str_equal (stake_columns[stake], column))
    stake++;
  return stake;
}

static const char *const names[] = { YL_NAME_ERRORS, YL_NAME_WARNINGS, YL_NAME_INFOS };
G_STATIC_ASSERT (G_N_ELEMENTS (names) == YL_N_SEVERITIES);

/* Of two lines, as those of its amounts are, in the midst of a sheet. */
#define HEAD_HEIGHT 38

/* 序号, 编号 and 级别 stand on both of two pages. */
#define N_FROZEN 3

static void
choose_columns (YlFindingsTable *list)
{
  for (guint i = 0; i < list->n_names; i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      if (g_str_equal (list->names[i], columns[j].name))
        list->columns[i] = columns[j];
}

/* Texts are not narrower than this. */
#define LEAST_TEXT 10.0

/* Where all of them stand on one page of A3, which has not the room, texts take more lines. */
static void
narrow_texts (YlFindingsTable *list)
{
  double over = -yl_paper_get_room (TRUE, FALSE);
  double spare = 0;
  for (guint i = 0; i < list->n_names; i++)
    {
      const YlTableColumn *column = &list->columns[i];
      over += yl_paper_get_column (column->width);
      spare += column->show == YL_CELL_TEXT ? MAX (column->width - LEAST_TEXT, 0) : 0;
    }
  for (guint i = 0; over > 0 && i < list->n_names; i++)
    {
      YlTableColumn *column = &list->columns[i];
      if (column->show == YL_CELL_TEXT && column->width > LEAST_TEXT)
        column->width -= (column->width - LEAST_TEXT) * MIN (over / spare, 1.0);
    }
}

static guint
count_parts (const YlFindingsTable *list)
{
  const gsize n = yl_findings_get_n (list->findings);
  return (guint) MAX ((n + list->n_per_sheet - 1) / list->n_per_sheet, 1);
}

static void
open_part (YlFindingsTable *list, guint part, gsize n_rows)
{
  g_autofree char *name = part == 0 ? g_strdup (YL_SHEET_FINDINGS)
                                    : g_strdup_printf (YL_SHEET_FINDINGS "(%u)", part + 1);
  g_autofree char *title = g_strconcat (list->title, part == 0 ? "" : "（续）", NULL);
  const YlSheetForm sheet_form = {
    .name = name,
    .title = title,
    .unit_note = "单位：元",
    .index = list->index,
    .n_frozen = list->folds ? N_FROZEN : 0,
    .is_a3 = TRUE,
    .has_filter = TRUE,
    .folds = list->folds,
    .has_title_apart = list->has_title_apart,
    .is_older = list->is_older,
  };
  yl_table_open (list->table, list->form, &sheet_form, n_rows);
}

static void
open_below (YlFindingsTable *list, gsize n_rows)
{
  const YlSheetForm sheet_form = {
    .name = list->sheet, .title = list->title, .is_a3 = TRUE, .is_plain = TRUE
  };
  YlSheet *sheet = yl_table_open_heads (list->table, list->form, &sheet_form);
  list->introduce (list->data, sheet);
  yl_table_continue_below (list->table, sheet, "逐项问题", HEAD_HEIGHT, n_rows);
}

void
yl_findings_table_open (YlFindingsTable *list)
{
  const gsize n = yl_findings_get_n (list->findings);
  choose_columns (list);
  if (list->introduce != NULL)
    narrow_texts (list);
  list->table = yl_tables_add (list->tables, "findings", list->columns, list->n_names);
  if (list->introduce != NULL)
    {
      open_below (list, n);
      return;
    }
  for (guint i = 0; i < count_parts (list); i++)
    open_part (list, i, MIN (n - i * list->n_per_sheet, list->n_per_sheet));
}

const char *
yl_findings_table_get_stake (const YlFindingsTable *list, gsize index)
{
  const YlPart *part = yl_table_get_part (list->table, (guint) (index / list->n_per_sheet));
  const YlStake stake = yl_finding_get_stake (yl_findings_get (list->findings, index));
  return yl_ranges_cell (yl_tables_get_texts (list->tables), part->sheet,
                         yl_table_find_column (list->table, stake_columns[stake]),
                         part->first_row + (guint32) (index % list->n_per_sheet));
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

/* Where the column has no place of its own, it is told in that of the cell. */
static gboolean
shows_column (const YlFindingsTable *list)
{
  for (guint i = 0; i < list->n_names; i++)
    if (g_str_equal (list->names[i], "column"))
      return TRUE;
  return FALSE;
}

/* An amount in the place of its kind, without its sign. */
static void
put_stake (Row *row, const YlFinding *finding)
{
  YlStakes stakes = { 0 };
  const YlStake stake = yl_finding_get_stake (finding);
  yl_stakes_add (&stakes, finding);
  for (guint i = 0; i < YL_N_STAKES; i++)
    row->stakes[i] = (YlOwnCell){ .kind = YL_CELL_BLANK };
  row->stakes[stake] = finding->is_priced ? yl_own_number (YL_MEASURE_FEN, stakes.fen[stake])
                                          : yl_own_label ("未知");
}

/* Links lead into the workbook that the list stands in. */
static YlOwnCell
make_place (const YlFindingsTable *list, gsize index)
{
  static const YlCellMark marks[] = {
    [YL_SEVERITY_ERROR] = { .severity = YL_SEVERITY_ERROR },
    [YL_SEVERITY_WARNING] = { .severity = YL_SEVERITY_WARNING },
    [YL_SEVERITY_INFO] = { .severity = YL_SEVERITY_INFO },
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (marks) == YL_N_SEVERITIES);
  if (list->places == NULL)
    return (YlOwnCell){ .kind = YL_CELL_BLANK };
  YlOwnCell place = yl_own_text (list->places[index]);
  place.link = list->links[index];
  place.mark = &marks[yl_findings_get (list->findings, index)->severity];
  return place;
}

static Row
make_row (const YlFindingsTable *list, gsize index)
{
  const YlFinding *finding = yl_findings_get (list->findings, index);
  const gboolean has_cell = finding->cell != NULL && finding->cell[0] != '\0';
  Row row = {
    .code = yl_code_get_name (finding->code),
    .severity = yl_severity_get_name (finding->severity),
    .title = or_empty (list->is_older ? yl_code_get_title (finding->code)
                                      : yl_code_get_kind (finding->code)),
    .file = or_empty (finding->file),
    .sheet = or_empty (finding->sheet),
    .row = finding->row,
    .column = or_empty (finding->column),
    .cell = or_empty (has_cell || shows_column (list) ? finding->cell : finding->column),
    .message = or_empty (finding->message),
    .stake = finding->is_priced ? yl_own_number (YL_MEASURE_FEN, finding->at_stake.fen)
                                : yl_own_label ("未知"),
    .gainer = or_empty (list->gainers != NULL ? list->gainers[index] : finding->gainer),
    .basis =
        or_empty (list->is_paper ? yl_finding_find_law (finding) : yl_finding_get_basis (finding)),
    .index = list->indexes == NULL ? "" : list->indexes[finding->code],
    .repair = or_empty (finding->repair),
    .form = list->forms == NULL ? 0 : list->forms[index],
    .place = make_place (list, index),
  };
  put_stake (&row, finding);
  return row;
}

/* What the findings listed come to, by severity. */
typedef struct
{
  gint64 n[YL_N_SEVERITIES];
  gint64 fen[YL_N_SEVERITIES];
  YlStakes stakes[YL_N_SEVERITIES];
} Tally;

static Tally
tally (const YlFindings *findings)
{
  Tally sums = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      sums.n[finding->severity]++;
      sums.fen[finding->severity] += finding->is_priced ? finding->at_stake.fen : 0;
      yl_stakes_add (&sums.stakes[finding->severity], finding);
    }
  return sums;
}

YlOwnCell
yl_findings_table_tell_counts (const YlFindingsTable *list)
{
  const Tally sums = tally (list->findings);
  char *counts = g_strdup_printf (
      "错误%" G_GINT64_FORMAT "项，警告%" G_GINT64_FORMAT "项，提示%" G_GINT64_FORMAT "项",
      sums.n[YL_SEVERITY_ERROR], sums.n[YL_SEVERITY_WARNING], sums.n[YL_SEVERITY_INFO]);
  return yl_own_result ("\"错误\"&" YL_NAME_ERRORS "&\"项，警告\"&" YL_NAME_WARNINGS
                        "&\"项，提示\"&" YL_NAME_INFOS "&\"项\"",
                        yl_ranges_keep (yl_tables_get_texts (list->tables), counts));
}

/* @figure: of the severity: "count". */
static void
write_sum (const YlFindingsTable *list,
           guint column,
           YlMeasure measure,
           const char *formula,
           gint64 units,
           YlSeverity severity,
           const char *figure)
{
  YlSheet *sheet = yl_table_get_sheet (list->table);
  g_autofree char *key =
      g_strdup_printf ("findings_total.%s_%s", yl_severity_get_key (severity), figure);
  yl_sheet_formula (sheet, column, measure,
                    yl_tables_write_out (list->tables, list->table, formula), units);
  yl_sheet_map_cell (sheet, column, measure, key);
}

/* Of one kind, or, where the table does not tell them apart, of all. */
static void
write_stake_sum (const YlFindingsTable *list, guint column, YlSeverity severity, const Tally *sums)
{
  const char *name = list->columns[column].name;
  const guint stake = find_stake (name);
  const gboolean is_all = stake == YL_STAKE_BY_SIGN;
  g_autofree char *formula = g_strdup_printf ("sum(findings.%s, severity={$severity})", name);
  write_sum (list, column, YL_MEASURE_FEN, formula,
             is_all ? sums->fen[severity] : sums->stakes[severity].fen[stake], severity,
             is_all ? "fen" : name);
}

static void
write_total_cell (const YlFindingsTable *list, guint column, YlSeverity severity, const Tally *sums)
{
  YlSheet *sheet = yl_table_get_sheet (list->table);
  const char *name = list->columns[column].name;
  if (g_str_equal (name, "ordinal"))
    yl_sheet_label (sheet, column, severity == YL_SEVERITY_ERROR ? "小计" : "");
  else if (g_str_equal (name, "severity"))
    yl_sheet_label (sheet, column, yl_severity_get_name (severity));
  else if (g_str_equal (name, "row"))
    write_sum (list, column, YL_MEASURE_COUNT, "count(findings, severity={$severity})",
               sums->n[severity], severity, "count");
  else if (g_str_equal (name, "column") || g_str_equal (name, "cell"))
    yl_sheet_label (sheet, column, "项");
  else if (find_stake (name) < YL_N_STAKES)
    write_stake_sum (list, column, severity, sums);
  else
    yl_sheet_blank (sheet, column);
}

static const struct
{
  const char *letters; /* of codes */
  gboolean is_of_errors;
  const char *code;
  const char *title;
  const char *name;
  const char *key;
} kinds[] = {
  [YL_DATA_ERRORS] = { "ACE", TRUE, "A、C、E", "数据差错", YL_NAME_DATA_ERRORS,
                       "findings_kinds.data" },
  [YL_MONEY_MATTERS] = { "BD", FALSE, "B、D", "资金情况", YL_NAME_MONEY_MATTERS,
                         "findings_kinds.money" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == YL_N_FINDINGS_KINDS);

guint
yl_findings_table_count (const YlFindingsTable *list, YlFindingsKind kind)
{
  guint n = 0;
  for (gsize i = 0; i < yl_findings_get_n (list->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (list->findings, i);
      if ((finding->severity == YL_SEVERITY_ERROR || !kinds[kind].is_of_errors)
          && strchr (kinds[kind].letters, yl_code_get_name (finding->code)[0]) != NULL)
        n++;
    }
  return n;
}

/* "count(findings, code="A*", severity="错误")+…" */
static char *
count_kind (const YlFindingsTable *list, YlFindingsKind kind)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  for (const char *letter = kinds[kind].letters; *letter != '\0'; letter++)
    {
      g_string_append_printf (formula, "%scount(findings, code=\"%c*\"",
                              formula->len == 0 ? "" : "+", *letter);
      if (kinds[kind].is_of_errors)
        g_string_append_printf (formula, ", severity=\"%s\"",
                                yl_severity_get_name (YL_SEVERITY_ERROR));
      g_string_append_c (formula, ')');
    }
  return g_strdup (yl_tables_write_out (list->tables, list->table, formula->str));
}

static void
write_kind_cell (const YlFindingsTable *list, guint column, YlFindingsKind kind)
{
  YlSheet *sheet = yl_table_get_sheet (list->table);
  const char *name = list->columns[column].name;
  if (g_str_equal (name, "code"))
    yl_sheet_label (sheet, column, kinds[kind].code);
  else if (g_str_equal (name, "title"))
    yl_sheet_label (sheet, column, kinds[kind].title);
  else if (g_str_equal (name, "row"))
    {
      g_autofree char *formula = count_kind (list, kind);
      const YlOwnCell count = yl_own_figure (YL_MEASURE_COUNT, formula,
                                             yl_findings_table_count (list, kind), kinds[kind].key);
      yl_sheet_put (sheet, column, column, count);
    }
  else
    yl_sheet_blank (sheet, column);
}

static void
write_kind (const YlFindingsTable *list, YlFindingsKind kind)
{
  const guint32 row = yl_sheet_begin_row (yl_table_get_sheet (list->table), YL_STYLE_TOTAL, 20);
  for (guint column = 0; column < list->n_names; column++)
    write_kind_cell (list, column, kind);
  yl_form_define (list->form, kinds[kind].name, yl_table_get_cell (list->table, "row", row));
}

static void
write_totals (const YlFindingsTable *list)
{
  const Tally sums = tally (list->findings);
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    {
      const guint32 row = yl_sheet_begin_row (yl_table_get_sheet (list->table), YL_STYLE_TOTAL, 20);
      for (guint column = 0; column < list->n_names; column++)
        write_total_cell (list, column, severity, &sums);
      yl_form_define (list->form, names[severity], yl_table_get_cell (list->table, "row", row));
    }
  for (guint kind = 0; list->tells_kinds && kind < YL_N_FINDINGS_KINDS; kind++)
    write_kind (list, kind);
}

static void
write_none (const YlTable *table)
{
  yl_sheet_begin_row (yl_table_get_sheet (table), YL_STYLE_BODY, 0);
  yl_sheet_blank (yl_table_get_sheet (table), 0);
  yl_table_write_cells (table, "code", &(Row){ .message = "未发现问题" });
}

/* Beyond so many characters what is expected makes a tall row of its narrow column; where the message
 * says it too, that is pointed to. */
#define EXPECTED_CHARACTERS 40

static const char *
show_expected (const YlFindingsTable *list, const YlFinding *finding, const char *expected)
{
  const gboolean is_told = finding->message != NULL && strstr (finding->message, expected) != NULL;
  const gboolean is_long = g_utf8_strlen (expected, -1) > EXPECTED_CHARACTERS;
  return is_told && is_long && !list->is_older ? "见说明" : expected;
}

static void
fill_part (const YlFindingsTable *list, gsize begun, gsize end)
{
  for (gsize i = begun; i < end; i++)
    {
      const YlFinding *finding = yl_findings_get (list->findings, i);
      g_autofree char *seen = yl_finding_write_seen (finding);
      g_autofree char *expected = yl_finding_write_expected (finding);
      Row row = make_row (list, i);
      row.seen = seen;
      row.expected = show_expected (list, finding, expected);
      yl_table_write_row (list->table, i + 1, &row);
    }
  if (begun == end)
    write_none (list->table);
  yl_table_map_rows (list->table);
  yl_sheet_end_filter (yl_table_get_sheet (list->table));
}

void
yl_findings_table_fill (YlFindingsTable *list)
{
  const gsize n = yl_findings_get_n (list->findings);
  const guint n_parts = yl_table_get_n_parts (list->table);
  for (guint i = 0; i < n_parts; i++)
    {
      yl_table_select (list->table, i);
      fill_part (list, i * list->n_per_sheet, MIN ((i + 1) * list->n_per_sheet, n));
      if (i + 1 == n_parts && list->introduce == NULL)
        write_totals (list);
      for (guint note = 0; i + 1 == n_parts && note < list->n_notes; note++)
        yl_sheet_note (yl_table_get_sheet (list->table), list->notes[note]);
      yl_sheet_end (yl_table_get_sheet (list->table));
    }
}
