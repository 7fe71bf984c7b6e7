#include "yanglu/domain/findings-of-file.h"

#include <string.h>

static gboolean
has_twin_in (const YlFinding *finding, const char *file)
{
  return finding->twin != NULL && g_strcmp0 (finding->twin->file, file) == 0;
}

gboolean
yl_finding_is_of (const YlFinding *finding, const char *file)
{
  return g_strcmp0 (finding->file, file) == 0 || has_twin_in (finding, file);
}

/* The same fault at its other place. */
static YlFinding
turn (const YlFinding *finding)
{
  YlFinding turned = *finding;
  turned.file = finding->twin->file;
  turned.sheet = finding->twin->sheet;
  turned.row = finding->twin->row;
  turned.seen = finding->twin->seen;
  turned.message = finding->twin->message;
  turned.cell = NULL;
  turned.expected = NULL;
  turned.repair = NULL;
  turned.twin = NULL;
  return turned;
}

YlFindings *
yl_findings_of_file (const YlFindings *findings, const char *file)
{
  YlFindings *own = yl_findings_new ();
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (g_strcmp0 (finding->file, file) == 0)
        yl_findings_add (own, finding);
      else if (has_twin_in (finding, file))
        {
          const YlFinding turned = turn (finding);
          yl_findings_add (own, &turned);
        }
    }
  return own;
}
