"""What frames a memo: letterhead, sections, definitions, contact, and what is named but absent."""
