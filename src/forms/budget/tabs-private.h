#pragma once

#include "book-private.h"

G_BEGIN_DECLS

/* What a tab is to 目录. */
typedef enum
{
  YL_TAB_NUMBERED,
  YL_TAB_LISTED, /* without a number: no table */
  YL_TAB_BEFORE, /* the cover, and 目录 itself */
  YL_TAB_HIDDEN, /* helps the others to compute */
} YlTabRole;

/* A tab: the table that its sheet begins with, and who fills it. */
typedef struct _YlBookTab YlBookTab;
struct _YlBookTab
{
  YlSheetForm form;  /* its title without the name of the entity and the year */
  const char *table; /* as formulas call it */
  const YlTableColumn *columns;
  guint n_columns;
  const double *older_widths; /* (nullable): of the columns before the seventh edition */
  /* (nullable): whether no form requires the column and it comes to nothing: it is out of sight. */
  gboolean (*is_nothing) (const YlBook *book, const char *column);
  const char *scrolls_from; /* (nullable): the first column that does not stay while scrolling */
  gboolean (*is_wanted) (const YlBook *book); /* (nullable): else every budget has it */
  /* (nullable): makes its sheets in another way; @fill ends them too. */
  void (*open) (YlBook *book);
  void (*fill) (YlBook *book, YlTable *table);
  YlTabRole role;
  const char *remark;     /* (nullable): of 目录 */
  const char *note;       /* (nullable): the last row before the signatures */
  guint since;            /* the edition that it came with … */
  const YlBookTab *older; /* … and (nullable) what older ones have in its place */
};

extern const YlBookTab yl_tab_cover;
extern const YlBookTab yl_tab_older_cover;
extern const YlBookTab yl_tab_contents;
extern const YlBookTab yl_tab_notes;
extern const YlBookTab yl_tab_overview;
extern const YlBookTab yl_tab_payers;
extern const YlBookTab yl_tab_mileage;
extern const YlBookTab yl_tab_townships;
extern const YlBookTab yl_tab_payees;
extern const YlBookTab yl_tab_detail;
extern const YlBookTab yl_tab_bridges;
extern const YlBookTab yl_tab_other;
extern const YlBookTab yl_tab_sources;
extern const YlBookTab yl_tab_accounts;
extern const YlBookTab yl_tab_charts;
extern const YlBookTab yl_tab_land;
extern const YlBookTab yl_tab_declaration;
extern const YlBookTab yl_tab_targets;
extern const YlBookTab yl_tab_basis;
extern const YlBookTab yl_tab_schedule;
extern const YlBookTab yl_tab_notice;
extern const YlBookTab yl_tab_checks;
extern const YlBookTab yl_tab_sent;
extern const YlBookTab yl_tab_findings;
extern const YlBookTab yl_tab_choices;
extern const YlBookTab yl_tab_capital;

G_END_DECLS
