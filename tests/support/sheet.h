#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/io/rows.h"

/**
 * yl_sheet_feed: hands @sink a sheet written as text: rows end with a newline,
 * cells are parted by |; row 1 is the first.
 */
void yl_sheet_feed (const YlRowSink *sink, const char *sheet, const char *rows);

/** yl_findings_find: the first finding of @code, or NULL. */
const YlFinding *yl_findings_find (const YlFindings *findings, YlCode code);

/** assert_finding: that a finding of @code stands at @row in column @column. */
#define assert_finding(findings, code, row, column)                                                \
  yl_assert_finding ((findings), (code), (row), (column), __FILE__, __LINE__)
/** assert_no_findings: prints those that are there. */
#define assert_no_findings(findings) yl_assert_no_findings ((findings), __FILE__, __LINE__)

void yl_assert_finding (const YlFindings *findings,
                        YlCode code,
                        guint32 row,
                        const char *column,
                        const char *file,
                        int line);
void yl_assert_no_findings (const YlFindings *findings, const char *file, int line);
