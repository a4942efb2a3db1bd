"""What the printable pages share: their frame, tables, marks and cited quotes. No script, no outside file; every word
of a memo is escaped where it is written.

Colour is never the only sign: a mark is a word in a box. Dark text on white, also on paper; the head of a table comes
again on the next page, and no row is cut in two.
"""

from collections.abc import Sequence
from html import escape

from records.comparison import Comparison
from records.place import Place
from ui.export.references import References
from ui.export.wording import memo_day, place_label

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; color: #1a1a1a; background: #fff; max-width: 62rem;
       margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
h1, h2, h3, table, .tag, nav, .refs, .fine { font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }
table { border-collapse: collapse; margin: .5rem 0; font-size: .9rem; width: 100%; }
table.narrow { width: auto; min-width: 22rem; }
th, td { border-bottom: 1px solid #bdbdbd; padding: .32rem .8rem .32rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #4a4a4a; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
th.name { font-weight: 600; min-width: 11rem; } table.texts th.name { font-weight: 400; max-width: 24rem; }
tr.total > * { border-top: 2px solid #4a4a4a; font-weight: 600; }
ul.notes { border-left: 4px solid #8a6d00; background: #fdf8e6; margin: 1rem 0; padding: .6rem .8rem .6rem 2rem; }
.tag { font-size: .76rem; background: #fff3cd; color: #4a3700; padding: .05rem .4rem; border: 1px solid #8a6d00;
       border-radius: .2rem; display: inline-block; line-height: 1.3; }
.refs a { color: #0b4a80; font-size: .78rem; text-decoration: none; } .refs { white-space: nowrap; }
.fine { font-size: .82rem; color: #444; } del { color: #7a1f16; } ins { color: #0d5226; font-weight: 600; }
ins { text-decoration: underline; } nav ul { columns: 2; padding-left: 1.1rem; } nav a { color: #0b4a80; }
ol.quotes { padding-left: 0; list-style: none; font-size: .86rem; }
ol.quotes li { margin: 0 0 .45rem; padding-left: 2.3rem; text-indent: -2.3rem; break-inside: avoid; }
ol.quotes b { display: inline-block; min-width: 2.3rem; text-indent: 0; font-family: system-ui, sans-serif; }
li:target { background: #fff3cd; } td p { margin: 0 0 .25rem; }
ol.items { padding-left: 1.6rem; } ol.items > li { margin: 0 0 .8rem; break-inside: avoid; } ol.items p { margin: 0; }
p.ask { font-style: italic; } p.ask b { font-style: normal; }
@page { margin: 16mm 15mm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.4; }
  thead { display: table-header-group; } tr, li, .keep { break-inside: avoid; } h2, h3, p.lead { break-after: avoid; }
  body.dense { font-size: 9.5pt; line-height: 1.32; } body.dense ol.items > li { margin: 0 0 .38rem; }
  body.dense h1 { font-size: 15pt; } body.dense h2 { font-size: 11.5pt; margin: .6rem 0 .25rem; }
  body.dense .fine, body.dense .tag { font-size: 7.4pt; line-height: 1.25; } body.dense ul { margin: .3rem 0; }
  a { color: inherit; } nav { display: none; } .new-page { break-before: page; }
}
"""


def page_to_html(title: str, body: Sequence[str], *, dense: bool = False) -> str:
    """``dense`` is for what has to fit on few pages."""
    opening = '<body class="dense">' if dense else "<body>"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n{opening}\n<main>\n"
        + "\n".join(filter(None, body))
        + "\n</main>\n</body>\n</html>\n"
    )


def compared_memos(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    return (
        "<p>"
        + "<br>".join(
            f"{word} <strong>{escape(str(memo.subject or memo.file))}</strong>, "
            f"{escape(memo_day(memo))} "
            f'<span class="fine">({escape(memo.file)})</span>'
            for word, memo in (("From", old), ("to", new))
        )
        + "</p>"
    )


def notes_to_html(notes: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return f'<ul class="notes">{items}</ul>' if items else ""


def table_to_html(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    classes: str = "",
    total: bool = False,
) -> str:
    """``rows`` hold markup that is already escaped; the first cell of each is its head. ``total``: the last row is."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col"{_number(n, numbers)}>{escape(text)}</th>' for n, text in enumerate(header))
    lines = []
    for position, row in enumerate(rows):
        cells = [f'<th scope="row" class="name">{row[0]}</th>']
        cells += [f"<td{_number(n, numbers)}>{cell}</td>" for n, cell in enumerate(row[1:], start=1)]
        mark = ' class="total"' if total and position == len(rows) - 1 else ""
        lines.append(f"<tr{mark}>{''.join(cells)}</tr>")
    name = f' class="{classes}"' if classes else ""
    return f"<table{name}><thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(lines) + "\n</tbody></table>"


def _number(column: int, numbers: Sequence[int]) -> str:
    return ' class="number"' if column in numbers else ""


def tag_to_html(text: str | None) -> str:
    return f' <span class="tag">{escape(text)}</span>' if text else ""


def links_to_html(places: tuple[Place, ...], references: References) -> str:
    """``[3] [4]``, each a link to its quote at the end of the page."""
    links = " ".join(f'<a href="#q{number}">[{number}]</a>' for number in references.numbers(places))
    return f'<span class="refs">{links}</span>' if links else ""


def quotes_to_html(references: References, comparison: Comparison) -> str:
    items = "\n".join(
        f'<li id="q{number}"><b>[{number}]</b> <span class="fine">{escape(place_label(place, comparison))}</span>: '
        f"\u201c{escape(place.quote)}\u201d</li>"
        for number, place in references.places()
    )
    if not items:
        return ""
    return f'<h2 id="words">The words of the memos</h2>\n<ol class="quotes">\n{items}\n</ol>'
