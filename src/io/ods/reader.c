#include "yanglu/io/ods/reader.h"

#include "content-private.h"
#include "yanglu/base/error.h"
#include "yanglu/io/file-form.h"

#define SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"
#define LONGEST_TYPE 64

static gboolean
refuse (const YlInput *input, GError **error, const char *what)
{
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”%s", yl_input_get_name (input), what);
  return FALSE;
}

/* What the document says that it is; a package without the part is looked into. */
static gboolean
check_type (const YlInput *input, YlArchive *archive, GError **error)
{
  char type[LONGEST_TYPE + 1] = SPREADSHEET;
  if (yl_archive_has_part (archive, "mimetype"))
    {
      if (!yl_archive_open_part (archive, "mimetype", error))
        return FALSE;
      const gssize n = yl_archive_read (archive, type, LONGEST_TYPE, error);
      if (n < 0)
        return FALSE;
      type[n] = '\0';
    }
  if (!g_str_has_prefix (type, SPREADSHEET))
    return refuse (input, error,
                   "是 OpenDocument 文档，但不是表格。请给出 .ods、.xlsx、.xls 或 .csv 文件。");
  return TRUE;
}

/* What reads META-INF/manifest.xml. */
typedef struct
{
  YlXmlPart xml;
  gboolean is_encrypted;
} Manifest;

static void
start_entry (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Manifest *self = data;
  (void) attributes;
  if (g_str_has_suffix (name, "encryption-data"))
    self->is_encrypted = TRUE;
}

/* A document with a password keeps its parts enciphered, or is one part that holds another package
 * (ODF 1.3 part 2, 3.4 and 3.8). */
static gboolean
check_password (const YlInput *input, YlArchive *archive, GError **error)
{
  static const char part[] = "META-INF/manifest.xml";
  Manifest self = { .is_encrypted = yl_archive_has_part (archive, "encrypted-package") };
  if (!self.is_encrypted && yl_archive_has_part (archive, part)
      && !yl_xml_read_part (archive, part, &self.xml, start_entry, NULL, NULL, error))
    return FALSE;
  if (self.is_encrypted)
    return refuse (input, error,
                   "设了打开密码，本程序读不了。请用 WPS 或 LibreOffice 打开，取消密码，另存为 "
                   ".xlsx 再试。");
  return TRUE;
}

static void
report_programs (YlArchive *archive, const YlBookFaults *faults)
{
  if (yl_archive_find_part (archive, "basic/") != NULL
      || yl_archive_find_part (archive, "scripts/") != NULL)
    yl_book_faults_add (faults, YL_E05, &(YlFaultPlace){ 0 }, "工作簿含有宏，已忽略，未执行。");
}

gboolean
yl_ods_read (const YlInput *input, YlBookTarget *target, GError **error)
{
  if (!yl_file_form_check (input, YL_FILE_ODF, error))
    return FALSE;
  g_autoptr (YlArchive) archive = yl_archive_open (input, target->limits, target->progress, error);
  if (archive == NULL || !check_type (input, archive, error)
      || !check_password (input, archive, error))
    return FALSE;
  report_programs (archive, &target->faults);
  return yl_ods_content_read (archive, target, error);
}
