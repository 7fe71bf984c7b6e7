#include "yanglu/io/json/sarif.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* What this says of a finding so that it is known again in another run; 1: how it is made. */
#define FINGERPRINT "yanglu/v1"

/* What is told beside the results. The reasons of a gap come first, as domain/audit has them. */
typedef enum
{
  NOTE_NOT_LISTED = YL_N_GAP_REASONS,
  NOTE_CHOICE,
  NOTE_READING,
} Note;
#define N_NOTES (NOTE_READING + 1)

static const char *
get_note_key (guint note)
{
  static const char *const keys[] = { "not_listed", "choice", "reading" };
  G_STATIC_ASSERT (G_N_ELEMENTS (keys) == N_NOTES - YL_N_GAP_REASONS);
  return note < YL_N_GAP_REASONS ? yl_gap_reason_get_key ((YlGapReason) note)
                                 : keys[note - YL_N_GAP_REASONS];
}

static const char *
get_note_name (guint note)
{
  static const char *const names[] = { "只计数、没有逐条列出的问题", "选用", "认作" };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_NOTES - YL_N_GAP_REASONS);
  return note < YL_N_GAP_REASONS ? yl_gap_reason_get_name ((YlGapReason) note)
                                 : names[note - YL_N_GAP_REASONS];
}

static YL_DEFINE_TEXTS (get_level,
                        YlSeverity,
                        YL_N_SEVERITIES,
                        [YL_SEVERITY_ERROR] = "error",
                        [YL_SEVERITY_WARNING] = "warning",
                        [YL_SEVERITY_INFO] = "note")

/* SARIF knows no null: what is not known is left out. */
static void
add_text (YlJsonSink *json, const char *key, const char *text)
{
  if (text != NULL && text[0] != '\0')
    yl_json_text (json, key, text);
}

static void
add_yuan (YlJsonSink *json, const char *key, gboolean is_known, gint64 fen)
{
  g_autofree char *yuan = yl_money_to_yuan ((YlMoney){ fen });
  add_text (json, key, is_known ? yuan : NULL);
}

/*
 * Braces of a message are doubled (3.11.5), else they are a place to fill in. What a cell holds must
 * become no link (3.11.6) either.
 */
static void
add_message (YlJsonSink *json, const char *key, const char *text)
{
  g_autoptr (GString) message = g_string_new (text);
  g_string_replace (message, "{", "{{", 0);
  g_string_replace (message, "}", "}}", 0);
  g_string_replace (message, "](", "\\](", 0);
  yl_json_begin (json, key);
  yl_json_text (json, "text", message->str);
  yl_json_end (json);
}

static void
add_artifact (YlJsonSink *json, const char *file)
{
  if (file == NULL || file[0] == '\0')
    return;
  g_autofree char *uri = g_uri_escape_string (file, NULL, FALSE);
  yl_json_begin (json, "artifactLocation");
  yl_json_text (json, "uri", uri);
  yl_json_end (json);
}

/* ---------------------------------------------------------------- where it is */

typedef struct
{
  const char *file;
  const char *sheet;
  const char *cell; /* or a range */
  YlRowId row;      /* 0: that of the cell */
} Place;

static gboolean
is_there (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* The rows that are concerned, as the lines of the file. */
static void
add_region (YlJsonSink *json, const Place *place)
{
  YlCellRange range = { 0 };
  const gboolean is_cell = is_there (place->cell) && yl_cell_range_parse (place->cell, &range);
  const YlRowId first = place->row != 0 ? place->row : is_cell ? range.first_row : 0;
  if (first <= 0)
    return;
  yl_json_begin (json, "region");
  yl_json_number (json, "startLine", first);
  if (is_cell && range.first_row == first && range.last_row > range.first_row)
    yl_json_number (json, "endLine", range.last_row);
  yl_json_end (json);
}

static void
add_physical (YlJsonSink *json, const Place *place)
{
  if (!is_there (place->file))
    return;
  yl_json_begin (json, "physicalLocation");
  add_artifact (json, place->file);
  add_region (json, place);
  yl_json_end (json);
}

static void
add_logical (YlJsonSink *json, const Place *place)
{
  const gboolean has_cell = is_there (place->cell);
  const gboolean has_row = place->row > 0;
  if (!has_cell && !is_there (place->sheet))
    return;
  g_autofree char *row = has_row ? g_strdup_printf ("%" YL_ROW_ID_FORMAT, place->row) : NULL;
  const char *within = has_cell ? place->cell : row;
  g_autofree char *full = is_there (place->sheet) && within != NULL
                              ? g_strconcat (place->sheet, "!", within, NULL)
                              : g_strdup (within != NULL ? within : place->sheet);
  yl_json_begin_list (json, "logicalLocations");
  yl_json_begin (json, NULL);
  yl_json_text (json, "name", within != NULL ? within : place->sheet);
  yl_json_text (json, "fullyQualifiedName", full);
  yl_json_text (json, "kind", has_cell ? "cell" : has_row ? "row" : "sheet");
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_locations (YlJsonSink *json, const Place *place)
{
  if (!is_there (place->file) && !is_there (place->sheet) && !is_there (place->cell))
    return;
  yl_json_begin_list (json, "locations");
  yl_json_begin (json, NULL);
  add_physical (json, place);
  add_logical (json, place);
  yl_json_end (json);
  yl_json_end (json);
}

/* ---------------------------------------------------------------- the rules */

static void
add_rule_help (YlJsonSink *json, YlCode code)
{
  const YlStake stake = yl_code_get_stake (code);
  g_autofree char *text =
      g_strdup_printf ("依据：%s。涉及金额按%s列。开关、程度和界限用 yanglu rules show %s 查看。",
                       yl_code_get_basis (code),
                       stake == YL_STAKE_BY_SIGN ? "多计或少计" : yl_stake_get_name (stake),
                       yl_code_get_name (code));
  add_message (json, "help", text);
}

static void
add_rule (YlJsonSink *json, YlCode code)
{
  g_autofree char *sentence = g_strconcat (yl_code_get_title (code), "。", NULL);
  yl_json_begin (json, NULL);
  yl_json_text (json, "id", yl_code_get_name (code));
  yl_json_text (json, "name", yl_code_get_title (code));
  add_message (json, "shortDescription", sentence);
  add_rule_help (json, code);
  yl_json_begin (json, "defaultConfiguration");
  yl_json_text (json, "level", get_level (yl_code_get_severity (code)));
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_note_kind (YlJsonSink *json, guint note)
{
  g_autofree char *sentence = g_strconcat (get_note_name (note), "。", NULL);
  yl_json_begin (json, NULL);
  yl_json_text (json, "id", get_note_key (note));
  add_message (json, "shortDescription", sentence);
  yl_json_end (json);
}

static void
add_tool (YlJsonSink *json)
{
  yl_json_begin (json, "tool");
  yl_json_begin (json, "driver");
  yl_json_text (json, "name", "yanglu");
  yl_json_text (json, "version", YL_VERSION);
  yl_json_text (json, "language", "zh-CN");
  yl_json_begin_list (json, "rules");
  for (guint code = 0; code < YL_N_CODES; code++)
    add_rule (json, (YlCode) code);
  yl_json_end (json);
  yl_json_begin_list (json, "notifications");
  for (guint note = 0; note < N_NOTES; note++)
    add_note_kind (json, note);
  yl_json_end (json);
  yl_json_end (json);
  yl_json_end (json);
}

/* ---------------------------------------------------------------- how it was run */

static void
begin_note (YlJsonSink *json, guint note, const char *level, const char *text)
{
  yl_json_begin (json, NULL);
  yl_json_begin (json, "descriptor");
  yl_json_text (json, "id", get_note_key (note));
  yl_json_number (json, "index", note);
  yl_json_end (json);
  yl_json_text (json, "level", level);
  add_message (json, "message", text);
}

static void
add_gap (YlJsonSink *json, const char *file, const YlCoverageGap *gap)
{
  const Place place = { file, gap->sheet, gap->cell, 0 };
  g_autofree char *text = yl_coverage_gap_to_text (gap);
  g_autofree char *sentence = g_strconcat ("没有核对：", text, "。", NULL);
  begin_note (json, gap->reason, "warning", sentence);
  add_locations (json, &place);
  yl_json_begin (json, "properties");
  yl_json_number (json, "figures", (gint64) gap->n_figures);
  add_yuan (json, "amount_yuan", gap->is_money, gap->amount_fen);
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_not_listed (YlJsonSink *json, const YlFindings *findings)
{
  guint64 n_listed[YL_N_CODES] = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    n_listed[yl_findings_get (findings, i)->code]++;
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const guint64 n = yl_findings_get_n_of_code (findings, (YlCode) code);
      if (n <= n_listed[code])
        continue;
      g_autofree char *text = g_strdup_printf (
          "%s %s共 %" G_GUINT64_FORMAT " 处，这里列出 %" G_GUINT64_FORMAT " 处。",
          yl_code_get_name ((YlCode) code), yl_code_get_title ((YlCode) code), n, n_listed[code]);
      begin_note (json, NOTE_NOT_LISTED, "warning", text);
      yl_json_end (json);
    }
}

static void
add_choices (YlJsonSink *json, const YlChoices *choices)
{
  gsize n = 0;
  const YlChoice *all = choices == NULL ? NULL : yl_choices_get (choices, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%s：%s（%s）。", all[i].what, all[i].chosen, all[i].why);
      begin_note (json, NOTE_CHOICE, "note", text);
      yl_json_end (json);
    }
}

static void
add_audit_notes (YlJsonSink *json, const YlAudit *audit)
{
  for (guint i = 0; i < audit->coverage->gaps->len; i++)
    add_gap (json, audit->file, &g_array_index (audit->coverage->gaps, YlCoverageGap, i));
  for (guint i = 0; i < audit->readings->len; i++)
    {
      const YlReading *reading = &g_array_index (audit->readings, YlReading, i);
      g_autofree char *text = g_strconcat (reading->what, "：", reading->taken_for, NULL);
      begin_note (json, NOTE_READING, "note", text);
      yl_json_end (json);
    }
}

/* A rule that is not used as the rule book has it. */
static void
add_override (YlJsonSink *json, const YlRule *rule)
{
  yl_json_begin (json, NULL);
  yl_json_begin (json, "configuration");
  yl_json_boolean (json, "enabled", rule->is_enabled);
  yl_json_text (json, "level", get_level (rule->severity));
  yl_json_end (json);
  yl_json_begin (json, "descriptor");
  yl_json_text (json, "id", yl_code_get_name (rule->code));
  yl_json_number (json, "index", rule->code);
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_overrides (YlJsonSink *json, const YlRuleSet *rules)
{
  if (rules == NULL)
    return;
  yl_json_begin_list (json, "ruleConfigurationOverrides");
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const YlRule *rule = yl_rule_set_get (rules, (YlCode) code);
      if (!rule->is_enabled || rule->has_severity)
        add_override (json, rule);
    }
  yl_json_end (json);
}

static void
add_invocation (YlJsonSink *json, const YlSarifRun *run)
{
  const YlAudit *audit = run->audit;
  yl_json_begin_list (json, "invocations");
  yl_json_begin (json, NULL);
  yl_json_boolean (json, "executionSuccessful",
                   audit == NULL || audit->verdict != YL_VERDICT_UNREADABLE);
  yl_json_number (json, "exitCode", run->exit_status);
  add_text (json, "exitCodeDescription",
            audit == NULL ? NULL : yl_verdict_get_name (audit->verdict));
  add_overrides (json, run->rules);
  yl_json_begin_list (json, "toolExecutionNotifications");
  if (audit != NULL)
    add_audit_notes (json, audit);
  add_choices (json, run->choices);
  add_not_listed (json, run->findings);
  yl_json_end (json);
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_artifacts (YlJsonSink *json, const char *const *files)
{
  yl_json_begin_list (json, "artifacts");
  for (; *files != NULL; files++)
    {
      g_autofree char *uri = g_uri_escape_string (*files, NULL, FALSE);
      yl_json_begin (json, NULL);
      yl_json_begin (json, "location");
      yl_json_text (json, "uri", uri);
      add_message (json, "description", *files);
      yl_json_end (json);
      yl_json_end (json);
    }
  yl_json_end (json);
}

/* ---------------------------------------------------------------- what was found */

/* What stays the same of a finding while the figures around it change. */
static char *
make_fingerprint (const YlFinding *finding, GHashTable *n_alike)
{
  const char *const parts[] = { yl_code_get_name (finding->code), finding->sheet, finding->cell,
                                finding->column, finding->gainer };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = parts[i] == NULL ? "" : parts[i];
      g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
    }
  g_autofree char *row = g_strdup_printf ("%" YL_ROW_ID_FORMAT, finding->row);
  g_checksum_update (checksum, (const guchar *) row, -1);
  const char *digest = g_checksum_get_string (checksum);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_alike, digest)) + 1;
  g_hash_table_replace (n_alike, g_strdup (digest), GUINT_TO_POINTER (n));
  return g_strdup_printf ("%s:%u", digest, n);
}

static void
add_finding_properties (YlJsonSink *json, const YlFinding *finding)
{
  yl_json_begin (json, "properties");
  add_text (json, "column", finding->column);
  add_text (json, "found", finding->seen);
  add_text (json, "found_formula", finding->seen_formula);
  add_text (json, "expected", finding->expected);
  add_text (json, "expected_formula", finding->expected_formula);
  add_yuan (json, "at_stake_yuan", finding->is_priced, finding->at_stake.fen);
  yl_json_text (json, "stake", yl_stake_get_key (yl_finding_get_stake (finding)));
  add_text (json, "gainer", finding->gainer);
  add_text (json, "repair", finding->repair);
  add_text (json, "basis", yl_finding_get_basis (finding));
  yl_json_end (json);
}

static void
add_result (YlJsonSink *json, const YlFinding *finding, GHashTable *n_alike)
{
  const Place place = { finding->file, finding->sheet, finding->cell, finding->row };
  g_autofree char *fingerprint = make_fingerprint (finding, n_alike);
  yl_json_begin (json, NULL);
  yl_json_text (json, "ruleId", yl_code_get_name (finding->code));
  yl_json_number (json, "ruleIndex", finding->code);
  yl_json_text (json, "level", get_level (finding->severity));
  add_message (json, "message",
               finding->message == NULL ? yl_code_get_title (finding->code) : finding->message);
  add_locations (json, &place);
  yl_json_begin (json, "partialFingerprints");
  yl_json_text (json, FINGERPRINT, fingerprint);
  yl_json_end (json);
  add_finding_properties (json, finding);
  yl_json_end (json);
}

static void
add_results (YlJsonSink *json, const YlFindings *findings)
{
  g_autoptr (GHashTable) n_alike =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  yl_json_begin_list (json, "results");
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    add_result (json, yl_findings_get (findings, i), n_alike);
  yl_json_end (json);
}

static void
add_verdict (YlJsonSink *json, const YlAudit *audit)
{
  const YlCoverage *coverage = audit->coverage;
  yl_json_begin (json, "properties");
  yl_json_text (json, "verdict", yl_verdict_get_key (audit->verdict));
  add_text (json, "conclusion", audit->conclusion);
  add_yuan (json, "stated_yuan", audit->has_stated, audit->stated_fen);
  add_yuan (json, "recomputed_yuan", audit->has_expected, audit->expected_fen);
  yl_json_number (json, "rows", (gint64) coverage->n_rows);
  yl_json_number (json, "columns", (gint64) coverage->n_columns);
  yl_json_number (json, "proved", (gint64) coverage->n_proved);
  yl_json_number (json, "linked", (gint64) coverage->n_linked);
  yl_json_end (json);
}

void
yl_json_write_sarif (YlJsonSink *json, const YlSarifRun *run)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "version", "2.1.0");
  yl_json_begin_list (json, "runs");
  yl_json_begin (json, NULL);
  add_tool (json);
  yl_json_text (json, "language", "zh-CN");
  add_invocation (json, run);
  add_artifacts (json, run->files);
  add_results (json, run->findings);
  if (run->audit != NULL)
    add_verdict (json, run->audit);
  yl_json_end (json);
  yl_json_end (json);
  yl_json_end (json);
}
