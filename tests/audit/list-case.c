#include "audit/list-case.h"

#include "yanglu/audit/lists/name-rules.h"

static YlInventory *
make_inventory (const Row *rows)
{
  g_autoptr (YlInventory) inventory = yl_inventory_new ();
  const guint16 origin = yl_inventory_add_origin (inventory, &(YlOrigin){ .file = "台账.csv" });
  for (guint i = 0; i < MAX_ROWS && rows[i].code != NULL; i++)
    {
      const Row *row = &rows[i];
      const gboolean is_staked = row->start_m != 0 || row->end_m != 0;
      YlRoadClass letter = YL_CLASS_COUNTY;
      const YlClassReading reading = yl_road_class_parse_letter (yl_text_of (row->code), &letter);
      const guint8 other = reading == YL_CLASS_READ_NATIONAL ? YL_LETTER_NATIONAL : YL_N_CLASSES;
      const YlRoadRow one = {
        .road = {
          .row = i + 2,
          .origin = origin,
          .road_class = (guint8) row->road_class,
          .letter_class = reading == YL_CLASS_READ_OK ? (guint8) letter : other,
          .start_m = is_staked ? row->start_m : YL_STAKE_UNKNOWN,
          .end_m = is_staked ? row->end_m : YL_STAKE_UNKNOWN,
          .length_m = row->length_m,
          .maintained_m = row->maintained_m == 0 ? NONE : row->maintained_m,
          .subsidised_m = row->subsidised_m == 0 ? NONE : row->subsidised_m,
          .county_code = row->county == 0 ? 371502 : row->county,
          .flags = (guint8) row->flags,
        },
        .route_code = yl_text_of (row->code),
        .township = yl_text_of (row->township),
        .duplicate_of = yl_text_of (row->duplicate_of),
        .route_name = yl_text_of (row->name),
      };
      yl_inventory_add (inventory, &one);
    }
  return g_steal_pointer (&inventory);
}

static YlPlaces *
make_places (void)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_county (places, 371503, yl_text_of ("茌平区"));
  yl_places_add_county (places, 371521, yl_text_of ("阳谷县"));
  yl_places_add_renamed (places, 371523, 371503, 2019);
  return yl_places_seal (g_steal_pointer (&places));
}

const YlRateTable list_case_rates = {
  .rate = { { 1000000 }, { 500000 }, { 300000 } },
  .has_rate = { TRUE, TRUE, TRUE },
};

YlFindings *
check_rows_keeping (const Row *rows, const char *county, guint n_kept)
{
  g_autoptr (YlInventory) inventory = make_inventory (rows);
  g_autoptr (YlPlaces) places = make_places ();
  g_autoptr (YlEntity) entity = yl_entity_new (county, NULL);
  YlFindings *findings = yl_findings_new_counting (n_kept);
  const YlRowContext context = { &list_case_rates, places, entity };
  yl_list_check (inventory, &context, findings);
  yl_names_check (inventory, &list_case_rates, findings);
  return findings;
}

YlFindings *
check_rows (const Row *rows, const char *county)
{
  return check_rows_keeping (rows, county, G_MAXUINT);
}

const YlFinding *
find_first (const YlFindings *findings, YlCode code)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == code)
      return yl_findings_get (findings, i);
  return NULL;
}

static void
assert_case (const Case *one)
{
  g_autoptr (YlFindings) findings = check_rows (one->rows, "371502");
  const YlFinding *first = find_first (findings, one->code);
  const guint64 n_found = yl_findings_get_n_of_code (findings, one->code);
  const gboolean fits =
      n_found == one->n_expected
      && (first == NULL
          || (first->row == one->row && first->is_priced && first->at_stake.fen == one->stake_fen));
  if (fits)
    return;
  print_error ("%s: %u found instead of %u", one->what, (guint) n_found, one->n_expected);
  if (first != NULL)
    print_error (", row %" YL_ROW_ID_FORMAT ", %" G_GINT64_FORMAT " fen: %s", first->row,
                 first->at_stake.fen, first->message);
  print_error ("\n");
  fail ();
}

void
assert_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    assert_case (&cases[i]);
}
