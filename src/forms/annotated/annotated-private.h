#pragma once

#include "yanglu/forms/annotated/annotated-book.h"
#include "yanglu/forms/cells.h"

G_BEGIN_DECLS

/* ---- audit-page.c, list-page.c: the sheet that a copy has beside those of its file ---- */

#define YL_TITLE_NOTES "农村公路养护预算审计批注"
#define YL_TITLE_GIVEN_BACK "农村公路里程台账退回修改"

typedef struct
{
  const YlAnnotatedRequest *request;
  const char *file; /* whose findings they are */
  const YlFindings *findings;
  const char *sheet;
  const char *title;
  const char *const *names; /* (array length=n_names): columns of the list of findings */
  guint n_names;
  gboolean leads_back;     /* cells lead to their line on it */
  const GPtrArray *losses; /* of const char *: yl_annotated_list_losses() */
  void (*introduce) (gconstpointer page, YlSheet *sheet);
} YlNotesPage;

void yl_notes_page_init_audit (YlNotesPage *page, const YlAnnotatedRequest *request);
void yl_notes_page_init_list (YlNotesPage *page, const YlAnnotatedRequest *request);
/** yl_notes_page_write_line: a line of its introduction, over all its columns. */
void yl_notes_page_write_line (const YlNotesPage *page,
                               YlSheet *sheet,
                               const char *label,
                               const char *text);
/** yl_notes_page_write_losses: a line for each. */
void yl_notes_page_write_losses (const YlNotesPage *page, YlSheet *sheet);

/* ---- dressing.c: how the cells of a planned workbook look ---- */

typedef struct
{
  guint32 row;
  guint16 column;
  guint8 look; /* YlLook */
  guint8 style;
  guint8 measure;
} YlCellDress;

typedef struct
{
  YlSheetForm form; /* without its texts and columns */
  GArray *cells;    /* of YlCellDress, by row, then column */
  GArray *settings; /* of YlSheetSetting that hold no texts */
} YlSheetDress;

/** YlDressing: of a whole workbook, by the names of its sheets. */
typedef struct
{
  GHashTable *sheets;
} YlDressing;

YlDressing *yl_dressing_new (const YlAnnotatedRequest *request);
void yl_dressing_free (YlDressing *dressing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDressing, yl_dressing_free)
/** yl_dressing_find: (nullable) */
const YlSheetDress *yl_dressing_find (const YlDressing *dressing, const char *sheet);

/* ---- notes.c: where findings stand, and what is noted there ---- */

typedef struct
{
  guint32 row;
  guint16 column;
  guint8 severity; /* the worst of its findings */
  guint8 is_shown; /* what the page shows of it is itself a finding: its look stays */
  guint finding;   /* the first, which its link leads to */
  guint n_findings;
  GString *text;
} YlCellNote;

typedef struct
{
  GPtrArray *sheets;   /* of GArray of YlCellNote, by row, then column: as the workbook has them */
  const char **places; /* of each finding: "预算总表!D7", "整个文件" */
  const char **links;  /* of each finding; NULL: nowhere in this workbook */
  GStringChunk *texts;
} YlNotes;

/** yl_notes_new: @tabs: what the sheets of @found are called in the copy. */
YlNotes *yl_notes_new (const YlNotesPage *page, const YlWorkbook *found, const char *const *tabs);
void yl_notes_free (YlNotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlNotes, yl_notes_free)

/* ---- losses.c: what a copy has not ---- */

/** yl_annotated_name_tabs: (transfer full): what the sheets are called in the copy: as they are, where a
 * workbook may have sheets of that name, and none is called @beside. */
char **yl_annotated_name_tabs (const YlWorkbook *found, const char *beside);
/** yl_annotated_may_define: whether a workbook may have that name. */
gboolean yl_annotated_may_define (const YlDefinedName *name);
/** Longer codes of number formats are not written. */
#define YL_ANNOTATED_FORMAT_BYTES 127u
/** Merges of a sheet that are written; none of them over another. */
#define YL_ANNOTATED_MERGES 4096u
/** yl_annotated_may_merge: whether merge @index of @sheet is written: it covers no cell of an earlier one. */
gboolean yl_annotated_may_merge (const YlWorksheet *sheet, guint index);
/** yl_annotated_list_losses: (transfer full): (element-type utf8): sentences. */
GPtrArray *yl_annotated_list_losses (const YlAnnotatedRequest *request, const char *const *tabs);

/* ---- sheets.c: the sheets as they were found ---- */

typedef struct
{
  const YlWorkbook *workbook;
  const YlCellSink *sink;
  const YlNotes *notes;
  const YlDressing *dressing; /* (nullable) */
  const char *const *tabs;
  GArray *looks; /* of YlCellLook: those of the workbook that can be written, one at least */
  const YlNotesPage *page;
  guint32 first_row; /* on it, of the first finding */
} YlFoundSheets;

/** yl_found_sheets_list_looks: (transfer full): for YlFoundSheets. */
GArray *yl_found_sheets_list_looks (const YlWorkbook *workbook);

/** yl_found_sheets_set_page: what holds for sheet @index as a whole; rows are still to get their heights. */
void yl_found_sheets_set_page (const YlFoundSheets *self, guint index, gpointer sunk);
/** yl_found_sheets_write: sheet @index of the workbook into @sunk, which the sink began. */
void yl_found_sheets_write (const YlFoundSheets *self, guint index, gpointer sunk);
/** yl_found_sheets_begin: (transfer none): its tab. */
gpointer yl_found_sheets_begin (const YlFoundSheets *self, guint index);

G_END_DECLS
