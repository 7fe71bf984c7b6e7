#pragma once

/* What stands in the groups of a policy that have keys of their own. */

typedef enum
{
  YL_LAND_MIN_SHARE,     /* ppm */
  YL_LAND_MAX_SHARE,     /* ppm */
  YL_LAND_DEFAULT_SHARE, /* ppm */
  YL_LAND_PAYERS,        /* bit mask: 1 << YlPayer */
  YL_LAND_BASIS,         /* text in `shown`: "net-2011-62"; value 0 */
} YlLandKey;

/** Of what the county must give at least a share to daily maintenance. */
typedef enum
{
  YL_MATCH_SUPERIOR_GRANTS, /* the public daily grants of centre, province and city */
} YlMatchKey;

/** What a budget must say beside its roads. */
typedef enum
{
  YL_REQUIRED_LAND,
  YL_REQUIRED_RUNNING,
  YL_REQUIRED_STAFF,
  YL_REQUIRED_ROAD_CHIEF,
  YL_REQUIRED_RATIO,
  YL_REQUIRED_INSURANCE,
} YlRequiredKey;
#define YL_N_REQUIRED_KEYS (YL_REQUIRED_INSURANCE + 1)

/** What declared shares divide: the key beside the payers'. */
#define YL_SHARE_BASE_KEY 100
typedef enum
{
  YL_SHARE_OF_STANDARD,    /* the whole daily standard */
  YL_SHARE_AFTER_SUPERIOR, /* what the daily grants of superior levels without a share leave of it */
} YlShareBase;
#define YL_N_SHARE_BASES 2

/** Of what the ratio of 养护工程 is taken: the keys beside the targets. */
#define YL_ENGINEERING_BASE_KEY 100  /* YlMileageBasis: maintained or counted */
#define YL_ENGINEERING_YEARS_KEY 101 /* how many years up to the base year its yearly mean is of */
#define YL_ENGINEERING_MAX_YEARS 10
