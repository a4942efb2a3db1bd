"""From a file to a ``Document``: pages, blocks in reading order, tables, and what went wrong.

Untrusted bytes are parsed in a process of its own with limits; whatever happens to it becomes an outcome. Nothing here
knows what a memo is.
"""
