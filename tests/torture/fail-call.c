/* Loaded before a program: lets one of its calls that write fail.  YL_FAIL_AT counts them from 1 over
 * open (to write), write, lseek, fsync, fchmod, fchown, close, rename and link; YL_FAIL_ERRNO is what it
 * fails with, 0: a write of half of what was asked.  With YL_FAIL_AT 0 nothing fails, and YL_FAIL_COUNT
 * names the file that gets the number of calls.  What the C library's streams write is seen too: a file
 * that is opened to write is a stream of ours. */
/* Both names of a call are ours. */
#undef _FILE_OFFSET_BITS
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long n_calls;

static long
get_number (const char *name)
{
  const char *text = getenv (name);
  return text == NULL ? 0 : strtol (text, NULL, 10);
}

/* Returns: what this call, of any kind, is to fail with; -1 when it is not the one. */
static int
count_call (void)
{
  return ++n_calls == get_number ("YL_FAIL_AT") ? (int) get_number ("YL_FAIL_ERRNO") : -1;
}

/* Returns: whether this call must fail; errno is set then. */
static int
must_fail (void)
{
  const int code = count_call ();
  if (code <= 0)
    return 0;
  errno = code;
  return 1;
}

__attribute__ ((destructor)) static void
tell_count (void)
{
  const char *path = getenv ("YL_FAIL_COUNT");
  if (path == NULL)
    return;
  char text[32];
  const int length = snprintf (text, sizeof text, "%ld", n_calls);
  ssize_t (*real) (int, const void *, size_t) =
      (ssize_t (*) (int, const void *, size_t)) dlsym (RTLD_NEXT, "write");
  int (*real_open) (const char *, int, ...) =
      (int (*) (const char *, int, ...)) dlsym (RTLD_NEXT, "open");
  const int fd = real_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd < 0 || real (fd, text, (size_t) length) != length)
    abort ();
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static int
open_counted (const char *path, int flags, mode_t mode)
{
  if ((flags & O_ACCMODE) != O_RDONLY && must_fail ())
    return -1;
  return REAL (open64) (path, flags, mode);
}

int
open (const char *path, int flags, ...)
{
  va_list list;
  va_start (list, flags);
  const mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg (list, mode_t) : 0;
  va_end (list);
  return open_counted (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  va_list list;
  va_start (list, flags);
  const mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg (list, mode_t) : 0;
  va_end (list);
  return open_counted (path, flags, mode);
}

ssize_t
write (int fd, const void *bytes, size_t size)
{
  const int code = count_call ();
  if (code <= 0)
    return REAL (write) (fd, bytes, code == 0 && size > 1 ? size / 2 : size);
  errno = code;
  return -1;
}

off64_t
lseek64 (int fd, off64_t offset, int whence)
{
  return must_fail () ? -1 : REAL (lseek64) (fd, offset, whence);
}

int
fsync (int fd)
{
  return must_fail () ? -1 : REAL (fsync) (fd);
}

int
fchmod (int fd, mode_t mode)
{
  return must_fail () ? -1 : REAL (fchmod) (fd, mode);
}

int
fchown (int fd, uid_t owner, gid_t group)
{
  return must_fail () ? -1 : REAL (fchown) (fd, owner, group);
}

/* It is closed all the same, as Linux does. */
int
close (int fd)
{
  const int code = must_fail () ? errno : 0;
  const int result = REAL (close) (fd);
  if (code != 0)
    errno = code;
  return code != 0 ? -1 : result;
}

int
rename (const char *from, const char *to)
{
  return must_fail () ? -1 : REAL (rename) (from, to);
}

int
renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
  return must_fail () ? -1 : REAL (renameat2) (from_fd, from, to_fd, to, flags);
}

int
link (const char *from, const char *to)
{
  return must_fail () ? -1 : REAL (link) (from, to);
}

static ssize_t
write_cookie (void *cookie, const char *bytes, size_t size)
{
  size_t n_done = 0;
  while (n_done < size)
    {
      const ssize_t n = write (*(int *) cookie, bytes + n_done, size - n_done);
      if (n <= 0)
        return 0;
      n_done += (size_t) n;
    }
  return (ssize_t) n_done;
}

static ssize_t
read_cookie (void *cookie, char *bytes, size_t size)
{
  return read (*(int *) cookie, bytes, size);
}

static int
seek_cookie (void *cookie, off64_t *offset, int whence)
{
  const off64_t to = lseek64 (*(int *) cookie, *offset, whence);
  *offset = to;
  return to < 0 ? -1 : 0;
}

static int
close_cookie (void *cookie)
{
  const int result = close (*(int *) cookie);
  free (cookie);
  return result;
}

static FILE *
open_stream (const char *path, const char *mode)
{
  if (mode[0] != 'w')
    return REAL (fopen64) (path, mode);
  const int flags = (strchr (mode, '+') != NULL ? O_RDWR : O_WRONLY) | O_CREAT | O_TRUNC;
  const int fd = open (path, flags, 0666);
  if (fd < 0)
    return NULL;
  int *cookie = malloc (sizeof *cookie);
  *cookie = fd;
  return fopencookie (
      cookie, mode,
      (cookie_io_functions_t){ read_cookie, write_cookie, seek_cookie, close_cookie });
}

FILE *
fopen (const char *path, const char *mode)
{
  return open_stream (path, mode);
}

FILE *
fopen64 (const char *path, const char *mode)
{
  return open_stream (path, mode);
}
