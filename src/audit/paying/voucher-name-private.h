#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of vouchers as they are compared: "记-0012号" and "银付字第12号" are "12", "2021-035" is
 * itself. */

/* (transfer full): "" when there is no number in @voucher. */
char *yl_voucher_number_of (const char *voucher);
/* (transfer full): the numbers that the words of a reversal name as vouchers, %NULL-terminated: those
 * before 号 and those behind 凭证; but no 文号, whose number stands behind a bracket. */
char **yl_voucher_numbers_in (const char *words);

G_END_DECLS
