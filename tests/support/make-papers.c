#include "support/make-papers.h"

#include "support/assert.h"
#include "yanglu/io/xlsx-writer/writer.h"

void
yl_test_make_papers (const YlAuditBookRequest *request, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, TRUE, &error);
  if (writer != NULL)
    yl_audit_book_write (request, yl_xlsx_writer_get_sink (writer));
  if (writer == NULL || !yl_xlsx_writer_close (writer, &error))
    fail_msg ("%s", error->message);
}
