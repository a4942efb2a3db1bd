"""Lists of what is to be done: items under "Next steps" or "Staff will:" that begin with what somebody will do.

Refused: items without such a verb, paragraphs, and lists under what a body is asked to do.
"""

import re

from extract.facts.promises import is_task
from extract.statements import Context

_HEADING = re.compile(
    r"\b(?:commitments?|next steps?|upcoming|looking ahead|planned (?:work|activities|actions|milestones)|"
    r"(?:work|priorities|plans?|goals|actions) for (?:the )?(?:next|coming|fy|fiscal|20\d\d)|"
    r"(?:coming|next) (?:year|quarter|period|months)|what(?:[’']s| is) next|"
    r"future (?:work|plans|activities|actions))\b",
    re.I,
)
_ASKED = re.compile(r"\b(?:recommend\w*|council|committee|board|commission)\b", re.I)
_INTRO = re.compile(
    r"\b(?:will|plans? to|intends? to|commits? to|is expected to|are expected to|next steps? (?:is|are))(?: also)?:$",
    re.I,
)
_PAST = re.compile(r"\b(?:completed|accomplish\w*|delivered|achieved|last (?:year|quarter|month))\b", re.I)


def listed_tasks(context: Context) -> frozenset[int]:
    """The numbers of the blocks that are such items."""
    tasks: set[int] = set()
    blocks = context.document.blocks
    for index, block in enumerate(blocks):
        if block.kind != "item" or not is_task(block.text):
            continue
        intro = next((b for b in reversed(blocks[:index]) if b.kind != "item"), None)
        led = intro is not None and intro.kind == "paragraph" and intro.text.endswith(":")
        heading = " ".join(context.trail_of(index)[-1:])
        if led and intro is not None:
            announced = bool(_INTRO.search(intro.text) and not _ASKED.search(intro.text))
            announced = announced or bool(_HEADING.search(intro.text) and not _PAST.search(intro.text))
        else:
            announced = bool(_HEADING.search(heading))
        if announced and not _PAST.search(heading):
            tasks.add(index)
    return frozenset(tasks)
