#include "found-land-private.h"

#include "head-name-private.h"

#include <string.h>

/* Longer texts are titles and notes. */
#define MAX_LABEL_BYTES 120

typedef struct
{
  const char *word;
  gboolean is_read;
  YlLandMeaning meaning;
} Word;

/* The first that stands in the label decides: what is beside the calculation, the eight costs of
 * 财综〔2011〕62号, then the calculation itself. */
static const Word words[] = {
  { "差额", FALSE, 0 },
  { "已列", FALSE, 0 },
  { "已提", FALSE, 0 },
  { "已计提", FALSE, 0 },
  { "已拨", FALSE, 0 },
  { "口径", FALSE, 0 },
  { "上限", FALSE, 0 },
  { "下限", FALSE, 0 },
  { "上年", FALSE, 0 },
  { "基数", FALSE, 0 },
  { "征地", TRUE, YL_LAND_ROW_COST },
  { "拆迁", TRUE, YL_LAND_ROW_COST },
  { "土地开发", TRUE, YL_LAND_ROW_COST },
  { "社会保障", TRUE, YL_LAND_ROW_COST },
  { "社保", TRUE, YL_LAND_ROW_COST },
  { "原有生活水平", TRUE, YL_LAND_ROW_COST },
  { "职工安置", TRUE, YL_LAND_ROW_COST },
  { "业务费", TRUE, YL_LAND_ROW_COST },
  { "有偿使用费", TRUE, YL_LAND_ROW_COST },
  { "比例", TRUE, YL_LAND_ROW_SHARE },
  { "计提率", TRUE, YL_LAND_ROW_SHARE },
  { "计提", TRUE, YL_LAND_ROW_DUE },
  { "提取", TRUE, YL_LAND_ROW_DUE },
  { "应提", TRUE, YL_LAND_ROW_DUE },
  { "收益", TRUE, YL_LAND_ROW_NET },
  { "成本", TRUE, YL_LAND_ROW_ALL_COSTS },
  { "扣除", TRUE, YL_LAND_ROW_ALL_COSTS },
  { "支出合计", TRUE, YL_LAND_ROW_ALL_COSTS },
  { "出让收入", TRUE, YL_LAND_ROW_INCOME },
  { "出让金", TRUE, YL_LAND_ROW_INCOME },
  { "出让总收入", TRUE, YL_LAND_ROW_INCOME },
  { "出让价款", TRUE, YL_LAND_ROW_INCOME },
  { "其他支出", TRUE, YL_LAND_ROW_COST },
  { "补偿", TRUE, YL_LAND_ROW_COST },
};

gboolean
found_land_word_parse (const char *label, YlLandMeaning *out_meaning)
{
  if (strlen (label) > MAX_LABEL_BYTES)
    return FALSE;
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, label);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text.flat->str, words[i].word) != NULL)
      {
        *out_meaning = words[i].meaning;
        return words[i].is_read;
      }
  return FALSE;
}

guint8
found_land_payer_parse (const char *name)
{
  static const struct
  {
    const char *word;
    YlPayer payer;
  } levels[] = { { "市级", YL_PAYER_CITY },     { "市本级", YL_PAYER_CITY },
                 { "县级", YL_PAYER_COUNTY },   { "县本级", YL_PAYER_COUNTY },
                 { "区级", YL_PAYER_COUNTY },   { "区本级", YL_PAYER_COUNTY },
                 { "县区级", YL_PAYER_COUNTY }, { "县（区）级", YL_PAYER_COUNTY },
                 { "市", YL_PAYER_CITY },       { "县", YL_PAYER_COUNTY },
                 { "县区", YL_PAYER_COUNTY } };
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (strcmp (levels[i].word, name) == 0)
      return (guint8) (levels[i].payer + 1);
  return 0;
}
