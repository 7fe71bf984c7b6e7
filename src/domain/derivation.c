#include "yanglu/domain/derivation.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/base/money.h"

YlDerivation *
yl_derivation_new (const char *key, const char *name, YlFigureUnit unit, gint64 units, YlStep step)
{
  YlDerivation *derivation = g_new0 (YlDerivation, 1);
  derivation->key = g_strdup (key);
  derivation->name = g_strdup (name);
  derivation->unit = unit;
  derivation->units = units;
  derivation->step = step;
  derivation->sign = 1;
  derivation->how = g_strdup ("");
  derivation->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_derivation_free);
  derivation->rows = g_array_new (FALSE, FALSE, sizeof (YlDerivationRow));
  derivation->notes = g_ptr_array_new_with_free_func (g_free);
  return derivation;
}

void
yl_derivation_free (YlDerivation *derivation)
{
  if (derivation == NULL)
    return;
  g_free (derivation->key);
  g_free (derivation->name);
  g_free (derivation->how);
  g_ptr_array_unref (derivation->parts);
  g_array_unref (derivation->rows);
  g_ptr_array_unref (derivation->notes);
  g_free (derivation);
}

void
yl_derivation_add (YlDerivation *derivation, YlDerivation *part, int sign)
{
  if (part == NULL)
    return;
  part->sign = sign;
  g_ptr_array_add (derivation->parts, part);
}

void
yl_derivation_add_row (YlDerivation *derivation, const YlDerivationRow *row)
{
  g_array_append_val (derivation->rows, *row);
}

void
yl_derivation_set_how (YlDerivation *derivation, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_free (derivation->how);
  derivation->how = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

void
yl_derivation_note (YlDerivation *derivation, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (derivation->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

const YlDerivation *
yl_derivation_get_part (const YlDerivation *derivation, guint index)
{
  return g_ptr_array_index (derivation->parts, index);
}

static void
feed_clear (gpointer data)
{
  YlFeed *feed = data;
  g_free (feed->key);
  g_free (feed->name);
}

GArray *
yl_feeds_new (void)
{
  GArray *feeds = g_array_new (FALSE, TRUE, sizeof (YlFeed));
  g_array_set_clear_func (feeds, feed_clear);
  return feeds;
}

static const struct
{
  const char *name;
  const char *key;
  guint decimals;
} figure_units[] = {
  [YL_FIGURE_NONE] = { "", "none", 0 },
  [YL_FIGURE_FEN] = { "元", "fen", 2 },
  [YL_FIGURE_ROAD_M] = { "公里", "road_m", 3 },
  [YL_FIGURE_BRIDGE_CM] = { "米", "bridge_m", 2 },
  [YL_FIGURE_PPM] = { "%", "ppm", 4 },
  [YL_FIGURE_COUNT] = { "", "count", 0 },
  [YL_FIGURE_FEN_PER_KM] = { "元/公里·年", "fen_per_km", 2 },
  [YL_FIGURE_FEN_PER_BRIDGE] = { "元/座·年", "fen_per_bridge", 2 },
  [YL_FIGURE_FEN_PER_METRE] = { "元/米·年", "fen_per_metre", 2 },
};

YL_DEFINE_COLUMN (yl_figure_unit_get_name, YlFigureUnit, YL_N_FIGURE_UNITS, figure_units, name)
YL_DEFINE_COLUMN (yl_figure_unit_get_key, YlFigureUnit, YL_N_FIGURE_UNITS, figure_units, key)

char *
yl_figure_to_text (YlFigureUnit unit, gint64 units)
{
  if (unit == YL_FIGURE_PPM)
    return yl_share_to_percent ((YlShare){ units });
  g_autofree char *number = yl_decimal_format (units, figure_units[unit].decimals, TRUE);
  if (figure_units[unit].name[0] == '\0')
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s %s", number, figure_units[unit].name);
}

YL_DEFINE_TEXTS (yl_step_get_key,
                 YlStep,
                 YL_N_STEPS,
                 [YL_STEP_GIVEN] = "given",
                 [YL_STEP_POLICY] = "policy",
                 [YL_STEP_SUM] = "sum",
                 [YL_STEP_AT_LEAST_ZERO] = "at_least_zero",
                 [YL_STEP_SMALLER] = "smaller",
                 [YL_STEP_PRODUCT] = "product",
                 [YL_STEP_SPLIT] = "split",
                 [YL_STEP_RATIO] = "ratio",
                 [YL_STEP_SAME] = "same",
                 [YL_STEP_STATED] = "stated")

YL_DEFINE_MEMBERS (yl_left_out,
                   YlLeftOut,
                   YL_N_LEFT_OUT,
                   [YL_LEFT_IN] = { "in", "计费" },
                   [YL_LEFT_DUPLICATE] = { "duplicate", "重复路段，不计入里程" },
                   [YL_LEFT_DEAD_END] = { "dead_end", "断头路，不计入里程" },
                   [YL_LEFT_NO_RATE] = { "no_rate", "政策没有规定标准，列里程、不计费" },
                   [YL_LEFT_NO_METRES] = { "no_metres", "没有计费口径的里程" })
