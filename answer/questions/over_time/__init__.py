"""Which memos a question is put to, and answers that take several."""
