#include "yanglu/app/budget/prefill.h"

#include "yanglu/io/words/words.h"

/* Columns that hold from year to year. 列养, 补助养护里程, 评定等级 and 最近大中修年度 do not. */
typedef enum
{
  ROUTE_CODE,
  ROUTE_NAME,
  CLASS,
  TOWNSHIP,
  VILLAGE,
  START,
  END,
  LENGTH,
  BREAK,
  DUPLICATE_OF,
  DEAD_END,
  URBAN,
  GRADE,
  SURFACE,
  WIDTH,
  CHIEF,
  PACKAGE,
  PAYEE,
  BUILT,
  REBUILT,
  PREVIOUS_CODE,
  PREVIOUS_START,
  PREVIOUS_END,
  N_CELLS,
} Cell;

static const char *const names[] = {
  [ROUTE_CODE] = "route_code",
  [ROUTE_NAME] = "route_name",
  [CLASS] = "class",
  [TOWNSHIP] = "township",
  [VILLAGE] = "village",
  [START] = "start",
  [END] = "end",
  [LENGTH] = "length",
  [BREAK] = "break",
  [DUPLICATE_OF] = "duplicate_of",
  [DEAD_END] = "dead_end",
  [URBAN] = "urban",
  [GRADE] = "grade",
  [SURFACE] = "surface",
  [WIDTH] = "width",
  [CHIEF] = "chief",
  [PACKAGE] = "package",
  [PAYEE] = "payee",
  [BUILT] = "built",
  [REBUILT] = "rebuilt",
  [PREVIOUS_CODE] = "previous_code",
  [PREVIOUS_START] = "previous_start",
  [PREVIOUS_END] = "previous_end",
};
G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_CELLS);

static void
add_columns (YlPrefill *prefill)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *key = g_strdelimit (g_strdup (names[i]), "_", '-');
      const char *head = yl_words_get_usual (yl_words_get_builtin (), YL_WORDS_ROAD_HEADS, key);
      g_ptr_array_add (prefill->names, (gpointer) names[i]);
      g_ptr_array_add (prefill->heads,
                       yl_arena_keep (prefill->arena, head == NULL ? names[i] : head));
    }
}

static const char **
add_row (YlPrefill *prefill, guint32 township, YlRowId row, const char *code)
{
  const char **cells = yl_arena_own (prefill->arena, g_new (const char *, N_CELLS), g_free);
  for (guint i = 0; i < N_CELLS; i++)
    cells[i] = "";
  g_ptr_array_add (prefill->rows, cells);
  g_array_append_val (prefill->townships, township);
  g_ptr_array_add (prefill->places,
                   yl_arena_print (prefill->arena, "第 %" G_GUINT64_FORMAT " 行%s%s%s",
                                   (guint64) row, code[0] == '\0' ? "" : "（", code,
                                   code[0] == '\0' ? "" : "）"));
  return cells;
}

static const char *
write_stake (YlPrefill *prefill, gint32 metres)
{
  return metres == YL_STAKE_UNKNOWN
             ? ""
             : yl_arena_take (prefill->arena, yl_length_to_km ((YlLength){ metres }));
}

static const char *
write_year (YlPrefill *prefill, guint year)
{
  return year == 0 ? "" : yl_arena_print (prefill->arena, "%u", year);
}

static const char *
write_flag (const YlRoad *road, YlRoadFlags flag)
{
  return road->flags & flag ? "是" : "";
}

static const char *
write_text (YlPrefill *prefill, const YlInventory *list, YlTextId id)
{
  return yl_arena_keep_once (prefill->arena, yl_inventory_get_text (list, id));
}

/* 是 where the list only says that it is another's road. */
static const char *
write_duplicate (YlPrefill *prefill, const YlInventory *list, const YlRoad *road)
{
  const char *of = write_text (prefill, list, road->duplicate_of);
  return of[0] != '\0' ? of : write_flag (road, YL_ROAD_DUPLICATE);
}

static void
write_kind (YlPrefill *prefill, const YlRoad *road, const char **cells)
{
  cells[CLASS] = yl_road_class_get_name ((YlRoadClass) road->road_class);
  cells[BREAK] = write_flag (road, YL_ROAD_BREAK);
  cells[DEAD_END] = write_flag (road, YL_ROAD_DEAD_END);
  cells[URBAN] = write_flag (road, YL_ROAD_URBAN);
  cells[GRADE] = yl_grade_get_name ((YlGrade) road->grade);
  cells[SURFACE] = road->flags & YL_ROAD_TRACK ? yl_rate_kind_get_name (YL_RATE_TRACK)
                                               : yl_surface_get_name ((YlSurface) road->surface);
  cells[WIDTH] = road->width_cm == 0
                     ? ""
                     : yl_arena_print (prefill->arena, "%u.%02u", road->width_cm / 100u,
                                       road->width_cm % 100u);
  cells[BUILT] = write_year (prefill, road->built);
  cells[REBUILT] = write_year (prefill, road->rebuilt);
}

static void
add_road (YlPrefill *prefill, const YlInventory *list, const YlRoad *road)
{
  const char *code = write_text (prefill, list, road->route_code);
  const char **cells = add_row (prefill, road->township_code, road->row, code);
  cells[ROUTE_CODE] = code;
  cells[ROUTE_NAME] = write_text (prefill, list, road->route_name);
  cells[TOWNSHIP] = write_text (prefill, list, road->township);
  cells[VILLAGE] = write_text (prefill, list, road->village);
  cells[START] = write_stake (prefill, road->start_m);
  cells[END] = write_stake (prefill, road->end_m);
  cells[LENGTH] = yl_arena_take (prefill->arena, yl_length_to_km ((YlLength){ road->length_m }));
  cells[DUPLICATE_OF] = write_duplicate (prefill, list, road);
  cells[CHIEF] = write_text (prefill, list, road->chief);
  cells[PACKAGE] = write_text (prefill, list, road->package);
  cells[PAYEE] = write_text (prefill, list, road->payee);
  cells[PREVIOUS_CODE] = code;
  cells[PREVIOUS_START] = cells[START];
  cells[PREVIOUS_END] = cells[END];
  write_kind (prefill, road, cells);
}

/* What nobody understood is still a road of the list. */
static void
add_left_out (YlPrefill *prefill, const YlIntakeLeftOut *road)
{
  const char *code = yl_arena_keep (prefill->arena, road->route_code);
  const char **cells = add_row (prefill, 0, road->row, code);
  cells[ROUTE_CODE] = code;
  cells[ROUTE_NAME] = yl_arena_keep (prefill->arena, road->route_name);
  cells[PREVIOUS_CODE] = code;
  prefill->n_not_understood++;
}

YlPrefill *
yl_prefill_make (const YlListJob *list)
{
  YlPrefill *prefill = yl_arena_new_record (sizeof *prefill);
  GDestroyNotify unref = (GDestroyNotify) g_ptr_array_unref;
  prefill->names = yl_arena_own (prefill->arena, g_ptr_array_new (), unref);
  prefill->heads = yl_arena_own (prefill->arena, g_ptr_array_new (), unref);
  prefill->rows = yl_arena_own (prefill->arena, g_ptr_array_new (), unref);
  prefill->places = yl_arena_own (prefill->arena, g_ptr_array_new (), unref);
  prefill->townships = yl_arena_array (prefill->arena, sizeof (guint32));
  add_columns (prefill);
  for (gsize i = 0; i < yl_inventory_get_n_roads (list->inventory); i++)
    add_road (prefill, list->inventory, yl_inventory_get_road (list->inventory, i));
  for (guint i = 0; i < list->intake->left_out->len; i++)
    add_left_out (prefill, &g_array_index (list->intake->left_out, YlIntakeLeftOut, i));
  return prefill;
}
