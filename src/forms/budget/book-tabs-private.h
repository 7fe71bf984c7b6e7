#pragma once

#include "book-private.h"

G_BEGIN_DECLS

/* Each tab: makes its sheet (NULL: none is wanted), then fills it. */
YlSheet *yl_book_open_cover (YlBook *book);
void yl_book_fill_cover (YlBook *book);
YlSheet *yl_book_open_overview (YlBook *book);
void yl_book_fill_overview (YlBook *book);
YlSheet *yl_book_open_payers (YlBook *book);
void yl_book_fill_payers (YlBook *book);
YlSheet *yl_book_open_mileage (YlBook *book);
void yl_book_fill_mileage (YlBook *book);
YlSheet *yl_book_open_townships (YlBook *book);
void yl_book_fill_townships (YlBook *book);
YlSheet *yl_book_open_payees (YlBook *book);
void yl_book_fill_payees (YlBook *book);
YlSheet *yl_book_open_detail (YlBook *book);
void yl_book_fill_detail (YlBook *book);
YlSheet *yl_book_open_bridges (YlBook *book);
void yl_book_fill_bridges (YlBook *book);
YlSheet *yl_book_open_other (YlBook *book);
void yl_book_fill_other (YlBook *book);
YlSheet *yl_book_open_sources (YlBook *book);
void yl_book_fill_sources (YlBook *book);
YlSheet *yl_book_open_charts (YlBook *book);
void yl_book_fill_charts (YlBook *book);
YlSheet *yl_book_open_land (YlBook *book);
void yl_book_fill_land (YlBook *book);
YlSheet *yl_book_open_targets (YlBook *book);
void yl_book_fill_targets (YlBook *book);
YlSheet *yl_book_open_basis (YlBook *book);
void yl_book_fill_basis (YlBook *book);
YlSheet *yl_book_open_schedule (YlBook *book);
void yl_book_fill_schedule (YlBook *book);
YlSheet *yl_book_open_notice (YlBook *book);
void yl_book_fill_notice (YlBook *book);
YlSheet *yl_book_open_checks (YlBook *book);
void yl_book_fill_checks (YlBook *book);
YlSheet *yl_book_open_findings (YlBook *book);
void yl_book_fill_findings (YlBook *book);

G_END_DECLS
