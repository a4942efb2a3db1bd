"""The sheet as a page of its own to print, and as Markdown; each item with where it stands and what to ask."""

from collections.abc import Iterator
from html import escape

from records.place import Place
from ui.export.markdown_text import escape_markdown
from ui.export.page_parts import page_to_html, tag_to_html
from ui.export.sheet import Part, Sheet
from ui.export.sheet_items import Item, short_quote
from ui.export.wording import memo_day

_TITLE = "Questions for the meeting"
_QUOTE = 95
_FOOT = (
    "Made from the memos alone. It says what they say and where; it gives no reasons and accuses nobody. "
    "The full list: memolens compare."
)


def sheet_to_html(sheet: Sheet) -> str:
    body = [
        f"<h1>{_TITLE}</h1>",
        f"<p>{_memos(sheet)}</p>",
        '<ul class="headlines">' + "".join(f"<li>{escape(line)}</li>" for line in sheet.headlines) + "</ul>",
        *(_part_to_html(part, sheet, first) for part, first in _numbered(sheet)),
        _notes_to_html(sheet),
        f'<p class="fine">{escape(_FOOT)}</p>',
    ]
    return page_to_html(f"{_TITLE}: {sheet.new.subject or sheet.new.file}", body, dense=True)


def sheet_to_markdown(sheet: Sheet) -> str:
    return "\n".join(_markdown_lines(sheet)) + "\n"


def _numbered(sheet: Sheet) -> Iterator[tuple[Part, int]]:
    """Items are counted through, so that one can say "question 7"."""
    first = 1
    for part in sheet.parts:
        yield part, first
        first += len(part.items)


def _memos(sheet: Sheet) -> str:
    sides = (("Earlier memo", sheet.old), ("Later memo", sheet.new))
    return "<br>".join(
        f"{word}: <strong>{escape(memo.subject or memo.file)}</strong>, "
        f'{escape(memo_day(memo))} <span class="fine">({escape(memo.file)})</span>'
        for word, memo in sides
    )


def _part_to_html(part: Part, sheet: Sheet, first: int) -> str:
    items = "\n".join(_item_to_html(item, sheet) for item in part.items)
    lead = f'<p class="lead">{escape(part.lead)}</p>' if part.lead else ""
    listed = f'<ol class="items" start="{first}">\n{items}\n</ol>' if items else ""
    more = f'<p class="fine">{escape(_more(part))}</p>' if part.more else ""
    return f"<h2>{escape(part.title)}</h2>\n{lead}{listed}{more}"


def _item_to_html(item: Item, sheet: Sheet) -> str:
    return (
        f"<li><p><b>{escape(item.title)}.</b> {escape(item.statement)}{tag_to_html(item.tag)}</p>"
        f'<p class="ask"><b>Ask:</b> {escape(item.question)}</p>'
        + "".join(f'<p class="fine">{escape(_where(place, item, sheet))}</p>' for place in item.places)
        + "</li>"
    )


def _where(place: Place, item: Item, sheet: Sheet) -> str:
    """``Later memo, p. 3: "..."``, without the words where the statement has them; another memo goes by its file."""
    sides = {sheet.old.memo: "Earlier memo", sheet.new.memo: "Later memo"}
    side = sides.get(place.memo or "", place.file)
    if place.quote.rstrip(".") in item.statement:
        return f"{side}, p. {place.page}"
    return f"{side}, p. {place.page}: \u201c{short_quote(place.quote, longest=_QUOTE)}\u201d"


def _more(part: Part) -> str:
    return f"{part.more} more in the full comparison."


def _notes_to_html(sheet: Sheet) -> str:
    if not sheet.notes:
        return ""
    items = "".join(f"<li>{escape(note)}</li>" for note in sheet.notes)
    return f'<h2>To bear in mind</h2><ul class="notes">{items}</ul>'


def _markdown_lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {_TITLE}"
    yield ""
    for word, memo in (("Earlier memo", sheet.old), ("Later memo", sheet.new)):
        subject = escape_markdown(memo.subject or memo.file)
        yield f"- {word}: {subject}, {escape_markdown(memo_day(memo))} ({escape_markdown(memo.file)})"
    yield ""
    yield from (f"- {escape_markdown(line)}" for line in sheet.headlines)
    for part, first in _numbered(sheet):
        yield from ("", f"## {part.title}", "")
        if part.lead:
            yield from (escape_markdown(part.lead), "")
        for number, item in enumerate(part.items, start=first):
            yield from _item_lines(number, item, sheet)
        if part.more:
            yield from ("", f"*{_more(part)}*")
    if sheet.notes:
        yield from ("", "## To bear in mind", "", *(f"- {escape_markdown(note)}" for note in sheet.notes))
    yield from ("", f"*{_FOOT}*")


def _item_lines(number: int, item: Item, sheet: Sheet) -> Iterator[str]:
    tag = f" *({item.tag})*" if item.tag else ""
    yield f"{number}. **{escape_markdown(item.title)}.** {escape_markdown(item.statement)}{tag}"
    yield f"   - **Ask:** {escape_markdown(item.question)}"
    yield from (f"   - {escape_markdown(_where(place, item, sheet))}" for place in item.places)
