#include "roads-private.h"

#include "yanglu/io/import/note.h"

#include <string.h>

/* A finding shows at most so many bytes of a cell. */
#define N_SHOWN 120

static char *
shorten (YlText seen)
{
  const YlText trimmed = yl_text_trim (seen);
  if (trimmed.length <= N_SHOWN)
    return yl_text_dup (trimmed);
  gsize n = N_SHOWN;
  while (n > 0 && ((guchar) trimmed.at[n] & 0xC0) == 0x80)
    n--;
  g_autofree char *head = yl_text_dup ((YlText){ trimmed.at, n });
  return g_strconcat (head, "…", NULL);
}

/* The head stands on one line, however many its cell has. "里程“1,2.3,4”不是数字，应为…；该行未计入。" */
static char *
compose (const RoadFault *fault, const char *head, const char *seen)
{
  g_autofree char *quoted = yl_text_join_lines (head);
  GString *message = g_string_new (quoted);
  if (seen[0] != '\0')
    g_string_append_printf (message, "“%s”", seen);
  g_string_append (message, fault->what);
  if (fault->expected != NULL)
    g_string_append_printf (message, "，应为%s", fault->expected);
  g_string_append_printf (message, "；%s", fault->effect);
  if (fault->repair != NULL)
    g_string_append_printf (message, "。可改为“%s”", fault->repair);
  g_string_append (message, "。");
  return g_string_free (message, FALSE);
}

gboolean
road_fault_is_told (RoadReading *reading, YlCode code, YlSeverity severity)
{
  YlFindings *findings = reading->import->request.findings;
  reading->is_odd = TRUE;
  return reading->is_reporting && yl_findings_want (findings, code, severity);
}

void
road_fault (RoadReading *reading, const RoadFault *fault)
{
  if (!road_fault_is_told (reading, fault->code, fault->severity))
    return;
  const YlRoadImport *import = reading->import;
  const char *head = fault->column < ROAD_N_COLUMNS
                         ? yl_head_finder_get (import->finder, fault->column)->head
                         : NULL;
  g_autofree char *seen = shorten (fault->seen);
  g_autofree char *message = compose (fault, head == NULL ? "" : head, seen);
  const YlFinding finding = {
    .code = fault->code,
    .severity = fault->severity,
    .file = import->request.file,
    .sheet = import->sheet,
    .row = reading->row,
    .column = head,
    .seen = seen,
    .expected = fault->expected,
    .repair = fault->repair,
    .message = message,
    .is_priced = !fault->is_unknown_money && !fault->stake.is_set,
    .stake_length = fault->stake,
  };
  yl_findings_add (import->request.findings, &finding);
}

void
road_fault_item (RoadReading *reading,
                 guint column,
                 YlText seen,
                 const char *what,
                 const char *expected,
                 const char *effect)
{
  if (yl_text_is_nothing (reading->import->request.words, seen))
    return;
  road_fault (reading, &(RoadFault){ .code = YL_C04,
                                     .severity = YL_SEVERITY_WARNING,
                                     .column = column,
                                     .seen = seen,
                                     .what = what,
                                     .expected = expected,
                                     .effect = effect });
}
