#pragma once

#include "yanglu/forms/papers/year-book.h"
#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/** yl_year_changes_write: 改动处 of @form, where two workbooks were audited or compared; else nothing. */
void yl_year_changes_write (const YlYearBookRequest *request, YlForm *form, const char *entity);
/** yl_year_findings_write: the findings of both, each with its side; nothing where there are none. */
void yl_year_findings_write (const YlYearBookRequest *request, YlForm *form, const char *entity);

G_END_DECLS
