"""Akoma Ntoso 3.0 → data classes, from our own documents and from others'."""
