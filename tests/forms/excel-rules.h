#pragma once

#include <glib.h>

/* What Excel 2010 and WPS accept without repair: the rules of check-for-excel.py, one a sentence;
 * several are separated by commas. */
#define EXCEL_RULES_ALL_BUT_CHARTS                                                                 \
  "formulas,cached_values,texts,defined_names,filters,merged_cells,sheets,package,styles,"         \
  "validations"
#define EXCEL_RULES_ALL EXCEL_RULES_ALL_BUT_CHARTS ",charts"

/** excel_rules_tell: (transfer full): what the script has to say of @book, and of @other when there
 * is one; "" when nothing. */
char *excel_rules_tell (const char *rules, const char *book, const char *other);

/* Each fails the test with what the script says. */
void assert_excel_keep (const char *rules, const char *book, const char *other);
void assert_excel_keeps (const char *rules, const char *book);
