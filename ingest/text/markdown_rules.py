"""The Markdown parser as this project wants it: CommonMark and pipe tables, without the rules that lose text.

- Indented text is text: in a converted memo it is never a program.
- Reference definitions are off, since a line like ``[Draft]: revised`` would vanish; ``[text][name]`` is shown as is.
- HTML tables run to their ``</table>``, over blank lines; only block-level HTML is taken out of Markdown's hands.
- Lines of tab-separated cells are a table, and so is one drawn with ``+---+``.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

from ingest.text.delimited_rows import lines_to_row_count
from ingest.text.drawn_grid import drawn_line_count

_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|body|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|"
    r"form|h[1-6]|head|header|hr|html|li|link|main|menu|nav|ol|p|page|section|summary|table|tbody|td|tfoot|th|thead|"
    r"title|tr|ul)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_COMMENT = "<!--"
_MOST_LINES = 2000
"""Of a table that is told by its lines."""


@cache
def memo_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference", "html_block", "text_join"])
    interrupts: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}
    parser.block.ruler.before("table", "delimited_table", _delimited_table, interrupts)
    parser.block.ruler.before("table", "drawn_table", _drawn_table, interrupts)
    parser.block.ruler.before("table", "block_html", _block_html, interrupts)
    return parser


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _whole_line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


def _delimited_table(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    if state.level > 0 or "\t" not in _whole_line(state, first):
        return False
    rows = lines_to_row_count([_whole_line(state, number) for number in range(first, min(last, first + _MOST_LINES))])
    if rows == 0:
        return False
    if not silent:
        _push(state, "delimited_table", first, first + rows)
    return True


def _drawn_table(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    if not _line(state, first).startswith("+"):
        return False
    rows = drawn_line_count([_line(state, number) for number in range(first, min(last, first + _MOST_LINES))])
    if rows == 0:
        return False
    if not silent:
        _push(state, "drawn_table", first, first + rows)
    return True


def _block_html(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    line = _line(state, first)
    if line.startswith(_COMMENT):
        end = _line_with(state, first, last, "-->")
    elif line[:6].lower() == "<table":
        end = _line_with(state, first, last, "</table>")
    elif _BLOCK_TAG.match(line):
        end = next((n for n in range(first, last) if state.isEmpty(n)), last)
    else:
        return False
    if not silent:
        _push(state, "block_html", first, end)
    return True


def _line_with(state: StateBlock, first: int, last: int, closing: str) -> int:
    """The line after the one that holds ``closing``; where there is none, the next blank line."""
    for number in range(first, last):
        if closing in _line(state, number).lower():
            return number + 1
    return next((n for n in range(first, last) if state.isEmpty(n)), last)


def _push(state: StateBlock, kind: str, first: int, last: int) -> None:
    token = state.push(kind, "", 0)
    token.map = [first, last]
    state.line = last
