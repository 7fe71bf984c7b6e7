#include "yanglu/forms/form.h"

#include "form-private.h"

static void
map_entry_clear (gpointer data)
{
  YlMapEntry *entry = data;
  g_free (entry->key);
}

static void
sheet_free (gpointer data)
{
  YlSheet *sheet = data;
  g_string_free (sheet->formula, TRUE);
  g_free (sheet->widths);
  g_free (sheet->name);
  g_free (sheet);
}

/* Excel's limit of a property, in characters. */
#define PROPERTY_CHARACTERS 255

static char *
make_property (const char *text)
{
  return g_utf8_strlen (text, -1) <= PROPERTY_CHARACTERS
             ? g_strdup (text)
             : g_utf8_substring (text, 0, PROPERTY_CHARACTERS);
}

static void
set_properties (lxw_workbook *workbook, const YlFormHead *head)
{
  g_autofree char *title = make_property (head->title);
  g_autofree char *entity = make_property (head->entity);
  /* The library copies what it is given. */
  lxw_doc_properties properties = {
    .title = title,
    .author = entity,
    .company = entity,
    .comments = (char *) "由 yanglu " YL_VERSION " 生成",
    .created = 0,
  };
  const guint day = head->created.yyyymmdd;
  g_autoptr (GDateTime) created = g_date_time_new_utc (
      (gint) (day / 10000), (gint) (day / 100 % 100), (gint) (day % 100), 0, 0, 0);
  if (created != NULL)
    properties.created = (time_t) g_date_time_to_unix (created);
  workbook_set_properties (workbook, &properties);
}

static YlForm *
form_new (const YlFormHead *head, const char *path, lxw_workbook *workbook)
{
  YlForm *form = g_new0 (YlForm, 1);
  form->head = *head;
  form->path = g_strdup (path);
  form->workbook = workbook;
  form->sheets = g_ptr_array_new_with_free_func (sheet_free);
  form->map = g_array_new (FALSE, FALSE, sizeof (YlMapEntry));
  g_array_set_clear_func (form->map, map_entry_clear);
  set_properties (workbook, head);
  return form;
}

YlForm *
yl_form_new (const YlFormHead *head, const char *path, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  if (workbook != NULL)
    return form_new (head, path, workbook);
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "无法建立工作簿“%s”", path);
  return NULL;
}

/* The library's workbook holds the formats and charts that the sheets ask for; it never gets a cell
 * and is never closed into a file. */
YlForm *
yl_form_new_plan (const YlFormHead *head, YlPlannedBook *plan)
{
  YlForm *form = form_new (head, "", workbook_new (""));
  form->plan = plan;
  return form;
}

gboolean
yl_form_close (YlForm *form, GError **error)
{
  const lxw_error failure = form->failure;
  /* Closing frees the workbook, whatever comes of it. */
  const lxw_error closing = workbook_close (g_steal_pointer (&form->workbook));
  const lxw_error told = failure != LXW_NO_ERROR ? failure : closing;
  if (told == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_IO,
               "工作簿“%s”没有写成（写表库错误 %d）；请检查磁盘空间和权限", form->path, (int) told);
  return FALSE;
}

void
yl_form_free (YlForm *form)
{
  if (form == NULL)
    return;
  if (form->workbook != NULL)
    lxw_workbook_free (form->workbook);
  g_ptr_array_unref (form->sheets);
  g_array_unref (form->map);
  g_free (form->path);
  g_free (form);
}

void
yl_form_note_failure (YlForm *form, lxw_error failure)
{
  if (form->failure == LXW_NO_ERROR)
    form->failure = failure;
}

void
yl_form_define (YlForm *form, const char *name, const char *reference)
{
  if (form->plan != NULL)
    yl_workbook_add_name (form->plan->workbook, name, reference);
  g_autofree char *formula = g_strconcat ("=", reference, NULL);
  yl_form_note_failure (form, workbook_define_name (form->workbook, name, formula));
}

lxw_workbook *
yl_form_get_workbook (YlForm *form)
{
  return form->workbook;
}
