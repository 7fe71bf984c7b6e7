#include "support/audit-case.h"

#include "support/assert.h"
#include "yanglu/domain/cell-place.h"

#define FILE_NAME "东昌府区2021年农村公路养护资金分配表.xlsx"
#define SUMMARY "汇总"
#define DETAIL "里程明细"
#define N_DETAIL 240

static const char *const townships[] = { "道口铺街道", "闫寺街道", "侯营镇",   "沙镇镇",
                                         "堂邑镇",     "梁水镇",   "斗虎屯镇", "郑家镇",
                                         "张炉集镇",   "于集镇",   "韩集镇",   "广平镇" };

static void
put (YlAuditCase *fixture,
     YlWorksheet *sheet,
     const char *place,
     YlContent content,
     const char *text)
{
  YlCell cell = { .content = (guint8) content };
  guint column;
  assert_true (yl_cell_parse (place, &cell.row, &column));
  cell.column = (guint16) column;
  cell.value = yl_text_pool_add (fixture->texts, yl_text_of (text));
  yl_worksheet_put (sheet, &cell);
}

static void
put_row (YlAuditCase *fixture, YlWorksheet *sheet, guint32 row, const char *cells)
{
  g_auto (GStrv) parts = g_strsplit (cells, "|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *place = yl_cell_to_text (row, i);
      const gboolean is_number = g_ascii_isdigit (parts[i][0]) && row > 4;
      if (parts[i][0] != '\0')
        put (fixture, sheet, place, is_number ? YL_CONTENT_NUMBER : YL_CONTENT_TEXT, parts[i]);
    }
}

/* Two rows of heads, a line a township, a total. */
static void
add_summary (YlAuditCase *fixture)
{
  YlWorksheet *sheet = yl_workbook_add_sheet (fixture->found, SUMMARY);
  put_row (fixture, sheet, 1, "东昌府区2021年农村公路日常养护资金分配表");
  put_row (fixture, sheet, 2, "单位：公里、元");
  put_row (fixture, sheet, 3, "序号|乡镇|里程|||金额|备注");
  put_row (fixture, sheet, 4, "||县道|乡道|村道||");
  for (guint i = 0; i < G_N_ELEMENTS (townships); i++)
    {
      g_autofree char *row = g_strdup_printf ("%u|%s|%u.%u|%u.5|%u|%u.00|", i + 1, townships[i],
                                              8 + i, i % 10, 30 + i, 90 + 3 * i, 512345 + 9876 * i);
      put_row (fixture, sheet, 5 + i, row);
    }
  put_row (fixture, sheet, 17, "|合计|168|438|1278|6800008.00|");
  const YlCellRange heads[] = { { 3, 3, 2, 4 }, { 3, 4, 1, 1 } };
  g_array_append_vals (sheet->merges, heads, G_N_ELEMENTS (heads));
}

/* Wider than a row of evidence can be. */
static void
add_detail (YlAuditCase *fixture)
{
  YlWorksheet *sheet = yl_workbook_add_sheet (fixture->found, DETAIL);
  put_row (fixture, sheet, 1, "里程明细表");
  put_row (fixture, sheet, 4,
           "序号|路线编码|路线名称|乡镇|行政等级|起点桩号|止点桩号|里程（公里）|重复路段|断头路|"
           "城管路段|列养里程|补助里程|计费里程|标准|金额（元）|管养单位|备注");
  for (guint i = 0; i < N_DETAIL; i++)
    {
      g_autofree char *row = g_strdup_printf (
          "%u|C%03u371502|%s第%u村道|%s|村道|0|%u.%03u|%u.%03u|||否|%u.%03u|%u.%03u|%u.%03u|3000|"
          "%u|%s村民委员会|",
          i + 1, i + 1, townships[i % 12], i + 1, townships[i % 12], 1 + i % 7, i, 1 + i % 7, i,
          1 + i % 7, i, 1 + i % 7, i, 1 + i % 7, i, 3000 * (1 + i % 7) + 3 * i, townships[i % 12]);
      put_row (fixture, sheet, 5 + i, row);
    }
}

static void
add_population (YlAuditCase *fixture)
{
  for (guint i = 0; i < N_DETAIL; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("C%03u371502 %s第%u村道", i + 1, townships[i % 12], i + 1);
      g_autofree char *place = g_strdup_printf (DETAIL "!%u", 5 + i);
      const YlSampleUnit unit = { .name = name,
                                  .township = townships[i % 12],
                                  .place = place,
                                  .amount_fen = 100 * (3000 * (1 + i % 7) + 3 * i) };
      yl_audit_add_unit (fixture->audit, &unit);
    }
}

static YlAuditCase *
case_new (gint64 stated_fen, gint64 expected_fen)
{
  YlAuditCase *fixture = g_new0 (YlAuditCase, 1);
  fixture->texts = yl_text_pool_new ();
  fixture->found = yl_workbook_new (FILE_NAME, fixture->texts);
  fixture->audit = yl_audit_new (FILE_NAME);
  add_summary (fixture);
  add_detail (fixture);
  add_population (fixture);
  YlAudit *audit = fixture->audit;
  audit->has_stated = TRUE;
  audit->has_expected = TRUE;
  audit->stated_fen = stated_fen;
  audit->expected_fen = expected_fen;
  yl_audit_add_reading (audit, "工作表“汇总”第3行起",
                        "分乡镇汇总：C、D、E列为县道、乡道、村道里程（公里），F列为金额（元）");
  yl_audit_add_reading (audit, "工作表“里程明细”第4行起",
                        "里程明细：H列为里程（公里），O列为标准（元/公里），P列为金额（元）");
  const YlSamplePlan plan = YL_SAMPLE_PLAN_DEFAULT;
  fixture->sample = yl_sample_draw (audit->population, &plan, NULL);
  return fixture;
}

YlAuditCase *
yl_audit_case_new_sound (void)
{
  YlAuditCase *fixture = case_new (653330000, 653330000);
  fixture->audit->conclusion = "所列合计6,533,300.00元与按政策复算的结果一致，未发现问题。";
  return fixture;
}

/* A finding as the table of the case writes it. */
typedef struct
{
  YlCode code;
  const char *sheet;
  guint32 row;
  const char *column;
  const char *cell;
  const char *seen;
  const char *expected;
  gint64 at_stake_fen; /* G_MININT64: unknown */
  const char *gainer;
  const char *message;
  const char *repair;
} Line;

static const Line lines[] = {
  { YL_A01, DETAIL, 21, "路线编码", "B21", "C017371502", "", 4505100, "沙镇镇",
    "里程明细第21行与第9行列入了同一路段C017371502，金额计了两次；应保留一行。", NULL },
  { YL_A02, DETAIL, 33, "起点桩号", "F33", "0", "1.004", 1200000, "侯营镇",
    "路线C029371502第33行的桩号0至2.028与第32行重叠1.004公里，重叠部分按较低标准计价。", NULL },
  { YL_A03, DETAIL, 60, "里程（公里）", "H60", "7.055", "6.055", 300000, "郑家镇",
    "第60行里程7.055公里，止点桩号减起点桩号为6.055公里，多1公里。", "6.055" },
  { YL_A06, DETAIL, 71, "行政等级", "E71", "县道", "村道", 2814000, "韩集镇",
    "第71行路线编码首字母为C（村道），行政等级却写县道，按县道10000元/公里计价；应按村道3000元/"
    "公里。",
    "村道" },
  { YL_B01, SUMMARY, 9, "金额", "F9", "551849.00", "601849.00", -5000000, "堂邑镇",
    "堂邑镇村道按2500元/公里计算，低于标准3000元/公里，少列50000元。", NULL },
  { YL_B03, NULL, 0, NULL, NULL, "2000000.00", "0.00", 200000000, "县级财政",
    "养护工程补助2,000,000.00元被用来抵减日常养护资金缺口；养护工程资金不得用于日常养护。", NULL },
  { YL_C01, SUMMARY, 17, "金额", "F17", "6800008.00", "6799916.00", 9200, NULL,
    "汇总第17行合计6,800,008.00元，各乡镇相加为6,799,916.00元，多92.00元。", "6799916.00" },
  { YL_C09, DETAIL, 100, "金额（元）", "P100", "18285", "=N100*O100", 55500, "于集镇",
    "第100行金额的公式被改成常数18285，按公式应为17730.00元。", NULL },
  { YL_C11, SUMMARY, 12, NULL, NULL, "隐藏行", "显示", 56147700, NULL,
    "汇总第12行被隐藏，其中有金额561,477.00元。", NULL },
  { YL_C04, DETAIL, 120, "里程（公里）", "H120", "1,2.3,4", "", G_MININT64, NULL,
    "第120行里程写作“1,2.3,4”，不是一个数，该行没有计入。", NULL },
  { YL_A04, DETAIL, 150, "起点桩号", "F150", "0", NULL, 0, NULL,
    "路线C146371502在第149行与第150行之间有间断。", NULL },
};

static void
add_line (YlAuditCase *fixture, const Line *line)
{
  const YlFinding finding = {
    .code = line->code,
    .severity = yl_code_get_severity (line->code),
    .file = FILE_NAME,
    .sheet = line->sheet,
    .row = line->row,
    .column = line->column,
    .cell = line->cell,
    .seen = line->seen,
    .expected = line->expected,
    .repair = line->repair,
    .message = line->message,
    .gainer = line->gainer,
    .at_stake = { line->at_stake_fen == G_MININT64 ? 0 : line->at_stake_fen },
    .is_priced = line->at_stake_fen != G_MININT64,
  };
  yl_findings_add (fixture->audit->findings, &finding);
}

static void
add_causes (YlAudit *audit)
{
  const char *const old_rate[] = { "汇总!7", "汇总!9", "汇总!11", NULL };
  const char *const wrong_class[] = { "里程明细!71", NULL };
  yl_audit_add_explanation (audit, "3个乡镇的村道里程重复计入，另有1个路段按县道计价。", old_rate,
                            3883800, 0);
  yl_audit_add_explanation (audit, "路线C067371502按县道计价，应为村道。", wrong_class, 2814000,
                            1069800);
  yl_audit_add_step (audit, "重复列入的路段1处", -4505100);
  yl_audit_add_step (audit, "桩号重叠1处", -1200000);
  yl_audit_add_step (audit, "里程多于桩号之差1处", -300000);
  yl_audit_add_step (audit, "行政等级写错1处", -2814000);
  yl_audit_add_step (audit, "标准低于规定的乡镇1个", 5000000);
  yl_audit_add_step (audit, "公式改成常数1处", -55500);
  yl_audit_add_step (audit, "合计与分项之和不符", -9200);
}

YlAuditCase *
yl_audit_case_new (void)
{
  /* 6,800,008.00 − 38,838.00, which the steps explain whole */
  YlAuditCase *fixture = case_new (680000800, 676117000);
  YlAudit *audit = fixture->audit;
  audit->verdict = YL_VERDICT_DIFFERS;
  audit->conclusion =
      "文件所列合计6,800,008.00元，按政策复算为6,761,170.00元，多列38,838.00元。发现错误9项、"
      "警告1项、提示1项。最主要的问题是养护工程补助抵减日常养护资金2,000,000.00元。";
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (fixture, &lines[i]);
  add_causes (audit);
  return fixture;
}

void
yl_audit_case_add (
    YlAuditCase *fixture, YlCode code, const char *cell, gint64 at_stake_fen, const char *gainer)
{
  const Line line = {
    code, SUMMARY, 0, NULL, cell, "1", "2", at_stake_fen, gainer, "所列与应有不符。", NULL
  };
  add_line (fixture, &line);
}

void
yl_audit_case_add_many (YlAuditCase *fixture, guint n)
{
  static const YlCode codes[] = { YL_A01, YL_A03, YL_A06, YL_A09, YL_C04, YL_C09, YL_C10, YL_E06 };
  for (guint i = 0; i < n; i++)
    {
      const guint32 row = 5 + i % N_DETAIL;
      g_autofree char *cell = yl_cell_to_text (row, 1 + i % 17);
      g_autofree char *message =
          g_strdup_printf ("里程明细第%u行的数与应有的不符（第%u项）。", row, i);
      const Line line = {
        codes[i % 8],      DETAIL,  row, NULL, cell, "7.055", "6.055", 100 * (gint64) (i % 977),
        townships[i % 12], message, NULL
      };
      add_line (fixture, &line);
    }
}

void
yl_audit_case_free (YlAuditCase *fixture)
{
  if (fixture == NULL)
    return;
  yl_sample_free (fixture->sample);
  yl_audit_free (fixture->audit);
  yl_arena_free_record (fixture->found);
  yl_text_pool_free (fixture->texts);
  g_free (fixture);
}
