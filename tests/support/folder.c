#include "support/folder.h"

#include <glib/gstdio.h>

void
yl_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        yl_folder_remove (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}
