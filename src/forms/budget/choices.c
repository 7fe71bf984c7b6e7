#include "tabs-private.h"

#include <string.h>

/* 读取说明: the files that were read, what the program chose, and what it did not read. */

typedef struct
{
  const char *what;
  const char *chosen;
  const char *why;
} Line;

#define AT(of) G_STRUCT_OFFSET (Line, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_TEXT ("what", "事项", 21, AT (what)),
  YL_COLUMN_TEXT ("chosen", "内容", 42, AT (chosen)),
  YL_COLUMN_TEXT ("why", "说明", 36, AT (why)),
};

/* What a budget is made of; what is no file has a name of its own beside it. */
static const struct
{
  const char *role;
  const char *title;
  const char *name;  /* (nullable): else that of the file */
  guint title_since; /* older editions show the role … */
  guint name_since;  /* … and the name that the copy has for it */
} input_kinds[] = {
  { .role = "roads", .title = "里程名单" },
  { .role = "entry", .title = "录入表" },
  { .role = "funds", .title = "资金来源" },
  { .role = "bridges", .title = "桥梁名单" },
  { .role = "last-year", .title = "上年预算" },
  { .role = "policy", .title = "政策文本" },
  { .role = "policy-base", .title = "上级政策文本" },
  { "options", "编制选项", "编制时给出的选项", .title_since = 4, .name_since = 5 },
  { .role = "rules", .title = "审计规则", .title_since = 5 },
  { .role = "words", .title = "词表", .title_since = 5 },
};

const char *
yl_book_name_input (const YlBook *book, const YlInputCopy *input, const char **out_name)
{
  const char *title = input->role;
  *out_name = input->name;
  for (guint i = 0; i < G_N_ELEMENTS (input_kinds); i++)
    if (strcmp (input_kinds[i].role, input->role) == 0)
      {
        if (book->edition >= input_kinds[i].title_since)
          title = input_kinds[i].title;
        if (input_kinds[i].name != NULL && book->edition >= input_kinds[i].name_since)
          *out_name = input_kinds[i].name;
      }
  return title;
}

static void
begin_section (const YlTable *table, const char *title)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 22);
  yl_sheet_span (sheet, 0, G_N_ELEMENTS (columns) - 1, title);
}

/* What is no choice has no number: by those choices are found again. */
static void
write_line (const YlTable *table, const Line *line)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, 0);
  yl_table_write_cells (table, "what", line);
}

static void
write_inputs (YlBook *book, const YlTable *table)
{
  const YlBookRequest *request = book->request;
  begin_section (table, "一、读入的资料和指纹");
  for (gsize i = 0; i < request->n_inputs; i++)
    {
      Line line = { .why = request->inputs[i].sha256 };
      line.what = yl_book_name_input (book, &request->inputs[i], &line.chosen);
      write_line (table, &line);
    }
  write_line (table, &(Line){ YL_LABEL_FINGERPRINT, "以上资料合并计算，印在封面下方",
                              request->fingerprint });
  yl_sheet_note (
      yl_table_get_sheet (table),
      "说明：指纹是按文件内容算出的校验码（SHA-256），内容改动一个字，指纹就不同；各份资料的"
      "原样副本存在隐藏工作表里，供审计重算。");
}

/* What was chosen, or else what was left: it is called 未读的列, 未用的表. */
static void
write_choices (YlBook *book, const YlTable *table, gboolean is_left, guint64 *ordinal)
{
  const YlBookRequest *request = book->request;
  const guint64 before = *ordinal;
  for (gsize i = 0; i < request->n_choices; i++)
    {
      const YlChoice *choice = &request->choices[i];
      const Line line = { choice->what, choice->chosen, choice->why };
      if (g_str_has_prefix (choice->what, "未") == is_left)
        yl_table_write_row (table, ++*ordinal, &line);
    }
  if (*ordinal == before)
    write_line (table, &(Line){ "没有", "", "" });
}

static void
fill (YlBook *book, YlTable *table)
{
  guint64 ordinal = 0;
  write_inputs (book, table);
  begin_section (table, "二、程序选定的事项");
  write_choices (book, table, FALSE, &ordinal);
  begin_section (table, "三、未读、未用和未计入的内容");
  write_choices (book, table, TRUE, &ordinal);
}

/* Before the seventh edition. */

#define OF(of) G_STRUCT_OFFSET (YlChoice, of)

static const YlTableColumn older_columns[] = {
  YL_COLUMN_ORDINAL (7),
  YL_COLUMN_TEXT ("what", "事项", 24, OF (what)),
  YL_COLUMN_TEXT ("chosen", "程序的读法", 62, OF (chosen)),
  YL_COLUMN_TEXT ("why", "缘由", 46, OF (why)),
};

static gboolean
is_older_wanted (const YlBook *book)
{
  return book->edition >= 3 && book->request->n_choices > 0;
}

static void
fill_older (YlBook *book, YlTable *table)
{
  const YlBookRequest *request = book->request;
  for (gsize i = 0; i < request->n_choices; i++)
    yl_table_write_row (table, i + 1, &request->choices[i]);
}

static const YlBookTab older = {
  .form = { .name = YL_SHEET_CHOICES, .title = "农村公路养护预算读取说明" },
  .table = "choices",
  .columns = older_columns,
  .n_columns = G_N_ELEMENTS (older_columns),
  .is_wanted = is_older_wanted,
  .fill = fill_older,
};

const YlBookTab yl_tab_choices = {
  .form = { .name = YL_SHEET_CHOICES, .title = "农村公路养护预算读取说明" },
  .table = "choices",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .remark = "内部核对",
  .since = 7,
  .older = &older,
};
