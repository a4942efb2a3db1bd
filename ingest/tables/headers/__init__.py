"""The rows that name the columns, and how far a name reaches."""
