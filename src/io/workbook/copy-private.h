#pragma once

/** What the first cell begins with; the layout number follows. */
#define YL_COPY_HEAD "yanglu.copy/"
