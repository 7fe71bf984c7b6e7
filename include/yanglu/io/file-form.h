#pragma once

#include "yanglu/io/input.h"

G_BEGIN_DECLS

/** What a file is, by its first bytes, never by its name: an .xls is a web page as often as not. */
typedef enum
{
  YL_FILE_TEXT,       /* CSV, as far as can be told */
  YL_FILE_PACKAGE,    /* a zip archive: .xlsx, or none of ours */
  YL_FILE_ODF,        /* a zip archive that begins with its mimetype: .ods (ODF 1.3 part 2, 3.3) */
  YL_FILE_COMPOUND,   /* .xls, .et, and every workbook with a password ([MS-CFB] 2.2) */
  YL_FILE_OLD_EXCEL,  /* Excel 2 to 4, and 5 without its container */
  YL_FILE_WEB_PAGE,   /* HTML, also one that was saved as a whole (MIME) */
  YL_FILE_XML_SHEET,  /* XML 电子表格 2003 */
  YL_FILE_XML,        /* any other */
  YL_FILE_COMPRESSED, /* gzip, 7z, RAR and their like */
  YL_FILE_PDF,
  YL_FILE_PICTURE,
  YL_FILE_BINARY, /* bytes that no text has */
  YL_FILE_ROWS,   /* no file: the sheets of a record */
  YL_N_FILE_FORMS
} YlFileForm;

/** yl_file_form_find: a file that cannot be read is a text: who reads it tells. */
YlFileForm yl_file_form_find (const YlInput *input);

/** yl_file_form_is_workbook: whether it has sheets that are read: .xlsx, .xls, .ods, a record. */
gboolean yl_file_form_is_workbook (const YlInput *input);

/** yl_file_form_check: refuses a file that is not of @form, with what it is instead
 * (%YL_ERROR_INVALID). */
gboolean yl_file_form_check (const YlInput *input, YlFileForm form, GError **error);

G_END_DECLS
