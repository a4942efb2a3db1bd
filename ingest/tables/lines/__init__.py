"""Lines of text: words, the gaps between them, and which of them can belong to one table."""
