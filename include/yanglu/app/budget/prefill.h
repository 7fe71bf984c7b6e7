#pragma once

#include "yanglu/app/budget/list.h"
#include "yanglu/forms/entry/entry-book.h"

G_BEGIN_DECLS

/** YlPrefill: the roads of a list of last year as cells of 里程台账: its codes and stakes stand as those of last year,
 * too; what is asked for again every year is left out. */
typedef struct
{
  YlArena *arena;
  GPtrArray *names;  /* (element-type utf8): of the columns, as YlEntryRows has them */
  GPtrArray *heads;  /* (element-type utf8) */
  GPtrArray *rows;   /* of const char *const *: the cells of each row */
  GArray *townships; /* of guint32: nine digits, by row; 0: of none that the register knows */
  GPtrArray *places; /* (element-type utf8): where each row stood: "第 5 行（X001371502）" */
  guint n_not_understood; /* the last rows: their code and name are all there is */
} YlPrefill;

YlPrefill *yl_prefill_make (const YlListJob *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPrefill, yl_arena_free_record)

G_END_DECLS
