/* bench-bare-expat BOOK.xlsx: inflates every sheet and runs expat over it with empty handlers: what
 * no reader built on them can do without. */
#include "bench/parts.h"

#include <stdio.h>

static void
on_start (void *self, const XML_Char *name, const XML_Char **attributes)
{
  (void) self;
  (void) name;
  (void) attributes;
}

static void
on_end (void *self, const XML_Char *name)
{
  (void) self;
  (void) name;
}

static void
on_text (void *self, const XML_Char *text, int length)
{
  (void) self;
  (void) text;
  (void) length;
}

static XML_Parser
begin (void *self)
{
  (void) self;
  XML_Parser parser = XML_ParserCreate (NULL);
  XML_SetElementHandler (parser, on_start, on_end);
  XML_SetCharacterDataHandler (parser, on_text);
  return parser;
}

int
main (int argc, char **argv)
{
  unzFile archive = argc == 2 ? unzOpen (argv[1]) : NULL;
  if (archive == NULL || bench_parse_parts (archive, "xl/worksheets/sheet", begin, NULL) < 1)
    {
      fprintf (stderr, "usage: bench-bare-expat BOOK.xlsx\n");
      return 2;
    }
  unzClose (archive);
  return 0;
}
