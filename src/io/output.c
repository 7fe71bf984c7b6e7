#include "yanglu/io/output.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_NAME_TRIALS 100
#define N_OPEN 16
#define TEMPORARY_PREFIX ".yanglu-"
#define TEMPORARY_SUFFIX ".tmp"
#define TEMPORARY_LENGTH (strlen (TEMPORARY_PREFIX "00000000" TEMPORARY_SUFFIX))
/* Never that it runs as its owner. */
#define PERMISSION_BITS ((mode_t) 0777)
#define GROUP_BITS ((mode_t) 0070)
#define GROUP_SHIFT 3

struct _YlOutput
{
  char *path;      /* where the file shall appear, links resolved */
  char *temporary; /* NULL once it has been renamed */
  int fd;          /* of the temporary: locked as long as somebody writes to it */
  gboolean force;
};

/* Of the outputs that are being written, for a signal: %NULL where a place is free. */
static char *volatile open_temporaries[N_OPEN];

static void
set_system_error (GError **error, const char *path, int code)
{
  g_autofree char *shown = yl_file_name_show (path);
  g_set_error (error, YL_ERROR, YL_ERROR_IO,
               "无法写入“%s”：%s。请检查文件夹是否存在、能否写入，磁盘是否已满。", shown,
               yl_system_error_describe (code));
}

static void
set_exists_error (GError **error, const char *path)
{
  g_autofree char *shown = yl_file_name_show (path);
  g_set_error (error, YL_ERROR, YL_ERROR_EXISTS,
               "文件“%s”已经存在，没有改动它。要覆盖请加 --force，或换一个文件名。", shown);
}

/* Refuses what must not be replaced; @out_info has no mode where nothing stands. */
static gboolean
look_at_target (const char *path, gboolean force, struct stat *out_info, GError **error)
{
  *out_info = (struct stat){ 0 };
  if (lstat (path, out_info) != 0)
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
  if (!S_ISREG (out_info->st_mode) && !S_ISLNK (out_info->st_mode))
    {
      g_autofree char *shown = yl_file_name_show (path);
      g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”不是普通文件，不能用来存放结果。",
                   shown);
      return FALSE;
    }
  return TRUE;
}

/* The same where links were followed: one that is still there leads nowhere. */
static gboolean
look_behind_links (const char *path, gboolean force, struct stat *out_info, GError **error)
{
  if (!look_at_target (path, force, out_info, error))
    return FALSE;
  if (!S_ISLNK (out_info->st_mode))
    return TRUE;
  g_autofree char *shown = yl_file_name_show (path);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "“%s”是一个链接，它指向的文件不存在，没有写入。请换一个文件名，或先删除这个链接。",
               shown);
  return FALSE;
}

/* A temporary that nobody has locked is left over from a run that was killed. */
static void
remove_if_stale (const char *path)
{
  struct stat info;
  const int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == geteuid ()
      && flock (fd, LOCK_EX | LOCK_NB) == 0)
    unlink (path);
  close (fd);
}

static void
collect_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_prefix (name, TEMPORARY_PREFIX) && g_str_has_suffix (name, TEMPORARY_SUFFIX)
        && strlen (name) == TEMPORARY_LENGTH)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        remove_if_stale (path);
      }
}

/* An empty file of a new name in @folder, locked, so that nobody takes it for one left over.
 * Returns: -1 and errno. */
static int
open_temporary (const char *folder, mode_t mode, char **out_path)
{
  for (guint trial = 0; trial < N_NAME_TRIALS; trial++)
    {
      g_autofree char *name =
          g_strdup_printf (TEMPORARY_PREFIX "%08x" TEMPORARY_SUFFIX, g_random_int ());
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      struct stat info;
      if (fd < 0 && errno != EEXIST)
        return -1;
      if (fd < 0)
        continue;
      /* Whoever collects what is left over may have come in between. A file system without locks
       * has nothing to collect. */
      if ((flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) && fstat (fd, &info) == 0
          && info.st_nlink > 0)
        {
          *out_path = g_steal_pointer (&path);
          return fd;
        }
      close (fd);
    }
  errno = EEXIST;
  return -1;
}

static void
remember_temporary (char *temporary)
{
  for (guint i = 0; i < N_OPEN; i++)
    if (open_temporaries[i] == NULL)
      {
        open_temporaries[i] = temporary;
        return;
      }
}

static void
forget_temporary (const char *temporary)
{
  for (guint i = 0; i < N_OPEN; i++)
    if (open_temporaries[i] == temporary)
      open_temporaries[i] = NULL;
}

void
yl_output_remove_temporaries (void)
{
  for (guint i = 0; i < N_OPEN; i++)
    if (open_temporaries[i] != NULL)
      unlink (open_temporaries[i]);
}

/* Between a file and the memory of it no signal may come. Returns: the mask to set again. */
static sigset_t
hold_signals (void)
{
  sigset_t all, before;
  sigfillset (&all);
  sigprocmask (SIG_BLOCK, &all, &before);
  return before;
}

int
yl_output_open_unnamed (const char *folder)
{
  const int unnamed = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (unnamed >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
    return unnamed;
  g_autofree char *path = NULL;
  const sigset_t before = hold_signals ();
  const int fd = open_temporary (folder, S_IRUSR | S_IWUSR, &path);
  const int code = errno;
  if (fd >= 0)
    unlink (path);
  sigprocmask (SIG_SETMASK, &before, NULL);
  errno = code;
  return fd;
}

YlOutput *
yl_output_new (const char *path, gboolean force, GError **error)
{
  struct stat info;
  if (!look_at_target (path, force, &info, error))
    return NULL;
  g_autoptr (YlOutput) output = g_new0 (YlOutput, 1);
  output->fd = -1;
  /* Through a link the file behind it is replaced, not the link. */
  char *resolved = realpath (path, NULL);
  output->path = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);
  output->force = force;
  if (!look_behind_links (output->path, force, &info, error))
    return NULL;
  g_autofree char *folder = g_path_get_dirname (output->path);
  collect_stale (folder);
  /* Where nothing stands the system gives the bits of a new file. */
  const mode_t mode = info.st_mode == 0 ? 0666 : S_IRUSR | S_IWUSR;
  const sigset_t before = hold_signals ();
  output->fd = open_temporary (folder, mode, &output->temporary);
  const int code = errno;
  if (output->fd >= 0)
    remember_temporary (output->temporary);
  sigprocmask (SIG_SETMASK, &before, NULL);
  if (output->fd < 0)
    {
      set_system_error (error, output->path, code);
      return NULL;
    }
  return g_steal_pointer (&output);
}

gboolean
yl_output_make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;
  g_autofree char *shown = yl_file_name_show (folder);
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "建立文件夹“%s”失败：%s。", shown,
               yl_system_error_describe (errno));
  return FALSE;
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

/* The owner, group and bits of the file that stood there. Without the right to give the file away its
 * group's bits are those of everybody. */
static gboolean
keep_owner_and_mode (int fd, const struct stat *old)
{
  if (old->st_mode == 0)
    return TRUE;
  mode_t mode = old->st_mode & PERMISSION_BITS;
  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    mode = (mode & ~GROUP_BITS) | (((mode << GROUP_SHIFT) & GROUP_BITS) & mode);
  return fchmod (fd, mode) == 0;
}

/* What was written must be on the disk before its name is. */
static gboolean
sync_file (const YlOutput *output, const struct stat *old, GError **error)
{
  struct stat info;
  const gboolean is_done = keep_owner_and_mode (output->fd, old) && fsync (output->fd) == 0
                           && fstat (output->fd, &info) == 0;
  if (!is_done)
    set_system_error (error, output->path, errno);
  else if (info.st_nlink == 0)
    set_system_error (error, output->path, ENOENT);
  return is_done && info.st_nlink > 0;
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

/* Returns: 0, or the errno of what failed. */
static int
write_bytes (const char *path, const char *bytes, gsize length)
{
  FILE *file = fopen (path, "w");
  if (file == NULL)
    return errno;
  const gboolean is_written = fwrite (bytes, 1, length, file) == length && fflush (file) == 0;
  const int code = is_written ? 0 : errno;
  return fclose (file) == 0 ? code : errno;
}

gboolean
yl_output_put (YlOutput *output, const char *bytes, gsize length, GError **error)
{
  const int code = write_bytes (yl_output_get_temporary (output), bytes, length);
  if (code == 0)
    return TRUE;
  set_system_error (error, output->path, code);
  return FALSE;
}

gboolean
yl_output_commit (YlOutput *output, GError **error)
{
  g_return_val_if_fail (output->temporary != NULL, FALSE);
  /* Without force the renaming itself looks: whoever looks first may be overtaken. */
  struct stat old = { 0 };
  if ((output->force && !look_behind_links (output->path, TRUE, &old, error))
      || !sync_file (output, &old, error))
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
  forget_temporary (output->temporary);
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
    {
      unlink (output->temporary);
      forget_temporary (output->temporary);
    }
  if (output->fd >= 0)
    close (output->fd);
  g_free (output->temporary);
  g_free (output->path);
  g_free (output);
}

/* (transfer full): "a.xlsx、b.xlsx" of the first @n. */
static char *
list_names (const GPtrArray *paths, guint n)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = yl_file_name_show_base (g_ptr_array_index (paths, i));
      g_string_append_printf (names, "%s%s", i == 0 ? "" : "、", name);
    }
  return g_string_free (names, FALSE);
}

gboolean
yl_output_refuse_existing (const GPtrArray *paths, GError **error)
{
  g_autoptr (GPtrArray) standing = g_ptr_array_new ();
  for (guint i = 0; i < paths->len; i++)
    {
      char *path = g_ptr_array_index (paths, i);
      struct stat info;
      /* A link to nothing stands, too. */
      if (lstat (path, &info) == 0)
        g_ptr_array_add (standing, path);
    }
  if (standing->len == 0)
    return TRUE;
  g_autofree char *names = list_names (standing, standing->len);
  g_set_error (error, YL_ERROR, YL_ERROR_EXISTS,
               "已有 %u 个同名文件：%s。什么也没有写；要替换请加 --force。", standing->len, names);
  return FALSE;
}

void
yl_output_prefix_written (const GPtrArray *paths, guint n_written, GError **error)
{
  g_autofree char *names = list_names (paths, n_written);
  if (n_written > 0)
    g_prefix_error (error, "已写好 %u 个：%s；其余 %u 个没有写。", n_written, names,
                    paths->len - n_written);
}
