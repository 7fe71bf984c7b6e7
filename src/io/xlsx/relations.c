#include "relations-private.h"

#include "xml-private.h"

struct _YlRelations
{
  GPtrArray *list;
  GHashTable *by_id;
};

typedef struct
{
  YlXmlPart xml;
  const char *part;
  YlRelations *relations;
} YlRelationsParser;

static void
relation_free (gpointer data)
{
  YlRelation *relation = data;
  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->target);
  g_free (relation);
}

static YlRelations *
relations_new (void)
{
  YlRelations *relations = g_new (YlRelations, 1);
  relations->list = g_ptr_array_new_with_free_func (relation_free);
  relations->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return relations;
}

void
yl_relations_free (YlRelations *relations)
{
  if (relations == NULL)
    return;
  g_hash_table_unref (relations->by_id);
  g_ptr_array_unref (relations->list);
  g_free (relations);
}

char *
yl_relations_resolve (const char *part, const char *target)
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
start_element (void *data, const XML_Char *name, const XML_Char **attributes)
{
  YlRelationsParser *self = data;
  if (strcmp (yl_xml_local (&self->xml, name), "Relationship") != 0)
    return;
  const char *id = yl_xml_get_attribute (attributes, "Id");
  const char *type = yl_xml_get_attribute (attributes, "Type");
  const char *target = yl_xml_get_attribute (attributes, "Target");
  const char *mode = yl_xml_get_attribute (attributes, "TargetMode");
  if (id == NULL || type == NULL || target == NULL)
    return;
  const char *slash = strrchr (type, '/');
  YlRelation *relation = g_new (YlRelation, 1);
  relation->id = g_strdup (id);
  relation->kind = g_strdup (slash == NULL ? type : slash + 1);
  relation->is_external = g_strcmp0 (mode, "External") == 0;
  relation->target =
      relation->is_external ? g_strdup (target) : yl_relations_resolve (self->part, target);
  g_ptr_array_add (self->relations->list, relation);
  g_hash_table_insert (self->relations->by_id, relation->id, relation);
}

static char *
relations_part_of (const char *part)
{
  const char *slash = strrchr (part, '/');
  const int folder = slash == NULL ? 0 : (int) (slash - part + 1);
  return g_strdup_printf ("%.*s_rels/%s.rels", folder, part, part + folder);
}

YlRelations *
yl_relations_read (YlArchive *archive, const char *part, GError **error)
{
  g_autoptr (YlRelations) relations = relations_new ();
  g_autofree char *name = relations_part_of (part);
  if (!yl_archive_has_part (archive, name))
    return g_steal_pointer (&relations);
  YlRelationsParser self = { .part = part, .relations = relations };
  if (!yl_xml_read_part (archive, name, &self.xml, start_element, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&relations);
}

guint
yl_relations_get_n (const YlRelations *relations)
{
  return relations->list->len;
}

const YlRelation *
yl_relations_get (const YlRelations *relations, guint index)
{
  return g_ptr_array_index (relations->list, index);
}

const YlRelation *
yl_relations_find (const YlRelations *relations, const char *id)
{
  return g_hash_table_lookup (relations->by_id, id);
}

const YlRelation *
yl_relations_find_kind (const YlRelations *relations, const char *kind)
{
  for (guint i = 0; i < relations->list->len; i++)
    {
      const YlRelation *relation = g_ptr_array_index (relations->list, i);
      if (strcmp (relation->kind, kind) == 0)
        return relation;
    }
  return NULL;
}
