/* Where a record may stand: SQLite's write-ahead log needs memory that processes share, which no network
 * file system has, and some drivers (ntfs3) take the file and fail at the first write. */
#include "sql-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/store/record.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* By their numbers in statfs(2) and linux/magic.h. */
static const struct
{
  guint32 number;
  const char *name;
} network_systems[] = {
  { 0x6969, "NFS" },      { 0xff534d42, "CIFS" },  { 0xfe534d42, "SMB2" }, { 0x517b, "SMB" },
  { 0x01021997, "9P" },   { 0x5346414f, "AFS" },   { 0x00c36400, "Ceph" }, { 0x0bd00bd0, "Lustre" },
  { 0x01161970, "GFS2" }, { 0x7461636f, "OCFS2" }, { 0x47504653, "GPFS" }, { 0x564c, "NCP" },
};

static gboolean
fail_system (GError **error, const char *what, const char *path)
{
  const int code = errno;
  g_autofree char *shown = yl_file_name_show (path);
  const YlError kind = code == ENOENT   ? YL_ERROR_NOT_FOUND
                       : code == EEXIST ? YL_ERROR_EXISTS
                                        : YL_ERROR_IO;
  g_set_error (error, YL_ERROR, kind, "%s“%s”失败：%s。", what, shown,
               yl_system_error_describe (code));
  return FALSE;
}

int
folder_open_file (const char *path, gboolean is_new, GError **error)
{
  const int made = is_new ? O_CREAT | O_EXCL : 0;
  const int fd = open (path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | made, 0600);
  struct stat info;
  if (fd < 0)
    {
      fail_system (error, is_new ? "新建记录文件" : "打开记录文件", path);
      return -1;
    }
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return fd;
  close (fd);
  g_autofree char *shown = yl_file_name_show (path);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”不是普通文件，不能作记录文件。", shown);
  return -1;
}

static gboolean
check_local (const char *folder, GError **error)
{
  struct statfs info;
  if (statfs (folder, &info) != 0)
    return fail_system (error, "查看文件夹", folder);
  for (gsize i = 0; i < G_N_ELEMENTS (network_systems); i++)
    if ((guint32) info.f_type == network_systems[i].number)
      {
        g_autofree char *shown = yl_file_name_show (folder);
        g_set_error (error, YL_ERROR, YL_ERROR_IO,
                     "文件夹“%s”在网络共享（%s）上，记录文件放在那里断线时会损坏。"
                     "请放在本机磁盘上，例如 ~/.local/share/yanglu；备份可以放在共享上。",
                     shown, network_systems[i].name);
        return FALSE;
      }
  return TRUE;
}

/* SQLite, asked to follow no link, follows none on the way either. */
static gboolean
check_links (const char *folder, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  char *real = realpath (whole, NULL);
  if (real == NULL)
    return fail_system (error, "查看文件夹", folder);
  const gboolean is_link = strcmp (real, whole) != 0;
  if (is_link)
    {
      g_autofree char *shown = yl_file_name_show (whole);
      g_autofree char *shown_real = yl_file_name_show (real);
      g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                   "“%s”经过符号链接，实际在“%s”。记录文件不经链接打开，请写明实际的位置。", shown,
                   shown_real);
    }
  free (real);
  return !is_link;
}

static void
remove_trial (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      unlink (name);
    }
}

static gboolean
try_log (const char *path)
{
  sqlite3 *db = NULL;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW;
  const gboolean is_good =
      sqlite3_open_v2 (path, &db, flags, NULL) == SQLITE_OK
      && sqlite3_exec (db,
                       "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (x);"
                       "INSERT INTO t VALUES (1); DELETE FROM t;",
                       NULL, NULL, NULL)
             == SQLITE_OK;
  sqlite3_close (db);
  return is_good;
}

gboolean
yl_record_check_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  if (!check_local (folder, error) || !check_links (folder, error))
    return FALSE;
  g_autofree char *trial = g_build_filename (folder, ".yanglu-XXXXXX", NULL);
  const int fd = g_mkstemp_full (trial, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_system (error, "写入文件夹", folder);
  close (fd);
  const gboolean is_good = try_log (trial);
  remove_trial (trial);
  if (is_good)
    return TRUE;
  g_autofree char *shown = yl_file_name_show (folder);
  g_set_error (error, YL_ERROR, YL_ERROR_IO,
               "文件夹“%s”所在的磁盘不支持安全写入（已用临时文件试写），记录文件不能放在那里。"
               "请换到本机的 ext4、xfs 等磁盘上。",
               shown);
  return FALSE;
}
