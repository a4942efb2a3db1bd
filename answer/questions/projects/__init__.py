"""Answers from the letterhead and the projects' records."""
