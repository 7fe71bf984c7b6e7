#pragma once

#include "yanglu/domain/sheet-names.h"

#include <glib.h>

G_BEGIN_DECLS

/** What follows a word of the command line, for the shell's completion. */
typedef enum
{
  YL_COMPLETION_NONE, /* nothing that could be listed */
  YL_COMPLETION_FILE,
  YL_COMPLETION_POLICY, /* the policies compiled in, or a file */
  YL_COMPLETION_RULE,   /* a rule's code */
  YL_COMPLETION_WORD,   /* one of the option's words */
} YlCompletion;

/** What the value of an option is: how it is read, where it is kept, whether it is an input. */
typedef enum
{
  YL_OPTION_FLAG,        /* gboolean; takes no value */
  YL_OPTION_TEXT,        /* const char *, as typed; its words are proposals */
  YL_OPTION_INPUT,       /* const char *: a file that is read, or - */
  YL_OPTION_FILE,        /* const char *: a file that is read, never -: that is for the road list */
  YL_OPTION_POLICY,      /* const char *: the id of a policy, or a file that is read */
  YL_OPTION_OUTPUT,      /* const char *: a file that is written */
  YL_OPTION_CHOICE,      /* guint: the value of one of its words */
  YL_OPTION_COUNTY,      /* const char *: six digits, of a code or a name */
  YL_OPTION_TOWNSHIPS,   /* const char *: codes parted by commas, of codes or names */
  YL_OPTION_YEAR,        /* guint, 1990 to 2100 */
  YL_OPTION_DATE,        /* YlDate */
  YL_OPTION_SEED,        /* guint64 */
  YL_OPTION_MATERIALITY, /* YlShare, written in per cent: above 0, up to the whole */
} YlOptionKind;
#define YL_N_OPTION_KINDS 13

/* The kind of --county and --townships, and where @Values keep what they say, in their @member of
 * YlJobOptions. */
#define YL_OPTION_COUNTY_IN(Values, member)                                                        \
  YL_OPTION_COUNTY, .offset = G_STRUCT_OFFSET (Values, member.county),                             \
                    .offset_of_name = G_STRUCT_OFFSET (Values, member.named_county)
#define YL_OPTION_TOWNSHIPS_IN(Values, member)                                                     \
  YL_OPTION_TOWNSHIPS, .offset = G_STRUCT_OFFSET (Values, member.townships),                       \
                       .offset_of_name = G_STRUCT_OFFSET (Values, member.named_townships)

/** A word that an option takes, and what it means. */
typedef struct
{
  const char *word;
  guint value;
} YlOptionWord;

/**
 * YlOption: all that is to be said of an option of a command. The parser, the help, the completion,
 * and the refusal to write over an input read it here.
 */
typedef struct
{
  const char *name;     /* "last-year" */
  const char *argument; /* (nullable): "文件", as the help calls the value */
  const char *help;     /* (nullable): %NULL when the help of another option names this one as well;
                         * may be of several lines */
  YlOptionKind kind;
  gsize offset;              /* where in the command's values it is kept */
  gsize offset_of_name;      /* of a place: where the name is kept by which it was called */
  const YlOptionWord *words; /* (nullable): ended by one without a word; the first is the default */
  char letter;               /* 'o' for -o; 0 none */
  gboolean is_with_next;     /* the help lists it before the next option, whose help is for both */
  guint refused_in; /* bits of the command's own: in which of its modes it has no meaning */
} YlOption;

/** YlCommandLine: what was typed, taken apart; the texts among the values are its own. */
typedef struct _YlCommandLine YlCommandLine;

/** What a command does with the one word after its own name, as in `policy show`. */
typedef struct
{
  const char *name;
  YlCompletion argument; /* what it is done to; %YL_COMPLETION_NONE: it takes none */
  /* Returns: the exit status; with @error set what failed. @argument is %NULL where none is taken. */
  int (*run) (const char *argument, gconstpointer values, GError **error);
} YlVerb;

/** YlCommand: a command of the program, as `yanglu --help` lists it. */
typedef struct
{
  const char *name;
  const char *summary;  /* a line of `yanglu --help` */
  const char *usage;    /* its help, up to the options; ends with a blank line */
  gsize values_size;    /* of the values that the offsets of its options point into */
  const void *defaults; /* (nullable): those values where nothing is given; else zeroes */
  const YlOption *options;
  guint n_options;
  void (*print_tables) (
      void);          /* (nullable): its help, after the options: what tables of the program say */
  const char *ending; /* its help, after all that; ends with an example that works */
  const YlVerb *verbs;
  guint n_verbs;
  const char *verb_usage;     /* the message when the line names no verb as it should */
  const char *verb_takes_one; /* (nullable): and where one is given several files */
  /* (nullable): %NULL with verbs. Returns: the exit status, a YlExit; with @error set what failed. */
  int (*run) (const YlCommandLine *line, gpointer values, GError **error);
} YlCommand;

/** yl_command_print_help: usage, a line for every option, tables, ending. */
void yl_command_print_help (const YlCommand *command);

/** yl_command_find_option: (nullable): the option that @argument is ("--year", "--year=2021", "-o"). */
const YlOption *yl_command_find_option (const YlCommand *command, const char *argument);

/** yl_command_find_verb: (nullable) */
const YlVerb *yl_command_find_verb (const YlCommand *command, const char *name);

/** yl_option_is_input: whether its value is a file that is read, and must not be written over. */
gboolean yl_option_is_input (const YlOption *option);

G_END_DECLS
