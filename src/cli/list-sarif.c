#include "yanglu/cli/list-sarif.h"

#include "yanglu/cli/findings-text.h"
#include "yanglu/io/json/sarif.h"

void
yl_list_sarif_write (const YlListJob *job, YlJsonSink *json)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  for (guint i = 0; i < job->lists->len; i++)
    g_ptr_array_add (files, (gpointer) g_array_index (job->lists, YlListFile, i).file);
  g_ptr_array_add (files, NULL);
  const YlSarifRun run = {
    .files = (const char *const *) (gpointer) files->pdata,
    .findings = job->findings,
    .choices = job->choices,
    .rules = job->rules,
    .exit_status = (guint) yl_findings_exit (job->findings),
  };
  yl_json_write_sarif (json, &run);
}
