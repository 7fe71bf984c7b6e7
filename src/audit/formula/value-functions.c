/* Functions of single values: numbers, truths and texts. */
#include "evaluation-private.h"

#include "yanglu/base/decimal.h"

#include <string.h>

#define MAX_DECIMALS 100

static YlFixed
get_number (const YlCall *call, guint i)
{
  return call->arguments[i].value.number;
}

static const char *
get_text (const YlCall *call, guint i)
{
  return call->arguments[i].value.text;
}

/* A count or a place, @otherwise when it was left out. */
static gint64
get_count (const YlCall *call, guint i, gint64 otherwise)
{
  gint64 count = i < call->n ? G_MAXINT64 : otherwise;
  if (i < call->n)
    yl_fixed_to_whole (get_number (call, i), &count);
  return count;
}

static gint
to_decimals (YlFixed number)
{
  gint64 whole = 0;
  const gboolean is_small = yl_fixed_to_whole (yl_fixed_cut (number, 0), &whole);
  if (!is_small)
    whole = number.units < 0 ? -MAX_DECIMALS : MAX_DECIMALS;
  return (gint) CLAMP (whole, -MAX_DECIMALS, MAX_DECIMALS);
}

typedef gboolean (*Rounding) (YlFixed number, gint decimals, YlFixed *out_rounded);

static gboolean
round_down (YlFixed number, gint decimals, YlFixed *out_rounded)
{
  *out_rounded = yl_fixed_cut (number, decimals);
  return TRUE;
}

static gboolean
round_up (YlFixed number, gint decimals, YlFixed *out_rounded)
{
  const YlFixed cut = yl_fixed_cut (number, decimals);
  YlFixed whole = yl_fixed_of (number.units < 0 ? -1 : 1);
  if (cut.units == number.units || decimals > YL_FIXED_DECIMALS)
    return round_down (number, decimals, out_rounded);
  for (gint i = decimals; i < 0; i++)
    if (!yl_fixed_multiply (whole, yl_fixed_of (10), &whole))
      return FALSE;
  for (gint i = 0; i < decimals; i++)
    whole.units /= 10;
  return yl_fixed_add (cut, whole, out_rounded);
}

static YlCellValue
call_round (const YlCall *call)
{
  static const Rounding roundings[] = { yl_fixed_round, round_up, round_down };
  const YlFixed decimals = call->n > 1 ? get_number (call, 1) : yl_fixed_of (0);
  YlFixed rounded = { 0 };
  const gboolean is_known = roundings[call->function->variant](
      yl_fixed_settle (get_number (call, 0)), to_decimals (decimals), &rounded);
  return yl_cell_value_of_known (is_known, rounded);
}

/* The whole number at or below. */
static YlFixed
floor_of (YlFixed number)
{
  const YlFixed settled = yl_fixed_settle (number);
  YlFixed whole = yl_fixed_cut (settled, 0);
  if (settled.units < whole.units)
    whole.units -= YL_FIXED_UNITS;
  return whole;
}

static YlCellValue
call_int (const YlCall *call)
{
  return yl_cell_value_of_number (floor_of (get_number (call, 0)));
}

/* Texts are no number: 0. */
static YlCellValue
call_number (const YlCall *call)
{
  const YlCellValue *value = &call->arguments[0].value;
  const gboolean is_number = value->kind == YL_VALUE_NUMBER || value->kind == YL_VALUE_BOOLEAN;
  return is_number ? yl_cell_value_of_number (value->number) : yl_cell_value_of_whole (0);
}

static YlCellValue
call_abs (const YlCall *call)
{
  const YlFixed number = get_number (call, 0);
  return yl_cell_value_of_number (number.units < 0 ? (YlFixed){ -number.units } : number);
}

static YlCellValue
call_sign (const YlCall *call)
{
  const YlFixed number = get_number (call, 0);
  return yl_cell_value_of_whole ((number.units > 0) - (number.units < 0));
}

/* What is left has the sign of the divisor. */
static YlCellValue
call_mod (const YlCall *call)
{
  const YlFixed number = get_number (call, 0);
  const YlFixed divisor = get_number (call, 1);
  YlFixed times;
  YlFixed whole;
  YlFixed rest = { 0 };
  if (divisor.units == 0)
    return yl_cell_value_of_error ("#DIV/0!");
  const gboolean is_known = yl_fixed_divide (number, divisor, &times)
                            && yl_fixed_multiply (floor_of (times), divisor, &whole)
                            && yl_fixed_subtract (number, whole, &rest);
  return yl_cell_value_of_known (is_known, rest);
}

static YlCellValue
call_not (const YlCall *call)
{
  return yl_cell_value_of_boolean (get_number (call, 0).units == 0);
}

static YlCellValue
call_na (const YlCall *call)
{
  (void) call;
  return yl_cell_value_of_error ("#N/A");
}

/* Whether the value is of the kind that the variant is. */
static YlCellValue
call_is_kind (const YlCall *call)
{
  const YlCellValue value = call->arguments[0].value;
  return value.kind == YL_VALUE_UNKNOWN
             ? value
             : yl_cell_value_of_boolean (value.kind == call->function->variant);
}

static YlCellValue
keep (const YlCall *call, const char *at, gsize length)
{
  return yl_recalculation_keep_value (call->evaluation->book, at, length);
}

static YlCellValue
keep_free (const YlCall *call, char *text)
{
  const YlCellValue value = keep (call, text, strlen (text));
  g_free (text);
  return value;
}

/* @count characters from the @first (from 0) on. */
static YlCellValue
cut (const YlCall *call, gint64 first, gint64 count)
{
  const char *text = get_text (call, 0);
  const gint64 n = g_utf8_strlen (text, -1);
  const gint64 start = MIN (first, n);
  const char *at = g_utf8_offset_to_pointer (text, (glong) start);
  const char *end = g_utf8_offset_to_pointer (at, (glong) MIN (count, n - start));
  return keep (call, at, (gsize) (end - at));
}

static YlCellValue
call_left (const YlCall *call)
{
  return cut (call, 0, get_count (call, 1, 1));
}

static YlCellValue
call_right (const YlCall *call)
{
  const gint64 count = get_count (call, 1, 1);
  const gint64 length = g_utf8_strlen (get_text (call, 0), -1);
  return cut (call, length - MIN (count, length), count);
}

static YlCellValue
call_mid (const YlCall *call)
{
  return cut (call, get_count (call, 1, 1) - 1, get_count (call, 2, 0));
}

static YlCellValue
call_len (const YlCall *call)
{
  return yl_cell_value_of_whole (g_utf8_strlen (get_text (call, 0), -1));
}

/* All of them, or the @which-th (from 1; 0: all); of a result that no cell holds only its beginning. */
static char *
substitute (const char *text, const char *old, const char *new, gint64 which)
{
  GString *result = g_string_new (NULL);
  const char *at = text;
  gint64 n = 0;
  for (const char *hit = strstr (at, old); hit != NULL && result->len <= YL_CELL_MAX_BYTES;
       hit = strstr (at, old))
    {
      g_string_append_len (result, at, hit - at);
      n++;
      g_string_append (result, which == 0 || which == n ? new : old);
      at = hit + strlen (old);
    }
  g_string_append (result, at);
  return g_string_free (result, FALSE);
}

static YlCellValue
call_substitute (const YlCall *call)
{
  const char *text = get_text (call, 0);
  const char *old = get_text (call, 1);
  if (*old == '\0')
    return keep (call, text, strlen (text));
  return keep_free (call, substitute (text, old, get_text (call, 2), get_count (call, 3, 0)));
}

/* No blanks at the ends, one between words. */
static YlCellValue
call_trim (const YlCall *call)
{
  const char *text = get_text (call, 0);
  g_autofree char *trimmed = g_malloc (strlen (text) + 1);
  gsize length = 0;
  for (; *text != '\0'; text++)
    if (*text != ' ' || (length > 0 && text[1] != ' ' && text[1] != '\0'))
      trimmed[length++] = *text;
  return keep (call, trimmed, length);
}

static YlCellValue
call_value (const YlCall *call)
{
  return yl_cell_value_of_number (get_number (call, 0));
}

static YlCellValue
call_upper (const YlCall *call)
{
  return keep_free (call, g_ascii_strup (get_text (call, 0), -1));
}

static YlCellValue
call_lower (const YlCall *call)
{
  return keep_free (call, g_ascii_strdown (get_text (call, 0), -1));
}

static YlCellValue
call_exact (const YlCall *call)
{
  return yl_cell_value_of_boolean (strcmp (get_text (call, 0), get_text (call, 1)) == 0);
}

static YlCellValue
call_find (const YlCall *call)
{
  const gint64 first = get_count (call, 2, 1);
  const char *text = get_text (call, 1);
  const char *hit =
      first > g_utf8_strlen (text, -1) + 1
          ? NULL
          : strstr (g_utf8_offset_to_pointer (text, (glong) first - 1), get_text (call, 0));
  return hit == NULL ? yl_cell_value_of_error ("#VALUE!")
                     : yl_cell_value_of_whole (g_utf8_pointer_to_offset (text, hit) + 1);
}

/* Forms of numbers: 0, 0.00, #,##0.00, with a percent sign or without. */
typedef struct
{
  guint n_decimals;
  gboolean is_grouped;
  gboolean is_percent;
} Form;

static gboolean
read_form (const char *text, Form *out_form)
{
  Form form = { 0, g_str_has_prefix (text, "#,##0"), FALSE };
  const char *at = text + (form.is_grouped ? strlen ("#,##0") : 0);
  if (!form.is_grouped && *at++ != '0')
    return FALSE;
  if (at[0] == '.' && at[1] == '0')
    for (at++; *at == '0'; at++)
      form.n_decimals++;
  form.is_percent = *at == '%';
  at += form.is_percent ? 1 : 0;
  *out_form = form;
  return *at == '\0' && form.n_decimals <= YL_FIXED_SETTLED_DECIMALS;
}

/* (nullable) */
static char *
write_form (YlFixed number, const Form *form)
{
  gint64 units;
  if (form->is_percent && !yl_fixed_multiply (number, yl_fixed_of (100), &number))
    return NULL;
  YlFixed scaled = yl_fixed_settle (number);
  for (guint i = 0; i < form->n_decimals; i++)
    if (!yl_fixed_multiply (scaled, yl_fixed_of (10), &scaled))
      return NULL;
  if (!yl_fixed_round (scaled, 0, &scaled) || !yl_fixed_to_whole (scaled, &units))
    return NULL;
  g_autofree char *digits = yl_decimal_format (units, form->n_decimals, form->is_grouped);
  return g_strconcat (digits, form->is_percent ? "%" : "", NULL);
}

static YlCellValue
call_text (const YlCall *call)
{
  const YlCellValue value = call->arguments[0].value;
  const char *text = get_text (call, 1);
  Form form;
  if (value.kind == YL_VALUE_TEXT || strcmp (text, "@") == 0)
    return yl_cell_value_of_text (yl_recalculation_to_text (call->evaluation->book, &value));
  const YlCellValue number = yl_cell_value_to_number (value);
  char *written = read_form (text, &form) ? write_form (number.number, &form) : NULL;
  return written == NULL ? yl_cell_value_unknown () : keep_free (call, written);
}

const YlFunction yl_value_functions[] = {
  { "ROUND", 2, 2, "n", .call = call_round, .variant = 0 },
  { "INT", 1, 1, "n", .call = call_int },
  { "ABS", 1, 1, "n", .call = call_abs },
  { "ROUNDUP", 2, 2, "n", .call = call_round, .variant = 1 },
  { "ROUNDDOWN", 2, 2, "n", .call = call_round, .variant = 2 },
  { "TRUNC", 1, 2, "n", .call = call_round, .variant = 2 },
  { "MOD", 2, 2, "n", .call = call_mod },
  { "SIGN", 1, 1, "n", .call = call_sign },
  { "NOT", 1, 1, "l", .call = call_not },
  { "NA", 0, 0, "", .call = call_na },
  { "N", 1, 1, "v", .call = call_number },
  { "ISBLANK", 1, 1, "w", .call = call_is_kind, .variant = YL_VALUE_EMPTY },
  { "ISNUMBER", 1, 1, "w", .call = call_is_kind, .variant = YL_VALUE_NUMBER },
  { "ISTEXT", 1, 1, "w", .call = call_is_kind, .variant = YL_VALUE_TEXT },
  { "ISERROR", 1, 1, "w", .call = call_is_kind, .variant = YL_VALUE_ERROR },
  { "LEFT", 1, 2, "tc", .call = call_left },
  { "RIGHT", 1, 2, "tc", .call = call_right },
  { "MID", 3, 3, "tpc", .call = call_mid },
  { "LEN", 1, 1, "t", .call = call_len },
  { "SUBSTITUTE", 3, 4, "tttp", .call = call_substitute },
  { "TRIM", 1, 1, "t", .call = call_trim },
  { "VALUE", 1, 1, "n", .call = call_value },
  { "TEXT", 2, 2, "vt", .call = call_text },
  { "UPPER", 1, 1, "t", .call = call_upper },
  { "LOWER", 1, 1, "t", .call = call_lower },
  { "EXACT", 2, 2, "t", .call = call_exact },
  { "FIND", 2, 3, "ttp", .call = call_find },
  { .name = NULL },
};
