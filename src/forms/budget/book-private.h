#pragma once

#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/forms/cells.h"
#include "yanglu/forms/form.h"
#include "yanglu/forms/formulas.h"
#include "yanglu/forms/table.h"

#include "yanglu/forms/names.h"
#include "yanglu/forms/findings-table.h"
#include "yanglu/forms/labels.h"

G_BEGIN_DECLS

/* What a cell is in which a sheet judges. */
#define YL_SAYS_VERDICT "把实际同目标比较，或把应计提数同已列数比较得出的结论"

#define YL_SAYS_CAPITAL "预算合计的大写金额"

/* The tabs, in their order. */
typedef enum
{
  YL_TAB_COVER,
  YL_TAB_OVERVIEW,
  YL_TAB_PAYERS,
  YL_TAB_MILEAGE,
  YL_TAB_TOWNSHIPS,
  YL_TAB_PAYEES,
  YL_TAB_DETAIL,
  YL_TAB_BRIDGES,
  YL_TAB_OTHER,
  YL_TAB_SOURCES,
  YL_TAB_CHARTS,
  YL_TAB_LAND,
  YL_TAB_TARGETS,
  YL_TAB_BASIS,
  YL_TAB_SCHEDULE,
  YL_TAB_NOTICE,
  YL_TAB_CHECKS,
  YL_TAB_FINDINGS,
} YlTab;
#define YL_N_TABS (YL_TAB_FINDINGS + 1)

/* Who gets a part of the budget, as 拨付进度 and 公开表 list them. */
typedef struct
{
  const char *title;
  const char *name;
  const char *document;
  YlPurpose purpose;
  const char *formula;
  gint64 amount_fen;
} YlRecipient;
typedef GArray YlRecipients;

/* A budget workbook while it is written. */
typedef struct
{
  const YlBookRequest *request;
  const YlBudget *budget;
  const YlFigures *figures;
  const YlInventory *inventory;
  const YlEntry *entry;
  const YlEntity *entity;
  const YlPolicy *policy;
  const char *name; /* of the entity, as titles say it */
  YlForm *form;
  YlSheet *tabs[YL_N_TABS]; /* NULL: this budget has no such sheet */
  YlLabels *townships;
  YlLabels *payees;
  YlLabels *packages;
  YlTables *tables; /* "roads", "bridges", "other", "sources", "townships" … */
  YlFindingsTable findings;
  GHashTable *value_cells;  /* YlPolicyValue → "'标准依据'!$E$5" */
  GStringChunk *references; /* of the tables */
  GArray *checks;           /* of YlCheck */
  YlRecipients *recipients; /* of YlRecipient; listed once 分管养单位 is filled */
} YlBook;

/* A check of 校验: two figures that have to be the same. */
typedef struct
{
  const char *title;
  const char *left; /* formulas, without = */
  const char *right;
  gint64 units; /* what both come to */
  YlMeasure measure;
} YlCheck;

G_END_DECLS
