#pragma once

#include "yanglu/app/budget/list.h"
#include "yanglu/app/given-lists.h"

G_BEGIN_DECLS

/** The name that is proposed for one list that goes back. */
#define YL_GIVEN_BACK "退回.xlsx"

/** yl_lists_are_several: whether what is made of each list of @arguments needs a folder: one is a folder, whatever
 * it holds, or there are more than one. @arguments: (array zero-terminated=1) */
gboolean yl_lists_are_several (const char *const *arguments);

/** yl_lists_propose: (transfer full): "yanglu COMMAND LISTS REST"; what came by standard input is gone, and has to be
 * a file first. */
char *yl_lists_propose (const char *command, const char *const *arguments, const char *rest);

/** yl_lists_propose_back: (transfer full): the command that gives the lists of @arguments back, under a name that
 * nothing has yet. */
char *yl_lists_propose_back (const char *const *arguments);

/** yl_lists_check_folder: refuses the @folder of one of @lists with %YL_ERROR_USAGE: a copy bears the name of what
 * it is the copy of, and would stand in its place or beside it. */
gboolean yl_lists_check_folder (const YlGivenLists *lists, const char *folder, GError **error);

/**
 * yl_lists_give_back: writes each list of @job in which something was found into @folder, all of them or, where one of
 * their names is taken, none, and prints which those are and which have no faults. A copy has the name of its list,
 * as a workbook: 沙镇镇.xlsx of 沙镇镇.csv.
 */
gboolean
yl_lists_give_back (const YlListJob *job, const char *folder, gboolean force, GError **error);

/** yl_lists_tell_return: (transfer full): what to do with the copies in @folder when they come back, and the command
 * that checks all of @arguments again, the mended in the place of the old. */
char *yl_lists_tell_return (const YlListJob *job, const char *const *arguments, const char *folder);

G_END_DECLS
