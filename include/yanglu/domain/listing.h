#pragma once

/** How tables list who is paid what. */
typedef enum
{
  YL_LISTING_OFFICIAL, /* payees as the register has their townships, works by name, quarters as the
                          policy says */
  YL_LISTING_OLDER, /* payees by name, works in one, quarters alike: as workbooks before the third
                          edition */
} YlListing;
