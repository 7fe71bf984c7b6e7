#include "yanglu/io/system-error.h"

#include <errno.h>

/* The C library speaks the language of the locale; an official reads Chinese. */
static const struct
{
  int code;
  const char *text;
} descriptions[] = {
  { ENOENT, "文件或文件夹不存在" },
  { ENOTDIR, "路径中有一段不是文件夹" },
  { EISDIR, "这是文件夹，不是文件" },
  { EACCES, "没有权限" },
  { EPERM, "系统不允许" },
  { EROFS, "所在磁盘是只读的" },
  { ENOSPC, "磁盘空间已满" },
  { EDQUOT, "磁盘配额已用完" },
  { EFBIG, "文件太大" },
  { EIO, "磁盘读写出错" },
  { ENAMETOOLONG, "文件名太长" },
  { ELOOP, "链接循环" },
  { EMFILE, "打开的文件太多" },
  { ENFILE, "打开的文件太多" },
  { ENOMEM, "内存不足" },
  { EBUSY, "文件正被占用" },
  { ETXTBSY, "文件正被占用" },
  { EEXIST, "文件已经存在" },
};

const char *
yl_system_error_describe (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (descriptions[i].code == code)
      return descriptions[i].text;
  g_autofree char *number = g_strdup_printf ("系统错误 %d", code);
  return g_intern_string (number);
}
