"""Texts of this site inside pages of others: in a frame that anyone may put around them.

An embed has its own address, outside the language prefix: `?lang=` and `?theme=` say how it
looks. It is a public page like any other and carries its status and its source wherever it goes.
"""
