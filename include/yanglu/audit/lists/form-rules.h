#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/**
 * yl_forms_check: what a township's form says above its heads that its rows are not taken by: a title of another year
 * than @year (C10, W, each form once: which of its kilometres changed meanwhile nobody knows, so no amount), and a
 * 乡镇代码 of another township than the name beside it, by which the rows count that name none (E07, W). A code that
 * the register does not know settles nothing. @file: that form alone; %NULL: all.
 */
void yl_forms_check (const YlIntake *intake,
                     const YlPlaces *places,
                     guint year,
                     const char *file,
                     YlFindings *findings);

G_END_DECLS
