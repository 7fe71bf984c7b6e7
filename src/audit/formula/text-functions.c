#include "evaluation-private.h"

#include "yanglu/base/decimal.h"

#include <string.h>

static const char *
text_of (YlEvaluation *evaluation, const YlOperand *operand)
{
  return yl_recalculation_to_text (evaluation->book, &operand->value);
}

static YlOperand
keep (YlEvaluation *evaluation, const char *at, gsize length)
{
  return yl_operand_of (
      yl_cell_value_of_text (yl_recalculation_keep (evaluation->book, at, length)));
}

static YlOperand
keep_free (YlEvaluation *evaluation, char *text)
{
  const YlOperand operand = keep (evaluation, text, strlen (text));
  g_free (text);
  return operand;
}

/* A number of characters; FALSE and #VALUE! below @least or when it is none. */
static gboolean
read_count (const YlOperand *operand, gint64 least, gint64 *out_count, YlOperand *out_wrong)
{
  const YlCellValue value = yl_cell_value_to_number (operand->value);
  gint64 count = G_MAXINT64;
  if (value.kind == YL_VALUE_NUMBER)
    yl_fixed_to_whole (yl_fixed_cut (yl_fixed_settle (value.number), 0), &count);
  if (value.kind != YL_VALUE_NUMBER || value.number.units < 0 || count < least)
    {
      *out_wrong = yl_operand_of (
          yl_cell_value_is_wrong (&value) ? value : yl_cell_value_of_error ("#VALUE!"));
      return FALSE;
    }
  *out_count = count;
  return TRUE;
}

/* @count characters from the @first (from 0) on. */
static YlOperand
cut (YlEvaluation *evaluation, const char *text, gint64 first, gint64 count)
{
  const gint64 n = g_utf8_strlen (text, -1);
  const gint64 start = MIN (first, n);
  const char *at = g_utf8_offset_to_pointer (text, (glong) start);
  const char *end = g_utf8_offset_to_pointer (at, (glong) MIN (count, n - start));
  return keep (evaluation, at, (gsize) (end - at));
}

static YlOperand
call_left (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  gint64 count = 1;
  YlOperand wrong;
  if (n > 1 && !read_count (&arguments[1], 0, &count, &wrong))
    return wrong;
  return cut (evaluation, text_of (evaluation, &arguments[0]), 0, count);
}

static YlOperand
call_right (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  gint64 count = 1;
  YlOperand wrong;
  if (n > 1 && !read_count (&arguments[1], 0, &count, &wrong))
    return wrong;
  const char *text = text_of (evaluation, &arguments[0]);
  const gint64 length = g_utf8_strlen (text, -1);
  return cut (evaluation, text, length - MIN (count, length), count);
}

static YlOperand
call_mid (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  gint64 first;
  gint64 count;
  YlOperand wrong;
  if (!read_count (&arguments[1], 1, &first, &wrong)
      || !read_count (&arguments[2], 0, &count, &wrong))
    return wrong;
  return cut (evaluation, text_of (evaluation, &arguments[0]), first - 1, count);
}

static YlOperand
call_len (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  const glong length = g_utf8_strlen (text_of (evaluation, &arguments[0]), -1);
  return yl_operand_of (yl_cell_value_of_number (yl_fixed_of (length)));
}

/* All of them, or the @which-th (from 1; 0: all). */
static char *
substitute (const char *text, const char *old, const char *new, gint64 which)
{
  GString *result = g_string_new (NULL);
  const char *at = text;
  gint64 n = 0;
  for (const char *hit = strstr (at, old); hit != NULL; hit = strstr (at, old))
    {
      g_string_append_len (result, at, hit - at);
      n++;
      g_string_append (result, which == 0 || which == n ? new : old);
      at = hit + strlen (old);
    }
  g_string_append (result, at);
  return g_string_free (result, FALSE);
}

static YlOperand
call_substitute (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  gint64 which = 0;
  YlOperand wrong;
  if (n > 3 && !read_count (&arguments[3], 1, &which, &wrong))
    return wrong;
  const char *text = text_of (evaluation, &arguments[0]);
  const char *old = text_of (evaluation, &arguments[1]);
  if (*old == '\0')
    return keep (evaluation, text, strlen (text));
  return keep_free (evaluation, substitute (text, old, text_of (evaluation, &arguments[2]), which));
}

/* No blanks at the ends, one between words. */
static YlOperand
call_trim (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  const char *text = text_of (evaluation, &arguments[0]);
  g_autofree char *trimmed = g_malloc (strlen (text) + 1);
  gsize length = 0;
  for (; *text != '\0'; text++)
    if (*text != ' ' || (length > 0 && text[1] != ' ' && text[1] != '\0'))
      trimmed[length++] = *text;
  return keep (evaluation, trimmed, length);
}

static YlOperand
call_value (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  return yl_operand_of (yl_cell_value_to_number (arguments[0].value));
}

static YlOperand
call_upper (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  return keep_free (evaluation, g_ascii_strup (text_of (evaluation, &arguments[0]), -1));
}

static YlOperand
call_lower (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  return keep_free (evaluation, g_ascii_strdown (text_of (evaluation, &arguments[0]), -1));
}

static YlOperand
call_exact (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  const char *a = text_of (evaluation, &arguments[0]);
  return yl_operand_of (
      yl_cell_value_of_boolean (strcmp (a, text_of (evaluation, &arguments[1])) == 0));
}

static YlOperand
call_find (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  gint64 first = 1;
  YlOperand wrong;
  if (n > 2 && !read_count (&arguments[2], 1, &first, &wrong))
    return wrong;
  const char *text = text_of (evaluation, &arguments[1]);
  if (first > g_utf8_strlen (text, -1) + 1)
    return yl_operand_of (yl_cell_value_of_error ("#VALUE!"));
  const char *hit = strstr (g_utf8_offset_to_pointer (text, (glong) first - 1),
                            text_of (evaluation, &arguments[0]));
  if (hit == NULL)
    return yl_operand_of (yl_cell_value_of_error ("#VALUE!"));
  return yl_operand_of (
      yl_cell_value_of_number (yl_fixed_of (g_utf8_pointer_to_offset (text, hit) + 1)));
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

static YlOperand
call_text (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  const YlCellValue number = arguments[0].value.kind == YL_VALUE_TEXT
                                 ? arguments[0].value
                                 : yl_cell_value_to_number (arguments[0].value);
  const char *text = text_of (evaluation, &arguments[1]);
  Form form;
  if (number.kind == YL_VALUE_TEXT || strcmp (text, "@") == 0)
    return keep_free (evaluation, g_strdup (text_of (evaluation, &arguments[0])));
  char *written = read_form (text, &form) ? write_form (number.number, &form) : NULL;
  return written == NULL ? yl_operand_of (yl_cell_value_unknown ())
                         : keep_free (evaluation, written);
}

const YlFunction yl_text_functions[] = {
  { "LEFT", 1, 2, YL_TAKES_VALUES, call_left, NULL },
  { "RIGHT", 1, 2, YL_TAKES_VALUES, call_right, NULL },
  { "MID", 3, 3, YL_TAKES_VALUES, call_mid, NULL },
  { "LEN", 1, 1, YL_TAKES_VALUES, call_len, NULL },
  { "SUBSTITUTE", 3, 4, YL_TAKES_VALUES, call_substitute, NULL },
  { "TRIM", 1, 1, YL_TAKES_VALUES, call_trim, NULL },
  { "VALUE", 1, 1, YL_TAKES_VALUES, call_value, NULL },
  { "TEXT", 2, 2, YL_TAKES_VALUES, call_text, NULL },
  { "UPPER", 1, 1, YL_TAKES_VALUES, call_upper, NULL },
  { "LOWER", 1, 1, YL_TAKES_VALUES, call_lower, NULL },
  { "EXACT", 2, 2, YL_TAKES_VALUES, call_exact, NULL },
  { "FIND", 2, 3, YL_TAKES_VALUES, call_find, NULL },
  { NULL, 0, 0, 0, NULL, NULL },
};
