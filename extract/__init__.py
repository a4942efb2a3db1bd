"""From a ``Document`` to a ``Memo``: letterhead, sections, and records that each carry their place.

Rules read what the text says; spaCy splits sentences and finds names. Nothing is taken from a list of known projects,
and where two readings remain, nothing is claimed.
"""
