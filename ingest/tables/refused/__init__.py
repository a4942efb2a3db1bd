"""What looks like a table and is none."""
