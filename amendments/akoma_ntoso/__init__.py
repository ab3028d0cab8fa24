"""The law as Akoma Ntoso 3.0 (OASIS LegalDocML), and back; `docs/akoma-ntoso.md` says how.

`document`, `writing` and `reading` are pure: plain data classes and XML, no Django. What is
around them takes the law from the database and brings documents back into it.
"""
