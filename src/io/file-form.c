#include "yanglu/io/file-form.h"

#include "yanglu/base/error.h"

#include <string.h>

/* Enough to pass the declaration and the comments that an XML sheet begins with. */
#define SAMPLE_BYTES 4096

typedef struct
{
  char at[SAMPLE_BYTES + 1]; /* ends with NUL */
  gsize length;
} Sample;

static const struct
{
  const char *bytes;
  gsize length;
  YlFileForm form;
} signatures[] = {
#define SIGNATURE(bytes) (bytes), sizeof (bytes) - 1
  { SIGNATURE ("PK\003\004"), YL_FILE_PACKAGE },
  { SIGNATURE ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), YL_FILE_COMPOUND },
  { SIGNATURE ("\x09\x00\x04\x00"), YL_FILE_OLD_EXCEL },
  { SIGNATURE ("\x09\x02\x06\x00"), YL_FILE_OLD_EXCEL },
  { SIGNATURE ("\x09\x04\x06\x00"), YL_FILE_OLD_EXCEL },
  { SIGNATURE ("\x09\x08\x08\x00"), YL_FILE_OLD_EXCEL },
  { SIGNATURE ("\x09\x08\x10\x00"), YL_FILE_OLD_EXCEL },
  { SIGNATURE ("\x1F\x8B"), YL_FILE_COMPRESSED },
  { SIGNATURE ("BZh"), YL_FILE_COMPRESSED },
  { SIGNATURE ("\xFD"
               "7zXZ"),
    YL_FILE_COMPRESSED },
  { SIGNATURE ("\x28\xB5\x2F\xFD"), YL_FILE_COMPRESSED },
  { SIGNATURE ("7z\xBC\xAF"), YL_FILE_COMPRESSED },
  { SIGNATURE ("Rar!"), YL_FILE_COMPRESSED },
  { SIGNATURE ("PK\005\006"), YL_FILE_COMPRESSED },
  { SIGNATURE ("%PDF"), YL_FILE_PDF },
  { SIGNATURE ("\x89PNG"), YL_FILE_PICTURE },
  { SIGNATURE ("\xFF\xD8\xFF"), YL_FILE_PICTURE },
  { SIGNATURE ("GIF8"), YL_FILE_PICTURE },
#undef SIGNATURE
};

/* The name of the first entry of an archive stands at byte 30 of it. */
#define FIRST_NAME 30

/* An OpenDocument file is to begin with its mimetype; of those whose writer did not know it, the
 * first part is another that no .xlsx has. */
static gboolean
is_odf (const Sample *sample)
{
  static const char *const names[] = { "mimetype",   "META-INF/",    "content.xml",
                                       "styles.xml", "settings.xml", "meta.xml" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (sample->length > FIRST_NAME + strlen (names[i])
        && memcmp (sample->at + FIRST_NAME, names[i], strlen (names[i])) == 0)
      return TRUE;
  return FALSE;
}

/* A text in UTF-16 says so by its first two bytes; half of it may be NUL. */
static gboolean
is_utf16 (const Sample *sample)
{
  return g_str_has_prefix (sample->at, "\xFF\xFE") || g_str_has_prefix (sample->at, "\xFE\xFF");
}

/* Of what is packed or encrypted, one byte in ten is none of a text, each of them as often; damage is the
 * same few over and over. */
#define MANY_KINDS 8

/* Such bytes in every row are damage in a text (E04); more of them, or more kinds, are no text. */
static gboolean
is_binary (const Sample *sample)
{
  gsize n = 0;
  gsize n_kinds = 0;
  gboolean has_kind[' '] = { FALSE };
  for (gsize i = 0; i < sample->length; i++)
    {
      const guchar byte = (guchar) sample->at[i];
      if (byte >= ' ' || (byte != '\0' && strchr ("\t\n\v\f\r\033\032", byte) != NULL))
        continue;
      n++;
      n_kinds += has_kind[byte] ? 0 : 1;
      has_kind[byte] = TRUE;
    }
  return n > 4 && (n > sample->length / 5 || (n_kinds >= MANY_KINDS && n > sample->length / 32));
}

/* The sample without what does not show: the byte order mark, NULs of UTF-16, blanks ahead. */
static char *
fold_text (const Sample *sample)
{
  GString *text = g_string_sized_new (sample->length);
  for (gsize i = 0; i < sample->length; i++)
    {
      const guchar byte = (guchar) sample->at[i];
      const gboolean is_ahead = text->len == 0 && (byte <= ' ' || byte > 0x7E);
      if (byte != '\0' && !is_ahead)
        g_string_append_c (text, g_ascii_tolower ((char) byte));
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_any (const char *text, const char *const *pieces)
{
  while (*pieces != NULL && strstr (text, *pieces) == NULL)
    pieces++;
  return *pieces != NULL;
}

static gboolean
begins_with_any (const char *text, const char *const *starts)
{
  while (*starts != NULL && !g_str_has_prefix (text, *starts))
    starts++;
  return *starts != NULL;
}

/* What is written in tags, and text for all else. */
static YlFileForm
find_markup (const char *text)
{
  static const char *const sheets[] = { "urn:schemas-microsoft-com:office:spreadsheet",
                                        "progid=\"excel.sheet\"", NULL };
  static const char *const pages[] = { "<html", "<!doctype html", NULL };
  static const char *const openings[] = { "<html",  "<!doctype html", "<head",
                                          "<meta",  "<body",          "<table",
                                          "<style", "<div",           "<script",
                                          "<p>",    "<title",         NULL };
  if (g_str_has_prefix (text, "mime-version:"))
    return YL_FILE_WEB_PAGE;
  if (text[0] != '<')
    return YL_FILE_TEXT;
  if (begins_with_any (text, openings))
    return YL_FILE_WEB_PAGE;
  const gboolean is_xml = g_str_has_prefix (text, "<?xml");
  if (!is_xml && !g_str_has_prefix (text, "<!--"))
    return has_any (text, sheets) ? YL_FILE_XML_SHEET : YL_FILE_TEXT;
  /* A page that Excel saved names the schema of its sheets as well. */
  return has_any (text, pages)    ? YL_FILE_WEB_PAGE
         : has_any (text, sheets) ? YL_FILE_XML_SHEET
         : is_xml                 ? YL_FILE_XML
                                  : YL_FILE_TEXT;
}

YlFileForm
yl_file_form_find (const YlInput *input)
{
  if (yl_input_has_rows (input))
    return YL_FILE_ROWS;
  Sample sample;
  const gssize n = yl_input_read (input, 0, sample.at, SAMPLE_BYTES, NULL);
  sample.length = (gsize) MAX (n, 0);
  sample.at[sample.length] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (sample.length >= signatures[i].length
        && memcmp (sample.at, signatures[i].bytes, signatures[i].length) == 0)
      return signatures[i].form == YL_FILE_PACKAGE && is_odf (&sample) ? YL_FILE_ODF
                                                                       : signatures[i].form;
  if (!is_utf16 (&sample) && is_binary (&sample))
    return YL_FILE_BINARY;
  g_autofree char *text = fold_text (&sample);
  return find_markup (text);
}

gboolean
yl_file_form_is_workbook (const YlInput *input)
{
  const YlFileForm form = yl_file_form_find (input);
  return form == YL_FILE_PACKAGE || form == YL_FILE_ODF || form == YL_FILE_COMPOUND
         || form == YL_FILE_ROWS;
}

#define SAVE_AS "请用 Excel、WPS 打开后另存为 .xlsx 再试。"

static const char *const descriptions[] = {
  [YL_FILE_TEXT] = "不是工作簿。" SAVE_AS,
  [YL_FILE_PACKAGE] = "是 .xlsx 工作簿或压缩包，这里读不了。请给出 .csv 文件。",
  [YL_FILE_ODF] = "是 OpenDocument 文档，这里读不了。" SAVE_AS,
  [YL_FILE_COMPOUND] = "是旧版 Excel 工作簿（.xls），这里读不了。" SAVE_AS,
  [YL_FILE_OLD_EXCEL] = "是 Excel 4.0 或更早版本的工作簿，本程序读不了。" SAVE_AS,
  [YL_FILE_WEB_PAGE] = "是网页（HTML），不是表格文件，扩展名不能说明它是什么。" SAVE_AS,
  [YL_FILE_XML_SHEET] = "是“XML 电子表格 2003”，本程序读不了。" SAVE_AS,
  [YL_FILE_XML] = "是 XML 文件，不是表格。请给出 .xlsx、.xls、.ods 或 .csv 文件。",
  [YL_FILE_COMPRESSED] = "是压缩文件。请先解压，再给出里面的表格。",
  [YL_FILE_PDF] = "是 PDF 文件，不是表格。请给出 .xlsx、.xls、.ods 或 .csv 文件。",
  [YL_FILE_PICTURE] = "是图片，不是表格。请给出 .xlsx、.xls、.ods 或 .csv 文件。",
  [YL_FILE_BINARY] =
      "不是表格：里面是文本没有的字节，文件可能已损坏。请给出 .xlsx、.xls、.ods 或 .csv 文件。",
  [YL_FILE_ROWS] = "是记录，不是文件，这里读不了。",
};
G_STATIC_ASSERT (G_N_ELEMENTS (descriptions) == YL_N_FILE_FORMS);

gboolean
yl_file_form_check (const YlInput *input, YlFileForm form, GError **error)
{
  const YlFileForm found = yl_file_form_find (input);
  if (found == form)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”%s", yl_input_get_name (input),
               descriptions[found]);
  return FALSE;
}
