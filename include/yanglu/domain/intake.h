#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/text.h"
#include "yanglu/domain/road-row.h"
#include "yanglu/domain/word-list.h"
#include "yanglu/domain/row-id.h"

G_BEGIN_DECLS

/** One column of a table of the input, as it was taken. */
typedef struct
{
  const char *head;       /* as written, "桩号 起点" of two rows; "" where none stands there */
  const char *role;       /* (nullable): as what it was read, "里程"; %NULL: it was not read */
  YlHeadUnit unit;        /* that its head states, or a line above the heads */
  gboolean is_unit_above; /* it is that line */
  YlHeadUnit usual;       /* what a silent head means; %YL_UNIT_NONE: of what is no quantity */
  guint64 n_filled;       /* of one that was not read: its filled cells in the rows that were */
  YlNeedless needless;    /* of one that was not: why nobody has to; YL_N_NEEDLESS: who knows */
  guint64 n_counting; /* of one that may number the rows: cells that count 1, 2, 3 from the first */
  guint64 n_merged;   /* of one that was: cells filled from the merged cell that they are part of */
} YlIntakeColumn;

/** yl_intake_column_is_needless: whether nobody has to read it, by its head and by what stands in it. */
gboolean yl_intake_column_is_needless (const YlIntakeColumn *column);

/** One table of the input. */
typedef struct
{
  const char *file;
  const char *sheet;    /* "" of a file without sheets */
  const char *kind;     /* what its rows are: "资金来源"; "" of a road list */
  YlRowId first_row;    /* of its rows; its heads stand above */
  GArray *columns;      /* of YlIntakeColumn, from the first of its sheet on; or its keys */
  guint value_cell;     /* of a table without heads: where its values stand; 0: it has heads */
  guint64 n_rows;       /* below its heads, blank ones and sums aside; of a road list 0 */
  gboolean is_replaced; /* another file was given for the same: nothing of it counts */
  guint64 n_left_out;   /* rows that were not understood */
  guint64 n_left_out_measured; /* of them, those that say a length, or an amount */
  gint64 left_out_m;           /* Σ of the lengths */
  gint64 left_out_fen;         /* Σ of the amounts */
  guint64 n_hidden;            /* rows that count and are hidden, by hand or by a filter */
  gint64 hidden_m;             /* Σ of what they say of lengths that count */
  gint64 hidden_fen;           /* Σ of their amounts */
  guint64 n_class_filled;      /* rows whose class is that of a band above them, or of the sheet */
  guint64 n_township_filled;   /* the same of the township */
  guint64 n_worked_out;        /* formulas of the sheet whose value was not saved */
  guint64 n_unsaved;           /* those that nobody could work out */
} YlIntakeTable;

/** So many rows that were left out are kept by name. */
#define YL_INTAKE_MAX_LEFT_OUT 10000u

/** A row of a road list that was left out, or is of another budget. */
typedef struct
{
  const char *file;
  const char *sheet;
  const char *route_code; /* as far as it was read; "" */
  const char *route_name;
  const char *previous_code;
  const char *township; /* of one of another budget; else "" */
  YlRowId row;
} YlIntakeLeftOut;

/** A file of text of the input, and how it was decoded. */
typedef struct
{
  const char *file;
  const char *form; /* "GB18030，逗号分隔" */
} YlIntakeFile;

/** A sheet of a workbook that has several with the heads of a road list. */
typedef struct
{
  const char *file;
  const char *sheet;
  const char *why; /* (nullable): why it was passed over; %NULL: it was read */
  guint64 n_rows;  /* that can count */
  gint64 length_m; /* Σ of their lengths; %YL_INTAKE_NO_LENGTH: nobody knows */
} YlIntakeSheet;
#define YL_INTAKE_NO_LENGTH (-1)

/** YlIntake: what was read, and what stood beside it, in the order of the files: a run tells it. */
typedef struct
{
  YlArena *arena;
  GPtrArray *tables;  /* of YlIntakeTable */
  GArray *files;      /* of YlIntakeFile */
  GArray *sheets;     /* of YlIntakeSheet */
  GArray *left_out;   /* of YlIntakeLeftOut, the first YL_INTAKE_MAX_LEFT_OUT */
  GArray *of_others;  /* of YlIntakeLeftOut: roads of another budget, the first so many too */
  GArray *senders;    /* of YlSender (domain/sender.h) */
  GPtrArray *budgets; /* of const char *: files that are budgets of ours: their roads were read */
  guint n_settled;    /* the tables, when the last of them took the place of others; else 0 */
  gboolean is_adding; /* the next tables stand beside those of their kind, and take no place */
} YlIntake;

YlIntake *yl_intake_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlIntake, yl_arena_free_record)

/** yl_intake_add_table: (transfer none): copies its texts; the table lives as long as @intake, and takes
 * the place of those of its kind that another file had, unless @intake is adding. */
YlIntakeTable *yl_intake_add_table (
    YlIntake *intake, const char *file, const char *sheet, const char *kind, YlRowId first_row);
/** yl_intake_add_column: the next column of @table; copies its texts. */
void yl_intake_add_column (YlIntake *intake, YlIntakeTable *table, const YlIntakeColumn *column);
/** yl_intake_add_left_out: a row of @table that was left out and counted there; copies the texts. */
void yl_intake_add_left_out (YlIntake *intake,
                             const YlIntakeTable *table,
                             YlRowId row,
                             const YlRoadRow *read);
/** yl_intake_add_of_others, …_sheet, …_file, …_budget: each copies the texts. */
void yl_intake_add_of_others (YlIntake *intake, const YlIntakeLeftOut *road);
void yl_intake_add_sheet (YlIntake *intake, const YlIntakeSheet *sheet);
void yl_intake_add_file (YlIntake *intake, const char *file, const char *form);
void yl_intake_add_budget (YlIntake *intake, const char *file);

G_END_DECLS
