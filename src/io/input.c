#include "yanglu/io/input.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Most that is read from a pipe: it has to stay in memory. */
#define PIPE_MAX_BYTES ((gsize) 2 * 1024 * 1024 * 1024)
#define PIPE_BLOCK_BYTES ((gsize) 256 * 1024)

/* The first descriptor that a shared file may get. */
#define SHARED_FIRST 5

typedef struct _YlInputKept YlInputKept;

struct _YlInput
{
  char *name;
  int fd; /* -1 when the bytes are in memory */
  goffset size;
  GBytes *bytes; /* NULL when read from `fd` */
  YlInputKept *kept;
  YlRowsReader read_rows; /* NULL for a file */
  gpointer rows;
  GDestroyNotify free_rows;
};

struct _YlInputKept
{
  gpointer what;
  GDestroyNotify free;
};

static void
set_system_error (GError **error, const char *name, const char *what)
{
  const int code = errno;
  g_autofree char *shown = yl_file_name_show (name);
  g_set_error (error, YL_ERROR, code == ENOENT ? YL_ERROR_NOT_FOUND : YL_ERROR_IO,
               "%s“%s”失败：%s。请检查文件名和读取权限。", what, shown,
               code == ENOENT ? "文件不存在" : yl_system_error_describe (code));
}

static YlInput *
input_new (const char *name)
{
  YlInput *input = g_new0 (YlInput, 1);
  input->name = g_strdup (name);
  input->fd = -1;
  input->kept = g_new0 (YlInputKept, 1);
  return input;
}

static void
kept_clear (YlInputKept *kept)
{
  if (kept->free != NULL)
    kept->free (kept->what);
}

gpointer
yl_input_get_kept (const YlInput *input)
{
  return input->kept->what;
}

void
yl_input_keep (const YlInput *input, gpointer what, GDestroyNotify free)
{
  kept_clear (input->kept);
  *input->kept = (YlInputKept){ what, free };
}

YlInput *
yl_input_new_for_bytes (const char *name, GBytes *bytes)
{
  YlInput *input = input_new (name);
  input->bytes = g_bytes_ref (bytes);
  input->size = (goffset) g_bytes_get_size (bytes);
  return input;
}

YlInput *
yl_input_new_for_rows (const char *name, YlRowsReader read, gpointer rows, GDestroyNotify free)
{
  YlInput *input = input_new (name);
  input->bytes = g_bytes_new_static (NULL, 0);
  input->read_rows = read;
  input->rows = rows;
  input->free_rows = free;
  return input;
}

gboolean
yl_input_has_rows (const YlInput *input)
{
  return input->read_rows != NULL;
}

gboolean
yl_input_read_rows (const YlInput *input, const YlRowSink *sink, GError **error)
{
  return input->read_rows (input->rows, sink, error);
}

YlInput *
yl_input_new_for_file (const char *name, int fd, GError **error)
{
  g_autoptr (YlInput) input = input_new (name);
  input->fd = fd;
  struct stat info;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      set_system_error (error, name, "打开");
      return NULL;
    }
  input->size = info.st_size;
  return g_steal_pointer (&input);
}

void
yl_input_free (YlInput *input)
{
  if (input == NULL)
    return;
  if (input->fd >= 0)
    close (input->fd);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  if (input->free_rows != NULL)
    input->free_rows (input->rows);
  kept_clear (input->kept);
  g_free (input->kept);
  g_free (input->name);
  g_free (input);
}

/* A pipe cannot be read twice: keeps all of it. */
static gboolean
read_pipe (YlInput *input, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  for (;;)
    {
      const guint used = all->len;
      if (used > PIPE_MAX_BYTES)
        {
          g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                       "从管道读入的“%s”超过 2 GiB 上限。请先存成文件再读。", input->name);
          return FALSE;
        }
      g_byte_array_set_size (all, used + (guint) PIPE_BLOCK_BYTES);
      gssize n;
      do
        n = read (input->fd, all->data + used, PIPE_BLOCK_BYTES);
      while (n < 0 && errno == EINTR);
      if (n < 0)
        {
          set_system_error (error, input->name, "读取");
          return FALSE;
        }
      g_byte_array_set_size (all, used + (guint) n);
      if (n == 0)
        break;
    }
  input->size = (goffset) all->len;
  input->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  close (input->fd);
  input->fd = -1;
  return TRUE;
}

char *
yl_input_name (const char *path)
{
  return strcmp (path, "-") == 0 ? g_strdup ("标准输入") : yl_file_name_show_base (path);
}

YlInput *
yl_input_open (const char *path, GError **error)
{
  g_autofree char *name = yl_input_name (path);
  return yl_input_open_as (path, name, error);
}

YlInput *
yl_input_open_as (const char *path, const char *name, GError **error)
{
  const gboolean is_standard = strcmp (path, "-") == 0;
  g_autoptr (YlInput) input = input_new (name);
  input->fd = is_standard ? dup (STDIN_FILENO) : open (path, O_RDONLY | O_CLOEXEC);
  if (input->fd < 0)
    {
      set_system_error (error, path, "打开");
      return NULL;
    }
  struct stat info;
  if (fstat (input->fd, &info) != 0)
    {
      set_system_error (error, path, "打开");
      return NULL;
    }
  if (S_ISDIR (info.st_mode))
    {
      g_autofree char *shown = yl_file_name_show (path);
      g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”是文件夹，这里要的是一个文件。", shown);
      return NULL;
    }
  /* A file redirected to standard input, not yet read from, is as good as a path. */
  if (S_ISREG (info.st_mode) && lseek (input->fd, 0, SEEK_CUR) == 0)
    input->size = info.st_size;
  else if (!read_pipe (input, error))
    return NULL;
  return g_steal_pointer (&input);
}

const char *
yl_input_get_name (const YlInput *input)
{
  return input->name;
}

goffset
yl_input_get_size (const YlInput *input)
{
  return input->size;
}

static gssize
read_memory (const YlInput *input, goffset offset, void *buffer, gsize count)
{
  if (offset >= input->size)
    return 0;
  const gsize n = MIN (count, (gsize) (input->size - offset));
  memcpy (buffer, (const char *) g_bytes_get_data (input->bytes, NULL) + offset, n);
  return (gssize) n;
}

gssize
yl_input_read (const YlInput *input, goffset offset, void *buffer, gsize count, GError **error)
{
  g_return_val_if_fail (offset >= 0 && count <= G_MAXSSIZE, -1);
  if (input->bytes != NULL)
    return read_memory (input, offset, buffer, count);
  gsize done = 0;
  while (done < count)
    {
      const gssize n = pread (input->fd, (char *) buffer + done, count - done,
                              (off_t) (offset + (goffset) done));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_system_error (error, input->name, "读取");
          return -1;
        }
      if (n == 0)
        break;
      done += (gsize) n;
    }
  return (gssize) done;
}

static gboolean
write_all (int fd, const char *at, gsize length)
{
  while (length > 0)
    {
      const gssize n = write (fd, at, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      at += n;
      length -= (gsize) n;
    }
  return TRUE;
}

int
yl_input_share (const YlInput *input, GError **error)
{
  gsize length = 0;
  const char *bytes = input->bytes == NULL ? NULL : g_bytes_get_data (input->bytes, &length);
  const int file = input->bytes == NULL ? input->fd : memfd_create ("yanglu", MFD_CLOEXEC);
  const gboolean is_whole = file >= 0 && write_all (file, bytes, length);
  const int shared = is_whole ? fcntl (file, F_DUPFD_CLOEXEC, SHARED_FIRST) : -1;
  if (shared < 0)
    set_system_error (error, input->name, "读取");
  if (input->bytes != NULL && file >= 0)
    close (file);
  return shared;
}

GBytes *
yl_input_load (const YlInput *input, GError **error)
{
  if (input->bytes != NULL)
    return g_bytes_ref (input->bytes);
  const gsize size = (gsize) input->size;
  g_autofree char *all = g_try_malloc (MAX (size, 1));
  if (all == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT, "文件“%s”太大，内存放不下。", input->name);
      return NULL;
    }
  const gssize n = yl_input_read (input, 0, all, size, error);
  if (n < 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&all), (gsize) n);
}
