#include "names-private.h"

#include "reads-private.h"
#include "repeat-private.h"

#include "yanglu/base/keyed-hash.h"

/* What a name came to, and where. */
typedef struct
{
  YlOperand operand;
  YlSize shape;
  YlArea cell; /* the formula that it was read for … */
  guint32 element_row;
  guint32 element_column;
  guint epoch; /* 0: nothing is kept */
  gboolean is_array;
  gboolean has_read;  /* a cell was looked at for it */
  gboolean is_placed; /* … and it is so for this one alone */
} Meaning;

struct _YlNamed
{
  const char *formula;
  Meaning kept[2]; /* computed, and passed over for its shape */
  Meaning running; /* where it is being read, epoch 0 when it is not */
};

struct _YlNames
{
  GHashTable *by_name; /* in small letters */
};

YlNames *
yl_names_new (const YlWorkbook *workbook)
{
  YlNames *names = g_new (YlNames, 1);
  names->by_name = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      YlNamed *named = g_new0 (YlNamed, 1);
      named->formula = yl_formula_start (name->reference);
      g_hash_table_insert (names->by_name, g_ascii_strdown (name->name, -1), named);
    }
  return names;
}

void
yl_names_free (YlNames *names)
{
  if (names == NULL)
    return;
  g_hash_table_unref (names->by_name);
  g_free (names);
}

YlNamed *
yl_names_find (const YlNames *names, YlText name)
{
  char folded[768]; /* Excel allows 255 characters */
  if (name.length >= sizeof folded)
    return NULL;
  for (gsize i = 0; i < name.length; i++)
    folded[i] = g_ascii_tolower (name.at[i]);
  folded[name.length] = '\0';
  return g_hash_table_lookup (names->by_name, folded);
}

static Meaning
begin (const YlEvaluation *evaluation)
{
  return (Meaning){ .cell = { evaluation->sheet, evaluation->row, evaluation->row,
                              (guint16) evaluation->column, (guint16) evaluation->column },
                    .element_row = evaluation->element_row,
                    .element_column = evaluation->element_column,
                    .epoch = evaluation->round->epoch,
                    .is_array = evaluation->is_array };
}

static gboolean
is_at (const Meaning *meaning, const YlEvaluation *evaluation)
{
  return meaning->cell.sheet == evaluation->sheet && meaning->cell.row == evaluation->row
         && meaning->cell.column == evaluation->column
         && meaning->element_row == evaluation->element_row
         && meaning->element_column == evaluation->element_column;
}

/* Whether what was kept is so here and now. */
static gboolean
is_of (const Meaning *meaning, const YlEvaluation *evaluation)
{
  return meaning->epoch == evaluation->round->epoch && meaning->is_array == evaluation->is_array
         && (!meaning->is_placed || is_at (meaning, evaluation));
}

static void
take (YlEvaluation *evaluation, const Meaning *meaning)
{
  evaluation->shape = yl_size_join (evaluation->shape, meaning->shape);
  *evaluation->is_placed = *evaluation->is_placed || meaning->is_placed;
  YlReads *reads = evaluation->round->reads;
  if (reads != NULL && meaning->has_read)
    yl_reads_add_anything (reads);
}

static guint64
count_reads (const YlEvaluation *evaluation)
{
  YlReads *reads = evaluation->round->reads;
  return reads == NULL ? 0 : yl_reads_count (reads);
}

static void
read_meaning (YlNamed *named,
              const YlEvaluation *evaluation,
              Meaning *meaning,
              YlOperand (*read) (YlEvaluation *evaluation))
{
  const Meaning outer = named->running;
  YlEvaluation inner = *evaluation;
  inner.at = named->formula;
  inner.is_placed = &meaning->is_placed;
  inner.shape = (YlSize){ 0, 0 };
  named->running = *meaning;
  const guint64 n_reads = count_reads (evaluation);
  meaning->operand = read (&inner);
  meaning->has_read = count_reads (evaluation) > n_reads;
  meaning->shape = inner.shape;
  named->running = outer;
}

YlOperand
yl_named_read (YlNamed *named,
               YlEvaluation *evaluation,
               YlOperand (*read) (YlEvaluation *evaluation))
{
  Meaning *kept = &named->kept[evaluation->is_skipping ? 1 : 0];
  /* What is kept of it was read before. */
  if (evaluation->repeat != NULL)
    evaluation->repeat->is_given_up = TRUE;
  if (is_of (kept, evaluation))
    {
      take (evaluation, kept);
      return kept->operand;
    }
  evaluation->round->is_by_order =
      evaluation->round->is_by_order
      || (named->running.epoch != 0 && is_at (&named->running, evaluation));
  if (named->running.epoch != 0 && is_at (&named->running, evaluation))
    return (YlOperand){ .value = yl_cell_value_of_error (YL_CIRCULAR) };
  /* What cannot be kept would be read again for each that asks. */
  if (evaluation->round->is_partial)
    return (YlOperand){ .value = yl_cell_value_unknown () };
  Meaning meaning = begin (evaluation);
  read_meaning (named, evaluation, &meaning, read);
  take (evaluation, &meaning);
  if (!evaluation->round->is_partial)
    *kept = meaning;
  return meaning.operand;
}
