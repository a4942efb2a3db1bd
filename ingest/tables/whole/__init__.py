"""What only the whole document shows: continuations, titles, notes."""
