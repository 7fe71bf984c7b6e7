#include "yanglu/domain/audit/paying.h"

static void
clear_payee (gpointer data)
{
  YlPayeePaying *payee = data;
  g_free (payee->name);
  g_free (payee->written);
}

static void
clear_source (gpointer data)
{
  YlSourcePaying *source = data;
  g_free (source->party);
  g_free (source->document);
  g_free (source->use);
  g_free (source->sheet);
}

static void
clear_day (gpointer data)
{
  g_free (((YlPayingDay *) data)->basis);
}

YlPaying *
yl_paying_new (YlDate date)
{
  YlPaying *paying = g_new0 (YlPaying, 1);
  paying->date = date;
  paying->payees = g_array_new (FALSE, FALSE, sizeof (YlPayeePaying));
  g_array_set_clear_func (paying->payees, clear_payee);
  paying->sources = g_array_new (FALSE, FALSE, sizeof (YlSourcePaying));
  g_array_set_clear_func (paying->sources, clear_source);
  paying->days = g_array_new (FALSE, FALSE, sizeof (YlPayingDay));
  g_array_set_clear_func (paying->days, clear_day);
  return paying;
}

void
yl_paying_free (YlPaying *paying)
{
  if (paying == NULL)
    return;
  g_array_unref (paying->payees);
  g_array_unref (paying->sources);
  g_array_unref (paying->days);
  g_free (paying);
}

static char *
copy_text (const char *text)
{
  return g_strdup (text == NULL ? "" : text);
}

void
yl_paying_add_payee (YlPaying *paying, const YlPayeePaying *payee)
{
  YlPayeePaying copy = *payee;
  copy.name = copy_text (payee->name);
  copy.written = copy_text (payee->written);
  g_array_append_val (paying->payees, copy);
}

void
yl_paying_add_source (YlPaying *paying, const YlSourcePaying *source)
{
  YlSourcePaying copy = *source;
  copy.party = copy_text (source->party);
  copy.document = copy_text (source->document);
  copy.use = copy_text (source->use);
  copy.sheet = copy_text (source->sheet);
  g_array_append_val (paying->sources, copy);
}

void
yl_paying_add_day (YlPaying *paying, const YlPayingDay *day)
{
  YlPayingDay copy = *day;
  copy.basis = copy_text (day->basis);
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
