#include "yanglu/app/explain/job.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/figures/asked.h"

#include <string.h>

/* Rows that are told one by one. */
#define N_TOLD 20u

/* Rows of a road that are not paid, told a line each. */
typedef struct
{
  const YlExplainJob *job;
  const char *code; /* folded */
  const char *name; /* as typed */
  GString *text;
  guint n;
} Telling;

static gboolean
is_asked (const Telling *telling, const YlIntakeLeftOut *left)
{
  return (telling->code[0] != '\0' && g_str_has_prefix (left->route_code, telling->code))
         || (telling->name[0] != '\0'
             && (g_str_equal (left->route_name, telling->name)
                 || (!g_str_is_ascii (telling->name)
                     && strstr (left->route_name, telling->name) != NULL)));
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

/* "台账.xlsx 工作表“甲” 第 3 行（路线 X001371502）" begins a line. @code: that of the route, or its name */
static void
begin (Telling *telling, const char *file, const char *sheet, YlRowId row, const char *code)
{
  const gboolean has_sheet = sheet[0] != '\0';
  g_string_append_printf (telling->text, "%s%s%s%s%s第 %" YL_ROW_ID_FORMAT " 行（路线 %s）",
                          telling->text->len == 0 ? "" : "\n", file, has_sheet ? " 工作表“" : " ",
                          sheet, has_sheet ? "” " : "", row, code);
}

static void
begin_left_out (Telling *telling, const YlIntakeLeftOut *left)
{
  begin (telling, left->file, left->sheet, left->row,
         left->route_code[0] == '\0' ? left->route_name : left->route_code);
}

/* Why the row was left out, as its findings say. */
static void
append_reasons (GString *text, const YlFindings *findings, const YlIntakeLeftOut *left)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->row == left->row && finding->severity == YL_SEVERITY_ERROR
          && g_str_equal (or_empty (finding->file), left->file)
          && g_str_equal (or_empty (finding->sheet), left->sheet))
        g_string_append (text, finding->message);
    }
}

static void
tell_left_out (Telling *telling)
{
  const YlListJob *list = telling->job->made->list;
  for (guint i = 0; i < list->intake->left_out->len; i++)
    {
      const YlIntakeLeftOut *left = &g_array_index (list->intake->left_out, YlIntakeLeftOut, i);
      if (!is_asked (telling, left) || telling->n++ >= N_TOLD)
        continue;
      begin_left_out (telling, left);
      g_string_append (telling->text, "没有计入：");
      append_reasons (telling->text, list->findings, left);
    }
}

/* Roads of other townships than those of the zone, or of the county without its zones. */
static void
tell_of_others (Telling *telling)
{
  const YlListJob *list = telling->job->made->list;
  for (guint i = 0; i < list->intake->of_others->len; i++)
    {
      const YlIntakeLeftOut *left = &g_array_index (list->intake->of_others, YlIntakeLeftOut, i);
      if (!is_asked (telling, left) || telling->n++ >= N_TOLD)
        continue;
      begin_left_out (telling, left);
      g_string_append_printf (telling->text, "没有计入：乡镇%s%s%s不属于%s的预算。",
                              left->township[0] == '\0' ? "没有填写，" : "“", left->township,
                              left->township[0] == '\0' ? "" : "”",
                              yl_entity_get_shown_name (list->entity));
    }
}

/* Sections that are in the list and paid nothing. */
static void
tell_unpaid (Telling *telling, const YlExplained *explained)
{
  const YlInventory *inventory = telling->job->made->budget->inventory;
  for (guint i = 0; i < explained->rows->len; i++)
    {
      const YlDerivationRow *row = &g_array_index (explained->rows, YlDerivationRow, i);
      const YlRoad *road = yl_inventory_get_road (inventory, row->index);
      const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
      const char *code = yl_inventory_get_text (inventory, road->route_code);
      if (row->left_out == YL_LEFT_IN || telling->n++ >= N_TOLD)
        continue;
      begin (telling, origin->file, origin->sheet, road->row,
             code[0] == '\0' ? yl_inventory_get_text (inventory, road->route_name) : code);
      g_string_append_printf (telling->text, "没有计费：%s。",
                              yl_left_out_get_name ((YlLeftOut) row->left_out));
    }
}

/* Where no row answers, it may be one of those that nobody read. */
static void
say_unread_sheets (const YlExplainJob *job, GError *reason)
{
  const GArray *sheets = job->made->list->intake->sheets;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < sheets->len; i++)
    {
      const YlIntakeSheet *sheet = &g_array_index (sheets, YlIntakeSheet, i);
      if (sheet->why != NULL)
        g_string_append_printf (text, "%s“%s”（%s）", text->len == 0 ? "" : "、", sheet->sheet,
                                sheet->why);
    }
  if (text->len > 0)
    g_prefix_error (&reason, "没有读的工作表有%s；读了的", text->str);
}

YlExplained *
yl_explain_job_road (const YlExplainJob *job, const char *road, GError **error)
{
  GError *reason = NULL;
  g_autofree char *code = yl_route_code_fold (yl_text_of (road));
  g_autoptr (GString) text = g_string_new (NULL);
  YlExplained *explained = yl_explained_road (job->made->budget, road, &reason);
  Telling telling = { job, code, road, text, 0 };
  tell_left_out (&telling);
  tell_of_others (&telling);
  if (explained != NULL)
    tell_unpaid (&telling, explained);
  if (telling.n > N_TOLD)
    g_string_append_printf (text, "\n其余 %u 行没有列出。", telling.n - N_TOLD);
  if (explained == NULL && telling.n == 0)
    {
      say_unread_sheets (job, reason);
      g_propagate_error (error, reason);
      return NULL;
    }
  g_clear_error (&reason);
  if (explained == NULL)
    {
      explained = yl_explained_new ();
      explained->title = yl_arena_print (explained->arena, "路线 %s：没有进入预算", road);
    }
  explained->left_out = telling.n == 0 ? NULL : yl_arena_keep (explained->arena, text->str);
  return explained;
}
