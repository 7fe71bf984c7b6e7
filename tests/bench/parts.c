#include "bench/parts.h"

#include <string.h>

#define BLOCK_BYTES 65536

static int
parse_part (unzFile archive, XML_Parser parser)
{
  static char block[BLOCK_BYTES];
  if (unzOpenCurrentFile (archive) != UNZ_OK)
    return -1;
  int n_read;
  enum XML_Status status = XML_STATUS_OK;
  do
    {
      n_read = unzReadCurrentFile (archive, block, sizeof block);
      if (n_read >= 0)
        status = XML_Parse (parser, block, n_read, n_read == 0);
    }
  while (n_read > 0 && status == XML_STATUS_OK);
  unzCloseCurrentFile (archive);
  return n_read == 0 && status == XML_STATUS_OK ? 0 : -1;
}

int
bench_parse_parts (unzFile archive,
                   const char *prefix,
                   XML_Parser (*begin) (void *self),
                   void *self)
{
  int n_parts = 0;
  for (int at = unzGoToFirstFile (archive); at == UNZ_OK; at = unzGoToNextFile (archive))
    {
      char name[256];
      unz_file_info info;
      unzGetCurrentFileInfo (archive, &info, name, sizeof name, NULL, 0, NULL, 0);
      if (strncmp (name, prefix, strlen (prefix)) != 0)
        continue;
      XML_Parser parser = begin (self);
      const int status = parse_part (archive, parser);
      XML_ParserFree (parser);
      if (status != 0)
        return -1;
      n_parts++;
    }
  return n_parts;
}
