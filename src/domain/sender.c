#include "yanglu/domain/sender.h"

#include "yanglu/base/enum-table.h"

YL_DEFINE_TEXTS (yl_sender_line_get_key,
                 YlSenderLine,
                 YL_N_SENDER_LINES,
                 [YL_SENDER_ENTITY] = "entity",
                 [YL_SENDER_CODE] = "code",
                 [YL_SENDER_CONTACT] = "contact",
                 [YL_SENDER_PHONE] = "phone",
                 [YL_SENDER_PREPARED_BY] = "prepared-by",
                 [YL_SENDER_HEAD] = "head",
                 [YL_SENDER_DATE] = "date")

const YlSender *
yl_intake_find_sender (const YlIntake *intake, const char *file)
{
  for (guint i = 0; i < intake->senders->len; i++)
    {
      const YlSender *sender = &g_array_index (intake->senders, YlSender, i);
      if (g_str_equal (sender->file, file))
        return sender;
    }
  return NULL;
}

gboolean
yl_intake_find_form_year (const YlIntake *intake,
                          guint *out_year,
                          const YlSender **out_one,
                          const YlSender **out_other)
{
  const YlSender *said = NULL;
  for (guint i = 0; i < intake->senders->len; i++)
    {
      const YlSender *sender = &g_array_index (intake->senders, YlSender, i);
      if (sender->year == 0 || (said != NULL && said->year == sender->year))
        continue;
      *out_one = said;
      *out_other = sender;
      if (said != NULL)
        return FALSE;
      said = sender;
    }
  *out_year = said == NULL ? 0 : said->year;
  return TRUE;
}

guint32
yl_intake_find_form_county (const YlIntake *intake)
{
  for (guint i = 0; i < intake->senders->len; i++)
    {
      const YlSender *sender = &g_array_index (intake->senders, YlSender, i);
      if (sender->county != 0)
        return sender->county;
    }
  return 0;
}

void
yl_intake_add_sender (YlIntake *intake, const YlSender *sender)
{
  YlSender kept = { .file = yl_arena_keep_once (intake->arena, sender->file),
                    .sheet = yl_arena_keep_once (intake->arena, sender->sheet),
                    .township = yl_arena_keep_once (intake->arena, sender->township),
                    .county = sender->county,
                    .year = sender->year };
  for (guint line = 0; line < YL_N_SENDER_LINES; line++)
    kept.lines[line] = yl_arena_keep (intake->arena, sender->lines[line]);
  g_array_append_val (intake->senders, kept);
}
