#include "confine-private.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#ifdef YL_HAVE_SECCOMP
#include <seccomp.h>
#endif

/* A sanitizer maps terabytes of address space before main() begins. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#else
#define IS_SANITIZED 0
#endif

/* At the soft limit of CPU the kernel says why (SIGXCPU), a second later it kills. */
static const struct
{
  __rlimit_resource_t resource;
  rlim_t soft;
  rlim_t hard;
  gboolean is_for_sanitized;
} limits[] = {
  { RLIMIT_AS, YL_CHILD_ADDRESS_BYTES, YL_CHILD_ADDRESS_BYTES, FALSE },
  { RLIMIT_CPU, YL_CHILD_CPU_SECONDS, YL_CHILD_CPU_SECONDS + 1, TRUE },
  { RLIMIT_FSIZE, 0, 0, TRUE },
  { RLIMIT_CORE, 0, 0, TRUE },
};

/* Where the office allows less, less it is. */
static gboolean
set_limits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      struct rlimit limit;
      if (IS_SANITIZED && !limits[i].is_for_sanitized)
        continue;
      if (getrlimit (limits[i].resource, &limit) != 0)
        return FALSE;
      limit.rlim_max = MIN (limit.rlim_max, limits[i].hard);
      limit.rlim_cur = MIN (limit.rlim_max, limits[i].soft);
      if (setrlimit (limits[i].resource, &limit) != 0)
        return FALSE;
    }
  return TRUE;
}

#ifdef YL_HAVE_SECCOMP
/* Opening, sockets, starting programs; names of files and other processes. What a machine does not
 * know by its number has none to be refused. */
static const int refused[] = {
  SCMP_SYS (open),
  SCMP_SYS (openat),
  SCMP_SYS (openat2),
  SCMP_SYS (creat),
  SCMP_SYS (open_by_handle_at),
  SCMP_SYS (memfd_create),
  SCMP_SYS (socket),
  SCMP_SYS (socketpair),
  SCMP_SYS (connect),
  SCMP_SYS (bind),
  SCMP_SYS (listen),
  SCMP_SYS (accept),
  SCMP_SYS (accept4),
  SCMP_SYS (execve),
  SCMP_SYS (execveat),
  SCMP_SYS (fork),
  SCMP_SYS (vfork),
  SCMP_SYS (clone),
  SCMP_SYS (clone3),
  SCMP_SYS (io_uring_setup),
  SCMP_SYS (unlink),
  SCMP_SYS (unlinkat),
  SCMP_SYS (rename),
  SCMP_SYS (renameat),
  SCMP_SYS (renameat2),
  SCMP_SYS (link),
  SCMP_SYS (linkat),
  SCMP_SYS (symlink),
  SCMP_SYS (symlinkat),
  SCMP_SYS (truncate),
  SCMP_SYS (mkdir),
  SCMP_SYS (mkdirat),
  SCMP_SYS (chmod),
  SCMP_SYS (fchmodat),
  SCMP_SYS (chown),
  SCMP_SYS (fchownat),
  SCMP_SYS (ptrace),
  SCMP_SYS (kill),
  SCMP_SYS (tkill),
  SCMP_SYS (process_vm_readv),
  SCMP_SYS (process_vm_writev),
  SCMP_SYS (pidfd_open),
};

/* The C library opens the tables of a character set when it is first asked for; it keeps those that
 * are open. They are what old workbooks on Chinese machines are written in. */
static void
load_character_sets (void)
{
  static const char *const names[] = { "GB18030", "BIG5", "CP1252" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_iconv_open ("UTF-8", names[i]);
}

static gboolean
set_filter (void)
{
  load_character_sets ();
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);
  if (filter == NULL)
    return FALSE;
  gboolean is_whole = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (refused) && is_whole; i++)
    {
      const int status = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), refused[i], 0);
      is_whole = status == 0 || status == -EDOM;
    }
  const gboolean is_set = is_whole && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return is_set;
}
#else
static gboolean
set_filter (void)
{
  return TRUE;
}
#endif

gboolean
yl_child_confine (void)
{
  return prctl (PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && prctl (PR_SET_DUMPABLE, 0) == 0 && set_limits () && set_filter ();
}
