#pragma once

#include "yanglu/domain/sender.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/** RoadSender: what the rows above the heads of a sheet say of who sends it. */
typedef struct
{
  char *lines[YL_N_SENDER_LINES]; /* (nullable) */
  guint year;                     /* that a title begins with: "2021年…"; 0 */
  guint32 county;                 /* of the township's code; 0 */
} RoadSender;

void road_sender_clear (RoadSender *sender);
/** road_sender_take: a row above the heads: 联系人：某某  电话：… in one cell, or each value in the cell behind
 * its label. What a label says first counts. */
void
road_sender_take (RoadSender *sender, const YlWords *words, const YlText *cells, guint n_cells);
/** road_sender_tell: adds it to @intake, unless nothing was said of it. @township: (nullable) */
void road_sender_tell (const RoadSender *sender,
                       const char *file,
                       const char *sheet,
                       const char *township,
                       YlIntake *intake);

G_END_DECLS
