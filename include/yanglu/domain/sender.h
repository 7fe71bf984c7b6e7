#pragma once

#include "yanglu/domain/intake.h"

G_BEGIN_DECLS

/** What a list of roads says of itself above its heads, behind a label and a colon. */
typedef enum
{
  YL_SENDER_ENTITY,      /* 填报单位：沙镇镇人民政府, or 乡镇 */
  YL_SENDER_CODE,        /* 乡镇代码 */
  YL_SENDER_CONTACT,     /* 联系人 */
  YL_SENDER_PHONE,       /* 电话 */
  YL_SENDER_PREPARED_BY, /* 填报人 */
  YL_SENDER_HEAD,        /* 负责人 */
  YL_SENDER_DATE,        /* 填报日期 */
} YlSenderLine;
#define YL_N_SENDER_LINES (YL_SENDER_DATE + 1)

/** yl_sender_line_get_key: in the words heads.sender, such as "prepared-by" */
const char *yl_sender_line_get_key (YlSenderLine line);

/** YlSender: who sent a list of roads. */
typedef struct
{
  const char *file;
  const char *sheet;
  const char *township; /* that its rows are of where they name none: "沙镇镇"; "" */
  const char *lines
      [YL_N_SENDER_LINES]; /* as written; "" where nothing stands, or only a line for the pen */
  guint32 county;          /* six digits, of the code of a township or village; 0: there is none */
  guint year;              /* that the title of a form with a code says: "2021年…"; 0: none */
} YlSender;

/** yl_intake_find_sender: (transfer none) (nullable): who sent @file: of several sheets the first that says so. */
const YlSender *yl_intake_find_sender (const YlIntake *intake, const char *file);
/** yl_intake_find_form_year: the year that the forms say which townships sent, or 0. Where two say different ones,
 * %FALSE, and they are @out_one and @out_other. */
gboolean yl_intake_find_form_year (const YlIntake *intake,
                                   guint *out_year,
                                   const YlSender **out_one,
                                   const YlSender **out_other);
/** yl_intake_find_form_county: six digits, of the first form whose 乡镇代码 names one; 0. */
guint32 yl_intake_find_form_county (const YlIntake *intake);
/** yl_intake_add_sender: copies the texts. */
void yl_intake_add_sender (YlIntake *intake, const YlSender *sender);

G_END_DECLS
