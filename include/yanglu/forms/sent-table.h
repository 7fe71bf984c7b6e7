#pragma once

#include "yanglu/domain/sent-list.h"
#include "yanglu/forms/table.h"

G_BEGIN_DECLS

/* 报送情况: of several lists, what each brought; a sheet of the budget, of the findings of a check and of a summary. */

/** A row of it, and what all of them add up to. */
typedef struct
{
  const char *name;
  const char *townships;
  const char *entity;
  const char *contact;
  const char *phone;
  const char *date;
  gint64 rows;
  gint64 left_out;
  gint64 sections;
  gint64 counted_m;
  gint64 roads_fen;
  gint64 errors;
  gint64 warnings;
  const char *standing;
  gint64 at_stake_fen;
} YlSentRow;

#define YL_N_SENT_COLUMNS 16
/** The columns where the book has the table "roads", whose column "list" names the lists: they follow from it … */
extern const YlTableColumn yl_sent_columns[YL_N_SENT_COLUMNS];
/** … and where it has none: they are values; the last is what findings put at stake. */
extern const YlTableColumn yl_sent_value_columns[YL_N_SENT_COLUMNS];
#define YL_SENT_FORM                                                                               \
  {                                                                                                \
    .name = YL_SHEET_SENT, .title = "农村公路里程台账报送情况表", .unit_note = "单位：公里、元",   \
    .is_a3 = TRUE                                                                                  \
  }

/** yl_sent_row_of: the row of @sent, which the table calls @name. */
YlSentRow yl_sent_row_of (const YlSentList *sent, const char *name);
/** yl_sent_note: below the table: which townships have no road in it, and whether they sent a list. @texts: keep what is
 * written */
void yl_sent_note (const YlSentLists *sent, YlSheet *sheet, GStringChunk *texts);
/** yl_sent_write: the sheet of a book that has no table "roads". @of: before its title: "东昌府区2021年" */
void yl_sent_write (const YlSentLists *sent, YlForm *form, YlTables *tables, const char *of);

G_END_DECLS
