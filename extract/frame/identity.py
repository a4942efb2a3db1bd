"""What makes a memo that memo: its body, date and subject, never its path or its bytes.

A corrected file of the same memo keeps the id, so it replaces the old version. Where the subject or the date is not
known, two different memos could look the same, and the text itself becomes part of the identity.
"""

import hashlib
import re
import unicodedata

from records.document import Document
from records.memo import Letterhead

_SMALL = frozenset(("a", "an", "and", "for", "of", "on", "the", "to"))
_SLUG_WORDS = 3
_HASH_LENGTH = 8


def letterhead_to_id(letterhead: Letterhead, document: Document) -> str:
    """``2027-05-04-parks-committee-1a2b3c4d``; ``undated-...`` where the memo does not say its date."""
    day = letterhead.date.isoformat() if letterhead.date else ""
    parts = [_key(letterhead.body), day, _key(letterhead.subject)]
    if not letterhead.subject or not day:
        parts.append(_key(" ".join(_texts(document))))
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_HASH_LENGTH]
    slug = _slug(letterhead.body) or _slug(letterhead.subject) or "memo"
    return f"{day or 'undated'}-{slug}-{digest}"


def _key(text: str | None) -> str:
    """Letters and digits only, without case: wording counts, typography does not."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def _slug(text: str | None) -> str:
    ascii_text = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", ascii_text) if word not in _SMALL]
    if len(words) > _SLUG_WORDS:
        words = [*words[: _SLUG_WORDS - 1], words[-1]]
    return "-".join(word[:20] for word in words)


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks] + [cell.text for table in document.tables for cell in table.cells]
