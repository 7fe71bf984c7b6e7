#include "yanglu/domain/words.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/domain/audit/found-land.h"
#include "yanglu/domain/bridge.h"
#include "yanglu/domain/head-unit.h"
#include "yanglu/domain/ledger.h"
#include "yanglu/domain/road.h"
#include "yanglu/domain/sender.h"

#include <string.h>

/* The keys of closed sets that only words know; some have a member more than their enum. */
G_STATIC_ASSERT ((int) YL_SURFACE_UNPAVED + 1 == YL_WORDS_SURFACE_TRACK);
G_STATIC_ASSERT ((int) YL_LAND_ROW_DUE + 1 == YL_WORDS_LAND_NONE);
static YL_DEFINE_TEXTS (get_grade_key,
                        guint,
                        YL_GRADE_SUBSTANDARD + 1,
                        "unknown",
                        "expressway",
                        "first",
                        "second",
                        "third",
                        "fourth",
                        "substandard")
static YL_DEFINE_TEXTS (get_surface_key,
                        guint,
                        YL_WORDS_SURFACE_TRACK + 1,
                        "unknown",
                        "asphalt",
                        "concrete",
                        "light",
                        "unpaved",
                        "track")
static YL_DEFINE_TEXTS (get_condition_key,
                        guint,
                        YL_CONDITION_BAD + 1,
                        "unknown",
                        "excellent",
                        "good",
                        "fair",
                        "poor",
                        "bad")
static YL_DEFINE_TEXTS (
    get_class_key, guint, YL_N_CLASSES + 1, "county", "township", "village", "special", "national")
static YL_DEFINE_TEXTS (get_flag_key, guint, 4, "no", "yes", "subject", "shared")
static YL_DEFINE_TEXTS (get_direction_key, guint, YL_N_LEDGER_DIRECTIONS, "received", "paid")
static YL_DEFINE_TEXTS (get_unit_key,
                        guint,
                        YL_UNIT_PERCENT + 1,
                        "none",
                        "metre",
                        "km",
                        "yuan",
                        "qian",
                        "wan",
                        "yi",
                        "percent")
static YL_DEFINE_TEXTS (get_meaning_key,
                        guint,
                        YL_FOUND_END + 1,
                        "other",
                        "township",
                        "route",
                        "class",
                        "count",
                        "length",
                        "rate",
                        "amount",
                        "percent",
                        "capital",
                        "aside",
                        "listed",
                        "start",
                        "end")
static YL_DEFINE_TEXTS (get_land_key,
                        guint,
                        YL_WORDS_LAND_NONE + 1,
                        "income",
                        "cost",
                        "all-costs",
                        "net",
                        "share",
                        "due",
                        "none")
static YL_DEFINE_TEXTS (get_aside_key, guint, 1, "aside")
static YL_DEFINE_TEXTS (get_below_key, guint, YL_N_HEAD_BELOW, "hint", "label", "numbering")
static YL_DEFINE_TEXTS (get_sheet_key, guint, YL_N_SHEET_WORDS, "other", "last-year")
static YL_DEFINE_TEXTS (get_sheet_head_key, guint, YL_N_SHEET_HEAD_WORDS, "other", "structure")
static YL_DEFINE_TEXTS (get_needless_key, guint, YL_N_NEEDLESS, "ordinal", "numbering", "remark")
static YL_DEFINE_TEXTS (get_class_open_key, guint, YL_N_CLASS_CHOICES, "to-township", "to-village")
static YL_DEFINE_TEXTS (get_track_key, guint, 1, "track")
static YL_DEFINE_TEXTS (get_reversal_key, guint, 1, "back")
static YL_DEFINE_TEXTS (get_renewal_key, guint, 1, "instead")
static YL_DEFINE_TEXTS (get_mixture_key, guint, 1, "mixture")
static YL_DEFINE_TEXTS (get_apart_key, guint, 1, "apart")
static YL_DEFINE_TEXTS (get_blank_key, guint, 1, "blank")
static YL_DEFINE_TEXTS (get_note_key, guint, 2, "begin", "end")
static YL_DEFINE_TEXTS (get_sum_key, guint, 1, "sum")
static YL_DEFINE_TEXTS (get_part_key, guint, 1, "part")
static YL_DEFINE_TEXTS (get_odd_unit_key, guint, 1, "unit")
static YL_DEFINE_TEXTS (get_currency_key, guint, 1, "sign")
static YL_DEFINE_TEXTS (get_period_key, guint, 1, "period")

/* Lists without keys of their own take those that their files write, as heads do: who reads them
 * knows what they mean. */
static const struct
{
  const char *name;
  YlTextOfMember get_key;
  guint n_keys;
} lists[] = {
  [YL_WORDS_ROAD_HEADS] = { "heads.roads", NULL, 0 },
  [YL_WORDS_BRIDGE_HEADS] = { "heads.bridges", NULL, 0 },
  [YL_WORDS_FUND_HEADS] = { "heads.funds", NULL, 0 },
  [YL_WORDS_LAND_HEADS] = { "heads.land", NULL, 0 },
  [YL_WORDS_OTHER_HEADS] = { "heads.other", NULL, 0 },
  [YL_WORDS_UNIT_HEADS] = { "heads.unit", NULL, 0 },
  [YL_WORDS_SENDER_HEADS] = { "heads.sender", yl_sender_line_get_key, YL_N_SENDER_LINES },
  [YL_WORDS_LAST_YEAR_HEADS] = { "heads.last-year", NULL, 0 },
  [YL_WORDS_LEDGER_HEADS] = { "heads.ledger", NULL, 0 },
  [YL_WORDS_NOTICE_HEADS] = { "heads.notice", NULL, 0 },
  [YL_WORDS_ASSESSMENT_HEADS] = { "heads.assessment", NULL, 0 },
  [YL_WORDS_PERFORMANCE_HEADS] = { "heads.performance", NULL, 0 },
  [YL_WORDS_HEAD_PART] = { "head.part", NULL, 0 },
  [YL_WORDS_HEAD_ASIDE] = { "head.aside", get_aside_key, 1 },
  [YL_WORDS_HEAD_BELOW] = { "head.below", get_below_key, YL_N_HEAD_BELOW },
  [YL_WORDS_HEAD_NEEDLESS] = { "head.needless", get_needless_key, YL_N_NEEDLESS },
  [YL_WORDS_CLASS] = { "class", get_class_key, YL_N_CLASSES + 1 },
  [YL_WORDS_CLASS_OPEN] = { "class.open", get_class_open_key, YL_N_CLASS_CHOICES },
  [YL_WORDS_TRACK] = { "track", get_track_key, 1 },
  [YL_WORDS_FLAG] = { "flag", get_flag_key, 4 },
  [YL_WORDS_GRADE] = { "grade", get_grade_key, YL_GRADE_SUBSTANDARD + 1 },
  [YL_WORDS_SURFACE] = { "surface", get_surface_key, YL_WORDS_SURFACE_TRACK + 1 },
  [YL_WORDS_CONDITION] = { "condition", get_condition_key, YL_CONDITION_BAD + 1 },
  [YL_WORDS_BRIDGE_SIZE] = { "bridge-size", yl_bridge_size_get_key, YL_N_BRIDGE_SIZES },
  [YL_WORDS_PAYER] = { "payer", yl_payer_get_key, YL_N_PAYERS },
  [YL_WORDS_PAYER_AS] = { "payer.as", yl_payer_get_key, YL_N_PAYERS },
  [YL_WORDS_PURPOSE] = { "purpose", yl_purpose_get_key, YL_N_PURPOSES },
  [YL_WORDS_FUND] = { "fund", yl_fund_get_key, YL_N_FUNDS },
  [YL_WORDS_SOURCE_KIND] = { "source-kind", yl_source_kind_get_key, YL_N_SOURCE_KINDS },
  [YL_WORDS_DIRECTION] = { "direction", get_direction_key, YL_N_LEDGER_DIRECTIONS },
  [YL_WORDS_HEAD_UNIT] = { "unit.head", get_unit_key, YL_UNIT_PERCENT + 1 },
  [YL_WORDS_NUMBER_UNIT] = { "unit.number", get_unit_key, YL_UNIT_PERCENT + 1 },
  [YL_WORDS_ODD_UNIT] = { "unit.odd", get_odd_unit_key, 1 },
  [YL_WORDS_CURRENCY] = { "currency", get_currency_key, 1 },
  [YL_WORDS_BLANK] = { "blank", get_blank_key, 1 },
  [YL_WORDS_NOTE] = { "note", get_note_key, 2 },
  [YL_WORDS_SHEET] = { "sheet", get_sheet_key, YL_N_SHEET_WORDS },
  [YL_WORDS_SHEET_HEAD] = { "sheet.head", get_sheet_head_key, YL_N_SHEET_HEAD_WORDS },
  [YL_WORDS_SUM] = { "sum", get_sum_key, 1 },
  [YL_WORDS_PART] = { "part", get_part_key, 1 },
  [YL_WORDS_USE] = { "use", yl_purpose_get_key, YL_N_PURPOSES },
  [YL_WORDS_REVERSAL] = { "reversal", get_reversal_key, 1 },
  [YL_WORDS_RENEWAL] = { "renewal", get_renewal_key, 1 },
  [YL_WORDS_LAST_YEAR_ITEM] = { "last-year.item", NULL, 0 },
  [YL_WORDS_LAST_YEAR_HEADING] = { "last-year.heading", NULL, 0 },
  [YL_WORDS_LAND_LINE] = { "land.line", NULL, 0 },
  [YL_WORDS_FOUND_HEAD] = { "found.head", get_meaning_key, YL_FOUND_END + 1 },
  [YL_WORDS_FOUND_WORD] = { "found.word", get_meaning_key, YL_FOUND_END + 1 },
  [YL_WORDS_FOUND_CLASS] = { "found.class", yl_rate_kind_get_key, YL_N_RATES },
  [YL_WORDS_FOUND_MIXTURE] = { "found.mixture", get_mixture_key, 1 },
  [YL_WORDS_FOUND_APART] = { "found.apart", get_apart_key, 1 },
  [YL_WORDS_FOUND_PURPOSE] = { "found.purpose", yl_purpose_get_key, YL_N_PURPOSES },
  [YL_WORDS_FOUND_PAYER] = { "found.payer", yl_payer_get_key, YL_N_PAYERS },
  [YL_WORDS_FOUND_SUM] = { "found.sum", get_sum_key, 1 },
  [YL_WORDS_FOUND_PERIOD] = { "found.period", get_period_key, 1 },
  [YL_WORDS_FOUND_LAND] = { "found.land", get_land_key, YL_WORDS_LAND_NONE + 1 },
  [YL_WORDS_FOUND_LAND_PAYER] = { "found.land-payer", yl_payer_get_key, YL_N_PAYERS },
};

YL_DEFINE_COLUMN (yl_word_list_get_name, YlWordList, YL_N_WORD_LISTS, lists, name)

#define NO_SPELLING G_MAXUINT16

/* A list with an index over it: open addressing, never more than half full. */
typedef struct
{
  GArray *spellings; /* of YlSpelling */
  GPtrArray *keys;   /* of a list without keys of its own: those met so far */
  guint16 *slots;    /* numbers of spellings; NO_SPELLING */
  guint n_slots;     /* a power of two */
  GHashTable *mends; /* (nullable): a head as written → its key, "" for none */
} List;

struct _YlWords
{
  YlArena *arena;
  List lists[YL_N_WORD_LISTS];
};

/* The words of one list differ in their ends and their length; they are asked for in rows by the
 * million, so that a hash over every byte, or a call for it, would be felt. */
static inline guint
hash (YlText text)
{
  guint32 head = 0;
  guint32 tail = 0;
  if (text.length >= sizeof head)
    {
      memcpy (&head, text.at, sizeof head);
      memcpy (&tail, text.at + text.length - sizeof tail, sizeof tail);
    }
  else if (text.length > 0)
    {
      head = (guchar) text.at[0];
      tail = (guchar) text.at[text.length - 1];
    }
  const guint64 ends = ((guint64) head << 32 | tail) ^ text.length;
  return (guint) ((ends * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 40);
}

static const YlSpelling *
get_spelling (const List *list, guint index)
{
  return &g_array_index (list->spellings, YlSpelling, index);
}

static void
put (List *list, guint index)
{
  const YlSpelling *spelling = get_spelling (list, index);
  guint slot = hash ((YlText){ spelling->text, spelling->length }) & (list->n_slots - 1);
  while (list->slots[slot] != NO_SPELLING)
    slot = (slot + 1) & (list->n_slots - 1);
  list->slots[slot] = (guint16) index;
}

static void
grow (List *list)
{
  list->n_slots *= 2;
  list->slots = g_renew (guint16, list->slots, list->n_slots);
  memset (list->slots, 0xFF, list->n_slots * sizeof *list->slots);
  for (guint i = 0; i < list->spellings->len; i++)
    put (list, i);
}

static void
free_slots (gpointer words)
{
  for (guint i = 0; i < YL_N_WORD_LISTS; i++)
    {
      g_free (((YlWords *) words)->lists[i].slots);
      g_clear_pointer (&((YlWords *) words)->lists[i].mends, g_hash_table_unref);
    }
}

YlWords *
yl_words_new (void)
{
  YlWords *words = yl_arena_new_record (sizeof *words);
  yl_arena_own (words->arena, words, free_slots);
  for (guint i = 0; i < YL_N_WORD_LISTS; i++)
    {
      List *list = &words->lists[i];
      list->spellings = yl_arena_array (words->arena, sizeof (YlSpelling));
      list->keys =
          yl_arena_own (words->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
      list->n_slots = 8;
      grow (list);
    }
  return words;
}

gboolean
yl_word_list_find (const char *name, YlWordList *out_list)
{
  guint list = 0;
  if (!yl_enum_find (yl_word_list_get_name, YL_N_WORD_LISTS, name, &list))
    return FALSE;
  *out_list = (YlWordList) list;
  return TRUE;
}

/* The number of @key; a list without keys of its own learns it. */
static gboolean
find_key (YlWords *words, YlWordList list, const char *key, guint *out_member)
{
  if (lists[list].get_key != NULL)
    return yl_enum_find (lists[list].get_key, lists[list].n_keys, key, out_member);
  GPtrArray *keys = words->lists[list].keys;
  if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, out_member))
    {
      *out_member = keys->len;
      g_ptr_array_add (keys, yl_arena_keep_once (words->arena, key));
    }
  return TRUE;
}

void
yl_words_mend (YlWords *words, YlWordList list, const char *written, const char *key)
{
  GHashTable **mends = &words->lists[list].mends;
  if (*mends == NULL)
    *mends = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (*mends, g_strdup (written), g_strdup (key == NULL ? "" : key));
}

gboolean
yl_words_find_mend (const YlWords *words,
                    YlWordList list,
                    const char *written,
                    const char **out_key)
{
  GHashTable *mends = words->lists[list].mends;
  const char *key = mends == NULL ? NULL : g_hash_table_lookup (mends, written);
  *out_key = key == NULL || key[0] == '\0' ? NULL : key;
  return key != NULL;
}

gboolean
yl_words_has_key (const YlWords *words, YlWordList list, const char *key)
{
  guint member = 0;
  return lists[list].get_key != NULL
             ? yl_enum_find (lists[list].get_key, lists[list].n_keys, key, &member)
             : g_ptr_array_find_with_equal_func (words->lists[list].keys, key, g_str_equal, NULL);
}

gboolean
yl_word_list_is_of_heads (YlWordList list)
{
  return list <= YL_WORDS_HEAD_NEEDLESS || list == YL_WORDS_FOUND_HEAD
         || list == YL_WORDS_FOUND_WORD;
}

gboolean
yl_words_add (YlWords *words, YlWordList list, const YlSpelling *spelling)
{
  List *into = &words->lists[list];
  YlSpelling added = { .is_fallback = spelling->is_fallback };
  if (into->spellings->len >= YL_WORDS_MAX_SPELLINGS
      || yl_words_find (words, list, yl_text_of (spelling->text)) != NULL
      || !find_key (words, list, spelling->key, &added.member))
    return FALSE;
  added.key = yl_arena_keep_once (words->arena, spelling->key);
  added.text = yl_arena_keep (words->arena, spelling->text);
  added.length = strlen (added.text);
  g_array_append_val (into->spellings, added);
  if (into->spellings->len * 2 > into->n_slots)
    grow (into);
  else
    put (into, into->spellings->len - 1);
  return TRUE;
}

const YlSpelling *
yl_words_get (const YlWords *words, YlWordList list, guint *out_n)
{
  *out_n = words->lists[list].spellings->len;
  return (const YlSpelling *) words->lists[list].spellings->data;
}

const char *
yl_words_get_usual (const YlWords *words, YlWordList list, const char *key)
{
  const List *own = &words->lists[list];
  for (guint i = 0; i < own->spellings->len; i++)
    if (g_str_equal (get_spelling (own, i)->key, key))
      return get_spelling (own, i)->text;
  return NULL;
}

const YlSpelling *
yl_words_find (const YlWords *words, YlWordList list, YlText text)
{
  const List *own = &words->lists[list];
  const YlSpelling *spellings = get_spelling (own, 0);
  const guint mask = own->n_slots - 1;
  for (guint slot = hash (text) & mask; own->slots[slot] != NO_SPELLING; slot = (slot + 1) & mask)
    {
      const YlSpelling *spelling = &spellings[own->slots[slot]];
      if (spelling->length == text.length && yl_bytes_equal (spelling->text, text.at, text.length))
        return spelling;
    }
  return NULL;
}

const YlSpelling *
yl_words_find_inside (const YlWords *words, YlWordList list, const char *text)
{
  const List *own = &words->lists[list];
  for (guint i = 0; i < own->spellings->len; i++)
    if (strstr (text, get_spelling (own, i)->text) != NULL)
      return get_spelling (own, i);
  return NULL;
}

/* Signs between words: all but letters, digits and ideographs; ASCII is in half width by now. */
static gboolean
is_sign (const char *at)
{
  const guchar byte = (guchar) *at;
  return byte < 0x80 ? !g_ascii_isalnum (*at) : byte < 0xE4;
}

/* Cuts the next word off @text: letters and digits, or ideographs. */
static YlText
cut_word (const char **text)
{
  while (**text != '\0' && is_sign (*text))
    *text = yl_text_next (*text);
  const char *begin = *text;
  const gboolean is_ascii = (guchar) *begin < 0x80;
  while (**text != '\0' && !is_sign (*text) && ((guchar) * *text < 0x80) == is_ascii)
    *text = yl_text_next (*text);
  return (YlText){ begin, (gsize) (*text - begin) };
}

static gboolean
is_number (YlText word)
{
  gsize n = 0;
  while (n < word.length && g_ascii_isdigit (word.at[n]))
    n++;
  return n == word.length;
}

/* (nullable): what all words of @text say, a number in front aside: 乡道（Y）, 1是, 2、省级; never 1是否. */
static const YlSpelling *
find_alike (const YlWords *words, YlWordList list, const char *text)
{
  const YlSpelling *said = NULL;
  gboolean has_name = FALSE;
  const char *rest = text;
  for (YlText word = cut_word (&rest); word.length > 0; word = cut_word (&rest))
    {
      const YlSpelling *found = yl_words_find (words, list, word);
      const gboolean is_first = said == NULL && !has_name;
      if (found == NULL && !(is_first && is_number (word)))
        return NULL;
      if (found != NULL && said != NULL && said->member != found->member)
        return NULL;
      said = found != NULL ? found : said;
      has_name |= (guchar) word.at[0] >= 0x80;
    }
  return has_name ? said : NULL;
}

/* (nullable): what may be left out in brackets, put in: 县（区）道, 乡（镇）道. */
static const YlSpelling *
find_unbracketed (const YlWords *words, YlWordList list, const char *text)
{
  if (strpbrk (text, "()") == NULL)
    return NULL; /* it was looked for as it is */
  gboolean has_name = FALSE;
  g_autoptr (GString) flat = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      has_name |= (guchar) *at >= 0x80;
      if (*at != '(' && *at != ')')
        g_string_append_c (flat, *at);
    }
  return has_name ? yl_words_find (words, list, (YlText){ flat->str, flat->len }) : NULL;
}

/* (nullable): of one sign again and again, the sign: —— is —. */
static const YlSpelling *
find_repeated (const YlWords *words, YlWordList list, const char *text)
{
  if (*text == '\0' || !is_sign (text))
    return NULL;
  const YlText sign = { text, (gsize) (yl_text_next (text) - text) };
  for (const char *at = text; *at != '\0'; at += sign.length)
    if (strncmp (at, sign.at, sign.length) != 0)
      return NULL;
  return yl_words_find (words, list, sign);
}

gboolean
yl_words_read (const YlWords *words, YlWordList list, YlText text, guint *out_member)
{
  const YlSpelling *found = yl_words_find (words, list, text);
  if (found == NULL && text.length > 0)
    {
      g_autofree char *squeezed = yl_text_squeeze (text);
      g_autofree char *word = g_ascii_strup (squeezed, -1);
      found = yl_words_find (words, list, yl_text_of (word));
      found = found != NULL ? found : find_repeated (words, list, word);
      found = found != NULL ? found : find_alike (words, list, word);
      found = found != NULL ? found : find_unbracketed (words, list, word);
    }
  if (found == NULL)
    return FALSE;
  *out_member = found->member;
  return TRUE;
}
