#pragma once

#include <expat.h>
#include <minizip/unzip.h>

/* Runs @parser over every part of @archive whose name begins with @prefix; @begin (nullable) makes
 * the parser of each. Returns: how many parts; -1 when one is damaged. */
int bench_parse_parts (unzFile archive,
                       const char *prefix,
                       XML_Parser (*begin) (void *self),
                       void *self);
