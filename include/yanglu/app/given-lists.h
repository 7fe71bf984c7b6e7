#pragma once

#include "yanglu/domain/choices.h"

G_BEGIN_DECLS

/** Lists that one budget is made of, or that are checked as one. */
#define YL_GIVEN_LISTS_MAX 256u
/** Lists that are only added up, or held against each other. */
#define YL_GIVEN_LISTS_MAX_SUMMED 65536u

/** A road list that was asked for. */
typedef struct
{
  const char *path; /* as it was typed, or in the folder that was; "-" for standard input */
  const char *
      name; /* that findings call it by: its last part, with folders where another list is called so too */
} YlGivenList;

/** YlGivenLists: the road lists that a command was given, one after the other. */
typedef struct
{
  YlArena *arena;
  GArray *lists; /* of YlGivenList, at least one */
  const char *
      passed_over; /* (nullable): files of a folder that are no lists, and why: "预算.xlsx（…）、…" */
} YlGivenLists;

/**
 * yl_given_lists_find:
 * @arguments: (array zero-terminated=1): files, folders, "-" once
 * @max: so many lists at most
 *
 * A folder stands for the files in it whose names end as lists do, and those in .txt that are tables, in the order
 * of the bytes of their names; folders in it are not entered. Hidden files, those that Excel and WPS keep beside an open workbook, other
 * kinds of files and what this program made itself (budgets, findings, working papers) are passed
 * over and named.
 *
 * Returns: (transfer full): %NULL with %YL_ERROR_INVALID for a folder without lists or for the same
 *   list twice (the same file, or the same bytes), %YL_ERROR_LIMIT for more than @max
 */
YlGivenLists *yl_given_lists_find (const char *const *arguments, guint max, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlGivenLists, yl_arena_free_record)

/** yl_given_lists_is_folder: whether @path is a folder, whose lists are found as above. */
gboolean yl_given_lists_is_folder (const char *path);

const YlGivenList *yl_given_lists_get (const YlGivenLists *given, guint *out_n);
/** yl_given_lists_has_file: whether writing to @path would replace one of them. */
gboolean yl_given_lists_has_file (const YlGivenLists *given, const char *path);
/** yl_given_lists_tell: what was passed over, in @choices. @passed_over: (nullable) */
void yl_given_lists_tell (const char *passed_over, YlChoices *choices);

G_END_DECLS
