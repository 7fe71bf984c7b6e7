#pragma once

/** How tables list who is paid what. */
typedef enum
{
  YL_LISTING_OFFICIAL, /* payees in the order of their townships in the register */
  YL_LISTING_BY_NAME,  /* payees by name: as workbooks of the third edition */
  YL_LISTING_OLDER,    /* quarters alike too, whatever the policy says: as those before */
} YlListing;
