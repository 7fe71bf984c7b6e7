#pragma once

#include "yanglu/forms/papers/audit-book.h"

/** yl_test_make_papers: writes the working papers to @path; fails the test when it cannot. */
void yl_test_make_papers (const YlAuditBookRequest *request, const char *path);
