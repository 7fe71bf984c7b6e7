/* Macros, links and strange guests are named (E05) and never followed. */
#include "xlsx-reading.h"

#include <string.h>

/* A workbook with one more relationship, and a part that it leads to. */
static void
read_with (const char *kind, const char *target, const char *part, const char *content)
{
  g_autofree char *relations = g_strdup_printf (
      XLSX_RELATIONSHIPS (XLSX_RELATION (
          "s", "worksheet", "s.xml") "<Relationship Id='x' Type='urn:some/%s' Target='%s'/>"),
      kind, target);
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "officeDocument", "b.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "b.xml",
                  "<workbook xmlns='" XLSX_MAIN "' xmlns:r='" XLSX_RELATIONS
                  "'><sheets><sheet name='里程' r:id='s'/><sheet name='宏' r:id='x'/></sheets>"
                  "</workbook>",
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "_rels/b.xml.rels", relations, XLSX_PLAIN);
  xlsx_maker_add (maker, "s.xml", XLSX_SHEET ("<row><c><v>1</v></c></row>"), XLSX_PLAIN);
  xlsx_maker_add (maker, part, content, XLSX_PLAIN);
  assert_true (read_made ());
  assert_rows ("1: 1\n");
}

static void
assert_ignored (const char *what)
{
  assert_only_finding (YL_E05, 0, NULL);
  const YlFinding *finding = yl_findings_get (reading->findings, 0);
  if (strstr (finding->message, what) == NULL)
    fail_msg ("“%s” does not name “%s”", finding->message, what);
  assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_true (finding->is_priced);
  assert_number_equal (finding->at_stake.fen, 0);
}

static void
macros_are_named (void **state)
{
  (void) state;
  read_with ("vbaProject", "any.bin", "any.bin", "Sub");
  assert_ignored ("宏（VBA）");
}

static void
macros_that_no_relationship_names_are_named_too (void **state)
{
  (void) state;
  read_with ("theme", "s.xml", "xl/vbaProject.bin", "Sub");
  assert_ignored ("宏（VBA）");
}

static void
macro_sheets_are_named_and_not_read (void **state)
{
  (void) state;
  read_with ("xlMacrosheet", "m.xml", "m.xml", XLSX_SHEET ("<row><c><v>9</v></c></row>"));
  assert_ignored ("宏表");
}

static void
connections_are_named (void **state)
{
  (void) state;
  read_with ("connections", "c.xml", "c.xml", "<connections/>");
  assert_ignored ("外部数据连接");
}

static void
external_links_are_named (void **state)
{
  (void) state;
  read_with ("externalLink", "l.xml", "l.xml",
             "<externalLink xmlns='" XLSX_MAIN "'><externalBook/></externalLink>");
  assert_ignored ("外部链接");
}

static void
a_dde_link_is_named_as_what_it_is (void **state)
{
  (void) state;
  read_with ("externalLink", "l.xml", "l.xml",
             "<externalLink xmlns='" XLSX_MAIN "'><ddeLink ddeService='cmd'/></externalLink>");
  assert_ignored ("DDE");
}

static void
an_ole_link_is_named_as_what_it_is (void **state)
{
  (void) state;
  read_with ("externalLink", "l.xml", "l.xml",
             "<externalLink xmlns='" XLSX_MAIN "'><oleLink progId='x'/></externalLink>");
  assert_ignored ("OLE 链接");
}

static void
check_guest (const char *kind, const char *what)
{
  g_autofree char *relations =
      g_strdup_printf (XLSX_RELATIONSHIPS ("<Relationship Id='a' Type='urn:some/%s"
                                           "' Target='o.bin'/>"),
                       kind);
  read_with ("theme", "s.xml", "_rels/s.xml.rels", relations);
  assert_ignored (what);
  assert_string_equal (yl_findings_get (reading->findings, 0)->sheet, "里程");
}

static void
objects_embedded_in_a_sheet_are_named_with_the_sheet (void **state)
{
  (void) state;
  check_guest ("oleObject", "OLE 对象");
}

static void
documents_embedded_in_a_sheet_are_named (void **state)
{
  (void) state;
  check_guest ("package", "嵌入的文档");
}

static void
controls_in_a_sheet_are_named (void **state)
{
  (void) state;
  check_guest ("control", "ActiveX");
}

static void
queries_of_a_sheet_are_named (void **state)
{
  (void) state;
  check_guest ("queryTable", "外部数据查询");
}

static void
a_formula_that_calls_another_program_is_named_and_gives_its_stored_value (void **state)
{
  (void) state;
  read_rows ("<row r='4'><c r='B4'><f>cmd|' /C calc'!A0</f><v>5</v></c></row>");
  assert_rows ("4: |5\n");
  assert_only_finding (YL_E05, 4, "B");
}

static void
a_bar_within_quotes_or_brackets_calls_nobody (void **state)
{
  (void) state;
  read_rows ("<row><c><f>\"a|b\"&amp;'c|d'!A1&amp;T[e|f]</f><v>5</v></c></row>");
  assert_rows ("1: 5\n");
  assert_sound ();
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (macros_are_named),
    xlsx_sentence (macros_that_no_relationship_names_are_named_too),
    xlsx_sentence (macro_sheets_are_named_and_not_read),
    xlsx_sentence (connections_are_named),
    xlsx_sentence (external_links_are_named),
    xlsx_sentence (a_dde_link_is_named_as_what_it_is),
    xlsx_sentence (an_ole_link_is_named_as_what_it_is),
    xlsx_sentence (documents_embedded_in_a_sheet_are_named),
    xlsx_sentence (controls_in_a_sheet_are_named),
    xlsx_sentence (queries_of_a_sheet_are_named),
    xlsx_sentence (objects_embedded_in_a_sheet_are_named_with_the_sheet),
    xlsx_sentence (a_formula_that_calls_another_program_is_named_and_gives_its_stored_value),
    xlsx_sentence (a_bar_within_quotes_or_brackets_calls_nobody),
  };
  return cmocka_run_group_tests_name ("xlsx ignored", tests, NULL, NULL);
}
