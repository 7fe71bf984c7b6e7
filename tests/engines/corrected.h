#pragma once

#include "support/engines.h"
#include "support/run.h"

/**
 * corrected_assert: that @engine, which is given @book of the folder of @run with a wrong value in
 * every cell that follows from a formula, at least @n_least of them, brings every value back.
 */
void corrected_assert (const YlRun *run, const char *book, YlEngine engine, guint n_least);
/** corrected_assert_worked_out: the same of our own evaluator. */
void corrected_assert_worked_out (const YlRun *run, const char *book, guint n_least);
