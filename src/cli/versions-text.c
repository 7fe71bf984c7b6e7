#include "yanglu/cli/versions-text.h"

#include "yanglu/base/money.h"

/* So many changes of each origin are listed; JSON has them all. */
static const guint n_listed[] = {
  [YL_CHANGE_EDITED] = 200,
  [YL_CHANGE_ENTERED] = 50,
  [YL_CHANGE_FOLLOWS] = 10,
};
G_STATIC_ASSERT (G_N_ELEMENTS (n_listed) == YL_N_CHANGE_ORIGINS);

static void
print_verdict (const YlDiffJob *job, YlSide side, gboolean holds)
{
  const YlAuditJob *audit = job->audits[side];
  if (audit == NULL || (audit->audit->verdict == YL_VERDICT_HOLDS) != holds)
    return;
  g_print ("%s%s %s：%s。%s\n", holds ? "" : "注意：", job->reconciliation->called[side],
           job->sides[side].file, yl_verdict_get_name (audit->audit->verdict),
           audit->audit->conclusion);
}

void
yl_versions_print_verdicts (const YlDiffJob *job)
{
  for (guint side = 0; side < YL_N_SIDES; side++)
    print_verdict (job, side, FALSE);
  for (guint side = 0; side < YL_N_SIDES; side++)
    print_verdict (job, side, TRUE);
}

static void
print_total (const YlDiffJob *job, YlSide side)
{
  g_autofree char *total = yl_money_to_grouped ((YlMoney){ job->versions->stated_fen[side] });
  g_print ("  %18s  %s表上合计\n", total, job->reconciliation->called[side]);
}

static void
print_step (const YlDiffJob *job, const YlVersionStep *step)
{
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ step->amount_fen });
  g_autofree char *change = g_strconcat (step->amount_fen > 0 ? "+" : "", amount, NULL);
  const char *called = step->has_side ? job->reconciliation->called[step->side] : "";
  g_print ("  %18s  %s%s%s\n", change, called,
           !step->has_side        ? ""
           : step->side == YL_OLD ? "去掉："
                                  : "改动：",
           step->step);
}

/* The budgets that the copies make are the same where only what is shown was changed. */
static void
print_steps (const YlDiffJob *job)
{
  const YlVersions *versions = job->versions;
  const gint64 change_fen = versions->stated_fen[YL_NEW] - versions->stated_fen[YL_OLD];
  g_autofree char *change = yl_money_to_grouped ((YlMoney){ change_fen });
  if (!versions->has_stated)
    {
      g_print ("\n有一份表上的合计读不出来，不能比较表上合计。\n");
      return;
    }
  g_print ("\n表上合计之差 %s%s 元：\n", change_fen > 0 ? "+" : "", change);
  print_total (job, YL_OLD);
  for (guint i = 0; i < versions->steps->len; i++)
    print_step (job, &g_array_index (versions->steps, YlVersionStep, i));
  print_total (job, YL_NEW);
}

static void
print_side (const YlDiffJob *job, const YlVersionChange *change, YlSide side)
{
  g_autofree char *text = yl_version_change_to_text (change, side);
  const char *cell = change->cell[side];
  const gboolean is_cell = change->extent == YL_CHANGE_OF_CELL;
  g_print ("      %s %s%s%s%s\n", job->reconciliation->called[side], is_cell ? cell : "",
           is_cell ? "：" : "", text, change->is_edited[side] ? "（改动）" : "");
}

static void
print_changes (const YlDiffJob *job, YlChangeOrigin origin)
{
  const YlVersions *versions = job->versions;
  const guint64 n = versions->n_changes[origin];
  guint n_told = 0;
  if (n == 0)
    return;
  g_print ("%s %" G_GUINT64_FORMAT " 处：\n", yl_change_origin_get_name (origin), n);
  for (guint i = 0; i < versions->changes->len && n_told < n_listed[origin]; i++)
    {
      const YlVersionChange *change = &g_array_index (versions->changes, YlVersionChange, i);
      if (change->origin != origin)
        continue;
      g_autofree char *name = yl_version_change_to_name (change);
      g_print ("  %s\n", name);
      print_side (job, change, YL_OLD);
      print_side (job, change, YL_NEW);
      n_told++;
    }
  if (n > n_told)
    g_print ("  其余 %" G_GUINT64_FORMAT " 处没有列出，见 --format json。\n", n - n_told);
}

void
yl_versions_print (const YlDiffJob *job)
{
  const YlVersions *versions = job->versions;
  if (versions == NULL)
    return;
  print_steps (job);
  g_print ("\n两份工作簿逐格比较：");
  if (yl_versions_count (versions) == 0)
    g_print ("表上没有不同。\n");
  else
    g_print ("%" G_GUINT64_FORMAT " 处不同。\n", yl_versions_count (versions));
  if (versions->n_renumbered > 0)
    g_print ("另有 %" G_GUINT64_FORMAT " 行只是序号不同。\n", versions->n_renumbered);
  for (guint origin = 0; origin < YL_N_CHANGE_ORIGINS; origin++)
    print_changes (job, (YlChangeOrigin) origin);
}
