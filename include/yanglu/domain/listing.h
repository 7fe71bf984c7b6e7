#pragma once

/** How tables list who is paid what. */
typedef enum
{
  YL_LISTING_OFFICIAL, /* payees in the order of their townships in the register, works by name */
  YL_LISTING_BY_NAME,  /* payees by name, works in one: as workbooks of the third edition */
  YL_LISTING_OLDER,    /* quarters alike too, whatever the policy says: as those before */
} YlListing;
