#pragma once

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** So many findings that say the same of rows of one sheet are one group; fewer stand for themselves. */
#define YL_FINDING_GROUP_MIN 4u

/**
 * yl_findings_group: findings that differ in their rows and in what stands there alone are one, in the
 * place of the first: code, severity, file, sheet and column are the same, and so are their messages but for numbers,
 * codes and what is quoted. It says how many they are, which rows and, in `seen`, what stands there;
 * its yuan are their sum, unknown when one is.
 *
 * Returns: (transfer full)
 */
YlFindings *yl_findings_group (const YlFindings *findings);

G_END_DECLS
