"""Everything the API tells, to be had at once: zips of JSON Lines, CSV and Akoma Ntoso."""
