/* Rows that were pasted, as the page that planned it sends them. */
#include "preview-private.h"

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* The text while it is read: one line of cells at a time. */
typedef struct
{
  const char *at;
  const char *end;
  GPtrArray *cells; /* (element-type utf8): of the line that was read last */
} Lines;

/* A cell in quotes, in which a quote stands twice. */
static char *
take_quoted (Lines *lines)
{
  GString *cell = g_string_new (NULL);
  lines->at++;
  while (lines->at < lines->end)
    {
      const char *quote = memchr (lines->at, '"', (gsize) (lines->end - lines->at));
      const char *until = quote == NULL ? lines->end : quote;
      g_string_append_len (cell, lines->at, until - lines->at);
      lines->at = quote == NULL ? lines->end : quote + 1;
      if (quote == NULL || lines->at == lines->end || *lines->at != '"')
        break;
      g_string_append_c (cell, '"');
      lines->at++;
    }
  return g_string_free (cell, FALSE);
}

static char *
take_plain (Lines *lines)
{
  const char *from = lines->at;
  while (lines->at < lines->end && strchr ("\t\r\n", *lines->at) == NULL)
    lines->at++;
  return g_strndup (from, (gsize) (lines->at - from));
}

/* %FALSE at the end of the text. */
static gboolean
take_line (Lines *lines)
{
  if (lines->at == lines->end)
    return FALSE;
  g_ptr_array_set_size (lines->cells, 0);
  while (TRUE)
    {
      const gboolean is_quoted = lines->at < lines->end && *lines->at == '"';
      g_ptr_array_add (lines->cells, is_quoted ? take_quoted (lines) : take_plain (lines));
      if (lines->at == lines->end || *lines->at != '\t')
        break;
      lines->at++;
    }
  if (lines->at < lines->end && *lines->at == '\r')
    lines->at++;
  if (lines->at < lines->end && *lines->at == '\n')
    lines->at++;
  return TRUE;
}

/* What the lines below the first become. */
typedef struct
{
  YlRecordPreview *preview;
  const YlRecordSheet *sheet;
  const YlRecordForm *form;
  GArray *columns;   /* of guint: of the cells behind the id */
  GHashTable *known; /* id → number of the row from 1 */
  GHashTable *named; /* ids that a line had */
} Pasting;

static gboolean
refuse (YlError code, const char *message, GError **error)
{
  g_set_error_literal (error, YL_ERROR, (gint) code, message);
  return FALSE;
}

static gboolean
take_heads (Pasting *pasting, const GPtrArray *cells, GError **error)
{
  guint64 seen = 0;
  gboolean is_good = cells->len > 1 && strcmp (g_ptr_array_index (cells, 0), "id") == 0;
  for (guint i = 1; is_good && i < cells->len; i++)
    {
      const guint column =
          yl_record_sheet_find_column (pasting->sheet, g_ptr_array_index (cells, i));
      const guint64 bit = column < 64 ? G_GUINT64_CONSTANT (1) << column : 0;
      is_good = column < pasting->sheet->n_columns && bit != 0 && (seen & bit) == 0;
      seen |= bit;
      g_array_append_val (pasting->columns, column);
    }
  return is_good || refuse (YL_ERROR_INVALID, "粘贴的内容没有写明各列。", error);
}

static gboolean
add_change (Pasting *pasting, const GPtrArray *cells, GError **error)
{
  YlArena *arena = pasting->preview->arena;
  const char *id = g_ptr_array_index (cells, 0);
  const guint row = GPOINTER_TO_UINT (g_hash_table_lookup (pasting->known, id));
  const YlHeldRow *held =
      row == 0 ? NULL : yl_record_rows_get (pasting->preview->rows[YL_OLD], pasting->form, row - 1);
  if (held == NULL && id[0] != '\0')
    return refuse (YL_ERROR_NOT_FOUND, "要粘贴到的行已经不在了，没有粘贴。", error);
  if (held != NULL && !g_hash_table_add (pasting->named, (gpointer) held->id))
    return refuse (YL_ERROR_INVALID, "一行粘贴了两次。", error);
  const guint n = cells->len - 1;
  YlCellChange *changes = yl_arena_own (arena, g_new (YlCellChange, n + 1), g_free);
  for (guint i = 0; i < n; i++)
    changes[i] = (YlCellChange){ g_array_index (pasting->columns, guint, i),
                                 yl_arena_keep_once (arena, g_ptr_array_index (cells, i + 1)) };
  const YlChange change = {
    .kind = held == NULL ? YL_CHANGE_ADD : YL_CHANGE_SET,
    .sheet = pasting->sheet,
    .id = held == NULL ? yl_arena_take (arena, yl_record_draw_id ()) : held->id,
    .rev = held == NULL ? 0 : held->rev,
    .cells = changes,
    .n_cells = n,
  };
  g_array_append_val (pasting->preview->changes, change);
  return TRUE;
}

static gboolean
is_blank (const GPtrArray *cells)
{
  return cells->len == 1 && ((const char *) g_ptr_array_index (cells, 0))[0] == '\0';
}

static gboolean
take_rows (Pasting *pasting, Lines *lines, GError **error)
{
  if (!take_line (lines))
    return refuse (YL_ERROR_INVALID, "粘贴的内容是空的。", error);
  if (!take_heads (pasting, lines->cells, error))
    return FALSE;
  while (take_line (lines))
    {
      if (is_blank (lines->cells))
        continue;
      if (pasting->preview->changes->len == YL_PREVIEW_MAX_ROWS)
        return refuse (YL_ERROR_LIMIT, "一次最多粘贴 200,000 行。", error);
      if (lines->cells->len > pasting->columns->len + 1)
        return refuse (YL_ERROR_INVALID, "粘贴的内容中有一行比表头长。", error);
      if (!add_change (pasting, lines->cells, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
collect (YlRecordPreview *preview,
         const YlRecordSheet *sheet,
         Lines *lines,
         const YlRecordForm *form,
         GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) known = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  g_autoptr (GHashTable) named = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  for (guint i = 0; i < yl_record_rows_get_n (preview->rows[YL_OLD], form); i++)
    g_hash_table_insert (known, (gpointer) yl_record_rows_get (preview->rows[YL_OLD], form, i)->id,
                         GUINT_TO_POINTER (i + 1));
  Pasting pasting = { preview, sheet, form, columns, known, named };
  return take_rows (&pasting, lines, error);
}

YlRecordPreview *
yl_record_preview_rows (
    YlRecord *record, const YlRecordSheet *sheet, const char *text, gsize n_bytes, GError **error)
{
  const YlRecordForm *form = yl_record_form_find_typed (sheet->name);
  if (form == NULL || form->is_single || memchr (text, '\0', n_bytes) != NULL
      || !g_utf8_validate (text, (gssize) n_bytes, NULL))
    {
      refuse (YL_ERROR_INVALID, "粘贴的内容读不懂。", error);
      return NULL;
    }
  g_autoptr (YlRecordPreview) preview = preview_begin (record, error);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  Lines lines = { text, text + n_bytes, cells };
  if (preview == NULL || !collect (preview, sheet, &lines, form, error))
    return NULL;
  preview_end (preview, record, missing);
  return g_steal_pointer (&preview);
}
