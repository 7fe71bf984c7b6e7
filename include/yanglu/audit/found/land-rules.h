#pragma once

#include "yanglu/audit/found/money-rules.h"
#include "yanglu/domain/audit/coverage.h"
#include "yanglu/domain/audit/found-land.h"

G_BEGIN_DECLS

/**
 * yl_found_check_land: a table of land-transfer revenue line by line, each against the lines that it
 * comes from, so that one mistake is one finding (S3):
 * C01: the costs do not make their total; income less costs is not the net revenue;
 * B05: costs above income; more drawn than the share of the net revenue comes to: another base;
 * B04: a share outside the range of the policy; less drawn than the share of the net revenue comes
 * to, or where no share stands, than the lower end of the range does.
 * In 万元 what rounding may have left is no difference.
 * @lands: (element-type YlFoundLand)
 */
void yl_found_check_land (const GPtrArray *lands,
                          const char *file,
                          const YlFoundContext *context,
                          YlFindings *findings);

/**
 * yl_found_cover_land: which figures of @lands were compared: what is drawn and the net revenue with
 * what they come from, income and costs as parts of them. Without both, nothing was.
 * @lands: (element-type YlFoundLand)
 */
void yl_found_cover_land (const GPtrArray *lands, YlCoverage *coverage);

G_END_DECLS
