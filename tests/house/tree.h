#pragma once

#include <glib.h>

/** A source or header of the tree as the house tests see it. */
typedef struct
{
  const char *path;   /* from the root: "src/calc/shares.c" */
  const char *layer;  /* "base" … "main" */
  const char *folder; /* "csv" of src/io/csv/…; "" at the root of a layer */
  const char *text;   /* the whole file */
  const char *code;   /* the same, comments and what stands in quotes blanked out */
  char **lines;       /* comments blanked out */
  char **raw_lines;
} HouseFile;

/** What is wrong: lines "path:line: what". */
typedef void (*HouseRule) (const HouseFile *file, GPtrArray *problems);

/** house_check: runs @rule over every .c and .h below src and include; returns the number of files
 * read. */
guint house_check (const char *root, HouseRule rule, GPtrArray *problems);

/** house_report: adds "path:line: what"; line 0 is left out. */
void house_report (GPtrArray *problems, const HouseFile *file, guint line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/** house_get_line: the number of the line that @offset of the code lies in. */
guint house_get_line (const HouseFile *file, gsize offset);

/** house_get_root: the tree under test. */
const char *house_get_root (void);

/** house_assert_clean: fails, naming every problem, unless files were read and nothing is wrong. */
void house_assert_clean (HouseRule rule);

/** house_assert_found: fails unless @rule finds exactly one problem in a tree with only this file,
 * and it begins with @expected. */
void house_assert_found (HouseRule rule, const char *path, const char *text, const char *expected);

/** house_assert_allowed: fails when @rule finds anything in a tree with only this file. */
void house_assert_allowed (HouseRule rule, const char *path, const char *text);
