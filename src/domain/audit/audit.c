#include "yanglu/domain/audit/audit.h"

#include "yanglu/base/enum-table.h"

static void
reading_clear (gpointer data)
{
  YlReading *reading = data;
  g_free (reading->what);
  g_free (reading->taken_for);
}

static void
explanation_clear (gpointer data)
{
  YlExplanation *explanation = data;
  g_free (explanation->cause);
  g_strfreev (explanation->rows);
}

static void
step_clear (gpointer data)
{
  g_free (((YlDifferenceStep *) data)->step);
}

static void
unit_clear (gpointer data)
{
  YlSampleUnit *unit = data;
  g_free (unit->name);
  g_free (unit->township);
  g_free (unit->place);
}

static GArray *
array_new (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, size);
  g_array_set_clear_func (array, clear);
  return array;
}

YlAudit *
yl_audit_new (const char *file)
{
  YlAudit *audit = g_new0 (YlAudit, 1);
  audit->file = g_strdup (file);
  audit->conclusion = g_strdup ("");
  audit->findings = yl_findings_new ();
  audit->readings = array_new (sizeof (YlReading), reading_clear);
  audit->explanations = array_new (sizeof (YlExplanation), explanation_clear);
  audit->steps = array_new (sizeof (YlDifferenceStep), step_clear);
  audit->population = array_new (sizeof (YlSampleUnit), unit_clear);
  return audit;
}

void
yl_audit_free (YlAudit *audit)
{
  if (audit == NULL)
    return;
  g_free (audit->file);
  g_free (audit->conclusion);
  yl_findings_free (audit->findings);
  g_array_unref (audit->readings);
  g_array_unref (audit->explanations);
  g_array_unref (audit->steps);
  g_array_unref (audit->population);
  yl_paying_free (audit->paying);
  yl_approval_free (audit->approval);
  yl_three_tables_free (audit->three_tables);
  g_free (audit);
}

void
yl_audit_add_reading (YlAudit *audit, const char *what, const char *taken_for)
{
  const YlReading reading = { g_strdup (what), g_strdup (taken_for) };
  g_array_append_val (audit->readings, reading);
}

void
yl_audit_add_explanation (YlAudit *audit,
                          const char *cause,
                          const char *const *rows,
                          gint64 explained_fen,
                          gint64 remaining_fen)
{
  const YlExplanation explanation = { g_strdup (cause), g_strdupv ((char **) rows), explained_fen,
                                      remaining_fen };
  g_array_append_val (audit->explanations, explanation);
}

void
yl_audit_add_step (YlAudit *audit, const char *step, gint64 amount_fen)
{
  const YlDifferenceStep entry = { g_strdup (step), amount_fen };
  g_array_append_val (audit->steps, entry);
}

void
yl_audit_add_unit (YlAudit *audit, const YlSampleUnit *unit)
{
  const YlSampleUnit copy = { g_strdup (unit->name), g_strdup (unit->township),
                              g_strdup (unit->place), unit->amount_fen };
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
}

YL_DEFINE_MEMBERS (yl_verdict,
                   YlVerdict,
                   YL_N_VERDICTS,
                   [YL_VERDICT_HOLDS] = { "holds", "成立" },
                   [YL_VERDICT_DIFFERS] = { "differs", "不符" },
                   [YL_VERDICT_UNREADABLE] = { "unreadable", "无法审计" })
