/*
 * Workbooks with bytes changed at random are read or refused, never worse:
 * meant for a build with sanitizers.  YL_FUZZ_SEED and YL_FUZZ_ROUNDS choose
 * what is tried; the seed is printed.
 */
#include "support/mutations.h"
#include "xlsx-reading.h"

#include <string.h>

#define ROUNDS 300

static const char *const files[] = {
  "exceljs.xlsx",  "gnumeric.xlsx",      "imitates-excel.xlsx", "imitates-wps.xlsx",
  "openpyxl.xlsx", "libxlsxwriter.xlsx", "libreoffice.xlsx",    "sheetjs-inline.xlsx",
};

static void
read_mutated (const guint8 *content, gsize length, guint64 *seed)
{
  g_autoptr (GBytes) bytes = yl_mutations_make (content, length, seed);
  g_string_truncate (reading->rows->text, 0);
  read_archive (bytes);
}

static char *
load (const char *file, gsize *out_length)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "xlsx", file, NULL);
  char *content = NULL;
  g_autoptr (GError) error = NULL;
  if (!g_file_get_contents (path, &content, out_length, &error))
    fail_msg ("%s", error->message);
  return content;
}

static void
archives_with_bytes_changed_at_random_do_no_harm (void **state)
{
  (void) state;
  guint64 seed = yl_mutations_get_setting ("YL_FUZZ_SEED", 20201128);
  const guint64 rounds = yl_mutations_get_setting ("YL_FUZZ_ROUNDS", ROUNDS);
  print_message ("# seed %" G_GUINT64_FORMAT "\n", seed);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length = 0;
      g_autofree char *content = load (files[i], &length);
      for (guint64 round = 0; round < rounds; round++)
        read_mutated ((const guint8 *) content, length, &seed);
    }
}

/* Behind sound zip headers, so that the damage reaches the XML. */
static const struct
{
  const char *name;
  const char *content;
} parts[] = {
  { "_rels/.rels",
    XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "officeDocument", "/./x%6c/../xl/b.xml")) },
  { "xl/b.xml",
    "<w:workbook xmlns:w='" XLSX_MAIN "' xmlns:r='" XLSX_RELATIONS "'><w:workbookPr date1904='1'/>"
    "<w:sheets><w:sheet name='里程' r:id='a'/><w:sheet name='隐' state='hidden' r:id='a'/>"
    "</w:sheets></w:workbook>" },
  { "xl/_rels/b.xml.rels",
    XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "worksheet", "s.xml") XLSX_RELATION (
        "b", "styles", "f.xml") XLSX_RELATION ("c", "sharedStrings", "t.xml")
                            XLSX_RELATION ("d", "externalLink", "l.xml")
                                XLSX_RELATION ("e", "vbaProject", "v.bin")) },
  { "xl/_rels/s.xml.rels", XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "oleObject", "o.bin")) },
  { "xl/l.xml", "<externalLink xmlns='" XLSX_MAIN "'><ddeLink/></externalLink>" },
  { "xl/t.xml", "<sst xmlns='" XLSX_MAIN
                "'><si><t>甲_x000D_</t></si><si/><si><r><t>乙</t></r><rPh><t>x</t></rPh>"
                "</si></sst>" },
  { "xl/f.xml",
    "<styleSheet xmlns='" XLSX_MAIN "'><numFmts><numFmt numFmtId='165' formatCode='[h]\\y\"年\"m'/>"
    "</numFmts><cellXfs><xf numFmtId='14'/><xf numFmtId='165'/><xf numFmtId='22'/></cellXfs>"
    "</styleSheet>" },
  { "xl/s.xml",
    "<?xml version='1.0' encoding='UTF-8'?><x:worksheet xmlns:x='" XLSX_MAIN "' xmlns='" XLSX_MAIN
    "'><dimension ref='A1:J7'/><sheetData><row r='1' spans='1:3'><c r='A1' t='inlineStr' s='1'>"
    "<is><r><t>甲_x000D_乙</t></r><rPh sb='0' eb='1'><t>x</t></rPh></is></c><c r='B1' s='2'>"
    "<f>A1|b!C1&amp;\"x\"</f><v>12.300000000000001</v></c></row><row><c><v>1.2E-3</v></c>"
    "<c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c t='s'><v>2</v></c>"
    "<c t='d'><v>2021-01-31T00:00</v></c></row>"
    "<row r='1048576'><c r='C1048576' s='2'><v>44227.5</v></c><c "
    "r='BXY1'/></row></sheetData></x:worksheet>" },
};

/* A workbook with one part changed. */
static void
read_with_broken_part (guint broken, guint64 *seed)
{
  g_autoptr (XlsxMaker) sound = xlsx_maker_new ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const gsize length = strlen (parts[i].content);
      g_autofree guint8 *copy = g_memdup2 (parts[i].content, length);
      if (i == broken)
        yl_mutate (copy, length, seed);
      xlsx_maker_add_bytes (sound, parts[i].name, copy, length, XLSX_STORED);
    }
  g_autoptr (GBytes) bytes = xlsx_maker_finish (sound);
  g_string_truncate (reading->rows->text, 0);
  read_archive (bytes);
}

static void
the_workbook_whose_parts_are_changed_is_read_when_they_are_not (void **state)
{
  (void) state;
  guint64 seed = 1;
  read_with_broken_part (G_MAXUINT, &seed);
  assert_text (
      "[里程]\n1: 甲\r乙|1904-01-13\n2: 0.0012|1|#N/A|乙|2021-01-31\n1048576: ||2025-02-01\n[end]\n"
      "[隐, hidden]\n1: 甲\r乙|1904-01-13\n2: 0.0012|1|#N/A|乙|2021-01-31\n1048576: "
      "||2025-02-01\n[end]\n");
}

static void
parts_with_bytes_changed_at_random_do_no_harm (void **state)
{
  (void) state;
  guint64 seed = yl_mutations_get_setting ("YL_FUZZ_SEED", 20201128);
  const guint64 rounds = yl_mutations_get_setting ("YL_FUZZ_ROUNDS", ROUNDS) * 8;
  print_message ("# seed %" G_GUINT64_FORMAT "\n", seed);
  for (guint64 round = 0; round < rounds; round++)
    read_with_broken_part ((guint) (round % G_N_ELEMENTS (parts)), &seed);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (archives_with_bytes_changed_at_random_do_no_harm),
    xlsx_sentence (the_workbook_whose_parts_are_changed_is_read_when_they_are_not),
    xlsx_sentence (parts_with_bytes_changed_at_random_do_no_harm),
  };
  return cmocka_run_group_tests_name ("xlsx hostile", tests, NULL, NULL);
}
