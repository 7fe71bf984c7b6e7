#include "diagnosis-private.h"

guint
yl_shared_get_bits (const YlSearch *search, const YlShared *shared)
{
  const YlDiagnosisCase *problem = search->problem;
  const guint kind_bits = yl_cause_get_bits ((YlCauseKind) shared->kind);
  const guint one_class = shared->first != YL_ALL_RATES ? 2 : 0;
  switch (shared->kind)
    {
    case YL_CAUSE_OLD_RATE:
      return kind_bits + one_class + yl_weight_log2 (problem->n_old_rates);
    case YL_CAUSE_OTHER_RATE:
      return kind_bits + one_class + yl_other_rates_get_bits (search, shared);
    case YL_CAUSE_LENGTH_UNIT:
    case YL_CAUSE_AMOUNT_UNIT:
      return kind_bits + one_class + 1;
    case YL_CAUSE_RATES_SWAPPED:
    case YL_CAUSE_COLUMNS_MOVED:
      return kind_bits + 2;
    case YL_CAUSE_CLASS_COUNT:
      return kind_bits + 3;
    case YL_CAUSE_FACTOR:
      return kind_bits + yl_factor_get_bits (problem, shared);
    case YL_CAUSE_ROWS_EXCHANGED:
      return kind_bits + yl_weight_choose (problem->n_rows, 2);
    case YL_CAUSE_NOT_COUNTED:
      return kind_bits + (shared->first == YL_DUPLICATES_AND_DEAD_ENDS ? 0 : 1);
    case YL_CAUSE_OTHER_LENGTHS:
      return kind_bits + (problem->other_lengths[shared->value].source == NULL ? 16 : 2);
    case YL_CAUSE_ROAD_MOVED:
      return kind_bits + yl_weight_log2 (problem->n_items) + yl_weight_log2 (problem->n_rows);
    case YL_CAUSE_PART_COUNT:
      return kind_bits + 1 + yl_weight_log2 (problem->n_parts);
    case YL_CAUSE_ROWS_MERGED:
    case YL_CAUSE_GRANT_NETTED:
      return kind_bits + (shared->value < 0 ? 0 : yl_weight_log2 (problem->n_grants));
    case YL_CAUSE_INCOME_SHARE:
      return kind_bits + (shared->value < 0 ? 0 : yl_weight_log2 (problem->n_land_costs));
    case YL_CAUSE_LAND_SHARE:
      return kind_bits + yl_weight_log2 (problem->n_other_shares);
    case YL_CAUSE_ROUNDING:
      /* To the yuan, and to two decimals of 万元, as forms ask for. */
      return kind_bits + (shared->value == 100 || shared->value == 10000 ? 0 : 2)
             + (shared->first == YL_ROUND_HALF_UP ? 0 : 2);
    default:
      return kind_bits;
    }
}
