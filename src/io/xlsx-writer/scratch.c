#include "writer-private.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#define BUFFER_BYTES 65536

struct _YlScratch
{
  char *key;
  char *folder;
  guint n_streams;
  int first_error;
};

typedef struct
{
  int fd; /* -1: there is none, every write fails */
  YlScratch *scratch;
} YlStream;

/* Those of the workbooks that are being written; the library only hands on a text, the key. */
static GMutex lock;
static GPtrArray *all;

static void
note (YlScratch *scratch, int code)
{
  g_atomic_int_compare_and_exchange (&scratch->first_error, 0, code);
}

static void
clear (gpointer data)
{
  YlScratch *scratch = data;
  g_free (scratch->key);
  g_free (scratch->folder);
}

/* A stream that the library forgot is written out at the end of the program: it holds on. */
static void
drop (YlScratch *scratch)
{
  g_atomic_rc_box_release_full (scratch, clear);
}

static ssize_t
read_stream (void *cookie, char *buffer, size_t size)
{
  const YlStream *stream = cookie;
  ssize_t n;
  do
    n = read (stream->fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    note (stream->scratch, errno);
  return n;
}

/* Returns: 0 tells the C library that it failed. */
static ssize_t
write_stream (void *cookie, const char *buffer, size_t size)
{
  const YlStream *stream = cookie;
  size_t n_done = 0;
  while (n_done < size)
    {
      const ssize_t n = write (stream->fd, buffer + n_done, size - n_done);
      if (n > 0)
        n_done += (size_t) n;
      else if (n == 0 || errno != EINTR)
        {
          note (stream->scratch, n == 0 ? EIO : errno);
          return 0;
        }
    }
  return (ssize_t) n_done;
}

static int
seek_stream (void *cookie, off64_t *offset, int whence)
{
  const YlStream *stream = cookie;
  const off64_t to = lseek64 (stream->fd, *offset, whence);
  if (to < 0)
    {
      note (stream->scratch, errno);
      return -1;
    }
  *offset = to;
  return 0;
}

static int
close_stream (void *cookie)
{
  YlStream *stream = cookie;
  if (stream->fd >= 0 && close (stream->fd) != 0)
    note (stream->scratch, errno);
  drop (stream->scratch);
  g_free (stream);
  return 0;
}

static FILE *
open_stream (YlScratch *scratch)
{
  YlStream *stream = g_new (YlStream, 1);
  stream->scratch = g_atomic_rc_box_acquire (scratch);
  stream->fd = yl_output_open_unnamed (scratch->folder);
  if (stream->fd < 0)
    note (scratch, errno);
  scratch->n_streams++;
  FILE *file =
      fopencookie (stream, "w+",
                   (cookie_io_functions_t){ read_stream, write_stream, seek_stream, close_stream });
  if (file == NULL)
    g_error ("no memory for a stream");
  setvbuf (file, NULL, _IOFBF, BUFFER_BYTES);
  return file;
}

/* The library's own, which checks nothing that it writes into them, calls through the dynamic
 * table: the program's comes first. It never gives %NULL: the library would take a sheet away and
 * say nothing. */
__attribute__ ((visibility ("default"))) FILE *
lxw_tmpfile (char *tmpdir)
{
  FILE *file = NULL;
  g_mutex_lock (&lock);
  for (guint i = 0; all != NULL && file == NULL && i < all->len; i++)
    {
      YlScratch *scratch = g_ptr_array_index (all, i);
      if (g_strcmp0 (scratch->key, tmpdir) == 0)
        file = open_stream (scratch);
    }
  g_mutex_unlock (&lock);
  return file != NULL ? file : tmpfile ();
}

YlScratch *
yl_scratch_new (const char *key, const char *folder)
{
  YlScratch *scratch = g_atomic_rc_box_new0 (YlScratch);
  scratch->key = g_strdup (key);
  scratch->folder = g_strdup (folder);
  g_mutex_lock (&lock);
  if (all == NULL)
    all = g_ptr_array_new ();
  g_ptr_array_add (all, scratch);
  g_mutex_unlock (&lock);
  return scratch;
}

int
yl_scratch_get_error (const YlScratch *scratch)
{
  const int code = g_atomic_int_get (&scratch->first_error);
  return code == 0 && scratch->n_streams == 0 ? ENOSYS : code;
}

void
yl_scratch_free (YlScratch *scratch)
{
  if (scratch == NULL)
    return;
  g_mutex_lock (&lock);
  g_ptr_array_remove (all, scratch);
  g_mutex_unlock (&lock);
  drop (scratch);
}
