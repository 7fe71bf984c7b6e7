#include "explain-private.h"

#include <stdlib.h>
#include <string.h>

/* A name for each number of a kind of placeholder. */
typedef const char *(*NameOf) (guint number);

static const char *
class_key (guint number)
{
  return yl_road_class_get_key ((YlRoadClass) number);
}

static const char *
rate_key (guint number)
{
  return yl_rate_kind_get_key ((YlRateKind) number);
}

static const char *
size_key (guint number)
{
  return yl_bridge_size_get_key ((YlBridgeSize) number);
}

static const char *
payer_key (guint number)
{
  return yl_payer_get_key ((YlPayer) number);
}

static const char *
purpose_key (guint number)
{
  return yl_purpose_get_key ((YlPurpose) number);
}

static const char *
fund_key (guint number)
{
  return yl_fund_get_key ((YlFund) number);
}

static const char *
indicator_key (guint number)
{
  return yl_indicator_get_key ((YlIndicatorKind) number);
}

static const char *
basis_key (guint number)
{
  return yl_mileage_basis_get_key ((YlMileageBasis) number);
}

static const struct
{
  char letter;
  guint n;
  NameOf name_of;
  gsize offset;
} placeholders[] = {
  { 'c', YL_N_CLASSES, class_key, G_STRUCT_OFFSET (YlKeyValues, road_class) },
  { 'k', YL_N_RATES, rate_key, G_STRUCT_OFFSET (YlKeyValues, rate) },
  { 's', YL_N_BRIDGE_SIZES, size_key, G_STRUCT_OFFSET (YlKeyValues, size) },
  { 'p', YL_N_PAYERS, payer_key, G_STRUCT_OFFSET (YlKeyValues, payer) },
  { 'u', YL_N_PURPOSES, purpose_key, G_STRUCT_OFFSET (YlKeyValues, purpose) },
  { 'f', YL_N_FUNDS, fund_key, G_STRUCT_OFFSET (YlKeyValues, fund) },
  { 'i', YL_N_INDICATORS, indicator_key, G_STRUCT_OFFSET (YlKeyValues, indicator) },
  { 'b', YL_BASIS_SUBSIDISED + 1, basis_key, G_STRUCT_OFFSET (YlKeyValues, basis) },
};

static int
find_placeholder (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (placeholders[i].letter == letter)
      return (int) i;
  return -1;
}

/* A number from 1, without leading zeros. */
static gboolean
take_number (const char **at, guint *out_n)
{
  guint64 number = 0;
  const char *begin = *at;
  for (; g_ascii_isdigit (**at) && number <= G_MAXUINT32; (*at)++)
    number = number * 10 + (guint64) (**at - '0');
  if (*at == begin || *begin == '0' || number > G_MAXUINT32)
    return FALSE;
  *out_n = (guint) (number - 1);
  return TRUE;
}

/* The longest name that stands here: "county" is also how "county-…" might begin. */
static gboolean
take_name (const char **at, guint kind, YlKeyValues *values)
{
  gsize longest = 0;
  for (guint number = 0; number < placeholders[kind].n; number++)
    {
      const char *name = placeholders[kind].name_of (number);
      const gsize length = strlen (name);
      if (length <= longest || strncmp (*at, name, length) != 0)
        continue;
      longest = length;
      G_STRUCT_MEMBER (guint, values, placeholders[kind].offset) = number;
    }
  *at += longest;
  return longest > 0;
}

static gboolean
take_placeholder (const char **at, char letter, YlKeyValues *values)
{
  if (letter == 'n')
    return take_number (at, &values->n);
  const int kind = find_placeholder (letter);
  g_return_val_if_fail (kind >= 0, FALSE);
  return take_name (at, (guint) kind, values);
}

gboolean
yl_key_match (const char *pattern, const char *key, YlKeyValues *out_values)
{
  YlKeyValues values = { 0 };
  const char *at = key;
  for (const char *from = pattern; *from != '\0'; from++)
    {
      if (*from == '%' && !take_placeholder (&at, *++from, &values))
        return FALSE;
      if (from > pattern && from[-1] == '%')
        continue;
      if (*from != *at)
        return FALSE;
      at++;
    }
  if (*at != '\0')
    return FALSE;
  *out_values = values;
  return TRUE;
}

char *
yl_key_make (const char *pattern, const YlKeyValues *values)
{
  GString *key = g_string_new (NULL);
  for (const char *from = pattern; *from != '\0'; from++)
    {
      if (*from != '%')
        {
          g_string_append_c (key, *from);
          continue;
        }
      from++;
      const int kind = find_placeholder (*from);
      if (kind < 0)
        g_string_append_printf (key, "%u", values->n + 1);
      else
        g_string_append (key, placeholders[kind].name_of (
                                  G_STRUCT_MEMBER (guint, values, placeholders[kind].offset)));
    }
  return g_string_free (key, FALSE);
}
