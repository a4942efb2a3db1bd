"""Does a memo say that a project was given a new baseline: a plan that was approved to be measured against?

"The schedule was re-baselined in October" and "the Council approved a revised budget" say so; a delay that is told is
none, and neither is a new baseline that is asked for, denied, or still to come.
"""

import re
from collections.abc import Sequence

from answer.comparison.names import fold_name
from answer.comparison.silence import Spoken
from records.facts import Project
from records.place import Place

_PLAN = r"(?:schedule|baseline|budget|plan|timeline|completion date|end date|finish date|target date|cost)s?"
_NEW = r"(?:revised|new|amended|updated|reset|second|third)"
_APPROVED = r"(?:approved|adopted|accepted|authori[sz]ed|endorsed|agreed)"
_TOLD = re.compile(
    rf" (?:re ?baselin(?:ed|ing)|baselined again|re ?baseline (?:was|of|in)|"
    rf"{_NEW} (?:\w{{2,15}} ){{0,2}}{_PLAN} (?:(?:was|were|has been|have been) )?(?:\w{{2,15}} ){{0,2}}{_APPROVED}|"
    rf"{_APPROVED} (?:(?:a|an|the|its|this) )?{_NEW} (?:\w{{2,15}} ){{0,2}}{_PLAN}|"
    rf"{_PLAN} (?:was|were|has been|have been) (?:\w{{2,15}} ){{0,2}}(?:reset|re set)|"
    rf"new (?:\w{{2,15}} ){{0,2}}baseline)(?= )"
)
_UNREAL = re.compile(
    r" (?:not|never|no|without|if|would|could|may (?:be|have|not|yet|well)|might|should|will|to be|propos\w{1,5}|"
    r"request\w{0,3}|seeks?|seeking|ask(?:s|ed|ing)?|pending|until|before|awaits?|awaiting|recommend\w{0,6}|plans? to|"
    r"expected) "
)


def find_rebaseline(project: Project, spoken: Spoken) -> tuple[Place, ...] | None:
    """Where the memo of this record says so; ``None`` where it does not."""
    for statement in spoken.about(project):
        if tells_rebaseline(statement.text):
            return statement.places
    own = [text for text in (project.issue, project.mitigation, project.description, project.status_text) if text]
    return project.places[:1] if any(tells_rebaseline(text) for text in _sentences(own)) else None


def tells_rebaseline(sentence: str) -> bool:
    """``The project was re-baselined in May 2031``; not ``Staff will ask for a new baseline``."""
    folded = f" {fold_name(sentence)} "
    return bool(_TOLD.search(folded)) and not _UNREAL.search(folded)


def _sentences(texts: Sequence[str]) -> list[str]:
    from extract.language.sentences import split_sentences

    return [text[start:end] for text in texts for start, end in split_sentences(text)]
