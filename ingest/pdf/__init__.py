"""A PDF page by page: words, lines, columns, running heads, footnotes, and what a second engine makes of it."""
