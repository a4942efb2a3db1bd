"""A comparison as one standalone page to read, print or send: no script, no outside file, every word escaped."""

from collections.abc import Sequence
from html import escape

from records.comparison import Bridge, Comparison
from records.place import Place
from ui.export.wording import KIND_TITLES, Told, memo_label, place_label, tell_changes

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; color: #1a1a1a; background: #fff;
       max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
h1, h2, table, .tag { font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }
table { border-collapse: collapse; margin: .75rem 0; font-size: .95rem; }
th, td { border-bottom: 1px solid #c9c9c9; padding: .3rem .9rem .3rem 0; text-align: left; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
ul.notes { border-left: 4px solid #b58900; background: #fdf8e6; margin: 1rem 0; padding: .6rem .8rem .6rem 2rem; }
ul.changes { list-style: none; padding: 0; } ul.changes > li { margin: 0 0 .9rem; break-inside: avoid; }
blockquote { margin: .2rem 0 0; padding-left: .8rem; border-left: 3px solid #c9c9c9; font-size: .9rem; color: #3d3d3d; }
cite { font-style: normal; color: #555; font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif;
       font-size: .8rem; }
.tag { font-size: .78rem; background: #fff3cd; color: #5c4400; padding: .1rem .45rem; border-radius: .2rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } .tag { border: 1px solid #5c4400; } }
"""


def comparison_to_html(comparison: Comparison) -> str:
    body = [
        "<h1>What changed</h1>",
        _compared_memos(comparison),
        _notes_to_html(comparison.notes),
        _bridge_to_html(comparison.bridge),
        *(_kind_to_html(kind, title, comparison) for kind, title in KIND_TITLES.items()),
        _unchanged_to_html(comparison),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>What changed: {escape(memo_label(comparison.new))}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n" + "\n".join(filter(None, body)) + "\n</main>\n</body>\n"
        "</html>\n"
    )


def _compared_memos(comparison: Comparison) -> str:
    return (
        f"<p>From <strong>{escape(memo_label(comparison.old))}</strong><br>"
        f"to <strong>{escape(memo_label(comparison.new))}</strong></p>"
    )


def _notes_to_html(notes: Sequence[str]) -> str:
    """Before anything else: what a reader must know to read the rest."""
    items = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return f'<ul class="notes">{items}</ul>' if items else ""


def _bridge_to_html(bridge: Bridge) -> str:
    rows: list[tuple[str, int]] = [
        ("Open in the earlier memo", bridge.opening),
        ("+ joined", bridge.joined),
        ("\N{MINUS SIGN} left", bridge.left),
        ("Open in the later memo", bridge.closing),
    ]
    if bridge.residual:
        rows.append(("Not explained", bridge.residual))
    return (
        "<h2>How the count of open projects moved</h2>"
        + _table(("", "Projects"), [(label, str(count)) for label, count in rows])
        + _table(
            ("Status", "Earlier", "Later"),
            [(status.replace("_", " "), str(old), str(new)) for status, old, new in bridge.by_status],
        )
    )


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    head = "".join(f'<th scope="col"{_number_class(column)}>{escape(text)}</th>' for column, text in enumerate(header))
    body = "".join(
        "<tr>" + "".join(f"<td{_number_class(column)}>{escape(text)}</td>" for column, text in enumerate(row)) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _number_class(column: int) -> str:
    return ' class="number"' if column else ""


def _kind_to_html(kind: str, title: str, comparison: Comparison) -> str:
    here = [change for change in comparison.changes if change.kind == kind]
    if not here:
        return ""
    items = "\n".join(_told_to_html(told, comparison) for told in tell_changes(here))
    return f'<h2>{escape(title)} ({len(here)})</h2>\n<ul class="changes">\n{items}\n</ul>'


def _told_to_html(told: Told, comparison: Comparison) -> str:
    sentences = "<br>".join(
        f"<strong>{escape(sentence)}</strong>" + (f' <span class="tag">{note}</span>' if note else "")
        for sentence, note in zip(told.sentences, told.notes, strict=True)
    )
    return f"<li>{sentences}{''.join(_place_to_html(place, comparison) for place in told.places)}</li>"


def _place_to_html(place: Place, comparison: Comparison) -> str:
    label = escape(place_label(place, comparison))
    return f"<blockquote><cite>{label}</cite><br>\u201c{escape(place.quote)}\u201d</blockquote>"


def _unchanged_to_html(comparison: Comparison) -> str:
    if not comparison.unchanged:
        return ""
    names = "".join(f"<li>{escape(pair.project_new)}</li>" for pair in comparison.unchanged)
    return f"<h2>Unchanged ({len(comparison.unchanged)})</h2><ul>{names}</ul>"
