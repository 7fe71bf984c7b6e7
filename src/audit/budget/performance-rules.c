#include "yanglu/audit/budget/performance-rules.h"

#include "yanglu/base/decimal.h"

#include <string.h>

/* Numbers in hundred-thousandths: fen of the largest amount and a hundredth of a per cent. */
#define N_DECIMALS 5
#define WHOLE ((gint64) 100000)
#define MAX_NUMBER ((gint64) 1000000000000000000)

/* "≤500.5万元": a number, its unit, and whether more than it is worse. */
typedef struct
{
  gint64 number;
  gboolean is_percent;
  gboolean is_most;
  gboolean is_least;
  const char *unit; /* behind the number; "" */
} Value;

static const char *
skip_any (const char *text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  return text;
}

static gboolean
is_of_number (char character)
{
  return g_ascii_isdigit (character) || character == '.' || character == ',' || character == '-';
}

/* Reads @folded; what stands behind the number must live as long as it. */
static gboolean
read_value (const char *folded, Value *out_value)
{
  static const char *const most[] = {
    "≤", "<=", "<", "不高于", "不超过", "不大于", "控制在", NULL
  };
  static const char *const least[] = { "≥", ">=", ">", "不低于", "不少于", "不小于", "达到", NULL };
  const char *at = skip_any (skip_any (folded, most), least);
  const char *end = at;
  while (is_of_number (*end))
    end++;
  gint64 number = 0;
  if (yl_decimal_parse ((YlText){ at, (gsize) (end - at) }, N_DECIMALS, MAX_NUMBER, &number, NULL)
      != YL_DECIMAL_OK)
    return FALSE;
  const gboolean is_percent = *end == '%';
  *out_value = (Value){ .number = is_percent ? number / 100 : number,
                        .is_percent = is_percent,
                        .is_most = yl_text_holds_any (folded, most) || strstr (end, "以内") != NULL
                                   || strstr (end, "以下") != NULL,
                        .is_least = yl_text_holds_any (folded, least),
                        .unit = is_percent ? end + 1 : end };
  return TRUE;
}

static char *
fold (const char *text)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_of (text));
  GString *out = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static gboolean
is_same_unit (const char *target, const char *actual)
{
  static const char *const ends[] = { "以内", "以下", "以上", "及以上", NULL };
  if (target[0] == '\0' || actual[0] == '\0')
    return TRUE;
  const gsize length = strlen (actual);
  return strncmp (target, actual, length) == 0
         && (target[length] == '\0' || skip_any (target + length, ends) != target + length);
}

/* Whether two numbers can be compared, and the actual one is on the wrong side. */
static gboolean
is_number_missed (const YlFilledIndicator *row, gboolean *out_is_judged)
{
  static const char *const costs[] = { "成本", "不高于", "不超过", NULL };
  g_autofree char *target_text = fold (row->target);
  g_autofree char *actual_text = fold (row->actual);
  g_autofree char *name = g_strconcat (row->group, row->name, NULL);
  Value target;
  Value actual;
  *out_is_judged = read_value (target_text, &target) && read_value (actual_text, &actual)
                   && is_same_unit (target.unit, actual.unit);
  if (!*out_is_judged)
    return FALSE;
  /* 95 beside 90% */
  if (target.is_percent && !actual.is_percent && actual.number > WHOLE + WHOLE / 2)
    actual.number /= 100;
  const gboolean is_most = target.is_most || (!target.is_least && yl_text_holds_any (name, costs));
  return is_most ? actual.number > target.number : actual.number < target.number;
}

static gboolean
is_said_missed (const char *words)
{
  static const char *const missed[] = { "未",   "不达标", "不及时", "不足额", "没有",
                                        "滞后", "欠拨",   "部分",   "逾期",   NULL };
  static const char *const sound[] = { "未发现", "未出现", "没有问题", NULL };
  return g_str_equal (words, "否")
         || (yl_text_holds_any (words, missed) && !yl_text_holds_any (words, sound));
}

static void
report (YlFindings *findings,
        const YlFilledTable *performance,
        const YlFilledIndicator *row,
        const char *message)
{
  yl_findings_add (findings, &(YlFinding){ .code = YL_D05,
                                           .severity = yl_code_get_severity (YL_D05),
                                           .file = performance->file,
                                           .sheet = row->sheet,
                                           .row = row->row,
                                           .cell = row->cell,
                                           .column = row->name,
                                           .seen = row->actual,
                                           .expected = row->target,
                                           .message = message,
                                           .is_priced = TRUE });
}

static void
check_row (const YlFilledTable *performance, const YlFilledIndicator *row, YlFindings *findings)
{
  gboolean is_judged = FALSE;
  const gboolean is_number = is_number_missed (row, &is_judged);
  const gboolean is_words = !is_judged && is_said_missed (row->actual);
  const gboolean is_own = is_said_missed (row->verdict);
  const gboolean is_praised = row->verdict[0] != '\0' && !is_own;
  if (!is_number && !is_words && !is_own)
    return;
  g_autofree char *message =
      is_number || is_words
          ? g_strdup_printf ("“%s”填写的实际为“%s”，指标值“%s”，未达标%s%s%s", row->name,
                             row->actual, row->target, is_praised ? "；自评却写“" : "",
                             is_praised ? row->verdict : "", is_praised ? "”" : "")
          : g_strdup_printf ("“%s”指标值“%s”，单位自评“%s”", row->name, row->target, row->verdict);
  report (findings, performance, row, message);
}

/* Told once for all: the first names the place. */
static void
check_missing (const YlFilledTable *performance, guint year, YlFindings *findings)
{
  const YlFilledIndicator *first = NULL;
  guint n = 0;
  for (guint i = 0; i < performance->rows->len; i++)
    {
      const YlFilledIndicator *row = &g_array_index (performance->rows, YlFilledIndicator, i);
      if (row->is_worked_out || row->actual[0] != '\0')
        continue;
      first = n++ == 0 ? row : first;
    }
  if (n == 0)
    return;
  g_autofree char *message = g_strdup_printf (
      "%u年度已经结束，绩效目标有 %u 项没有填写实际（第一项是“%s”）；请补填后再评定", year, n,
      first->name);
  report (findings, performance, first, message);
}

void
yl_performance_check (const YlFilledTable *performance,
                      guint year,
                      YlDate date,
                      YlFindings *findings)
{
  for (guint i = 0; i < performance->rows->len; i++)
    {
      const YlFilledIndicator *row = &g_array_index (performance->rows, YlFilledIndicator, i);
      if (!row->is_worked_out)
        check_row (performance, row, findings);
    }
  if (year != 0 && date.yyyymmdd / 10000 > year)
    check_missing (performance, year, findings);
}

/* Whether anybody wrote an actual value into it. */
static guint
count_filled (const YlFilledTable *performance)
{
  guint n = 0;
  for (guint i = 0; i < performance->rows->len; i++)
    {
      const YlFilledIndicator *row = &g_array_index (performance->rows, YlFilledIndicator, i);
      n += !row->is_worked_out && (row->actual[0] != '\0' || row->verdict[0] != '\0') ? 1 : 0;
    }
  return n;
}

void
yl_performance_audit (const YlFilledTable *performance, guint year, YlDate date, YlAudit *audit)
{
  const guint n = count_filled (performance);
  yl_performance_check (performance, year, date, audit->findings);
  if (n == 0)
    return;
  const YlFilledIndicator *first = &g_array_index (performance->rows, YlFilledIndicator, 0);
  g_autofree char *what = g_strdup_printf ("工作表“%s”第 %u 行起", first->sheet, first->row);
  g_autofree char *taken = g_strdup_printf ("绩效目标，其中 %u 项填写了实际或自评", n);
  yl_audit_add_reading (audit, what, taken);
}
