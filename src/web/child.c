#include "child-private.h"

#include <gio/gio.h>
#include <string.h>

typedef struct
{
  GSubprocess *process;
  guint watch; /* that it does not take for ever; 0: over */
  ChildDone done;
  gpointer self;
} Child;

static void
child_free (Child *child)
{
  if (child->watch != 0)
    g_source_remove (child->watch);
  g_object_unref (child->process);
  g_free (child);
}

/* (transfer full) */
static char *
find_last_words (const char *words)
{
  static const char name[] = "yanglu：";
  const char *said = words == NULL ? NULL : strstr (words, name);
  return g_strstrip (g_strdup (said == NULL ? "没有完成。" : said + strlen (name)));
}

static void
finish (GObject *process, GAsyncResult *result, gpointer data)
{
  Child *child = data;
  g_autofree char *words = NULL;
  const gboolean is_over =
      g_subprocess_communicate_utf8_finish (G_SUBPROCESS (process), result, NULL, &words, NULL);
  const gboolean is_done = is_over && g_subprocess_get_if_exited (child->process)
                           && g_subprocess_get_exit_status (child->process) == 0;
  g_autofree char *trouble = is_done ? NULL : find_last_words (words);
  child->done (child->self, trouble);
  child_free (child);
}

static gboolean
give_up (gpointer data)
{
  Child *child = data;
  child->watch = 0;
  g_subprocess_force_exit (child->process);
  return G_SOURCE_REMOVE;
}

gboolean
child_start (const char *const *words, guint seconds, ChildDone done, gpointer self, GError **error)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_ptr_array_add (argv, (gpointer) "/proc/self/exe");
  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, NULL);
  GSubprocess *process =
      g_subprocess_newv ((const char *const *) (gpointer) argv->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE, error);
  if (process == NULL)
    return FALSE;
  Child *child = g_new0 (Child, 1);
  *child = (Child){ process, 0, done, self };
  child->watch = g_timeout_add_seconds (seconds, give_up, child);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, finish, child);
  return TRUE;
}
