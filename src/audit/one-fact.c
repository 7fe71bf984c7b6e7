#include "yanglu/audit/one-fact.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"

#define NOBODY G_MAXUINT

/* Where two findings must meet for one to imply the other. */
typedef enum
{
  AT_CELL,
  AT_ROW,
  AT_SHEET, /* and the same gainer: sheets without rows, such as 土地出让收益 */
  AT_FILE,
} Scope;

typedef struct
{
  YlCode strong;
  YlCode weak;
  Scope scope;
  gboolean is_same_stake; /* only when both name the same yuan */
} Precedence;

/* A chain (C03 over C10 over B01) ends at its strongest. No code stands above itself. */
static const Precedence precedences[] = {
  /* A row that is marked 重复 and paid all the same is that, whatever it repeats. */
  { YL_A05, YL_A01, AT_ROW, FALSE },
  { YL_A05, YL_A02, AT_ROW, FALSE },
  /* The same section in two counties is listed twice, and its code is the other county's. */
  { YL_A11, YL_A01, AT_ROW, FALSE },
  { YL_A11, YL_A07, AT_ROW, TRUE },
  /* A row listed twice overlaps itself. */
  { YL_A01, YL_A02, AT_ROW, FALSE },
  /* Metres taken for kilometres fit no stakes; a wrong unit is no low rate, no wrong sum. */
  { YL_C03, YL_A03, AT_ROW, FALSE },
  { YL_C03, YL_C10, AT_CELL, FALSE },
  { YL_C03, YL_B01, AT_CELL, FALSE },
  { YL_C03, YL_C01, AT_CELL, FALSE },
  { YL_C03, YL_C08, AT_CELL, FALSE },
  { YL_C03, YL_C05, AT_CELL, FALSE },
  { YL_C03, YL_C06, AT_CELL, FALSE },
  /* A figure typed over its formula does not follow from anything. */
  { YL_C09, YL_C10, AT_CELL, FALSE },
  { YL_C09, YL_C08, AT_CELL, FALSE },
  { YL_C09, YL_C01, AT_CELL, FALSE },
  { YL_C09, YL_C02, AT_CELL, FALSE },
  { YL_C09, YL_B01, AT_CELL, FALSE },
  /* Money set off against daily maintenance leaves the same amount missing elsewhere. */
  { YL_B03, YL_C10, AT_CELL, FALSE },
  { YL_B03, YL_C01, AT_CELL, FALSE },
  { YL_B03, YL_B02, AT_FILE, TRUE },
  { YL_B03, YL_B08, AT_FILE, TRUE },
  { YL_B03, YL_B09, AT_FILE, TRUE },
  /* A rate that is not the policy's and lower is the one mistake. */
  { YL_C10, YL_B01, AT_CELL, FALSE },
  { YL_C10, YL_C08, AT_CELL, FALSE },
  { YL_C10, YL_C01, AT_CELL, FALSE },
  { YL_C10, YL_C02, AT_CELL, FALSE },
  { YL_B01, YL_B02, AT_FILE, TRUE },
  /* What the county does not match is what is missing. */
  { YL_B09, YL_B02, AT_FILE, TRUE },
  /* A share of the wrong base is not what is due. */
  { YL_B05, YL_B04, AT_SHEET, FALSE },
  { YL_B12, YL_B11, AT_ROW, FALSE },
  { YL_B13, YL_B11, AT_ROW, FALSE },
  { YL_B14, YL_B11, AT_ROW, FALSE },
  { YL_B06, YL_B07, AT_ROW, FALSE },
  { YL_C08, YL_C01, AT_CELL, FALSE },
  { YL_C05, YL_C01, AT_CELL, FALSE },
  { YL_C01, YL_C02, AT_ROW, FALSE },
  { YL_C08, YL_C02, AT_ROW, FALSE },
  /* Money idle for years was not passed on in days either. */
  { YL_D06, YL_D01, AT_ROW, FALSE },
  /* What cannot be decoded or read cannot be known. */
  { YL_E04, YL_C04, AT_ROW, FALSE },
  { YL_E04, YL_E02, AT_ROW, FALSE },
  { YL_E04, YL_E03, AT_ROW, FALSE },
  { YL_E04, YL_E06, AT_ROW, FALSE },
  { YL_C04, YL_E03, AT_ROW, FALSE },
};

typedef struct
{
  const YlFindings *findings;
  GHashTable *places; /* key → the index of the finding that stands there first */
  guint *takers;      /* who takes each finding; NOBODY: it stays */
  GString *key;       /* to be built again and again */
} Union;

static const YlFinding *
get (const Union *own, guint index)
{
  return yl_findings_get (own->findings, index);
}

static gint64
get_stake (const YlFinding *finding)
{
  return finding->is_priced ? ABS (finding->at_stake.fen) : 0;
}

static void
add_text (GString *key, const char *text)
{
  g_string_append (key, text == NULL ? "" : text);
  g_string_append_c (key, '\n');
}

/* Row and column of a finding; the column as letters where the cell is known, else as it is called.
 * Returns: FALSE when it names no row. */
static gboolean
find_row (const YlFinding *finding, YlRowId *out_row, char letters[YL_COLUMN_LETTERS])
{
  guint32 row = 0;
  guint column = 0;
  const gboolean has_cell = finding->cell != NULL && yl_cell_parse (finding->cell, &row, &column);
  letters[0] = '\0';
  if (has_cell)
    yl_column_to_letters (column, letters);
  *out_row = has_cell ? row : finding->row;
  return *out_row != 0;
}

/* The key of the place of @finding at @scope; FALSE when it has no such place. */
static gboolean
make_place (Union *own, const YlFinding *finding, Scope scope)
{
  GString *key = g_string_truncate (own->key, 0);
  char letters[YL_COLUMN_LETTERS];
  YlRowId row = 0;
  const gboolean has_row = find_row (finding, &row, letters);
  g_string_append_printf (key, "%d\n", scope);
  add_text (key, finding->file);
  if (scope == AT_FILE)
    return TRUE;
  add_text (key, finding->sheet);
  if (scope == AT_SHEET)
    {
      add_text (key, finding->gainer);
      return TRUE;
    }
  g_string_append_printf (key, "%" YL_ROW_ID_FORMAT "\n", row);
  if (scope == AT_CELL)
    add_text (key, letters[0] != '\0' ? letters : finding->column);
  return has_row && (scope == AT_ROW || letters[0] != '\0' || finding->column != NULL);
}

/* The key under which a finding of @code would stand where @finding stands. */
static gboolean
make_key (Union *own, const YlFinding *finding, const Precedence *precedence)
{
  if (!make_place (own, finding, precedence->scope))
    return FALSE;
  g_string_append_printf (own->key, "%u", (guint) precedence->strong);
  if (!precedence->is_same_stake)
    return TRUE;
  g_string_append_printf (own->key, "\n=%" G_GINT64_FORMAT, get_stake (finding));
  return get_stake (finding) != 0;
}

static guint
look_up (const Union *own)
{
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (own->places, own->key->str));
  return found == 0 ? NOBODY : found - 1;
}

/* Remembers who stands first at the key; returns who stood there before. */
static guint
stand (Union *own, guint index)
{
  const guint before = look_up (own);
  if (before == NOBODY)
    g_hash_table_insert (own->places, g_strdup (own->key->str), GUINT_TO_POINTER (index + 1));
  return before;
}

static void
stand_everywhere (Union *own, guint index)
{
  const YlFinding *finding = get (own, index);
  for (gsize i = 0; i < G_N_ELEMENTS (precedences); i++)
    if (precedences[i].strong == finding->code && make_key (own, finding, &precedences[i]))
      stand (own, index);
}

static guint
find_stronger (Union *own, guint index)
{
  const YlFinding *finding = get (own, index);
  for (gsize i = 0; i < G_N_ELEMENTS (precedences); i++)
    {
      if (precedences[i].weak != finding->code || !make_key (own, finding, &precedences[i]))
        continue;
      const guint stronger = look_up (own);
      if (stronger != NOBODY)
        return stronger;
    }
  return NOBODY;
}

static guint
find_last_taker (const Union *own, guint index)
{
  while (own->takers[index] != NOBODY)
    index = own->takers[index];
  return index;
}

static gboolean
is_graver (const YlFinding *a, const YlFinding *b)
{
  return a->severity != b->severity ? a->severity < b->severity : a->code < b->code;
}

/* Two findings at one cell with one amount: the graver takes the other. */
static void
unite_at_cell (Union *own, guint index)
{
  const YlFinding *finding = get (own, index);
  if (finding->cell == NULL || get_stake (finding) == 0 || !make_place (own, finding, AT_CELL))
    return;
  g_string_append_printf (own->key, "cell\n=%" G_GINT64_FORMAT, get_stake (finding));
  const guint before = stand (own, index);
  if (before == NOBODY)
    return;
  const guint one = find_last_taker (own, before);
  const guint other = find_last_taker (own, index);
  if (one == other)
    return;
  if (is_graver (get (own, other), get (own, one)))
    own->takers[one] = other;
  else
    own->takers[other] = one;
}

/* A rule that was asked twice. */
static void
unite_equal (Union *own, guint index)
{
  const YlFinding *finding = get (own, index);
  make_place (own, finding, AT_CELL);
  add_text (own->key, finding->column);
  g_string_append_printf (own->key, "%u\n%d\n%" G_GINT64_FORMAT "\n", (guint) finding->code,
                          finding->is_priced, finding->at_stake.fen);
  add_text (own->key, finding->message);
  const guint before = stand (own, index);
  if (before == NOBODY || own->takers[index] != NOBODY)
    return;
  const guint taker = find_last_taker (own, before);
  if (taker != index)
    own->takers[index] = taker;
}

static void
unite (Union *own, guint n_findings)
{
  for (guint i = 0; i < n_findings; i++)
    {
      own->takers[i] = NOBODY;
      stand_everywhere (own, i);
    }
  for (guint i = 0; i < n_findings; i++)
    own->takers[i] = find_stronger (own, i);
  for (guint i = 0; i < n_findings; i++)
    unite_at_cell (own, i);
  for (guint i = 0; i < n_findings; i++)
    unite_equal (own, i);
}

/* What a finding that stays has from those that go. */
typedef struct
{
  YlSeverity severity;
  const char *gainer;
  gint64 stake_fen;
  gboolean is_priced;
  guint64 codes; /* a bit for each code that goes */
} Gift;

G_STATIC_ASSERT (YL_N_CODES <= 64);

static void
give (const YlFinding *from, Gift *gift)
{
  gift->severity = MIN (gift->severity, from->severity);
  if (gift->gainer == NULL)
    gift->gainer = from->gainer;
  if (!gift->is_priced && from->is_priced)
    {
      gift->is_priced = TRUE;
      gift->stake_fen = from->at_stake.fen;
    }
  gift->codes |= (guint64) 1 << from->code;
}

static char *
name_codes (const YlFinding *finding, guint64 codes)
{
  g_autoptr (GString) message = g_string_new (finding->message);
  const char *between = "同一事实还触及 ";
  codes &= ~((guint64) 1 << finding->code);
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      if ((codes >> code & 1) == 0)
        continue;
      g_string_append_printf (message, "%s%s（%s）", between, yl_code_get_name ((YlCode) code),
                              yl_code_get_title ((YlCode) code));
      between = "、";
    }
  return g_string_free (g_steal_pointer (&message), FALSE);
}

static void
keep (const Union *own, guint index, const Gift *gift, YlFindings *out)
{
  YlFinding finding = *get (own, index);
  g_autofree char *message = name_codes (&finding, gift->codes);
  finding.message = message;
  finding.severity = MIN (finding.severity, gift->severity);
  if (finding.gainer == NULL)
    finding.gainer = gift->gainer;
  if (!finding.is_priced && gift->is_priced)
    {
      finding.is_priced = TRUE;
      finding.at_stake.fen = gift->stake_fen;
    }
  yl_findings_add (out, &finding);
}

/* Findings that were counted without their text cannot be united. */
static void
count_rest (const Union *own, guint n_findings, YlFindings *out)
{
  guint64 n_kept[YL_N_CODES] = { 0 };
  for (guint i = 0; i < n_findings; i++)
    n_kept[get (own, i)->code]++;
  for (guint code = 0; code < YL_N_CODES; code++)
    for (guint64 i = n_kept[code]; i < yl_findings_get_n_of_code (own->findings, (YlCode) code);
         i++)
      yl_findings_count (out, (YlCode) code, yl_code_get_severity ((YlCode) code));
}

YlFindings *
yl_findings_unite (const YlFindings *findings)
{
  const guint n_findings = (guint) yl_findings_get_n (findings);
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *takers = g_new (guint, n_findings);
  g_autofree Gift *gifts = g_new (Gift, n_findings);
  g_autoptr (GString) key = g_string_new (NULL);
  Union own = { findings, places, takers, key };
  unite (&own, n_findings);
  for (guint i = 0; i < n_findings; i++)
    gifts[i] = (Gift){ .severity = YL_SEVERITY_INFO };
  for (guint i = 0; i < n_findings; i++)
    if (takers[i] != NOBODY)
      give (get (&own, i), &gifts[find_last_taker (&own, i)]);
  g_autoptr (YlFindings) out = yl_findings_new ();
  for (guint i = 0; i < n_findings; i++)
    if (takers[i] == NOBODY)
      keep (&own, i, &gifts[i], out);
  count_rest (&own, n_findings, out);
  return g_steal_pointer (&out);
}
