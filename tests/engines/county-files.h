#pragma once

#include <glib.h>

/** What the files of a county are to hold. */
typedef struct
{
  guint n_sections;
  guint32 seed;
  const char *policy;   /* the text of a policy file; NULL: the program chooses */
  const char *loose_km; /* length of COUNTY_LOOSE_ROAD; NULL: COUNTY_LOOSE_KM */
} CountyFiles;

/** A village road without stakes, so that another length breaks no rule. */
#define COUNTY_LOOSE_ROAD "C904371502"
#define COUNTY_LOOSE_KM "1.234"
/** Yuan per km of a village road in the policies here. */
#define COUNTY_VILLAGE_RATE "3000.01"

/** Policies that use every kind of rule: declared shares, and stacked levels. */
extern const char county_policy_by_share[];
extern const char county_policy_by_stack[];

/**
 * county_files_write: 路.csv, 录入表.xlsx, 桥.csv, 上年.csv and 办法.policy in @folder: a county with
 * every feature that the workbook shows.
 */
void county_files_write (const CountyFiles *files, const char *folder);
