#include "yanglu/io/xlsx/reader.h"

#include "reading-private.h"
#include "tables-private.h"
#include "yanglu/base/error.h"
#include "yanglu/io/file-form.h"

#include <string.h>

/* One relationship of a part (Open Packaging Conventions, ECMA-376 part 2). */
typedef struct
{
  const char *id;
  const char *kind;   /* the last step of the type, "worksheet": the same in both editions */
  const char *target; /* a part name from the root of the archive; as written when external */
} Relation;

/* Excel allows 65,530 links in a sheet; each is a relationship. */
#define MAX_RELATIONS 131072u
/* No program writes two tabs of one part. */
#define MAX_TABS_OF_PART 8u

typedef struct
{
  YlXmlPart xml;
  const char *part;
  YlArena *arena;
  GArray *relations;
} RelationsParser;

/* Returns: (transfer full): the part that @target names when it stands in the relationships of
 * @part: absolute, or relative with dots. */
static char *
resolve_target (const char *part, const char *target)
{
  g_autofree char *unescaped = g_uri_unescape_string (target, NULL);
  const char *path = unescaped == NULL ? target : unescaped;
  const char *slash = path[0] == '/' ? NULL : strrchr (part, '/');
  const int folder = slash == NULL ? 0 : (int) (slash - part + 1);
  g_autofree char *joined = g_strdup_printf ("%.*s%s", folder, part, path);
  g_strdelimit (joined, "\\", '/');
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  for (char **step = steps; *step != NULL; step++)
    if (strcmp (*step, "..") == 0)
      g_ptr_array_set_size (kept, (int) MAX (kept->len, 1) - 1);
    else if ((*step)[0] != '\0' && strcmp (*step, ".") != 0)
      g_ptr_array_add (kept, *step);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
start_relation (void *data, const XML_Char *name, const XML_Char **attributes)
{
  RelationsParser *self = data;
  if (strcmp (yl_xml_local (&self->xml, name), "Relationship") != 0)
    return;
  const char *id = yl_xml_get_attribute (attributes, "Id");
  const char *type = yl_xml_get_attribute (attributes, "Type");
  const char *target = yl_xml_get_attribute (attributes, "Target");
  if (id == NULL || type == NULL || target == NULL)
    return;
  if (self->relations->len >= MAX_RELATIONS)
    {
      g_clear_error (&self->xml.error);
      self->xml.error = g_error_new (YL_ERROR, YL_ERROR_LIMIT, "部件之间的关系超过 %u 个，未读取。",
                                     MAX_RELATIONS);
      XML_StopParser (self->xml.parser, XML_FALSE);
      return;
    }
  const char *slash = strrchr (type, '/');
  const gboolean is_external =
      g_strcmp0 (yl_xml_get_attribute (attributes, "TargetMode"), "External") == 0;
  const Relation relation = {
    .id = yl_arena_keep (self->arena, id),
    .kind = yl_arena_keep (self->arena, slash == NULL ? type : slash + 1),
    .target = is_external ? yl_arena_keep (self->arena, target)
                          : yl_arena_take (self->arena, resolve_target (self->part, target)),
  };
  g_array_append_val (self->relations, relation);
}

static char *
relations_part_of (const char *part)
{
  const char *slash = strrchr (part, '/');
  const int folder = slash == NULL ? 0 : (int) (slash - part + 1);
  return g_strdup_printf ("%.*s_rels/%s.rels", folder, part, part + folder);
}

/* The relationships of @part; "" is the whole archive. */
static GArray *
read_relations (const YlXlsxReading *reading, const char *part, GError **error)
{
  GArray *relations = yl_arena_array (reading->arena, sizeof (Relation));
  g_autofree char *name = relations_part_of (part);
  RelationsParser self = { .part = part, .arena = reading->arena, .relations = relations };
  if (yl_archive_has_part (reading->archive, name)
      && !yl_xml_read_part (reading->archive, name, &self.xml, start_relation, NULL, NULL, error))
    return NULL;
  return relations;
}

/* The last one of @id: a later one takes its place. */
static const Relation *
find_relation (const GArray *relations, const char *id)
{
  for (guint i = relations->len; i > 0; i--)
    {
      const Relation *relation = &g_array_index (relations, Relation, i - 1);
      if (strcmp (relation->id, id) == 0)
        return relation;
    }
  return NULL;
}

/* The part that the first relationship of @kind names. */
static const char *
find_target (const GArray *relations, const char *kind)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations, Relation, i);
      if (strcmp (relation->kind, kind) == 0)
        return relation->target;
    }
  return NULL;
}

/* What is ignored: by the kind of its relationship, and by where programs put it. */
static const struct
{
  const char *kind;
  const char *piece;
  const char *what;
} ignored[] = {
  { "vbaProject", "vbaproject.bin", "宏（VBA）" },
  { "connections", "xl/connections.xml", "外部数据连接" },
  { "xlMacrosheet", "xl/macrosheets/", "Excel 4.0 宏表" },
  { "xlIntlMacrosheet", NULL, "Excel 4.0 宏表" },
};

typedef struct
{
  YlXmlPart xml;
  gboolean is_dde;
  gboolean is_ole;
} LinkParser;

static void
start_link_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  (void) attributes;
  LinkParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  self->is_dde |= strcmp (name, "ddeLink") == 0;
  self->is_ole |= strcmp (name, "oleLink") == 0;
}

static gboolean
report_link (const YlXlsxReading *reading, const char *part, GError **error)
{
  LinkParser self = { 0 };
  if (yl_archive_has_part (reading->archive, part)
      && !yl_xml_read_part (reading->archive, part, &self.xml, start_link_element, NULL, NULL,
                            error))
    return FALSE;
  yl_book_faults_add (&reading->target->faults, YL_E05, &(YlFaultPlace){ .seen = part },
                      "工作簿含有%s（%s），已忽略，只采用单元格里保存的值。",
                      self.is_dde   ? "DDE 链接"
                      : self.is_ole ? "OLE 链接"
                                    : "外部链接",
                      part);
  return TRUE;
}

/* Names what the workbook carries and nobody reads (E05). */
static gboolean
report_ignored (const YlXlsxReading *reading, const GArray *relations, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (ignored); i++)
    {
      const char *part = find_target (relations, ignored[i].kind);
      if (part == NULL && ignored[i].piece != NULL)
        part = yl_archive_find_part (reading->archive, ignored[i].piece);
      if (part != NULL)
        yl_book_faults_add (&reading->target->faults, YL_E05, &(YlFaultPlace){ .seen = part },
                            "工作簿含有%s（%s），已忽略，未执行。", ignored[i].what, part);
    }
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations, Relation, i);
      if (strcmp (relation->kind, "externalLink") == 0
          && !report_link (reading, relation->target, error))
        return FALSE;
    }
  return TRUE;
}

/* The same for what a sheet alone carries. */
static gboolean
report_ignored_in_sheet (const YlXlsxReading *reading,
                         const char *part,
                         const char *sheet,
                         GError **error)
{
  static const struct
  {
    const char *kind;
    const char *what;
  } kinds[] = {
    { "oleObject", "嵌入的 OLE 对象" },
    { "package", "嵌入的文档" },
    { "control", "ActiveX 控件" },
    { "queryTable", "外部数据查询" },
  };
  const GArray *relations = read_relations (reading, part, error);
  if (relations == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *target = find_target (relations, kinds[i].kind);
      if (target != NULL)
        yl_book_faults_add (&reading->target->faults, YL_E05,
                            &(YlFaultPlace){ .sheet = sheet, .seen = target },
                            "工作表“%s”含有%s（%s），已忽略。", sheet, kinds[i].what, target);
    }
  return TRUE;
}

typedef struct
{
  const char *name;
  const char *relation; /* id of the relationship to its part; "" when the file names none */
  YlSheetState state;
  guint index; /* among all tabs */
} Tab;

/* What reads workbook.xml. */
typedef struct
{
  YlXmlPart xml;
  YlXlsxReading *reading;
  GArray *tabs; /* of Tab, in their order */
  gboolean is_workbook;
  const char *name; /* that is open; NULL: none */
  gboolean is_of_tab;
  guint tab;
  GString *reference;
} BookParser;

static void
add_tab (BookParser *self, const XML_Char **attributes)
{
  const guint limit = self->reading->target->limits->archive_entries;
  if (self->tabs->len >= limit)
    {
      g_clear_error (&self->xml.error);
      self->xml.error =
          g_error_new (YL_ERROR, YL_ERROR_LIMIT, "工作簿的工作表超过 %u 张，未读取。", limit);
      XML_StopParser (self->xml.parser, XML_FALSE);
      return;
    }
  YlArena *arena = self->reading->arena;
  const char *state = yl_xml_get_attribute (attributes, "state");
  const Tab tab = {
    .index = self->tabs->len,
    .name = yl_arena_keep (arena, yl_xml_get_attribute (attributes, "name")),
    .relation = yl_arena_keep (arena, yl_xml_get_prefixed_attribute (attributes, "id")),
    .state = state == NULL || strcmp (state, "visible") == 0 ? YL_SHEET_VISIBLE
             : strcmp (state, "veryHidden") == 0             ? YL_SHEET_VERY_HIDDEN
                                                             : YL_SHEET_HIDDEN,
  };
  g_array_append_val (self->tabs, tab);
}

/* A name of one sheet alone is none of the workbook's, but its print area is the sheet's. */
static void
start_name (BookParser *self, const XML_Char **attributes)
{
  const YlLoadedSheet *loaded = self->reading->loaded;
  const char *name = yl_xml_get_attribute (attributes, "name");
  const char *tab = yl_xml_get_attribute (attributes, "localSheetId");
  const guint limit = self->reading->target->limits->archive_entries;
  if (!self->reading->target->keeps_cells || name == NULL
      || (tab != NULL && strcmp (name, "_xlnm.Print_Area") != 0)
      || loaded->workbook->names->len >= limit || self->reading->print_areas->len >= limit)
    return;
  self->name = yl_arena_keep (self->reading->arena, name);
  self->is_of_tab = tab != NULL;
  self->tab = tab == NULL ? 0 : (guint) MIN (g_ascii_strtoull (tab, NULL, 10), G_MAXINT32);
  g_string_truncate (self->reference, 0);
}

static void
end_book_element (void *data, const XML_Char *raw_name)
{
  BookParser *self = data;
  (void) raw_name;
  if (self->name != NULL && self->is_of_tab)
    {
      const YlPrintArea area = { self->tab,
                                 yl_arena_keep (self->reading->arena, self->reference->str) };
      g_array_append_val (self->reading->print_areas, area);
    }
  else if (self->name != NULL)
    yl_workbook_add_name (self->reading->loaded->workbook, self->name, self->reference->str);
  self->name = NULL;
}

static void
add_book_text (void *data, const XML_Char *at, int length)
{
  BookParser *self = data;
  if (self->name != NULL && self->reference->len < YL_XLSX_FORMULA_BYTES)
    g_string_append_len (self->reference, at, length);
}

static void
start_book_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  BookParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "workbook") == 0)
    self->is_workbook = TRUE;
  else if (strcmp (name, "workbookPr") == 0)
    self->reading->is_1904 = yl_xml_is_true (yl_xml_get_attribute (attributes, "date1904"));
  else if (strcmp (name, "sheet") == 0)
    add_tab (self, attributes);
  else if (strcmp (name, "definedName") == 0)
    start_name (self, attributes);
}

/* Returns: (element-type Tab): %NULL with %YL_ERROR_INVALID when @part is not the
 * main part of a workbook; more tabs than archive entries are %YL_ERROR_LIMIT. */
static GArray *
read_tabs (YlXlsxReading *reading, const char *part, GError **error)
{
  GArray *tabs = yl_arena_array (reading->arena, sizeof (Tab));
  g_autoptr (GString) reference = g_string_new (NULL);
  BookParser self = { .reading = reading, .tabs = tabs, .reference = reference };
  if (!yl_xml_read_part (reading->archive, part, &self.xml, start_book_element, end_book_element,
                         add_book_text, error))
    return NULL;
  if (self.is_workbook)
    return tabs;
  g_set_error_literal (error, YL_ERROR, YL_ERROR_INVALID,
                       "文件不是 Excel 工作簿。请给出 .xlsx 或 .csv 文件。");
  return NULL;
}

static gboolean
refuse (const YlInput *input, GError **error, const char *what)
{
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”%s", yl_input_get_name (input), what);
  return FALSE;
}

/* (nullable): the part that holds the workbook. */
static const char *
find_book_part (const YlXlsxReading *reading, GError **error)
{
  const GArray *relations = read_relations (reading, "", error);
  if (relations == NULL)
    return NULL;
  const char *book = find_target (relations, "officeDocument");
  if (book != NULL && !g_str_has_suffix (book, ".bin"))
    return book;
  const char *what = "是压缩包，但不是 Excel 工作簿。请给出 .xlsx 或 .csv 文件。";
  if (book != NULL)
    what = "是二进制工作簿（.xlsb），本程序读不了。请用 Excel、WPS 打开后另存为 .xlsx 再试。";
  refuse (reading->input, error, what);
  return NULL;
}

/* (nullable): the part of @kind, where it is there. */
static const char *
find_part (const YlXlsxReading *reading, const GArray *relations, const char *kind)
{
  const char *part = find_target (relations, kind);
  return part != NULL && yl_archive_has_part (reading->archive, part) ? part : NULL;
}

static gboolean
read_styles (YlXlsxReading *reading, const GArray *relations, GError **error)
{
  const char *part = find_part (reading, relations, "styles");
  const char *theme_part = find_part (reading, relations, "theme");
  yl_xlsx_styles_init (&reading->styles, reading->arena);
  if (part == NULL)
    return TRUE;
  /* Colours matter to whoever looks at the pages alone. */
  if (theme_part != NULL && reading->target->keeps_cells
      && !yl_xlsx_theme_read (&reading->styles.theme, reading->archive, theme_part, error))
    return FALSE;
  if (!yl_xlsx_styles_read (&reading->styles, reading->archive, part, error))
    return FALSE;
  for (guint i = 0; reading->target->keeps_cells && i < reading->styles.looks->len; i++)
    yl_workbook_add_look (reading->loaded->workbook,
                          &g_array_index (reading->styles.looks, YlCellLook, i));
  return TRUE;
}

static gboolean
read_tables (YlXlsxReading *reading, const GArray *relations, GError **error)
{
  const char *strings = find_part (reading, relations, "sharedStrings");
  return read_styles (reading, relations, error)
         && (strings == NULL
             || yl_xlsx_strings_read (&reading->strings, reading->archive, strings, error));
}

static void
set_page (YlXlsxReading *reading, const Tab *tab)
{
  YlSheetPage *page = &reading->loaded->sheet->page;
  page->size_cpt = reading->styles.size_cpt;
  for (guint i = 0; i < reading->print_areas->len; i++)
    {
      const YlPrintArea *area = &g_array_index (reading->print_areas, YlPrintArea, i);
      if (area->tab == tab->index)
        yl_page_set_print_areas (page, area->reference);
    }
}

/* What lies over the cells of the sheet that was read. A drawing that is damaged hides nothing that
 * anybody could know of, and the figures are read all the same. */
static gboolean
read_drawing (const YlXlsxReading *reading, const char *part, const char *sheet, GError **error)
{
  g_autoptr (GError) local = NULL;
  if (reading->loaded == NULL || !reading->target->keeps_cells)
    return TRUE;
  const GArray *relations = read_relations (reading, part, error);
  const char *drawing = relations == NULL ? NULL : find_part (reading, relations, "drawing");
  if (drawing != NULL
      && !yl_xlsx_drawing_read (reading->archive, drawing, &reading->loaded->sheet->page, &local))
    yl_book_faults_add (&reading->target->faults, YL_E05,
                        &(YlFaultPlace){ .sheet = sheet, .seen = drawing },
                        "工作表“%s”的图形（%s）读不出，没有核对它是否盖住数字。", sheet, drawing);
  return relations != NULL;
}

static gboolean
read_sheet (YlXlsxReading *reading, const Tab *tab, const char *part, GError **error)
{
  const YlRowSink *sink = reading->target->sink;
  g_autoptr (GError) local = NULL;
  if (sink != NULL && !sink->begin_sheet (sink->self, tab->name, tab->state != YL_SHEET_VISIBLE))
    return TRUE;
  if (reading->loaded != NULL)
    {
      yl_loaded_sheet_begin (reading->loaded, tab->name, tab->state);
      set_page (reading, tab);
    }
  guint n_unsaved = 0;
  if (!(report_ignored_in_sheet (reading, part, tab->name, &local)
        && yl_xlsx_sheet_read (reading, part, tab->name, &n_unsaved, &local)
        && read_drawing (reading, part, tab->name, &local)))
    {
      if (!g_error_matches (local, YL_ERROR, YL_ERROR_LIMIT))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local), "工作表“%s”：", tab->name);
          return FALSE;
        }
      yl_book_faults_add_limit (&reading->target->faults, tab->name, local);
    }
  if (reading->loaded != NULL)
    yl_loaded_sheet_end (reading->loaded);
  if (sink != NULL)
    yl_book_target_end_sheet (reading->target,
                              reading->loaded == NULL ? NULL : reading->loaded->sheet, n_unsaved);
  return TRUE;
}

/* Says why a tab is not read. */
static gboolean
pass_over (const YlXlsxReading *reading, const Tab *tab, const char *why)
{
  const YlFaultPlace place = { .sheet = tab->name };
  yl_book_faults_add (&reading->target->faults, YL_E08, &place, "工作表“%s”%s，未读。", tab->name,
                      why);
  return TRUE;
}

/* @read: how many tabs were read from a part: a small file has four thousand that are all of one. */
static gboolean
read_tab (YlXlsxReading *reading,
          const Tab *tab,
          const GArray *relations,
          GHashTable *read,
          GError **error)
{
  const Relation *relation = find_relation (relations, tab->relation);
  if (relation == NULL || !yl_archive_has_part (reading->archive, relation->target))
    return pass_over (reading, tab, "在文件里缺失");
  /* Chart sheets and dialogs hold no cells; macro sheets are named by E05. */
  if (strcmp (relation->kind, "worksheet") != 0)
    return TRUE;
  const gpointer part = (gpointer) yl_archive_name_part (reading->archive, relation->target);
  const guint n_read = GPOINTER_TO_UINT (g_hash_table_lookup (read, part));
  g_hash_table_insert (read, part, GUINT_TO_POINTER (n_read + 1));
  if (n_read >= MAX_TABS_OF_PART)
    return pass_over (reading, tab, "与前面多张工作表指向文件里的同一部件");
  return read_sheet (reading, tab, relation->target, error);
}

static gboolean
read_book (YlXlsxReading *reading, GError **error)
{
  const char *part = find_book_part (reading, error);
  const GArray *tabs = part == NULL ? NULL : read_tabs (reading, part, error);
  const GArray *relations = tabs == NULL ? NULL : read_relations (reading, part, error);
  if (relations == NULL || !report_ignored (reading, relations, error)
      || !read_tables (reading, relations, error))
    return FALSE;
  g_autoptr (GHashTable) read = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < tabs->len; i++)
    if (!read_tab (reading, &g_array_index (tabs, Tab, i), relations, read, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_archive (YlXlsxReading *reading, GError **error)
{
  YlBookTarget *target = reading->target;
  g_autoptr (YlArchive) archive =
      yl_archive_open (reading->input, target->limits, target->progress, error);
  reading->archive = archive;
  const gboolean is_read = archive != NULL && read_book (reading, error);
  yl_string_table_clear (&reading->strings);
  return is_read;
}

gboolean
yl_xlsx_read (const YlInput *input, YlBookTarget *target, GError **error)
{
  if (!yl_file_form_check (input, YL_FILE_PACKAGE, error))
    return FALSE;
  g_autoptr (YlArena) arena = yl_arena_new ();
  YlLoadedSheet loaded;
  YlXlsxReading reading = { .input = input,
                            .target = target,
                            .arena = arena,
                            .print_areas = yl_arena_array (arena, sizeof (YlPrintArea)) };
  if (target->workbook == NULL)
    return read_archive (&reading, error);
  yl_loaded_sheet_init (&loaded, target->workbook);
  reading.loaded = &loaded;
  loaded.page.styles = &reading.styles;
  const gboolean is_read = read_archive (&reading, error);
  yl_loaded_sheet_clear (&loaded);
  return is_read;
}
