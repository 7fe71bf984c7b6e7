#pragma once

/* Who has more by a mistake, where it is no payee or township of its own: papers add up by these. */
#define YL_COUNTY_TREASURY "县级财政"
#define YL_UPPER_TREASURY "上级财政"
#define YL_ALL_KEEPERS "各管养单位"
#define YL_ALL_UNITS "表中各单位"
