#include "yanglu/forms/form.h"

#include "form-private.h"

#define TEXT_BLOCK_BYTES 4096

static void
sheet_free (gpointer data)
{
  YlSheet *sheet = data;
  g_string_free (sheet->formula, TRUE);
  g_free (sheet->heads);
  g_free (sheet->next_heads);
  g_free (sheet->widths);
  g_free (sheet->name);
  g_free (sheet);
}

YlForm *
yl_form_new (const YlFormHead *head, const YlCellSink *sink)
{
  YlForm *form = g_new0 (YlForm, 1);
  form->sink = *sink;
  form->texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  form->head = *head;
  form->head.entity = g_string_chunk_insert (form->texts, head->entity);
  form->head.prepared_by = g_string_chunk_insert (form->texts, head->prepared_by);
  form->head.reviewed_by = g_string_chunk_insert (form->texts, head->reviewed_by);
  form->head.head = g_string_chunk_insert (form->texts, head->head);
  form->sheets = g_ptr_array_new_with_free_func (sheet_free);
  form->map = g_array_new (FALSE, FALSE, sizeof (YlFigureRange));
  if (sink->describe != NULL)
    sink->describe (sink->self, &(YlBookProperties){ .title = head->title,
                                                     .author = head->entity,
                                                     .company = head->entity,
                                                     .comments = "由 yanglu " YL_VERSION " 生成",
                                                     .created = head->created });
  return form;
}

void
yl_form_free (YlForm *form)
{
  if (form == NULL)
    return;
  g_ptr_array_unref (form->sheets);
  g_array_unref (form->map);
  g_string_chunk_free (form->texts);
  g_free (form);
}

void
yl_form_define (YlForm *form, const char *name, const char *reference)
{
  if (form->sink.define != NULL)
    form->sink.define (form->sink.self, name, reference);
}

void
yl_sheet_map_rows (
    YlSheet *sheet, guint column, guint32 first, guint32 last, YlMeasure measure, const char *key)
{
  YlForm *form = sheet->form;
  const YlFigureRange range = {
    .sheet = sheet->name,
    .first_row = first,
    .last_row = last,
    .column = (guint16) column,
    .measure = measure,
    .key = g_string_chunk_insert_const (form->texts, key),
  };
  g_array_append_val (form->map, range);
  if (form->sink.map != NULL)
    form->sink.map (form->sink.self, &range);
}

void
yl_sheet_map_cell (YlSheet *sheet, guint column, YlMeasure measure, const char *key)
{
  yl_sheet_map_rows (sheet, column, sheet->next_row, sheet->next_row, measure, key);
}

const YlFigureRange *
yl_form_get_map (const YlForm *form, gsize *out_n)
{
  *out_n = form->map->len;
  return (const YlFigureRange *) (gpointer) form->map->data;
}
