"""What pages say to machines in the words of schema.org (JSON-LD), as plain dictionaries.

Only what those words really mean: a change page is a `WebPage` about `Legislation`, the glossary
a `DefinedTermSet`, a checked point a `ClaimReview`. No page is a list of questions with
answers, so none is an `FAQPage`. The text of the law is not given: ours is only a rendering.
"""
