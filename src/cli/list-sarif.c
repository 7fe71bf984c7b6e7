#include "yanglu/cli/list-sarif.h"

#include "yanglu/cli/findings-text.h"
#include "yanglu/io/input.h"
#include "yanglu/io/json/sarif.h"

void
yl_list_sarif_write (const YlListJob *job, const char *path, YlJsonSink *json)
{
  g_autofree char *name = yl_input_name (path);
  const char *const files[] = { name, NULL };
  const YlSarifRun run = {
    .files = files,
    .findings = job->findings,
    .choices = job->choices,
    .rules = job->rules,
    .exit_status = (guint) yl_findings_exit (job->findings),
  };
  yl_json_write_sarif (json, &run);
}
