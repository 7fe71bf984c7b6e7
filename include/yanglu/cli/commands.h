#pragma once

#include "yanglu/cli/command.h"

G_BEGIN_DECLS

/* The commands of the program, each in the file of its name (command-new.c …). */

extern const YlCommand yl_command_new;
extern const YlCommand yl_command_check;
extern const YlCommand yl_command_budget;
extern const YlCommand yl_command_audit;
extern const YlCommand yl_command_diff;
extern const YlCommand yl_command_explain;
extern const YlCommand yl_command_summary;
extern const YlCommand yl_command_policy;
extern const YlCommand yl_command_rules;
extern const YlCommand yl_command_words;
extern const YlCommand yl_command_record;

/** What `serve` was asked. */
typedef struct
{
  const char *data;
  const char *port;
  gboolean opens_no_browser;
} YlServeValues;

/** yl_command_serve: knows no server: what it runs is given to it by who knows both. */
extern const YlCommand yl_command_serve;

G_END_DECLS
