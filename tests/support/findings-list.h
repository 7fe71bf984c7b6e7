#pragma once

#include "yanglu/domain/finding.h"

/**
 * yl_findings_list: (transfer full): what was found, in one line: code, cell, yuan at stake ("?" when
 * nobody can tell) and gainer: "C01 E5 10.00 沙镇镇; C02 D3 0.00"; information in brackets.
 */
char *yl_findings_list (const YlFindings *findings);
