#pragma once

#include "yanglu/audit/diagnosis/diagnosis.h"
#include "yanglu/domain/places.h"

/*
 * A clerk who makes a budget by hand from a road list, and makes the mistakes
 * that he is told to. He works forward, from roads to the printed table, and
 * knows nothing of how a diagnosis looks for them.
 */

#define CLERK_MAX_TOWNSHIPS 64
#define CLERK_N_CLASSES 3
#define CLERK_N_GRANTS 3
#define CLERK_N_COSTS 8
#define CLERK_ALL CLERK_N_CLASSES
/* The mistakes that this clerk makes are the first of those that a diagnosis knows. */
#define CLERK_N_KINDS (YL_CAUSE_DIGIT_DOUBLED + 1)

typedef struct
{
  char *name;
  guint township;
  guint road_class;
  YlDiagnosisItemState state;
  gint64 length_m;
} ClerkRoad;

typedef struct
{
  GArray *roads; /* of ClerkRoad, by township */
  char *townships[CLERK_MAX_TOWNSHIPS];
  guint n_townships;
  gint64 grants_fen[CLERK_N_GRANTS]; /* 养护工程 */
  gint64 lawful_fen;                 /* 日常养护 */
  gint64 income_fen;
  gint64 costs_fen[CLERK_N_COSTS];
  gint64 share_ppm;
} ClerkCounty;

/* Where a mistake is made. */
typedef enum
{
  CLERK_AT_COLUMN, /* in the townships of the scope */
  CLERK_AT_ROAD,
  CLERK_AT_LENGTH, /* of one class in one township */
  CLERK_AT_AMOUNT, /* of one township; of one class where the table has such columns */
} ClerkPlace;

typedef struct
{
  YlCauseKind kind;
  ClerkPlace place;
  gboolean scope[CLERK_MAX_TOWNSHIPS];
  guint first;  /* class, or the first row of a shift; CLERK_ALL: all classes */
  guint second; /* class, or the last row of a shift */
  guint road;
  guint township;
  gint64 value; /* direction, unit, digit's place, grant, cost */
} ClerkMistake;

typedef struct
{
  gboolean has_lengths;
  gboolean has_class_amounts;
} ClerkForm;

typedef struct
{
  gint64 length_m[CLERK_MAX_TOWNSHIPS][CLERK_N_CLASSES];
  gint64 class_fen[CLERK_MAX_TOWNSHIPS][CLERK_N_CLASSES];
  gint64 fen[CLERK_MAX_TOWNSHIPS];
  gint64 gap_fen;
  gint64 due_fen;
} ClerkTable;

extern const gint64 clerk_rates[CLERK_N_CLASSES]; /* fen per metre */

ClerkCounty *
clerk_county_new (const YlPlaces *places, guint32 code, guint n_sections, guint32 seed);
void clerk_county_free (ClerkCounty *county);

/* The table of @county with @n mistakes. */
void clerk_write (const ClerkCounty *county,
                  const ClerkForm *form,
                  const ClerkMistake *mistakes,
                  guint n,
                  ClerkTable *table);

/* A mistake of @kind drawn by chance, at a place where it is possible. */
ClerkMistake
clerk_draw (const ClerkCounty *county, const ClerkForm *form, YlCauseKind kind, GRand *random);

/* @number with a slip of @kind at @place digits from the right; itself when there is none. */
gint64 clerk_slip (gint64 number, guint n_decimals, YlCauseKind kind, gint64 place);
