#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/**
 * yl_own_funds_keep: leaves in the sources of @job what is its entity's, and tells what was left out with
 * its sum. A source is a zone's where its payee (对象) is the zone, or a township of it, or its level is
 * a zone. A county that is made without its zones leaves those out. A zone leaves out what is none of its
 * where the table is its county's, which shows in a payee: the zone itself by name, another, or a
 * township that is not its; else the table is the zone's own and stays whole.
 *
 * Returns: whether anything was left out
 */
gboolean yl_own_funds_keep (YlListJob *job);

G_END_DECLS
