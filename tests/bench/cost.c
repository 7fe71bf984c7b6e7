/*
 * bench-cost RUNS COMMAND…: runs the command RUNS times and prints "CPU_SECONDS PEAK_KIB": the
 * median of its user and system time together, and its largest peak memory.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_RUNS 99

static double
to_seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  const double *left = a;
  const double *right = b;
  return (*left > *right) - (*left < *right);
}

/* Returns: the exit status; -1 when there is none. */
static int
run_once (char **command, struct rusage *out_usage)
{
  const pid_t child = fork ();
  if (child == 0)
    {
      const int nowhere = open ("/dev/null", O_WRONLY);
      dup2 (nowhere, STDOUT_FILENO);
      execvp (command[0], command);
      _exit (127);
    }
  int status = 0;
  if (child < 0 || wait4 (child, &status, 0, out_usage) < 0 || !WIFEXITED (status))
    return -1;
  return WEXITSTATUS (status);
}

int
main (int argc, char **argv)
{
  const int n_runs = argc > 2 ? atoi (argv[1]) : 0;
  if (n_runs < 1 || n_runs > MAX_RUNS)
    {
      fprintf (stderr, "usage: bench-cost RUNS COMMAND…\n");
      return 2;
    }
  double seconds[MAX_RUNS];
  long peak_kib = 0;
  for (int i = 0; i < n_runs; i++)
    {
      struct rusage usage;
      const int status = run_once (argv + 2, &usage);
      /* 1 is a list with wrong rows in it: the work was done. */
      if (status != 0 && status != 1)
        {
          fprintf (stderr, "%s ended with status %d\n", argv[2], status);
          return 1;
        }
      seconds[i] = to_seconds (usage.ru_utime) + to_seconds (usage.ru_stime);
      peak_kib = usage.ru_maxrss > peak_kib ? usage.ru_maxrss : peak_kib;
    }
  qsort (seconds, (size_t) n_runs, sizeof seconds[0], compare);
  printf ("%.4f %ld\n", seconds[n_runs / 2], peak_kib);
  return 0;
}
