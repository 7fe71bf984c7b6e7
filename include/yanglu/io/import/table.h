#pragma once

#include "yanglu/domain/words.h"

G_BEGIN_DECLS

typedef struct _YlTableRow YlTableRow;
typedef struct _YlTableContext YlTableContext;
typedef struct _RoadReading RoadReading;

/** As what the cell of a column is kept in the record of its row. */
typedef enum
{
  YL_AS_TAKEN,  /* the column's own function reads it, or the table's */
  YL_AS_TEXT,   /* const char *: as it stands; "" for blank */
  YL_AS_CODE,   /* const char *: in half width and capitals, without blanks */
  YL_AS_AMOUNT, /* YlMoney: zero or more */
  YL_AS_SIGNED, /* YlMoney: below zero too, written -500.00 or (500.00) */
  YL_AS_METRES, /* YlLength: zero or more, in metres where the head is silent */
  YL_AS_CM,     /* gint64: centimetres, zero or more, in metres where the head is silent */
  YL_AS_KM,     /* YlLength: zero or more, in kilometres where the head is silent */
  YL_AS_MEMBER, /* guint8 or an enum: of a closed set */
} YlTableCellKind;

/** One column of a table: what it is called, how its cells are read and kept. */
typedef struct
{
  const char *key; /* of its spellings in the words of the table */
  YlTableCellKind as;
  gsize member;         /* its place in the record */
  gsize size;           /* of that place */
  gsize has;            /* place of the flag that says that it was read; 0: none */
  gsize lost;           /* place of what rounding took of an amount, as in YlSource; 0: none */
  YlWordList list;      /* YL_AS_MEMBER: of its members */
  const char *hint;     /* (nullable): what E02 says behind the members */
  const char *effect;   /* (nullable): what an unreadable cell costs; %NULL: the row */
  gboolean is_required; /* a blank one costs the row */
  /* (nullable): what a blank or an unknown one is taken for; %FALSE: nothing, it costs the row */
  gboolean (*infer) (YlTableRow *row, guint column, gpointer record);
  /* (nullable): YL_AS_TAKEN: reads it */
  void (*take) (YlTableRow *row, guint column, gpointer record);
  /* (nullable): reads a filled cell of the road list, which has a loop of its own; @member and @flag
   * are then of RoadReading */
  void (*read_road) (RoadReading *reading, guint column, YlText cell);
  guint flag; /* YlRoadFlags that a yes sets */
} YlImportColumn;

#define YL_AT(Record, field)                                                                       \
  .member = G_STRUCT_OFFSET (Record, field), .size = sizeof (((Record *) 0)->field)

/**
 * YlImportTable: the description of a kind of table, from its heads to its records. A spelling of its
 * words whose key is no column is a head that only another table has.
 */
typedef struct
{
  const char *sheet;             /* its name in the entry workbook */
  YlWordList words;              /* the list of the spellings of its heads */
  const YlImportColumn *columns; /* (array length=n_columns) */
  guint n_columns;               /* at most YL_HEADS_MAX */
  /* (nullable) (array zero-terminated=1): sets of 1 << column, one of which must stand whole;
   * %NULL: a table without heads */
  const guint64 *enough;
  const char *expected; /* what must stand, for E01: "类别（或路线编码）和里程" */
  /* (nullable): which of what must stand is missing, for E01 */
  const char *(*get_missing) (guint64 columns);
  gboolean has_sums;   /* 合计 is a line of its own here, not passed over */
  gboolean is_many;    /* every sheet with its heads is read, not only the first */
  const char *subject; /* what a row is, and what it loses: "该笔资金", "未计入" */
  const char *loss;
  gsize record_size;   /* 0: the table reads its rows itself */
  gconstpointer blank; /* (nullable): a record before its cells are read; %NULL: zeros */
  gsize number;        /* place of the number of its row in the record */
  gsize hidden;        /* place of the gboolean that says whether its row is hidden; 0: none */
  gsize rows; /* place in YlEntry of the array of the records; emptied when the table begins */
  void (*begin) (
      YlTableContext *context); /* (nullable): empties what else was held of this table */
  /* (nullable): settles what its cells leave open of a sound record, before it is kept */
  void (*settle) (YlTableRow *row, gpointer record);
  void (*row) (YlTableRow *row);         /* of a table that reads its rows itself */
  void (*end) (YlTableContext *context); /* (nullable) */
} YlImportTable;

G_END_DECLS
