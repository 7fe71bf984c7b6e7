#include "yanglu/io/output.h"

#include "yanglu/base/error.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_NAME_TRIALS 100
#define PERMISSION_BITS ((mode_t) 07777)

struct _YlOutput
{
  char *path;      /* where the file shall appear, links resolved */
  char *temporary; /* NULL once it has been renamed */
  gboolean force;
};

static void
set_system_error (GError **error, const char *path, int code)
{
  g_set_error (error, YL_ERROR, YL_ERROR_IO,
               "无法写入“%s”：%s。请检查文件夹是否存在、能否写入，磁盘是否已满。", path,
               yl_system_error_describe (code));
}

static void
set_exists_error (GError **error, const char *path)
{
  g_set_error (error, YL_ERROR, YL_ERROR_EXISTS,
               "文件“%s”已经存在，没有改动它。要覆盖请加 --force，或用 -o 换一个文件名。", path);
}

/* Refuses what must not be replaced; @out_mode is what the new file's bits shall be, 0 when free. */
static gboolean
look_at_target (const char *path, gboolean force, mode_t *out_mode, GError **error)
{
  struct stat info;
  *out_mode = 0;
  if (lstat (path, &info) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      set_system_error (error, path, errno);
      return FALSE;
    }
  if (!force)
    {
      set_exists_error (error, path);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) && !S_ISLNK (info.st_mode))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”不是普通文件，不能用来存放结果。", path);
      return FALSE;
    }
  if (S_ISREG (info.st_mode))
    *out_mode = info.st_mode & PERMISSION_BITS;
  return TRUE;
}

/* Makes an empty file of a new name beside the target; the kernel applies the umask. */
static gboolean
make_temporary (YlOutput *output, mode_t mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (output->path);
  g_autofree char *base = g_path_get_basename (output->path);
  for (guint trial = 0; trial < N_NAME_TRIALS; trial++)
    {
      g_autofree char *name = g_strdup_printf (".%.80s.%08x.tmp", base, g_random_int ());
      g_autofree char *temporary = g_build_filename (folder, name, NULL);
      const int fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                           mode != 0 ? S_IRUSR | S_IWUSR : (mode_t) 0666);
      if (fd < 0 && errno == EEXIST)
        continue;
      if (fd < 0)
        break;
      close (fd);
      output->temporary = g_steal_pointer (&temporary);
      return TRUE;
    }
  set_system_error (error, output->path, errno);
  return FALSE;
}

YlOutput *
yl_output_new (const char *path, gboolean force, GError **error)
{
  mode_t mode;
  if (!look_at_target (path, force, &mode, error))
    return NULL;
  g_autoptr (YlOutput) output = g_new0 (YlOutput, 1);
  /* Through a link the file behind it is replaced, not the link. */
  char *resolved = realpath (path, NULL);
  output->path = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);
  output->force = force;
  if (!look_at_target (output->path, force, &mode, error) || !make_temporary (output, mode, error))
    return NULL;
  return g_steal_pointer (&output);
}

gboolean
yl_output_is_file (const char *path, const char *other)
{
  GStatBuf one, two;
  return g_stat (path, &one) == 0 && g_stat (other, &two) == 0 && one.st_dev == two.st_dev
         && one.st_ino == two.st_ino;
}

const char *
yl_output_get_temporary (const YlOutput *output)
{
  return output->temporary;
}

/* What was written must be on the disk before its name is. */
static gboolean
sync_file (const YlOutput *output, mode_t mode, GError **error)
{
  const int fd = open (output->temporary, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    {
      set_system_error (error, output->path, errno);
      return FALSE;
    }
  const gboolean is_done = (mode == 0 || fchmod (fd, mode) == 0) && fsync (fd) == 0;
  if (!is_done)
    set_system_error (error, output->path, errno);
  close (fd);
  return is_done;
}

/* The file stands already: a folder that cannot be synced (some network drives) is no failure. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Gives the file its name unless somebody took the name meanwhile. Returns: 0 or errno. */
static int
rename_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  /* Not every file system knows the flag; a hard link refuses an existing name as well. */
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (link (from, to) != 0)
    return errno;
  unlink (from);
  return 0;
}

gboolean
yl_output_commit (YlOutput *output, GError **error)
{
  g_return_val_if_fail (output->temporary != NULL, FALSE);
  /* Without force the renaming itself looks: whoever looks first may be overtaken. */
  mode_t mode = 0;
  if ((output->force && !look_at_target (output->path, TRUE, &mode, error))
      || !sync_file (output, mode, error))
    return FALSE;
  int code = 0;
  if (!output->force)
    code = rename_without_replacing (output->temporary, output->path);
  else if (rename (output->temporary, output->path) != 0)
    code = errno;
  if (code == EEXIST)
    set_exists_error (error, output->path);
  else if (code != 0)
    set_system_error (error, output->path, code);
  if (code != 0)
    return FALSE;
  g_clear_pointer (&output->temporary, g_free);
  sync_folder (output->path);
  return TRUE;
}

void
yl_output_free (YlOutput *output)
{
  if (output == NULL)
    return;
  if (output->temporary != NULL)
    unlink (output->temporary);
  g_free (output->temporary);
  g_free (output->path);
  g_free (output);
}
