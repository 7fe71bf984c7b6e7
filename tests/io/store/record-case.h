#pragma once

#include "yanglu/io/store/step.h"

/** A record in a folder of its own. */
typedef struct
{
  char *folder;
  char *path;
  YlRecord *record;
  guint n_steps; /* ids of steps are drawn from it */
} RecordCase;

RecordCase *record_case_new (void);
void record_case_free (RecordCase *c);

/** record_case_reopen: closes it and opens it again. */
void record_case_reopen (RecordCase *c);

/** record_case_type: one cell of @sheet, of the row @id at @rev; Returns: (transfer full) */
YlStepAnswer *record_case_type (RecordCase *c,
                                const char *sheet,
                                const char *id,
                                gint64 rev,
                                const char *column,
                                const char *text);
/** record_case_add: a road of that code behind @after; Returns: (transfer full): its id */
char *record_case_add (RecordCase *c, const char *after, const char *code);
/** record_case_drop, record_case_undo: Returns: (transfer full) */
YlStepAnswer *record_case_drop (RecordCase *c, const char *id, gint64 rev);
YlStepAnswer *record_case_undo (RecordCase *c, gint64 seq);

/** record_case_list: (transfer full): the codes of the roads in their order, "A B C". */
char *record_case_list (RecordCase *c);
/** record_case_run_sql: on the file itself, which is closed meanwhile, as a stranger would. */
void record_case_run_sql (RecordCase *c, const char *sql);
/** record_case_verify: (transfer full): what the verification says, "" when all holds. */
char *record_case_verify (RecordCase *c, const char *anchor);
