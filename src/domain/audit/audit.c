#include "yanglu/domain/audit/audit.h"

#include "yanglu/base/enum-table.h"

YlAudit *
yl_audit_new (const char *file)
{
  YlAudit *audit = yl_arena_new_record (sizeof *audit);
  audit->file = yl_arena_keep (audit->arena, file);
  audit->conclusion = "";
  audit->findings = yl_findings_new ();
  audit->readings = yl_arena_array (audit->arena, sizeof (YlReading));
  audit->explanations = yl_arena_array (audit->arena, sizeof (YlExplanation));
  audit->steps = yl_arena_array (audit->arena, sizeof (YlDifferenceStep));
  audit->coverage = yl_coverage_new ();
  audit->population = yl_arena_array (audit->arena, sizeof (YlSampleUnit));
  return audit;
}

void
yl_audit_free (YlAudit *audit)
{
  if (audit == NULL)
    return;
  yl_findings_free (audit->findings);
  yl_arena_free_record (audit->paying);
  yl_arena_free_record (audit->coverage);
  yl_arena_free_record (audit->approval);
  yl_arena_free_record (audit->three_tables);
  yl_arena_free_record (audit);
}

void
yl_audit_add_reading (YlAudit *audit, const char *what, const char *taken_for)
{
  const YlReading reading = { yl_arena_keep (audit->arena, what),
                              yl_arena_keep (audit->arena, taken_for) };
  g_array_append_val (audit->readings, reading);
}

void
yl_audit_add_explanation (YlAudit *audit,
                          const char *cause,
                          const char *const *rows,
                          gint64 explained_fen,
                          gint64 remaining_fen)
{
  const YlExplanation explanation = { yl_arena_keep (audit->arena, cause),
                                      yl_arena_own (audit->arena, g_strdupv ((char **) rows),
                                                    (GDestroyNotify) g_strfreev),
                                      explained_fen, remaining_fen };
  g_array_append_val (audit->explanations, explanation);
}

void
yl_audit_add_step (YlAudit *audit, const char *step, gint64 amount_fen)
{
  const YlDifferenceStep entry = { yl_arena_keep (audit->arena, step), amount_fen,
                                   YL_STEP_OF_MANY };
  g_array_append_val (audit->steps, entry);
}

void
yl_audit_add_unit (YlAudit *audit, const YlSampleUnit *unit)
{
  const YlSampleUnit copy = { yl_arena_keep (audit->arena, unit->name),
                              yl_arena_keep (audit->arena, unit->township),
                              yl_arena_keep (audit->arena, unit->place), unit->amount_fen };
  g_array_append_val (audit->population, copy);
}

void
yl_audit_append (YlAudit *audit, const YlAudit *more)
{
  for (guint i = 0; i < more->readings->len; i++)
    {
      const YlReading *reading = &g_array_index (more->readings, YlReading, i);
      yl_audit_add_reading (audit, reading->what, reading->taken_for);
    }
  yl_findings_append (audit->findings, more->findings);
  yl_coverage_append (audit->coverage, more->coverage);
}

YL_DEFINE_MEMBERS (yl_verdict,
                   YlVerdict,
                   YL_N_VERDICTS,
                   [YL_VERDICT_HOLDS] = { "holds", "成立" },
                   [YL_VERDICT_DIFFERS] = { "differs", "不符" },
                   [YL_VERDICT_UNREADABLE] = { "unreadable", "未能重算" },
                   [YL_VERDICT_PARTLY] = { "partly", "部分核对" })
