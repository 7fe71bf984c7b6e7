#include "yanglu/audit/lists/sent-lists.h"

#include "yanglu/domain/findings-of-file.h"

#include <string.h>

/* Whether something of each severity was found in a list, or between it and another. */
typedef struct
{
  gboolean of[YL_N_SEVERITIES];
} Has;

/* While the roads are gone through. */
typedef struct
{
  const YlSentListsRequest *request;
  YlSentLists *sent;
  GPtrArray *townships; /* of GString, one a list */
  GPtrArray *known;     /* of GHashTable: the ids of the townships that those name */
  GHashTable *codes;    /* of townships that any list has */
  Has *has;             /* (array): one a list */
} Sending;

static YlSentList *
find_list_of (const Sending *sending, guint origin)
{
  GArray *lists = sending->sent->lists;
  for (guint i = 0; i < lists->len; i++)
    {
      YlSentList *sent = &g_array_index (lists, YlSentList, i);
      if (origin >= sent->list->first_origin
          && origin - sent->list->first_origin < sent->list->n_origins)
        return sent;
    }
  return NULL;
}

static void
name_township (const Sending *sending, guint list, const YlRoad *road)
{
  if (road->township_code != 0)
    g_hash_table_add (sending->codes, GUINT_TO_POINTER (road->township_code));
  if (road->township == 0
      || !g_hash_table_add (g_ptr_array_index (sending->known, list),
                            GUINT_TO_POINTER (road->township)))
    return;
  GString *names = g_ptr_array_index (sending->townships, list);
  g_string_append_printf (names, "%s%s", names->len == 0 ? "" : "、",
                          yl_inventory_get_text (sending->request->inventory, road->township));
}

static void
add_road (const Sending *sending, YlSentList *sent, const YlRoad *road)
{
  YlRoadWorking working = { 0 };
  yl_road_price (sending->request->rates, road, &working);
  sent->sections++;
  sent->counted_m += working.counted_m;
  sent->amount_fen += working.amount_fen;
  name_township (sending, (guint) (sent - (YlSentList *) (gpointer) sending->sent->lists->data),
                 road);
}

/* Roads stand list by list, and table by table: the list of the one before is nearly always that of the next. */
static void
add_roads (const Sending *sending)
{
  const YlInventory *inventory = sending->request->inventory;
  YlSentList *sent = NULL;
  guint origin = G_MAXUINT;
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (road->origin != origin)
        sent = find_list_of (sending, road->origin);
      origin = road->origin;
      if (sent != NULL)
        add_road (sending, sent, road);
    }
}

static void
count_finding (YlSentList *sent, const YlFinding *finding)
{
  YlStakes stakes = { 0 };
  yl_stakes_add (&stakes, finding);
  sent->n_found[finding->severity]++;
  if (__builtin_add_overflow (sent->at_stake_fen, yl_stakes_weigh (&stakes), &sent->at_stake_fen))
    sent->at_stake_fen = G_MAXINT64;
}

/* What lies between two lists counts once, and is told to both. */
static void
add_finding (const Sending *sending, const YlFinding *finding)
{
  GArray *lists = sending->sent->lists;
  for (guint i = 0; i < lists->len; i++)
    {
      YlSentList *sent = &g_array_index (lists, YlSentList, i);
      if (!yl_finding_is_of (finding, sent->list->file))
        continue;
      sending->has[i].of[finding->severity] = TRUE;
      if (g_strcmp0 (sent->list->file, finding->file) == 0)
        count_finding (sent, finding);
    }
}

static gboolean
is_left_to_zones (const YlEntity *entity, guint32 township)
{
  for (guint i = 0; i < entity->n_without; i++)
    if (entity->without[i] == township)
      return TRUE;
  return FALSE;
}

/* Whether one of the lists says that it is of @township. */
static gboolean
is_sender (const Sending *sending, const YlTownship *township)
{
  const GArray *lists = sending->sent->lists;
  for (guint i = 0; i < lists->len; i++)
    {
      const YlSender *sender = g_array_index (lists, YlSentList, i).sender;
      if (sender != NULL && strcmp (sender->township, township->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Townships of which no list has a road. */
typedef struct
{
  GString *unsent;
  GString *empty; /* one of the lists is theirs */
} Roadless;

static void
add_roadless (const Sending *sending, const Roadless *roadless, guint32 code)
{
  const YlTownship *township = yl_places_find_township (sending->request->places, code);
  if (g_hash_table_contains (sending->codes, GUINT_TO_POINTER (code))
      || is_left_to_zones (sending->request->entity, code))
    return;
  const gboolean is_empty = township != NULL && is_sender (sending, township);
  GString *names = is_empty ? roadless->empty : roadless->unsent;
  guint *n = is_empty ? &sending->sent->n_empty : &sending->sent->n_unsent;
  (*n)++;
  g_autofree char *digits = g_strdup_printf ("%u", code);
  g_string_append_printf (names, "%s%s", names->len == 0 ? "" : "、",
                          township == NULL ? digits : township->name);
}

static void
name_roadless (const Sending *sending)
{
  const YlEntity *entity = sending->request->entity;
  g_autoptr (GString) unsent = g_string_new (NULL);
  g_autoptr (GString) empty = g_string_new (NULL);
  const Roadless roadless = { unsent, empty };
  for (guint i = 0; i < entity->n_townships; i++)
    add_roadless (sending, &roadless, entity->townships[i]);
  gsize n = 0;
  const guint32 county = (guint32) g_ascii_strtoull (yl_entity_get_code (entity), NULL, 10);
  const YlTownship *townships =
      entity->n_townships > 0 ? NULL
                              : yl_places_get_townships (sending->request->places, county, &n);
  for (gsize i = 0; i < n; i++)
    add_roadless (sending, &roadless, townships[i].code);
  sending->sent->unsent = yl_arena_keep (sending->sent->arena, unsent->str);
  sending->sent->empty = yl_arena_keep (sending->sent->arena, empty->str);
}

static void
free_names (gpointer names)
{
  g_string_free (names, TRUE);
}

static void
begin_lists (const Sending *sending)
{
  const YlSentListsRequest *request = sending->request;
  for (guint i = 0; i < request->lists->len; i++)
    {
      const YlListFile *list = &g_array_index (request->lists, YlListFile, i);
      const YlSentList sent = { .list = list,
                                .sender = yl_intake_find_sender (request->intake, list->file) };
      g_array_append_val (sending->sent->lists, sent);
      g_ptr_array_add (sending->townships, g_string_new (NULL));
      g_ptr_array_add (sending->known, g_hash_table_new (NULL, NULL));
    }
}

/* What each list has and what becomes of it, once all is counted. */
static void
end_lists (const Sending *sending)
{
  for (guint i = 0; i < sending->sent->lists->len; i++)
    {
      YlSentList *sent = &g_array_index (sending->sent->lists, YlSentList, i);
      const GString *names = g_ptr_array_index (sending->townships, i);
      sent->townships = yl_arena_keep (sending->sent->arena, names->str);
      sent->standing = yl_standing_judge (sending->has[i].of, sent->list->n_roads);
    }
}

YlSentLists *
yl_sent_lists_make (const YlSentListsRequest *request)
{
  YlSentLists *sent = yl_arena_new_record (sizeof *sent);
  sent->lists = yl_arena_array (sent->arena, sizeof (YlSentList));
  g_autoptr (GPtrArray) townships = g_ptr_array_new_with_free_func (free_names);
  g_autoptr (GPtrArray) known =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  g_autofree Has *has = g_new0 (Has, MAX (request->lists->len, 1));
  const Sending sending = { request, sent, townships, known, codes, has };
  begin_lists (&sending);
  add_roads (&sending);
  for (gsize i = 0; i < yl_findings_get_n (request->findings); i++)
    add_finding (&sending, yl_findings_get (request->findings, i));
  end_lists (&sending);
  name_roadless (&sending);
  return sent;
}
