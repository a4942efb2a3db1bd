"""Markdown and plain text: blocks whose words keep the source's own signs."""
