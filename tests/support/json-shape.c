#include "support/json-shape.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void append_shape (GString *shape, JsonNode *node);

static void
append_object (GString *shape, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_string_append_c (shape, '{');
  for (const GList *member = members; member != NULL; member = member->next)
    {
      if (member != members)
        g_string_append_c (shape, ',');
      g_string_append (shape, member->data);
      append_shape (shape, json_object_get_member (object, member->data));
    }
  g_string_append_c (shape, '}');
}

static void
append_array (GString *shape, JsonArray *array)
{
  g_autoptr (GString) first = g_string_new (NULL);
  gboolean is_uniform = TRUE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (GString) element = g_string_new (NULL);
      append_shape (element, json_array_get_element (array, i));
      if (i == 0)
        g_string_assign (first, element->str);
      is_uniform = is_uniform && strcmp (element->str, first->str) == 0;
    }
  g_string_append_printf (shape, "[%s]", is_uniform ? first->str : "!");
}

static void
append_shape (GString *shape, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (shape, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (shape, json_node_get_array (node));
}

char *
yl_json_shape (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  if (root == NULL)
    return NULL;
  GString *shape = g_string_new (NULL);
  append_shape (shape, root);
  return g_string_free (shape, FALSE);
}
