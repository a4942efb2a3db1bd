"""What memos promise, and how later memos come back to it."""
