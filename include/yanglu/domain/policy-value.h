#pragma once

#include "yanglu/base/date.h"
#include "yanglu/domain/policy-keys.h"

G_BEGIN_DECLS

/** The groups of a policy file that hold values. */
typedef enum
{
  YL_GROUP_DAILY_RATE,            /* keys: YlRateKind; fen per km */
  YL_GROUP_BRIDGE_RATE,           /* keys: YlBridgeSize; fen per bridge */
  YL_GROUP_BRIDGE_RATE_PER_METRE, /* keys: YlRoadClass; fen per metre */
  YL_GROUP_PAYER_SHARE,           /* keys: YlPayer (province city county), ppm; YL_SHARE_BASE_KEY */
  YL_GROUP_PAYER_RATE_PROVINCE,   /* keys: YlRoadClass; fen per km */
  YL_GROUP_PAYER_RATE_CITY,       /* keys: YlRoadClass; fen per km */
  YL_GROUP_LAND_REVENUE,          /* keys: YlLandKey */
  YL_GROUP_TARGET,       /* keys: YlIndicatorKind, ppm; YL_ENGINEERING_BASE_KEY, …YEARS_KEY */
  YL_GROUP_MILEAGE,      /* key 0: YlMileageBasis */
  YL_GROUP_COUNTY_MATCH, /* keys: YlMatchKey; ppm */
  YL_GROUP_PAYMENT,      /* keys: a day as mmdd, ppm; YL_PAYMENT_PASS_ON_DAYS, days */
  YL_GROUP_REQUIRED,     /* keys: YlRequiredKey; 1 yes, 0 no */
} YlPolicyGroup;
#define YL_N_POLICY_GROUPS 12

typedef enum
{
  YL_BASIS_COUNTED,
  YL_BASIS_MAINTAINED,
  YL_BASIS_SUBSIDISED,
} YlMileageBasis;
#define YL_N_MILEAGE_BASES 3

typedef enum
{
  YL_INDICATOR_MAINTAINED,     /* 列养率, "maintained-ratio" */
  YL_INDICATOR_ENGINEERING,    /* 养护工程比例, "engineering-ratio" */
  YL_INDICATOR_FAIR_OR_BETTER, /* 中等及以上, "fair-or-better-ratio" */
} YlIndicatorKind;
#define YL_N_INDICATORS 3

/**
 * The payment calendar: by the last day of a month (key 630: 30 June) so much of the year's money is
 * to be paid; within so many days what superior levels gave is to be passed on.
 */
#define YL_PAYMENT_PASS_ON_DAYS 0

/** The definition of land revenue that this program knows: net, as 财综〔2011〕62号 has it. */
#define YL_LAND_BASIS_NET "net-2011-62"

/** One value with where it comes from. Strings live as long as the policy. */
typedef struct
{
  YlPolicyGroup group;
  const char *area;      /* the code of `[payer-share 340621]`, or a zone's name as
                            yl_zone_name_fold() has it; "" in the general group */
  guint key;             /* meaning by group, see YlPolicyGroup */
  const char *key_name;  /* as the file spells it */
  gint64 value;          /* unit by group */
  const char *shown;     /* as the file writes it */
  const char *policy_id; /* the policy (this one or a base) that states it */
  const char *document;  /* 文号 */
  const char *clause;    /* "" when the file names none */
  gboolean verified;     /* FALSE: every print of it says 待核 */
  YlDate effective_from; /* no day: as long as its policy */
  YlDate effective_to;
} YlPolicyValue;

/** What a policy pays for a year in which it is in force only for a part. */
typedef enum
{
  YL_PART_YEAR_WHOLE,  /* the whole year */
  YL_PART_YEAR_MONTHS, /* twelfths, the month in which it starts or ends among them */
  YL_PART_YEAR_DAYS,
} YlPartYear;
#define YL_N_PART_YEARS 3

typedef struct
{
  const char *id;
  const char *title;
  const char *document;
  YlDate issued;
  YlDate effective_from;
  YlDate effective_to;     /* no day: still in force */
  const char *const *area; /* NULL-terminated code prefixes; empty: everywhere */
  const char *base;        /* id, or "" */
  gboolean verified;
  YlPartYear part_year;
  const char *text;   /* the file as read */
  const char *sha256; /* of that text, 64 hex digits */
} YlPolicyHead;

const char *
yl_mileage_basis_get_name (YlMileageBasis basis); /* "计入里程" "列养里程" "补助养护里程" */
const char *yl_mileage_basis_get_key (YlMileageBasis basis); /* "counted" … */
const char *yl_part_year_get_name (YlPartYear part_year);    /* "按全年计算" "按月折算" */
const char *yl_part_year_get_key (YlPartYear part_year);     /* "whole" "months" "days" */
const char *yl_share_base_get_name (YlShareBase base);       /* "标准总额" … */
const char *yl_share_base_get_key (YlShareBase base);        /* "standard" "after-superior" */
const char *yl_indicator_get_name (YlIndicatorKind kind);    /* "列养率" … */
const char *yl_indicator_get_key (YlIndicatorKind kind);     /* "maintained-ratio" … */
/** yl_land_basis_get_name: a definition of net revenue as people know it; one the program does not
 * know as it is. */
const char *yl_land_basis_get_name (const char *basis);

G_END_DECLS
