#include "yanglu/base/order.h"

int
yl_compare_keys (const gint64 keys[][2], gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (keys[i][0] != keys[i][1])
      return yl_compare_numbers (keys[i][0], keys[i][1]);
  return 0;
}
