#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A head as it is compared: without blanks and punctuation, ASCII half-width and in capitals. */
typedef struct
{
  GString *flat;   /* words in brackets kept: 乡(镇) is 乡镇 */
  GString *bare;   /* words in brackets dropped: 里程(公里) is 里程 */
  GString *inside; /* the words that stood in brackets: 公里 */
} YlHeadText;

void yl_head_text_init (YlHeadText *text, const char *written);
void yl_head_text_clear (YlHeadText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlHeadText, yl_head_text_clear)

G_END_DECLS
