#pragma once

#include "yanglu/forms/entry/entry-book.h"

/** yl_test_make_entry: writes the entry workbook to @path; fails the test when it cannot. */
void
yl_test_make_entry (const YlEntity *entity, guint year, const YlPlaces *places, const char *path);
