#pragma once

#include "yanglu/app/record/match.h"
#include "yanglu/app/record/reading.h"
#include "yanglu/audit/years/road-link.h"

G_BEGIN_DECLS

/** What becomes of a row. */
typedef enum
{
  YL_PREVIEW_ADDED,
  YL_PREVIEW_CHANGED,
  YL_PREVIEW_MISSING, /* the files do not have it: it goes, or stays, as was said */
  YL_PREVIEW_SAME,
} YlPreviewKind;
#define YL_N_PREVIEW_KINDS (YL_PREVIEW_SAME + 1)

/** yl_preview_kind_get_key: "added" "changed" "dropped" "unchanged" */
const char *yl_preview_kind_get_key (YlPreviewKind kind);

/** Rows of one kind; each amount before and after, by YlSide. */
typedef struct
{
  guint n;
  gint64 m[YL_N_SIDES];
  gint64 fen[YL_N_SIDES];
} YlPreviewTally;

/** A row that does not stay as it is. */
typedef struct
{
  YlPreviewKind kind;
  const char *id;
  const YlHeldRow *row[YL_N_SIDES]; /* (nullable): before, after */
  gboolean has_figures[YL_N_SIDES]; /* the budget of that side counts it */
  gint64 m[YL_N_SIDES];
  gint64 fen[YL_N_SIDES];
} YlPreviewRow;

/** One sheet that something is done to. */
typedef struct
{
  const YlRecordForm *form;
  guint n[YL_N_SIDES];
  gboolean is_measured; /* its rows have lengths and money: roads */
  YlPreviewTally tallies[YL_N_PREVIEW_KINDS];
  GArray *
      rows; /* of YlPreviewRow: all but the same, in their order after the step, those that go last */
} YlPreviewTable;

/** YlRecordPreview: what a step would do, and what the record would come to after it; nothing is done. */
typedef struct
{
  YlArena *arena;
  gint64 revision; /* of the record that it is of */
  GArray *changes; /* of YlChange */
  GArray *tables;  /* of YlPreviewTable */
  YlRecordRows *rows[YL_N_SIDES];
  YlRecordJob *jobs
      [YL_N_SIDES]; /* (nullable): no budget can be made of that side: why stands in @troubles */
  char *troubles[YL_N_SIDES];
  YlRecordMissing missing;
  guint n_missing; /* in all tables */
  gboolean adds;   /* rows */
  char *refusal;   /* (nullable): why none of it can be done */
} YlRecordPreview;

/** yl_record_preview_files: of what @reading holds. */
YlRecordPreview *yl_record_preview_files (YlRecord *record,
                                          YlRecordReading *reading,
                                          YlRecordMissing missing,
                                          GError **error);
/** yl_record_preview_rows: of rows that were pasted: @text is tab-separated, its first line `id` and columns of
 * @sheet, the lines below rows: those without an id are added at the end. Cells with a tab, a line break or a quote
 * stand in quotes, quotes in them twice.
 *
 * Returns: %NULL with %YL_ERROR_INVALID where it is not so, %YL_ERROR_LIMIT for more than %YL_PREVIEW_MAX_ROWS rows,
 *   %YL_ERROR_NOT_FOUND for an id that there is not */
YlRecordPreview *yl_record_preview_rows (
    YlRecord *record, const YlRecordSheet *sheet, const char *text, gsize n_bytes, GError **error);
/** yl_record_preview_forget_figures: what it was told by goes; its changes stay. */
void yl_record_preview_forget_figures (YlRecordPreview *preview);
void yl_record_preview_free (YlRecordPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecordPreview, yl_record_preview_free)

/** Rows that are pasted at once. */
#define YL_PREVIEW_MAX_ROWS 200000u

G_END_DECLS
