"""Data classes → Akoma Ntoso 3.0. The same data are the same bytes, whenever they are written."""
