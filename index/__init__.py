"""From a ``Memo`` to the library: a SQL ledger of records and vectors (the truth), full text, and Chroma as a cache.

One transaction a memo; everything outside the ledger can be rebuilt from it.
"""
