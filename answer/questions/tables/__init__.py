"""Answers from the cells of tables: by row and column, by position, by shape, and the other way round."""
