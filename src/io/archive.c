#include "yanglu/io/archive.h"

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"

#include <string.h>
#include <zip.h>

/* A part may grow beyond the ratio as long as it stays this small. */
#define FREE_INFLATED_BYTES ((guint64) 1024 * 1024)

typedef struct
{
  zip_uint64_t index;
  guint64 compressed;
  guint64 inflated;
  gboolean is_encrypted;
  gboolean is_plain; /* stored or deflated */
} YlArchivePart;

struct _YlArchive
{
  const YlInput *input;
  const YlBookLimits *limits;
  void (*progress) (goffset done, goffset all);
  zip_t *zip;
  GHashTable *parts;
  zip_file_t *file; /* the part that is open */
  const YlArchivePart *part;
  guint64 part_inflated;
  guint64 all_inflated;
  goffset at; /* where the zip library stands in the input */
  goffset n_read;
  GError *input_error;
  zip_error_t source_error;
};

static zip_int64_t
read_input (YlArchive *archive, void *data, zip_uint64_t count)
{
  if (archive->input_error != NULL)
    return -1;
  const gssize n =
      yl_input_read (archive->input, archive->at, data,
                     (gsize) MIN (count, (zip_uint64_t) G_MAXINT32), &archive->input_error);
  if (n < 0)
    {
      zip_error_set (&archive->source_error, ZIP_ER_READ, 0);
      return -1;
    }
  archive->at += n;
  archive->n_read += n;
  return n;
}

static zip_int64_t
seek_input (YlArchive *archive, void *data, zip_uint64_t length)
{
  const guint64 size = (guint64) yl_input_get_size (archive->input);
  const zip_int64_t to = zip_source_seek_compute_offset ((guint64) archive->at, size, data, length,
                                                         &archive->source_error);
  if (to < 0)
    return -1;
  archive->at = to;
  return 0;
}

static zip_int64_t
describe_input (const YlArchive *archive, void *data)
{
  zip_stat_t *info = data;
  zip_stat_init (info);
  info->size = (zip_uint64_t) yl_input_get_size (archive->input);
  info->valid |= ZIP_STAT_SIZE;
  return sizeof *info;
}

/* How libzip reads: it asks for nothing but these. */
static zip_int64_t
serve_input (void *self, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
  YlArchive *archive = self;
  if (command == ZIP_SOURCE_OPEN)
    archive->at = 0;
  else if (command == ZIP_SOURCE_READ)
    return read_input (archive, data, length);
  else if (command == ZIP_SOURCE_SEEK)
    return seek_input (archive, data, length);
  else if (command == ZIP_SOURCE_TELL)
    return archive->at;
  else if (command == ZIP_SOURCE_STAT)
    return describe_input (archive, data);
  else if (command == ZIP_SOURCE_ERROR)
    return zip_error_to_data (&archive->source_error, data, length);
  else if (command == ZIP_SOURCE_SUPPORTS)
    return ZIP_SOURCE_SUPPORTS_SEEKABLE;
  return 0;
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
add_part (YlArchive *archive, zip_uint64_t index, GError **error)
{
  zip_stat_t info;
  if (zip_stat_index (archive->zip, index, ZIP_FL_ENC_RAW, &info) != 0 || info.name == NULL)
    return refuse (archive, error, "的压缩包目录已损坏");
  g_autofree char *folded = fold_name (info.name);
  if (folded[0] == '\0' || g_str_has_suffix (folded, "/"))
    return TRUE;
  YlArchivePart *part = g_new (YlArchivePart, 1);
  *part = (YlArchivePart){
    .index = index,
    .compressed = info.comp_size,
    .inflated = info.size,
    .is_encrypted = info.encryption_method != ZIP_EM_NONE,
    .is_plain = info.comp_method == ZIP_CM_STORE || info.comp_method == ZIP_CM_DEFLATE,
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

/* Parts that hold more than the file does share their bytes: so a small file pretends to hold
 * terabytes. */
static gboolean
is_overlapping (const YlArchive *archive)
{
  guint64 rest = (guint64) yl_input_get_size (archive->input);
  GHashTableIter iter;
  gpointer part;
  g_hash_table_iter_init (&iter, archive->parts);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    {
      const guint64 compressed = ((const YlArchivePart *) part)->compressed;
      if (compressed > rest)
        return TRUE;
      rest -= compressed;
    }
  return FALSE;
}

static gboolean
read_directory (YlArchive *archive, GError **error)
{
  const zip_int64_t n_entries = zip_get_num_entries (archive->zip, 0);
  if (n_entries > archive->limits->archive_entries)
    return refuse_entries (archive, error);
  for (zip_int64_t i = 0; i < n_entries; i++)
    if (!add_part (archive, (zip_uint64_t) i, error))
      return FALSE;
  if (is_overlapping (archive))
    return refuse (archive, error, "的压缩包里有互相重叠或超出文件末尾的部件");
  return TRUE;
}

static zip_t *
open_zip (YlArchive *archive)
{
  zip_error_t status;
  zip_error_init (&status);
  zip_source_t *source = zip_source_function_create (serve_input, archive, &status);
  zip_t *zip = source == NULL ? NULL : zip_open_from_source (source, ZIP_RDONLY, &status);
  if (zip == NULL && source != NULL)
    zip_source_free (source);
  zip_error_fini (&status);
  return zip;
}

YlArchive *
yl_archive_open (const YlInput *input,
                 const YlBookLimits *limits,
                 void (*progress) (goffset done, goffset all),
                 GError **error)
{
  g_autoptr (YlArchive) archive = g_new0 (YlArchive, 1);
  archive->input = input;
  archive->limits = limits;
  archive->progress = progress;
  archive->parts = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  zip_error_init (&archive->source_error);
  archive->zip = open_zip (archive);
  if (archive->zip == NULL)
    {
      refuse (archive, error, "不完整或已损坏（压缩包目录残缺）");
      return NULL;
    }
  return read_directory (archive, error) ? g_steal_pointer (&archive) : NULL;
}

static void
close_part (YlArchive *archive)
{
  archive->part = NULL;
  g_clear_pointer (&archive->file, zip_fclose);
}

void
yl_archive_free (YlArchive *archive)
{
  if (archive == NULL)
    return;
  close_part (archive);
  if (archive->zip != NULL)
    zip_discard (archive->zip);
  zip_error_fini (&archive->source_error);
  g_hash_table_unref (archive->parts);
  g_clear_error (&archive->input_error);
  g_free (archive);
}

static const YlArchivePart *
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
yl_archive_name_part (const YlArchive *archive, const char *name)
{
  g_autofree char *folded = fold_name (name);
  gpointer kept = NULL;
  return g_hash_table_lookup_extended (archive->parts, folded, &kept, NULL) ? kept : NULL;
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

gboolean
yl_archive_open_part (YlArchive *archive, const char *name, GError **error)
{
  close_part (archive);
  archive->part_inflated = 0;
  const YlArchivePart *part = find_part (archive, name);
  if (part == NULL)
    {
      g_autofree char *what = g_strdup_printf ("缺少部件 %s", name);
      return refuse (archive, error, what);
    }
  if (part->is_encrypted)
    return refuse (archive, error, "设了压缩包密码，本程序读不了");
  if (!part->is_plain)
    return refuse (archive, error, "用了工作簿不允许的压缩方式");
  archive->file = zip_fopen_index (archive->zip, part->index, 0);
  if (archive->file == NULL)
    return refuse (archive, error, "不完整或已损坏（部件与压缩包目录不符）");
  archive->part = part;
  return TRUE;
}

static gboolean
is_within_limits (YlArchive *archive, guint64 n, GError **error)
{
  archive->part_inflated += n;
  archive->all_inflated += n;
  const YlBookLimits *limits = archive->limits;
  if (archive->all_inflated > limits->inflated_bytes)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                   "工作簿“%s”解压后超过 %" G_GUINT64_FORMAT
                   " 字节的上限，其后未读。请把表拆成几个文件。",
                   yl_input_get_name (archive->input), limits->inflated_bytes);
      return FALSE;
    }
  if (archive->part_inflated > FREE_INFLATED_BYTES
      && archive->part_inflated / limits->inflation_ratio > archive->part->compressed)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                   "工作簿“%s”的压缩比超过 %u:1，疑为压缩炸弹，其后未读。",
                   yl_input_get_name (archive->input), limits->inflation_ratio);
      return FALSE;
    }
  return TRUE;
}

static gssize
refuse_damage (const YlArchive *archive, GError **error)
{
  const int code = zip_error_code_zip (zip_file_get_error (archive->file));
  refuse (archive, error,
          code == ZIP_ER_CRC ? "已损坏（校验和不符）" : "不完整或已损坏（无法解压）");
  return -1;
}

gssize
yl_archive_read (YlArchive *archive, void *buffer, guint count, GError **error)
{
  g_return_val_if_fail (archive->part != NULL, -1);
  const zip_int64_t n = zip_fread (archive->file, buffer, count);
  if (n < 0)
    return refuse_damage (archive, error);
  if (archive->progress != NULL)
    {
      const goffset size = yl_input_get_size (archive->input);
      archive->progress (MIN (archive->n_read, size), size);
    }
  if (n > 0)
    return is_within_limits (archive, (guint64) n, error) ? (gssize) n : -1;
  if (archive->part_inflated == archive->part->inflated)
    return 0;
  refuse (archive, error, "已损坏（长度不符）");
  return -1;
}
