#include "annotated-private.h"

/* So few that the sheet is read on paper, too. */
static const char *const names[] = { "ordinal", "severity", "code",         "title",  "place",
                                     "seen",    "expected", "at_stake_fen", "message" };

/* Columns: a label, and what is said of it. */
#define LABEL_END 2

void
yl_notes_page_write_line (const YlNotesPage *page,
                          YlSheet *sheet,
                          const char *label,
                          const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 0);
  yl_sheet_span (sheet, 0, LABEL_END, label);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_span (sheet, LABEL_END + 1, page->n_names - 1, text);
}

void
yl_notes_page_write_losses (const YlNotesPage *page, YlSheet *sheet)
{
  for (guint i = 0; i < page->losses->len; i++)
    yl_notes_page_write_line (page, sheet, "没有带入", g_ptr_array_index (page->losses, i));
}

static void
write_counts (const YlNotesPage *page, YlSheet *sheet)
{
  g_autofree char *counts = g_strdup_printf (
      "错误 %" G_GUINT64_FORMAT " 项（必须改），警告 %" G_GUINT64_FORMAT
      " 项（请核对，确实无误的可以不改），提示 %" G_GUINT64_FORMAT " 项（知道即可）",
      yl_findings_get_n_of_severity (page->findings, YL_SEVERITY_ERROR),
      yl_findings_get_n_of_severity (page->findings, YL_SEVERITY_WARNING),
      yl_findings_get_n_of_severity (page->findings, YL_SEVERITY_INFO));
  yl_notes_page_write_line (page, sheet, "问题", counts);
}

static void
introduce (gconstpointer data, YlSheet *sheet)
{
  const YlNotesPage *page = data;
  const YlListGivenBack *list = page->request->list;
  yl_notes_page_write_line (
      page, sheet, "改好后",
      "请在各表着色的格里直接改，保存（仍为 .xlsx），把本文件发回给您的单位。"
      "本表和各格的批注、底色不用删除：再次检查时不读本表，改对的格不再列出。");
  yl_notes_page_write_line (
      page, sheet, "怎样看",
      "红色为错误、黄色为警告、蓝色为提示（底色本身有含义的格用边框）；鼠标停在格上看批注：问题、"
      "现值、应为、改法和涉及金额。点击下面的“位置”到该格。");
  yl_notes_page_write_line (page, sheet, "原文件", list->file);
  write_counts (page, sheet);
  yl_notes_page_write_line (page, sheet, "读入情况", list->made);
  if (list->form != NULL)
    yl_notes_page_write_line (page, sheet, "本文件", list->form);
  yl_notes_page_write_losses (page, sheet);
}

void
yl_notes_page_init_list (YlNotesPage *page, const YlAnnotatedRequest *request)
{
  *page = (YlNotesPage){ .request = request,
                         .file = request->list->file,
                         .findings = request->list->findings,
                         .sheet = YL_SHEET_GIVEN_BACK,
                         .title = YL_TITLE_GIVEN_BACK,
                         .names = names,
                         .n_names = G_N_ELEMENTS (names),
                         .introduce = introduce };
}
