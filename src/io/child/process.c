#include "process-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* This program itself, whatever became of its name. */
#define SELF "/proc/self/exe"

static void
set_start_error (GError **error, const char *name, int code)
{
  g_set_error (error, YL_ERROR, YL_ERROR_IO,
               "读取工作簿“%s”的进程启动失败：%s。请检查系统资源（内存、进程数）后再试。", name,
               yl_system_error_describe (code));
}

/* (transfer container): of the environment the locale alone; names and values are borrowed. */
static GPtrArray *
list_locale (void)
{
  GPtrArray *locale = g_ptr_array_new ();
  for (char **variable = environ; variable != NULL && *variable != NULL; variable++)
    if (g_str_has_prefix (*variable, "LANG=") || g_str_has_prefix (*variable, "LC_"))
      g_ptr_array_add (locale, *variable);
  g_ptr_array_add (locale, NULL);
  return locale;
}

/* Signals as a new program finds them, whatever this one ignores. */
static void
set_signals (posix_spawnattr_t *attributes)
{
  sigset_t all;
  sigset_t none;
  sigfillset (&all);
  sigemptyset (&none);
  posix_spawnattr_init (attributes);
  posix_spawnattr_setsigdefault (attributes, &all);
  posix_spawnattr_setsigmask (attributes, &none);
  posix_spawnattr_setflags (attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

/* Both descriptors lie above those that they become. Returns: an errno. */
static int
spawn (pid_t *out_pid, const YlChildOrder *order, const char *name, int input, int socket)
{
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init (&files);
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    posix_spawn_file_actions_addclose (&files, fd);
  posix_spawn_file_actions_adddup2 (&files, input, YL_CHILD_INPUT_FD);
  posix_spawn_file_actions_adddup2 (&files, socket, YL_CHILD_SOCKET_FD);
  posix_spawn_file_actions_addclosefrom_np (&files, YL_CHILD_SOCKET_FD + 1);
  posix_spawnattr_t attributes;
  set_signals (&attributes);
  g_autoptr (GPtrArray) locale = list_locale ();
  char *const arguments[] = { (char *) "yanglu", (char *) order->argument, (char *) order->what,
                              (char *) name, NULL };
  const int code =
      posix_spawn (out_pid, SELF, &files, &attributes, arguments, (char **) locale->pdata);
  posix_spawnattr_destroy (&attributes);
  posix_spawn_file_actions_destroy (&files);
  return code;
}

gboolean
yl_child_process_start (YlChildProcess *child,
                        const YlChildOrder *order,
                        const YlInput *input,
                        GError **error)
{
  const char *raw_name = yl_input_get_name (input);
  g_autofree char *name = g_utf8_make_valid (raw_name, -1);
  const int file = yl_input_share (input, error);
  if (file < 0)
    return FALSE;
  int ends[2] = { -1, -1 };
  int code = socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0 ? 0 : errno;
  const int theirs = code == 0 ? fcntl (ends[1], F_DUPFD_CLOEXEC, YL_CHILD_SOCKET_FD + 1) : -1;
  if (code == 0 && theirs < 0)
    code = errno;
  pid_t pid = 0;
  if (code == 0)
    code = spawn (&pid, order, name, file, theirs);
  const int done[] = { file, theirs, ends[1], code == 0 ? -1 : ends[0] };
  for (gsize i = 0; i < G_N_ELEMENTS (done); i++)
    if (done[i] >= 0)
      close (done[i]);
  if (code != 0)
    {
      set_start_error (error, name, code);
      return FALSE;
    }
  *child = (YlChildProcess){ pid, ends[0], order->patience_ms * 1000 };
  return TRUE;
}

/* Returns: what recv() does; fails with EAGAIN when there is no patience left. */
static gssize
receive_some (YlChildProcess *child, void *buffer, gsize count)
{
  const gint64 start = g_get_monotonic_time ();
  struct pollfd wait = { .fd = child->fd, .events = POLLIN };
  const int n_ready = poll (&wait, 1, (int) (child->patience_us / 1000));
  child->patience_us = MAX (0, child->patience_us - (g_get_monotonic_time () - start));
  if (n_ready > 0)
    return recv (child->fd, buffer, count, MSG_DONTWAIT);
  if (n_ready == 0)
    errno = ETIMEDOUT;
  return -1;
}

YlChildState
yl_child_process_receive (YlChildProcess *child, void *buffer, gsize count)
{
  for (gsize done = 0; done < count;)
    {
      const gssize n = receive_some (child, (char *) buffer + done, count - done);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (n < 0 && errno == ETIMEDOUT)
        return YL_CHILD_STALLED;
      if (n <= 0)
        return YL_CHILD_ENDED;
      done += (gsize) n;
    }
  return YL_CHILD_SPOKE;
}

void
yl_child_process_answer (YlChildProcess *child, char answer)
{
  gssize n;
  do
    n = send (child->fd, &answer, 1, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (n < 0 && errno == EINTR);
}

int
yl_child_process_end (YlChildProcess *child)
{
  const pid_t pid = (pid_t) child->pid;
  int status = 0;
  close (child->fd);
  /* Who already dies keeps what it dies of. */
  kill (pid, SIGKILL);
  pid_t ended;
  do
    ended = waitpid (pid, &status, 0);
  while (ended < 0 && errno == EINTR);
  return ended == pid && WIFSIGNALED (status) ? WTERMSIG (status) : 0;
}
