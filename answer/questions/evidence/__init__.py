"""The sentences found for a question, and the gates that one must pass before it is an answer."""
