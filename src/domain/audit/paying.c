#include "yanglu/domain/audit/paying.h"

YlPaying *
yl_paying_new (YlDate date)
{
  YlPaying *paying = yl_arena_new_record (sizeof *paying);
  paying->date = date;
  paying->payees = yl_arena_array (paying->arena, sizeof (YlPayeePaying));
  paying->sources = yl_arena_array (paying->arena, sizeof (YlSourcePaying));
  paying->days = yl_arena_array (paying->arena, sizeof (YlPayingDay));
  return paying;
}

void
yl_paying_add_payee (YlPaying *paying, const YlPayeePaying *payee)
{
  YlPayeePaying copy = *payee;
  copy.name = yl_arena_keep (paying->arena, payee->name);
  copy.written = yl_arena_keep (paying->arena, payee->written);
  g_array_append_val (paying->payees, copy);
}

void
yl_paying_add_source (YlPaying *paying, const YlSourcePaying *source)
{
  YlSourcePaying copy = *source;
  copy.party = yl_arena_keep (paying->arena, source->party);
  copy.document = yl_arena_keep (paying->arena, source->document);
  copy.use = yl_arena_keep (paying->arena, source->use);
  copy.sheet = yl_arena_keep (paying->arena, source->sheet);
  g_array_append_val (paying->sources, copy);
}

void
yl_paying_add_day (YlPaying *paying, const YlPayingDay *day)
{
  YlPayingDay copy = *day;
  copy.basis = yl_arena_keep (paying->arena, day->basis);
  g_array_append_val (paying->days, copy);
}

const YlPayeePaying *
yl_paying_get_payee (const YlPaying *paying, guint index)
{
  return &g_array_index (paying->payees, YlPayeePaying, index);
}

const YlSourcePaying *
yl_paying_get_source (const YlPaying *paying, guint index)
{
  return &g_array_index (paying->sources, YlSourcePaying, index);
}

const YlPayingDay *
yl_paying_get_day (const YlPaying *paying, guint index)
{
  return &g_array_index (paying->days, YlPayingDay, index);
}
