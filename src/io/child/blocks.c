#include "blocks-private.h"

#include <errno.h>
#include <sys/socket.h>

void
yl_block_init (YlBlock *block, int fd)
{
  *block = (YlBlock){ .fd = fd, .bytes = g_byte_array_new () };
  g_byte_array_set_size (block->bytes, sizeof (guint32));
}

void
yl_block_clear (YlBlock *block)
{
  g_byte_array_unref (block->bytes);
}

char *
yl_block_add (YlBlock *block, gsize count)
{
  const guint used = block->bytes->len;
  g_byte_array_set_size (block->bytes, used + (guint) count);
  return (char *) block->bytes->data + used;
}

void
yl_block_add_number (YlBlock *block, guint32 number)
{
  memcpy (yl_block_add (block, sizeof number), &number, sizeof number);
}

void
yl_block_add_long (YlBlock *block, gint64 number)
{
  memcpy (yl_block_add (block, sizeof number), &number, sizeof number);
}

/* Of a longer one the whole characters that fit, so that a record of ten is within its limit. */
static gsize
measure (const char *text)
{
  gsize length = strlen (text);
  if (length <= YL_BLOCK_TEXT_BYTES)
    return length;
  for (length = YL_BLOCK_TEXT_BYTES; length > 0 && ((guchar) text[length] & 0xC0) == 0x80;)
    length--;
  return length;
}

void
yl_block_add_text (YlBlock *block, const char *text)
{
  const gsize length = text == NULL ? 0 : measure (text);
  yl_block_add_number (block, text == NULL ? YL_RECORD_NO_TEXT : (guint32) length);
  if (length > 0)
    memcpy (yl_block_add (block, length), text, length);
}

gboolean
yl_block_send_last (YlBlock *block)
{
  const guint32 length = block->bytes->len - (guint32) sizeof length;
  memcpy (block->bytes->data, &length, sizeof length);
  for (gsize done = 0; done < block->bytes->len;)
    {
      const gssize n =
          send (block->fd, block->bytes->data + done, block->bytes->len - done, MSG_NOSIGNAL);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      done += (gsize) n;
    }
  g_byte_array_set_size (block->bytes, sizeof length);
  return TRUE;
}

char
yl_block_send (YlBlock *block)
{
  if (!yl_block_send_last (block))
    return '\0';
  char answer = '\0';
  gssize n;
  do
    n = recv (block->fd, &answer, 1, 0);
  while (n < 0 && errno == EINTR);
  return n == 1 ? answer : '\0';
}

const char *
yl_cursor_take (YlCursor *cursor, guint64 count)
{
  if (count > cursor->left)
    {
      cursor->is_bad = TRUE;
      cursor->left = 0;
      return NULL;
    }
  const char *at = cursor->at;
  cursor->at += count;
  cursor->left -= (gsize) count;
  return at;
}

guint32
yl_cursor_take_number (YlCursor *cursor)
{
  guint32 number = 0;
  const char *at = yl_cursor_take (cursor, sizeof number);
  if (at != NULL)
    memcpy (&number, at, sizeof number);
  return number;
}

guint32
yl_cursor_take_below (YlCursor *cursor, guint32 limit)
{
  const guint32 number = yl_cursor_take_number (cursor);
  if (number < limit)
    return number;
  cursor->is_bad = TRUE;
  return 0;
}

gint64
yl_cursor_take_long (YlCursor *cursor)
{
  gint64 number = 0;
  const char *at = yl_cursor_take (cursor, sizeof number);
  if (at != NULL)
    memcpy (&number, at, sizeof number);
  return number;
}

char *
yl_cursor_take_text (YlCursor *cursor)
{
  const guint32 length = yl_cursor_take_number (cursor);
  if (length == YL_RECORD_NO_TEXT)
    return NULL;
  const char *at = yl_cursor_take (cursor, length);
  if (at == NULL)
    return NULL;
  if (!g_utf8_validate_len (at, length, NULL))
    cursor->is_bad = TRUE;
  return g_strndup (at, length);
}
