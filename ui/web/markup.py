"""Records to HTML for the page, through templates that escape everything: memo text never becomes markup."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from records.place import Place

if TYPE_CHECKING:
    from jinja2 import Environment

STATUS_LABELS = {
    "red": "Red",
    "red_yellow": "Red/Yellow",
    "yellow": "Yellow",
    "yellow_green": "Yellow/Green",
    "green": "Green",
    "on_hold": "On hold",
    "not_started": "Not started",
    "complete": "Complete",
    "cancelled": "Cancelled",
}


def render(template: str, **values: object) -> str:
    """``templates/<template>.html`` with ``values``, each escaped where it is inserted."""
    return _environment().get_template(f"{template}.html").render(**values)


def page_link(place: Place) -> str | None:
    """Where the page picture with the highlighted box is served; ``None`` for files without pages to show."""
    if place.box is None or place.memo is None:
        return None
    box = ",".join(f"{side:.1f}" for side in place.box)
    return f"/api/memos/{place.memo}/pages/{place.page}?{urlencode({'box': box, 'sha256': place.sha256})}"


def place_label(place: Place) -> str:
    """``status-2025.pdf, page 3`` with the section where there is one."""
    parts = [place.file, f"page {place.page}" if place.box is not None else "", place.section or ""]
    return ", ".join(part for part in parts if part)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"page_link": page_link, "place_label": place_label}
    environment.globals["status_labels"] = STATUS_LABELS
    return environment
