"""Writers: comparisons, tables and records as CSV, XLSX, Markdown and HTML."""
