"""Soft hyphens for long words, so that justified lines break inside words as a word processor's do.

A few safe rules instead of a hyphenation library: the pages must not change when a dictionary does. A word without a
rule stays whole.
"""

import re

_SOFT = "\u00ad"
# Not the last word before a tag: there ReportLab 5.1 loses the space that follows a word with soft hyphens.
_LONG_WORD = re.compile(r"(?<![\w.@/-])[A-Za-z][a-z]{6,24}(?![\w.@/-]\w|[^\w<]{0,5}$|\w)")
_TAG = re.compile(r"(<[^<>]{0,400}>)")
# "sup-plier", "com-mittee", "col-lected": between doubled consonants that vowels surround.
_DOUBLED = re.compile(r"(?<=[aeiouy])([bcdfgmnprt])(?=\1[aeiouyrl])")
# "Har-bor", "num-ber", "win-dow": between two consonants that do not begin a syllable together.
_BETWEEN = re.compile(r"(?<=[aeiouy])([bcdfklmnprt])(?=[bcdfjmnpqtvz][aeiouy])")
# "equip-ment", "installa-tion", "owner-ship": before an ending that is a syllable of its own.
_ENDING = re.compile(
    r"(?=(?:tion|sion|ment|ness|ture|ship|ward|ful|less|tive|(?<=st|rt|nt|nd|rk|ld|ck|ct|lt|pt|ir|in|ch)ing|able)(?:s|ed|al|ary|ally|ly)?$)"
)
# "con-tractor", "inter-view", "under-ground": after a prefix that a consonant follows.
_PREFIX = re.compile(r"^(con|com|dis|inter|over|sub|super|trans|under|per)(?=[bcdfghjklmnpqrstvwz][aeiouyrl])", re.I)
# "proj-ects", "sched-ule", "neigh-borhood": beginnings that the rules above would miss or split wrongly.
_BEGINNING = re.compile(
    r"^(proj(?=ec)|sched(?=ul)|neigh(?=bo)|resi(?=de)|oper(?=at)|regis(?=tr)|engi(?=nee)|vehi(?=cl)|elec(?=tr)|docu(?=m)|"
    r"tech(?=n)|emer(?=gen)|man(?=ag)|budg(?=et)|orig(?=in)|sepa(?=ra)|esti(?=ma)|cus(?=to)|com(?=ple|mit)|"
    r"main(?=ten)|pro(?=cur|vid|pos|gram)|pre(?=vio|par)|iden(?=ti)|avail(?=ab)|exam(?=in)|origi(?=n)|sup(?=pli))",
    re.I,
)


def with_soft_hyphens(markup: str) -> str:
    """``"the equipment"`` -> ``"the equip·ment"`` (· a soft hyphen); tags, addresses and names in capitals stay."""
    pieces = _TAG.split(markup)
    return "".join(piece if piece.startswith("<") else _LONG_WORD.sub(_soften, piece) for piece in pieces)


def _soften(match: re.Match[str]) -> str:
    word = match.group(0)
    middles = {m.end() for pattern in (_DOUBLED, _BETWEEN) for m in pattern.finditer(word)}
    cuts = {m.end() for pattern in (_PREFIX, _BEGINNING) for m in pattern.finditer(word)}
    cuts |= {n for n in middles if n <= len(word) - 4 and word[n + 1 :] not in ("ing", "ings")}
    cuts |= {m.start() for m in _ENDING.finditer(word)}
    letters = [(_SOFT if n in cuts and 3 <= n <= len(word) - 3 else "") + letter for n, letter in enumerate(word)]
    return "".join(letters)
