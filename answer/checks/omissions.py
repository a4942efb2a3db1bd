"""What the memo names but does not hold, as findings. Where it may be found instead is not known here."""

import re
from collections.abc import Iterator, Sequence

from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_LABEL = re.compile(
    r"\b(?:Appendix|Attachment|Exhibit|Schedule|Annex|Enclosure|Table|Figure|Footnote)\s(?:[A-Z]|\d{1,3})\b",
    re.IGNORECASE,
)


_WHOLE_LIST = re.compile(r"\b(?:full|complete|entire)\s(?:\w+\s)?list\b|\blist of (?:all|completed)\b", re.IGNORECASE)


def check_omissions(memo: Memo, statements: Sequence[Statement], *, counted: bool, partial: bool) -> Iterator[Finding]:
    """``counted``: projects counted but not named have a finding already; ``partial``: the memo says that it lists only
    some, which settles it unless the whole list is said to stand in a part that is not there."""
    settled = counted or (partial and not _sends_elsewhere(memo, statements))
    for omission in memo.omissions:
        if omission.kind == "unnamed_projects" and settled:
            continue
        label = _LABEL.search(omission.message)
        yield Finding(
            kind="omission",
            severity="note" if omission.kind == "unnamed_projects" else "warning",
            message=omission.message,
            stated=label.group() if label else None,
            memo=memo.id,
            evidence=omission.places,
        )


def _sends_elsewhere(memo: Memo, statements: Sequence[Statement]) -> bool:
    """``Appendix A gives the full list``, and there is no Appendix A."""
    missing = [match.group() for o in memo.omissions if o.kind == "attachment" and (match := _LABEL.search(o.message))]
    listed = [statement.text for statement in statements if _WHOLE_LIST.search(statement.text)]
    return any(label in text for label in missing for text in listed)
