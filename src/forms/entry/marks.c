/* What is wrong in a row of 里程台账 is said while it is typed, in red and in words. Each mark is one that `check` tells
 * of the same row; there are fewer of them, for a cell sees no more than its own list. */
#include "table-private.h"

#include "yanglu/base/length.h"

#include <string.h>

#define RED 0xF8CBADu

/* Looking a section up in all the others costs the square of their number: in a list of a county at most so many. */
#define MOST_LOOKED_UP 5000

/* A row is begun when one of these is filled in. */
#define BEGUN "{$route_code}&{$route_name}&{$class}&{$start}&{$end}&{$length}<>\"\""
/* Where the class of the letter stands among the letters of the classes: none is 0. */
#define LETTER "IF({$route_code}=\"\",0,IFERROR(FIND(UPPER(LEFT({$route_code},1)),\"XJYNCZ\"),0))"
#define CLASS_OF_LETTER "MID(\"县道县道乡道乡道村道专用\"," LETTER "*2-1,2)"
#define IS_STAKED "COUNT({$start}:{$end})=2"
/* Whole metres, and a metre that two sections share is the point where they meet. */
#define OVERLAPS "@ROWS start@,\"<\"&({$end}-0.0005),@ROWS end@,\">\"&({$start}+0.0005)"
#define IS_UNBROKEN "{$break}&\"\"<>\"是\",{$break}&\"\"<>\"1\""
#define ARE_UNBROKEN "@ROWS break@,\"<>是\",@ROWS break@,\"<>1\""
#define ARE_UNMARKED "@ROWS duplicate_of@,\"\",@ROWS dead_end@,\"\""
#define IS_UNMARKED "{$duplicate_of}=\"\",{$dead_end}=\"\",COUNT(@ROWS length@)<=@MOST@"
#define NOT_A_FLAG(name)                                                                           \
  "AND({$" name "}<>\"\",{$" name "}<>\"是\",{$" name "}<>\"否\",{$" name "}&\"\"<>\"1\","         \
  "{$" name "}&\"\"<>\"2\",{$" name "}&\"\"<>\"0\")"

typedef struct
{
  const char *column;
  const char *is_wrong; /* in a row that is begun; @COUNTY@, @ROWS column@ … are filled in */
  const char *words;
} Mark;

/* The first that holds is the one in words. What is worked out of a cell that must be a number stands behind IF: AND
 * works all of it out, and N of an empty cell is an error in Gnumeric. */
static const Mark marks[] = {
  { "route_code",
    "AND({$route_code}<>\"\",OR(LEN({$route_code})<10,ISERROR(VALUE(MID({$route_code}&"
    "\"xxxxxxxxxx\",5,6)))))",
    "路线编码应为字母＋3 位序号＋6 位县代码" },
  { "route_code", "@COUNTY@", "路线编码里的县代码不是本县的" },
  { "class", "AND({$class}<>\"\",COUNTIF(@CLASSES@,{$class})=0)", "行政等级请从下拉列表中选" },
  { "class", "AND({$class}=\"\"," LETTER "=0)", "没有填行政等级" },
  { "class", "IF(OR({$class}=\"\"," LETTER "=0),0," CLASS_OF_LETTER "<>LEFT({$class},2))",
    "行政等级与路线编码的首字母不符" },
  { "township", "@TOWNSHIP@", "乡镇（街道）不在本县名册内" },
  { "end", "AND(" IS_STAKED ",{$end}<{$start})", "止点桩号小于起点桩号" },
  { "length", "AND({$length}=\"\",OR({$start}=\"\",{$end}=\"\"))", "没有填里程，起止桩号也不全" },
  { "length", "AND({$length}<>\"\",ISERROR(VALUE({$length}&\"\")))", "里程不是数字" },
  { "length", "AND(ISNUMBER({$length}),{$length}=0)", "里程为 0" },
  { "length", "@LIMIT@", "里程过长，请核对单位是不是公里" },
  { "length", "@ROUTE@", "该路线各行里程合计过长，请核对单位是不是公里" },
  { "length", "IF(ISNUMBER({$length}),ABS(ROUND({$length},3)-{$length})>0.0000001,0)",
    "里程最多三位小数" },
  { "length",
    "IF(AND(" IS_STAKED ",ISNUMBER({$length}),OR({$break}=\"\",{$break}=\"否\")),"
    "ABS({$end}-{$start}-{$length})>0.0005,0)",
    "里程不等于止点桩号减起点桩号；有断链的在“断链”栏填是" },
  { "duplicate_of",
    "AND({$duplicate_of}<>\"\",LEN({$duplicate_of})<10,{$duplicate_of}<>\"是\",{$duplicate_of}<>"
    "\"否\","
    "{$duplicate_of}&\"\"<>\"1\",{$duplicate_of}&\"\"<>\"2\",{$duplicate_of}&\"\"<>\"0\")",
    "重复路段应填被重复路线的编码" },
  { "dead_end", NOT_A_FLAG ("dead_end"), "断头路只填是或否" },
  { "urban", NOT_A_FLAG ("urban"), "城管路段只填是或否" },
  { "maintained", NOT_A_FLAG ("maintained"), "列养只填是或否" },
  { "route_code",
    "IF(AND({$route_code}<>\"\"," IS_STAKED
    ",{$duplicate_of}=\"\",{$dead_end}=\"\",COUNT(@ROWS length@)<=@MOST@),"
    "COUNTIFS(@ROWS route_code@,{$route_code},@ROWS start@,{$start},@ROWS end@,{$end}," ARE_UNMARKED
    ")>1,0)",
    "编码和起止桩号与另一行相同，重复列入" },
  { "route_code",
    "IF(AND({$route_code}<>\"\",{$start}=\"\",{$end}=\"\",ISNUMBER({$length})," IS_UNMARKED "),"
    "COUNTIFS(@ROWS route_code@,{$route_code},@ROWS start@,\"\",@ROWS end@,\"\",@ROWS length@,"
    "{$length},@ROWS township@,{$township}," ARE_UNMARKED ")>1,0)",
    "编码、里程和乡镇与另一行相同，重复列入" },
  { "start",
    "IF(AND({$route_code}<>\"\"," IS_STAKED ",{$start}<{$end}," IS_UNBROKEN "," IS_UNMARKED "),"
    "COUNTIFS(@ROWS route_code@,{$route_code}," OVERLAPS "," ARE_UNMARKED "," ARE_UNBROKEN ")>1,0)",
    "桩号与同一路线的另一行重叠" },
};

/* What is still to be filled in of last year's rows. */
static const char *const yearly[] = { "maintained", "condition", "last_works",
                                      "subsidised_length" };

static void
replace (GString *text, const char *from, const char *to)
{
  g_string_replace (text, from, to, 0);
}

static void
replace_rows (const YlEntrySheet *sheet, GString *text)
{
  for (guint i = 0; i < sheet->form->n_columns; i++)
    {
      g_autofree char *asked = g_strdup_printf ("@ROWS %s@", sheet->form->columns[i].name);
      if (strstr (text->str, asked) != NULL)
        replace (text, asked, yl_entry_sheet_rows_of (sheet, sheet->form->columns[i].name));
    }
}

/* A zone takes townships from several counties. */
static char *
make_county (const YlEntrySheet *sheet)
{
  const char *code = yl_entity_get_code (sheet->book->entity);
  return code[0] == '\0'
             ? g_strdup ("FALSE")
             : g_strdup_printf ("AND(LEN({$route_code})>=10,MID({$route_code},5,6)<>\"%s\")", code);
}

/* As offices write them: 沙镇 is 沙镇镇. */
static char *
make_township (const YlEntrySheet *sheet)
{
  const guint n = yl_entry_book_get_n_members (sheet->book, YL_LIST_TOWNSHIP);
  if (n == 0 || sheet->book->request->township != NULL)
    return g_strdup ("FALSE");
  g_autofree char *range = yl_entry_book_make_range (YL_LIST_TOWNSHIP, n);
  return g_strdup_printf ("AND({$township}<>\"\",COUNTIF(%s,{$township}&\"*\")=0)", range);
}

static char *
make_limit (const YlEntrySheet *sheet)
{
  const gint64 longest_m = sheet->book->request->longest_m;
  return longest_m == 0 ? g_strdup ("FALSE")
                        : g_strdup_printf ("IF(AND({$route_code}<>\"\",ISNUMBER({$length})),"
                                           "ROUND({$length}*1000,0)>%" G_GINT64_FORMAT ",0)",
                                           longest_m);
}

/* What is too long by itself is told there. */
static char *
make_route_limit (const YlEntrySheet *sheet)
{
  const YlEntryRequest *request = sheet->book->request;
  g_autofree char *longest = yl_length_to_km ((YlLength){ request->longest_m });
  return request->longest_m == 0 || request->longest_route_m == 0
             ? g_strdup ("FALSE")
             : g_strdup_printf ("IF(AND({$route_code}<>\"\",ISNUMBER({$length})," IS_UNMARKED "),"
                                "ROUND(SUMIFS(@ROWS length@,@ROWS route_code@,{$route_code},"
                                "@ROWS length@,\"<=%s\"," ARE_UNMARKED ")*1000,0)>%" G_GINT64_FORMAT
                                ",0)",
                                longest, request->longest_route_m);
}

/* (transfer full): where @mark holds, the number of its row written #. */
static char *
make_wrong (const YlEntrySheet *sheet, const Mark *mark)
{
  g_autofree char *county = make_county (sheet);
  g_autofree char *township = make_township (sheet);
  g_autofree char *limit = make_limit (sheet);
  g_autofree char *route = make_route_limit (sheet);
  g_autofree char *classes = yl_entry_book_make_range (YL_LIST_CLASS, YL_N_CLASSES);
  g_autofree char *most = g_strdup_printf ("%u", MOST_LOOKED_UP);
  g_autoptr (GString) wrong = g_string_new (mark->is_wrong);
  replace (wrong, "@COUNTY@", county);
  replace (wrong, "@TOWNSHIP@", township);
  replace (wrong, "@LIMIT@", limit);
  replace (wrong, "@ROUTE@", route);
  replace (wrong, "@CLASSES@", classes);
  replace (wrong, "@MOST@", most);
  replace_rows (sheet, wrong);
  return g_strdup (yl_table_write_out (sheet->table, "%s", wrong->str));
}

/* A name says of which sheet its cells are: before each of them that is of none. */
static char *
add_sheet (const char *sheet, const char *formula)
{
  GString *named = g_string_new (NULL);
  char before = '(';
  for (const char *at = formula; *at != '\0'; before = *at++)
    {
      if (*at == '$' && before != '!' && before != ':' && !g_ascii_isalpha (before))
        g_string_append_printf (named, "'%s'!", sheet);
      g_string_append_c (named, *at);
    }
  return g_string_free (named, FALSE);
}

char *
yl_entry_sheet_make_hint (const YlEntrySheet *sheet)
{
  g_autoptr (GString) hint = g_string_new (NULL);
  g_autoptr (GString) end = g_string_new (NULL);
  g_string_printf (hint, "IF(%s,", yl_table_write_out (sheet->table, BEGUN));
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *wrong = make_wrong (sheet, &marks[i]);
      if (strcmp (wrong, "FALSE") == 0)
        continue;
      g_string_append_printf (hint, "IF(%s,\"%s\",", wrong, marks[i].words);
      g_string_append_c (end, ')');
    }
  g_string_append_printf (hint, "\"\"%s,\"\")", end->str);
  /* A name is written for the first cell of its sheet, and moves with the cell that uses it. */
  replace (hint, "#", "1");
  return add_sheet (sheet->form->sheet, hint->str);
}

static void
colour (const YlEntrySheet *sheet, const char *column, const char *where, guint32 paper)
{
  const guint32 first = yl_entry_sheet_get_first_row (sheet);
  g_autofree char *formula = yl_entry_sheet_of_row (sheet, where, first);
  yl_entry_book_colour (sheet->book, first, yl_entry_sheet_get_last_row (sheet),
                        yl_table_find_column (sheet->table, column), formula, paper);
}

void
yl_entry_sheet_mark (const YlEntrySheet *sheet)
{
  colour (sheet, YL_ENTRY_HINT, "AND(" BEGUN ",ISBLANK({$" YL_ENTRY_HINT "}))", YL_ENTRY_YELLOW);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *wrong = make_wrong (sheet, &marks[i]);
      g_autofree char *where = g_strdup_printf ("AND(" BEGUN ",%s)", wrong);
      if (strcmp (wrong, "FALSE") != 0)
        colour (sheet, marks[i].column, where, RED);
    }
  for (gsize i = 0; sheet->book->request->is_to_confirm && i < G_N_ELEMENTS (yearly); i++)
    {
      g_autofree char *where =
          g_strdup_printf ("AND({$route_code}&{$route_name}<>\"\",{$%s}=\"\")", yearly[i]);
      const YlEntryColumn *known = NULL;
      for (guint column = 0; column < sheet->form->n_columns; column++)
        if (strcmp (sheet->form->columns[column].name, yearly[i]) == 0)
          known = &sheet->form->columns[column];
      if (known != NULL)
        colour (sheet, yearly[i], where, YL_ENTRY_YELLOW);
    }
}
