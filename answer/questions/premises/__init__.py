"""What a question takes for granted and the memo contradicts."""
