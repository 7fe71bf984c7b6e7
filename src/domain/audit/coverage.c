#include "yanglu/domain/audit/coverage.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/base/money.h"

#include <string.h>

YlCoverage *
yl_coverage_new (void)
{
  YlCoverage *coverage = yl_arena_new_record (sizeof *coverage);
  coverage->gaps = yl_arena_array (coverage->arena, sizeof (YlCoverageGap));
  return coverage;
}

/* (nullable): the last one comes first, for figures come column by column. */
static YlCoverageGap *
find_alike (const YlCoverage *coverage, const YlCoverageGap *gap)
{
  for (guint i = coverage->gaps->len; i > 0; i--)
    {
      YlCoverageGap *there = &g_array_index (coverage->gaps, YlCoverageGap, i - 1);
      if (there->reason == gap->reason && strcmp (there->sheet, gap->sheet) == 0
          && strcmp (there->column, gap->column) == 0)
        return there;
    }
  return NULL;
}

void
yl_coverage_add_gap (YlCoverage *coverage, const YlCoverageGap *gap)
{
  YlCoverageGap *there = find_alike (coverage, gap);
  if (there != NULL)
    {
      there->n_figures += gap->n_figures;
      /* A sum that fits nowhere is not told. */
      there->is_money =
          there->is_money && gap->is_money
          && !__builtin_add_overflow (there->amount_fen, gap->amount_fen, &there->amount_fen);
      return;
    }
  YlCoverageGap copy = *gap;
  copy.sheet = yl_arena_keep (coverage->arena, gap->sheet);
  copy.column = yl_arena_keep (coverage->arena, gap->column);
  copy.cell = yl_arena_keep (coverage->arena, gap->cell);
  g_array_append_val (coverage->gaps, copy);
}

void
yl_coverage_append (YlCoverage *coverage, const YlCoverage *more)
{
  coverage->n_rows += more->n_rows;
  coverage->n_columns += more->n_columns;
  coverage->n_proved += more->n_proved;
  coverage->n_linked += more->n_linked;
  for (guint i = 0; i < more->gaps->len; i++)
    yl_coverage_add_gap (coverage, &g_array_index (more->gaps, YlCoverageGap, i));
}

gboolean
yl_coverage_is_whole (const YlCoverage *coverage)
{
  return coverage->n_rows > 0 && coverage->gaps->len == 0;
}

char *
yl_coverage_gap_to_text (const YlCoverageGap *gap)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ gap->amount_fen });
  const gboolean has_column = gap->column[0] != '\0';
  const gboolean is_unknown = gap->reason == YL_GAP_ERROR || gap->reason == YL_GAP_UNWORKED;
  const gboolean has_sum = gap->is_money && gap->amount_fen != 0;
  return g_strdup_printf ("工作表“%s”%s%s%s %" G_GUINT64_FORMAT " 个%s（%s 起%s%s%s）：%s",
                          gap->sheet, has_column ? "“" : "", gap->column, has_column ? "”列" : "",
                          gap->n_figures, is_unknown ? "单元格" : "数", gap->cell,
                          has_sum ? "，合计 " : "", has_sum ? yuan : "", has_sum ? " 元" : "",
                          yl_gap_reason_get_name (gap->reason));
}

char *
yl_coverage_to_text (const YlCoverage *coverage)
{
  if (coverage->n_rows == 0)
    return g_strdup ("没有核对任何金额。");
  const char *how = coverage->n_linked == 0   ? "均与重算结果核对"
                    : coverage->n_proved == 0 ? "仅核对勾稽关系"
                                              : "部分与重算结果核对，部分仅核对勾稽关系";
  return g_strdup_printf ("已核对 %" G_GUINT64_FORMAT " 行 %" G_GUINT64_FORMAT " 列金额，%s。",
                          coverage->n_rows, coverage->n_columns, how);
}

YL_DEFINE_MEMBERS (yl_gap_reason,
                   YlGapReason,
                   YL_N_GAP_REASONS,
                   [YL_GAP_UNREAD] = { "unread", "不是数字，没有读出" },
                   [YL_GAP_NO_BASIS] = { "no_basis", "没有里程、标准或合计可以印证" },
                   [YL_GAP_SET_ASIDE] = { "set_aside", "不知这一列是什么" },
                   [YL_GAP_OUTSIDE] = { "outside", "不在认出的表里" },
                   [YL_GAP_ERROR] = { "error", "公式得出的是错误值" },
                   [YL_GAP_UNWORKED] = { "unworked", "公式未能算出" })
