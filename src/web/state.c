#include "server-private.h"

#include "yanglu/figures/catalogue.h"

/* The figures that are always in sight. */
static const char *const shown[] = {
  "mileage.listed_m",   "mileage.counted_m",         "mileage.paid_m",       "demand_fen",
  "daily.standard_fen", "daily.superior_grants_fen", "daily.county_gap_fen", "daily.funded_fen",
  "daily.unfunded_fen", "daily.surplus_fen",
};

static void
write_figure (YlJsonSink *json, const YlBudget *budget, const char *key, YlMembers members)
{
  YlFigureUnit unit = YL_FIGURE_NONE;
  g_autofree char *own = yl_figure_get_key (budget, key, members);
  g_autofree char *title = own == NULL ? NULL : yl_figure_get_title (budget, own, &unit);
  if (title == NULL)
    return;
  const gint64 units = yl_figure_get_units (budget, key, members);
  g_autofree char *text = yl_figure_to_text (unit, units);
  yl_json_begin (json, NULL);
  yl_json_text (json, "key", own);
  yl_json_text (json, "title", title);
  yl_json_text (json, "unit", yl_figure_unit_get_key (unit));
  yl_json_number (json, "units", units);
  yl_json_text (json, "shown", text);
  yl_json_end (json);
}

static void
write_figures (YlJsonSink *json, const YlBudget *budget)
{
  yl_json_begin_list (json, "figures");
  for (YlRoadClass road_class = 0; road_class < YL_N_CLASSES; road_class++)
    write_figure (json, budget, "mileage.by_class.*.counted_m", (YlMembers){ { road_class } });
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    write_figure (json, budget, shown[i], YL_NO_MEMBERS);
  yl_json_end (json);
}

static void
write_compared (YlJsonSink *json,
                const YlBudget *before,
                const YlBudget *after,
                const char *key,
                YlMembers members)
{
  const YlBudget *either = after == NULL ? before : after;
  YlFigureUnit unit = YL_FIGURE_NONE;
  g_autofree char *own = yl_figure_get_key (either, key, members);
  g_autofree char *title = own == NULL ? NULL : yl_figure_get_title (either, own, &unit);
  if (title == NULL)
    return;
  const gint64 was = before == NULL ? 0 : yl_figure_get_units (before, key, members);
  const gint64 is = after == NULL ? 0 : yl_figure_get_units (after, key, members);
  g_autofree char *shown_was = before == NULL ? NULL : yl_figure_to_text (unit, was);
  g_autofree char *shown_is = after == NULL ? NULL : yl_figure_to_text (unit, is);
  yl_json_begin (json, NULL);
  yl_json_text (json, "key", own);
  yl_json_text (json, "title", title);
  yl_json_text (json, "unit", yl_figure_unit_get_key (unit));
  yl_json_number_or_null (json, "before_units", before != NULL, was);
  yl_json_number_or_null (json, "units", after != NULL, is);
  yl_json_text (json, "before_shown", shown_was);
  yl_json_text (json, "shown", shown_is);
  yl_json_end (json);
}

void
state_write_compared (YlJsonSink *json, const YlBudget *before, const YlBudget *after)
{
  yl_json_begin_list (json, "figures");
  for (YlRoadClass road_class = 0; (before != NULL || after != NULL) && road_class < YL_N_CLASSES;
       road_class++)
    write_compared (json, before, after, "mileage.by_class.*.counted_m",
                    (YlMembers){ { road_class } });
  for (gsize i = 0; (before != NULL || after != NULL) && i < G_N_ELEMENTS (shown); i++)
    write_compared (json, before, after, shown[i], YL_NO_MEMBERS);
  yl_json_end (json);
}

/* (nullable): the row of the record. */
static const YlHeldRow *
find_row (const YlDeskFigures *figures, const YlFinding *finding)
{
  return finding->sheet == NULL ? NULL
                                : yl_record_rows_find (figures->rows, finding->sheet, finding->row);
}

static const char *
find_sheet (const YlFinding *finding)
{
  const YlRecordForm *form = finding->sheet == NULL ? NULL : yl_record_form_find (finding->sheet);
  return form == NULL ? NULL : form->name;
}

void
state_write_finding_text (YlJsonSink *json, const YlFinding *finding)
{
  yl_json_text (json, "code", yl_code_get_name (finding->code));
  yl_json_text (json, "severity", yl_severity_get_key (finding->severity));
  yl_json_text (json, "message",
                finding->message == NULL ? yl_code_get_title (finding->code) : finding->message);
  yl_json_text (json, "repair", finding->repair);
  yl_json_number_or_null (json, "row", finding->row != 0, finding->row);
  yl_json_number_or_null (json, "at_stake_fen", finding->is_priced, finding->at_stake.fen);
}

void
state_write_finding (YlJsonSink *json, const YlDeskFigures *figures, gsize index)
{
  const YlFinding *finding = yl_findings_get (figures->findings, index);
  const YlHeldRow *row = find_row (figures, finding);
  const gboolean is_placed = finding->sheet != NULL && finding->column != NULL;
  const char *column = !is_placed ? NULL
                                  : yl_record_rows_find_column (figures->rows, figures->words,
                                                                finding->sheet, finding->column);
  yl_json_begin (json, NULL);
  state_write_finding_text (json, finding);
  yl_json_text (json, "sheet", find_sheet (finding));
  yl_json_text (json, "id", row == NULL ? NULL : row->id);
  yl_json_text (json, "column", column);
  yl_json_end (json);
}

void
state_write_counts (YlJsonSink *json, const YlFindings *findings)
{
  yl_json_begin (json, "by_severity");
  for (YlSeverity severity = 0; severity < YL_N_SEVERITIES; severity++)
    yl_json_number (json, yl_severity_get_key (severity),
                    (gint64) yl_findings_get_n_of_severity (findings, severity));
  yl_json_end (json);
  yl_json_begin (json, "by_code");
  for (YlCode code = 0; code < YL_N_CODES; code++)
    if (yl_findings_get_n_of_code (findings, code) > 0)
      yl_json_number (json, yl_code_get_name (code),
                      (gint64) yl_findings_get_n_of_code (findings, code));
  yl_json_end (json);
}

/* Rows with faults, each once for each sort of fault. */
static void
write_rows (YlJsonSink *json, const YlDeskFigures *figures)
{
  yl_json_begin_list (json, "rows");
  const YlHeldRow *before = NULL;
  for (gsize i = 0; i < yl_findings_get_n (figures->findings); i++)
    {
      const guint index = figures->orders[YL_DESK_BY_PLACE][i];
      const YlFinding *finding = yl_findings_get (figures->findings, index);
      const YlHeldRow *row = find_row (figures, finding);
      if (row == NULL || row == before)
        continue;
      before = row;
      yl_json_begin_list (json, NULL);
      yl_json_text (json, NULL, find_sheet (finding));
      yl_json_text (json, NULL, row->id);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
write_findings (YlJsonSink *json, const YlDeskFigures *figures)
{
  const gsize n = yl_findings_get_n (figures->findings);
  yl_json_begin (json, "findings");
  yl_json_number (json, "n", (gint64) n);
  state_write_counts (json, figures->findings);
  write_rows (json, figures);
  yl_json_begin_list (json, "first");
  for (gsize i = 0; i < MIN (n, N_FINDINGS_TOLD); i++)
    state_write_finding (json, figures, figures->orders[YL_DESK_BY_MONEY][i]);
  yl_json_end (json);
  yl_json_end (json);
}

void
state_write (YlJsonSink *json, Server *server, const Request *request)
{
  gint64 seen = 0;
  const YlDeskFigures *figures = yl_desk_get_figures (server->desk);
  yl_json_number (json, "figures_revision", figures->revision);
  yl_json_text (json, "backup_trouble", server->daily.trouble);
  if (request_get_number (request, "figures", &seen) && seen == figures->revision)
    return;
  yl_json_text (json, "trouble", figures->trouble);
  if (figures->budget == NULL)
    return;
  write_figures (json, figures->budget);
  write_findings (json, figures);
}
