"""Tables of projects, in memos and published lists: columns by meaning, rows as records."""
