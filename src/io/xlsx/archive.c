#include "archive-private.h"

#include "yanglu/base/error.h"

#include <minizip/unzip.h>
#include <string.h>

/* A part may grow beyond the ratio as long as it stays this small. */
#define FREE_INFLATED_BYTES ((guint64) 1024 * 1024)
#define LONGEST_NAME 1024

typedef struct
{
  unz64_file_pos place;
  guint64 compressed;
  guint64 inflated;
  uLong method;
  gboolean is_encrypted;
  goffset data_offset; /* -1 until it has been opened */
} YlPart;

struct _YlArchive
{
  const YlInput *input;
  const YlXlsxLimits *limits;
  void (*progress) (goffset done, goffset all);
  unzFile zip;
  GHashTable *parts;
  const YlPart *open_part;
  guint64 part_inflated;
  guint64 all_inflated;
  goffset at; /* where the zip library stands in the input */
  goffset n_read;
  GError *input_error;
};

static voidpf
input_open (voidpf opaque, const void *name, int mode)
{
  (void) name;
  return mode == (ZLIB_FILEFUNC_MODE_READ | ZLIB_FILEFUNC_MODE_EXISTING) ? opaque : NULL;
}

static uLong
input_read (voidpf opaque, voidpf stream, void *buffer, uLong count)
{
  (void) stream;
  YlArchive *archive = opaque;
  if (archive->input_error != NULL)
    return 0;
  const gssize n =
      yl_input_read (archive->input, archive->at, buffer, count, &archive->input_error);
  if (n < 0)
    return 0;
  archive->at += n;
  archive->n_read += n;
  return (uLong) n;
}

static ZPOS64_T
input_tell (voidpf opaque, voidpf stream)
{
  (void) stream;
  return (ZPOS64_T) ((YlArchive *) opaque)->at;
}

static long
input_seek (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  (void) stream;
  YlArchive *archive = opaque;
  const goffset size = yl_input_get_size (archive->input);
  const goffset base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? archive->at
                       : origin == ZLIB_FILEFUNC_SEEK_END ? size
                                                          : 0;
  /* A lying directory may point anywhere: nothing lies behind the end. */
  if (offset > (ZPOS64_T) (size - MIN (base, size)))
    return -1;
  archive->at = base + (goffset) offset;
  return 0;
}

static int
input_close (voidpf opaque, voidpf stream)
{
  (void) opaque;
  (void) stream;
  return 0;
}

static int
input_has_error (voidpf opaque, voidpf stream)
{
  (void) stream;
  return ((YlArchive *) opaque)->input_error != NULL;
}

static unzFile
zip_open (YlArchive *archive)
{
  zlib_filefunc64_def calls = {
    .zopen64_file = input_open,
    .zread_file = input_read,
    .ztell64_file = input_tell,
    .zseek64_file = input_seek,
    .zclose_file = input_close,
    .zerror_file = input_has_error,
    .opaque = archive,
  };
  return unzOpen2_64 (yl_input_get_name (archive->input), &calls);
}

static gboolean
refuse (const YlArchive *archive, GError **error, const char *what)
{
  if (archive->input_error != NULL)
    g_propagate_error (error, g_error_copy (archive->input_error));
  else
    g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                 "工作簿“%s”%s。请重新取得该文件，或用 Excel、WPS 打开后另存为 .xlsx 再试。",
                 yl_input_get_name (archive->input), what);
  return FALSE;
}

/* Some programs write backslashes, some a leading slash. */
static char *
fold_name (const char *name)
{
  while (*name == '/' || *name == '\\')
    name++;
  char *folded = g_ascii_strdown (name, -1);
  g_strdelimit (folded, "\\", '/');
  return folded;
}

static gboolean
add_part (YlArchive *archive, GError **error)
{
  unz_file_info64 info;
  char name[LONGEST_NAME + 1] = "";
  unz64_file_pos place;
  if (unzGetCurrentFileInfo64 (archive->zip, &info, name, LONGEST_NAME, NULL, 0, NULL, 0) != UNZ_OK
      || info.size_filename > LONGEST_NAME || unzGetFilePos64 (archive->zip, &place) != UNZ_OK)
    return refuse (archive, error, "的压缩包目录已损坏");
  g_autofree char *folded = fold_name (name);
  if (folded[0] == '\0' || g_str_has_suffix (folded, "/"))
    return TRUE;
  YlPart *part = g_new (YlPart, 1);
  *part = (YlPart){
    .place = place,
    .compressed = info.compressed_size,
    .inflated = info.uncompressed_size,
    .method = info.compression_method,
    .is_encrypted = (info.flag & 1) != 0,
    .data_offset = -1,
  };
  if (!g_hash_table_insert (archive->parts, g_steal_pointer (&folded), part))
    return refuse (archive, error, "的压缩包里有同名的部件，无法确定以哪一个为准");
  return TRUE;
}

static gboolean
refuse_entries (const YlArchive *archive, GError **error)
{
  g_set_error (
      error, YL_ERROR, YL_ERROR_LIMIT,
      "工作簿“%s”的压缩包里的部件超过 %u 个，未读取。请用 Excel、WPS 打开后另存为 .xlsx 再试。",
      yl_input_get_name (archive->input), archive->limits->archive_entries);
  return FALSE;
}

static gboolean
read_directory (YlArchive *archive, GError **error)
{
  unz_global_info64 info;
  if (unzGetGlobalInfo64 (archive->zip, &info) != UNZ_OK || info.number_entry == 0)
    return refuse (archive, error, "的压缩包目录已损坏");
  if (info.number_entry > archive->limits->archive_entries)
    return refuse_entries (archive, error);
  guint n_entries = 0;
  int status = unzGoToFirstFile (archive->zip);
  for (; status == UNZ_OK; status = unzGoToNextFile (archive->zip))
    {
      if (++n_entries > archive->limits->archive_entries)
        return refuse_entries (archive, error);
      if (!add_part (archive, error))
        return FALSE;
    }
  if (status != UNZ_END_OF_LIST_OF_FILE)
    return refuse (archive, error, "的压缩包目录已损坏");
  return TRUE;
}

YlArchive *
yl_archive_open (const YlInput *input,
                 const YlXlsxLimits *limits,
                 void (*progress) (goffset done, goffset all),
                 GError **error)
{
  g_autoptr (YlArchive) archive = g_new0 (YlArchive, 1);
  archive->input = input;
  archive->limits = limits;
  archive->progress = progress;
  archive->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  archive->zip = zip_open (archive);
  if (archive->zip == NULL)
    {
      refuse (archive, error, "不完整或已损坏（找不到压缩包目录）");
      return NULL;
    }
  return read_directory (archive, error) ? g_steal_pointer (&archive) : NULL;
}

void
yl_archive_free (YlArchive *archive)
{
  if (archive == NULL)
    return;
  if (archive->zip != NULL)
    unzClose (archive->zip);
  g_hash_table_unref (archive->parts);
  g_clear_error (&archive->input_error);
  g_free (archive);
}

static YlPart *
find_part (const YlArchive *archive, const char *name)
{
  g_autofree char *folded = fold_name (name);
  return g_hash_table_lookup (archive->parts, folded);
}

gboolean
yl_archive_has_part (const YlArchive *archive, const char *name)
{
  return find_part (archive, name) != NULL;
}

const char *
yl_archive_find_part (const YlArchive *archive, const char *piece)
{
  const char *found = NULL;
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init (&iter, archive->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (strstr (name, piece) != NULL && (found == NULL || strcmp (name, found) < 0))
      found = name;
  return found;
}

/* Entries that share their bytes are how a small file pretends to hold terabytes. */
static gboolean
is_overlapping (const YlArchive *archive, const YlPart *part)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, archive->parts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const YlPart *other = value;
      if (other == part || other->data_offset < 0)
        continue;
      if (part->data_offset < other->data_offset + (goffset) other->compressed
          && other->data_offset < part->data_offset + (goffset) part->compressed)
        return TRUE;
    }
  return FALSE;
}

static gboolean
enter_part (YlArchive *archive, YlPart *part, GError **error)
{
  const guint64 size = (guint64) yl_input_get_size (archive->input);
  if (part->is_encrypted)
    return refuse (archive, error, "设了压缩包密码，本程序读不了");
  if (part->method != 0 && part->method != Z_DEFLATED)
    return refuse (archive, error, "用了 .xlsx 不允许的压缩方式");
  if (unzGoToFilePos64 (archive->zip, &part->place) != UNZ_OK
      || unzOpenCurrentFile (archive->zip) != UNZ_OK)
    return refuse (archive, error, "不完整或已损坏（部件与压缩包目录不符）");
  const guint64 offset = unzGetCurrentFileZStreamPos64 (archive->zip);
  if (part->compressed > size || offset > size - part->compressed)
    return refuse (archive, error, "不完整或已损坏（部件超出文件末尾）");
  part->data_offset = (goffset) offset;
  if (is_overlapping (archive, part))
    return refuse (archive, error, "的压缩包里有互相重叠的部件");
  archive->open_part = part;
  return TRUE;
}

gboolean
yl_archive_open_part (YlArchive *archive, const char *name, GError **error)
{
  unzCloseCurrentFile (archive->zip);
  archive->open_part = NULL;
  archive->part_inflated = 0;
  YlPart *part = find_part (archive, name);
  if (part == NULL)
    {
      g_autofree char *what = g_strdup_printf ("缺少部件 %s", name);
      return refuse (archive, error, what);
    }
  return enter_part (archive, part, error);
}

static gboolean
is_within_limits (YlArchive *archive, guint64 n, GError **error)
{
  archive->part_inflated += n;
  archive->all_inflated += n;
  const YlXlsxLimits *limits = archive->limits;
  if (archive->all_inflated > limits->inflated_bytes)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                   "工作簿“%s”解压后超过 %" G_GUINT64_FORMAT
                   " 字节的上限，其后未读。请把表拆成几个文件。",
                   yl_input_get_name (archive->input), limits->inflated_bytes);
      return FALSE;
    }
  if (archive->part_inflated > FREE_INFLATED_BYTES
      && archive->part_inflated / limits->inflation_ratio > archive->open_part->compressed)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                   "工作簿“%s”的压缩比超过 %u:1，疑为压缩炸弹，其后未读。",
                   yl_input_get_name (archive->input), limits->inflation_ratio);
      return FALSE;
    }
  return TRUE;
}

static gssize
finish_part (YlArchive *archive, GError **error)
{
  const gboolean is_whole = archive->part_inflated == archive->open_part->inflated
                            && unzCloseCurrentFile (archive->zip) == UNZ_OK;
  archive->open_part = NULL;
  if (is_whole)
    return 0;
  refuse (archive, error, "已损坏（长度或校验和不符）");
  return -1;
}

gssize
yl_archive_read (YlArchive *archive, void *buffer, guint count, GError **error)
{
  g_return_val_if_fail (archive->open_part != NULL, -1);
  const int n = unzReadCurrentFile (archive->zip, buffer, count);
  if (n < 0)
    {
      refuse (archive, error, "不完整或已损坏（无法解压）");
      return -1;
    }
  if (archive->progress != NULL)
    {
      const goffset size = yl_input_get_size (archive->input);
      archive->progress (MIN (archive->n_read, size), size);
    }
  if (n == 0)
    return finish_part (archive, error);
  return is_within_limits (archive, (guint64) n, error) ? n : -1;
}
