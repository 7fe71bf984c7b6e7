#include "door-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>养路</title>"              \
  "<form method=\"post\" action=\"http://127.0.0.1:%u/\">"                                         \
  "<input type=\"hidden\" name=\"token\" value=\"%s\"><button>打开养路</button></form>"        \
  "<script>document.forms[0].submit()</script></html>\n"

/* Of the one page there is at a time. */
static char *page_path;

void
browser_forget (void)
{
  if (page_path != NULL)
    g_unlink (page_path);
  g_clear_pointer (&page_path, g_free);
}

static gboolean
write_page (guint port, const char *token, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "yanglu-XXXXXX.html", NULL);
  g_autofree char *page = g_strdup_printf (PAGE, port, token);
  const int fd = g_mkstemp_full (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
  const gboolean is_written = fd >= 0 && write (fd, page, strlen (page)) == (gssize) strlen (page);
  const int code = errno;
  if (fd >= 0)
    close (fd);
  browser_forget ();
  page_path = fd < 0 ? NULL : g_steal_pointer (&path);
  if (is_written)
    return TRUE;
  browser_forget ();
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "写入文件夹“%s”失败：%s；可用 --no-browser。",
               g_get_user_runtime_dir (), yl_system_error_describe (code));
  return FALSE;
}

gboolean
browser_open (guint port, const char *token, GError **error)
{
  if (!write_page (port, token, error))
    return FALSE;
  g_autofree char *uri = g_filename_to_uri (page_path, NULL, NULL);
  g_autoptr (GError) reason = NULL;
  if (uri != NULL && g_app_info_launch_default_for_uri (uri, NULL, &reason))
    return TRUE;
  browser_forget ();
  g_set_error_literal (error, YL_ERROR, YL_ERROR_NOT_FOUND,
                       "没有找到可以打开网页的浏览器；请加 --no-browser，把印出的地址贴进浏览器。");
  return FALSE;
}
