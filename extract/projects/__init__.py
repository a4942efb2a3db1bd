"""Projects and their statuses, from tables, lists, headings and prose, joined into one record each."""
