#include "reading-private.h"

#include "relations-private.h"
#include "xml-private.h"

void
yl_xlsx_report (
    const YlXlsxReading *reading, YlCode code, const YlXlsxPlace *place, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const gboolean is_ignored = code == YL_E05;
  const YlFinding finding = {
    .code = code,
    .severity = yl_code_get_severity (code),
    .file = yl_input_get_name (reading->input),
    .sheet = place->sheet,
    .row = place->row,
    .column = place->column,
    .seen = place->seen,
    .message = message,
    .is_priced = is_ignored, /* what is ignored costs nothing; what was not read, nobody knows */
  };
  yl_findings_add (reading->findings, &finding);
}

/* What is ignored: by the kind of its relationship, and by where programs put it. */
static const struct
{
  const char *kind;
  const char *piece;
  const char *what;
} ignored[] = {
  { "vbaProject", "vbaproject.bin", "宏（VBA）" },
  { "connections", "xl/connections.xml", "外部数据连接" },
  { "xlMacrosheet", "xl/macrosheets/", "Excel 4.0 宏表" },
  { "xlIntlMacrosheet", NULL, "Excel 4.0 宏表" },
};

typedef struct
{
  YlXmlPart xml;
  gboolean is_dde;
  gboolean is_ole;
} YlLinkParser;

static void
start_link_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  (void) attributes;
  YlLinkParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  self->is_dde |= strcmp (name, "ddeLink") == 0;
  self->is_ole |= strcmp (name, "oleLink") == 0;
}

static gboolean
report_link (YlXlsxReading *reading, const char *part, GError **error)
{
  YlLinkParser self = { 0 };
  if (yl_archive_has_part (reading->archive, part)
      && !yl_xml_read_part (reading->archive, part, &self.xml, start_link_element, NULL, NULL,
                            error))
    return FALSE;
  yl_xlsx_report (reading, YL_E05, &(YlXlsxPlace){ .seen = part },
                  "工作簿含有%s（%s），已忽略，只采用单元格里保存的值。",
                  self.is_dde   ? "DDE 链接"
                  : self.is_ole ? "OLE 链接"
                                : "外部链接",
                  part);
  return TRUE;
}

static gboolean
report_links (YlXlsxReading *reading, const YlRelations *relations, GError **error)
{
  for (guint i = 0; i < yl_relations_get_n (relations); i++)
    {
      const YlRelation *relation = yl_relations_get (relations, i);
      if (strcmp (relation->kind, "externalLink") == 0
          && !report_link (reading, relation->target, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
yl_xlsx_report_ignored (YlXlsxReading *reading, const char *book_part, GError **error)
{
  g_autoptr (YlRelations) relations = yl_relations_read (reading->archive, book_part, error);
  if (relations == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ignored); i++)
    {
      const YlRelation *relation = yl_relations_find_kind (relations, ignored[i].kind);
      const char *part = relation != NULL ? relation->target
                         : ignored[i].piece != NULL
                             ? yl_archive_find_part (reading->archive, ignored[i].piece)
                             : NULL;
      if (part != NULL)
        yl_xlsx_report (reading, YL_E05, &(YlXlsxPlace){ .seen = part },
                        "工作簿含有%s（%s），已忽略，未执行。", ignored[i].what, part);
    }
  return report_links (reading, relations, error);
}

gboolean
yl_xlsx_report_ignored_in_sheet (YlXlsxReading *reading,
                                 const char *part,
                                 const char *sheet,
                                 GError **error)
{
  static const struct
  {
    const char *kind;
    const char *what;
  } kinds[] = {
    { "oleObject", "嵌入的 OLE 对象" },
    { "package", "嵌入的文档" },
    { "control", "ActiveX 控件" },
    { "queryTable", "外部数据查询" },
  };
  g_autoptr (YlRelations) relations = yl_relations_read (reading->archive, part, error);
  if (relations == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const YlRelation *relation = yl_relations_find_kind (relations, kinds[i].kind);
      if (relation != NULL)
        yl_xlsx_report (reading, YL_E05, &(YlXlsxPlace){ sheet, 0, NULL, relation->target },
                        "工作表“%s”含有%s（%s），已忽略。", sheet, kinds[i].what, relation->target);
    }
  return TRUE;
}
