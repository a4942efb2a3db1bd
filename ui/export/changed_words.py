"""A changed text word by word, as HTML, Markdown and plain text; texts with little in common stand side by side."""

from html import escape

from records.comparison import Change
from ui.export.markdown_text import escape_markdown

_LEAST_IN_COMMON = 0.4
"""Below this share of words in common a word-by-word view is harder to read than the two texts."""


def is_word_by_word(change: Change) -> bool:
    same = sum(len(text.split()) for mark, text in change.words if mark == "same")
    longest = max(len((change.old or "").split()), len((change.new or "").split()), 1)
    return bool(change.words) and same >= _LEAST_IN_COMMON * longest


def words_to_html(change: Change) -> str:
    """``Steel comes in <del>May</del> <ins>July</ins>.``"""
    if not is_word_by_word(change):
        return f"<p>Then: {_quoted(change.old)}</p><p>Now: {_quoted(change.new)}</p>"
    marks = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return "<p>" + " ".join(marks[mark].format(escape(text)) for mark, text in change.words) + "</p>"


def words_to_markdown(change: Change) -> str:
    """``Steel comes in ~~May~~ **July**.``"""
    if not is_word_by_word(change):
        return f"“{escape_markdown(change.old or '')}” → “{escape_markdown(change.new or '')}”"
    marks = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}
    return " ".join(marks[mark].format(escape_markdown(text)) for mark, text in change.words)


def words_to_text(change: Change) -> str:
    """``Steel comes in [-May-] {+July+}.``: for a cell of a table, empty where nothing is compared by word."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[mark].format(text) for mark, text in change.words)


def _quoted(text: str | None) -> str:
    return f"\u201c{escape(text)}\u201d" if text else "not stated"
