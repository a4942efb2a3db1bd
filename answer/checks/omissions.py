"""What the memo names but does not hold, as findings. Where it may be found instead is not known here."""

import re
from collections.abc import Iterator

from records.answer import Finding
from records.memo import Memo

_LABEL = re.compile(
    r"\b(?:Appendix|Attachment|Exhibit|Schedule|Annex|Enclosure|Table|Figure|Footnote)\s(?:[A-Z]|\d{1,3})\b",
    re.IGNORECASE,
)


def check_omissions(memo: Memo, *, counted: bool) -> Iterator[Finding]:
    """``counted``: projects counted but not named have a finding already, or the memo says that it lists only some."""
    for omission in memo.omissions:
        if omission.kind == "unnamed_projects" and counted:
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
