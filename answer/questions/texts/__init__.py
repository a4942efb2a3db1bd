"""Answers in the memo's own words: sentences, lists, definitions, footnotes, remarks, and what is missing."""
