"""What programs read of the law: one noun a file, each with its shape, filters and addresses.

`viewset` says what all collections share, `parameters` what may be asked, `problems` what is
answered to a question that cannot be understood, `fields` how a translated text is told.
"""
