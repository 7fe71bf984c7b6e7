#include "yanglu/app/record/sheets.h"

#include "yanglu/domain/head-text.h"
#include "yanglu/domain/sheet-names.h"

static const YlRecordForm forms[] = {
  { "road", YL_LIST_ROADS, YL_WORDS_ROAD_HEADS, FALSE },
  { "bridge", YL_LIST_BRIDGES, YL_WORDS_BRIDGE_HEADS, FALSE },
  { "source", YL_LIST_FUNDS, YL_WORDS_FUND_HEADS, FALSE },
  { "land", YL_LIST_LAND, YL_WORDS_LAND_HEADS, FALSE },
  { "cost", YL_LIST_OTHER, YL_WORDS_OTHER_HEADS, FALSE },
  { "unit", YL_SHEET_UNIT, YL_WORDS_UNIT_HEADS, TRUE },
};

/* Of a break the yearbook has three columns, of a shared road one for its code and one for yes. */
static const struct
{
  const char *key;
  const char *column;
} shared_columns[] = {
  { "break-2", "break" },
  { "break-3", "break" },
  { "duplicate", "duplicate_of" },
};

static const char *const saying_columns[] = { "maintained", "maintained_length",
                                              "subsidised_length", "last_works" };

gboolean
yl_record_column_is_saying (const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (saying_columns); i++)
    if (g_str_equal (saying_columns[i], column))
      return TRUE;
  return FALSE;
}

const YlRecordForm *
yl_record_forms_get (guint *out_n)
{
  *out_n = G_N_ELEMENTS (forms);
  return forms;
}

const YlRecordForm *
yl_record_form_find (const char *sheet)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].sheet, sheet))
      return &forms[i];
  return NULL;
}

const YlRecordForm *
yl_record_form_find_typed (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].name, name))
      return &forms[i];
  return NULL;
}

char *
yl_record_key_to_column (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shared_columns); i++)
    if (g_str_equal (shared_columns[i].key, key))
      return g_strdup (shared_columns[i].column);
  return g_strdelimit (g_strdup (key), "-", '_');
}

const char *
yl_record_column_to_head (const YlRecordForm *form, const YlWords *words, const char *column)
{
  g_autofree char *key = g_strdelimit (g_strdup (column), "_", '-');
  const char *head = yl_words_get_usual (words, form->heads, key);
  return head == NULL ? "" : head;
}

char *
yl_record_head_to_column (const YlRecordForm *form, const YlWords *words, const char *head)
{
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, head);
  const YlSpelling *found = yl_words_find (words, form->heads, yl_text_of (text.flat->str));
  if (found == NULL)
    found = yl_words_find (words, form->heads, yl_text_of (text.bare->str));
  return found == NULL ? NULL : yl_record_key_to_column (found->key);
}
