"""Whether a sentence answers a question with yes, with no, or only bears on it.

"Yes" needs the predicate that is asked about in the sentence's main clause and as a fact: what stands in a clause of
"until", "once" or "if", what is planned or only considered, and what is said of another subject is neither yes nor no.
"""

import re
from collections.abc import Iterator

from answer.questions.evidence.evidence import Candidate
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import word_to_number
from answer.questions.reading.words import covers, fold, stems, tokens

_ALL = re.compile(r"\b(?:all|every|each|entire(?:ly)?|fully|both|only|none)\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?P<part>[\w-]+) (?:out )?of (?:the |its |all )?(?P<whole>\d+|\w+teen|\w+ty|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_LEAST_COMPARED = 4  # "one of several" and "the two groups" are words of a sentence, no figures to compare with
_COMPARED = re.compile(
    r"\b(?:more|fewer|less|greater|larger|higher|lower|at (?:least|most)|over|under|above|below|exceed(?:ed|s)?)"
    r"(?: than)? \$?(?P<number>\w[\w,]*)",
    re.IGNORECASE,
)
_CONSIDERED = re.compile(
    r"\b(?:explor\w+|consider\w*|propos\w+|would|could|(?-i:may)|might|should|hopes?|aims?|seek\w*|ask(?:s|ed)? to"
    r"|under ?way|begun|partly|almost|nearly|except\w*|other than)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|plans? to|planning|planned|intends?|expect\w*|scheduled|due|to be|going to)\b", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"(?:^|(?<=[ (]))(?:until|once|when|whenever|if|unless|after|before|while|whether|as soon as|so that|in order to"
    r"|although|though|because|since|that|which|who|whose|where)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r" (?:for|of|on|in|at|by|with|from|under|about|during|since) .*?(?= (?:been|be|being|\w+ed)\b|[?,]|$)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:not|no longer|never|without|no|none|cannot|failed to|declined to|yet to)\b|n['’]t\b", re.IGNORECASE
)


def say_yes_or_no(asked: Asked, candidate: Candidate) -> str | None:
    """ "Yes.", "No." or "The memo says:"; ``None`` where the sentence leaves the question open.

    "all" is not borne out by "9 of 11"; "more than 500" not by a sentence without that figure.
    """
    text = candidate.text
    part = _PART_OF.search(text)
    if _ALL.search(asked.text) and not _ALL.search(text):
        return "No." if part and part["part"] != part["whole"] else None
    if not _bears_out_figure(asked.text, text):
        return None
    clause = _clause_of_predicate(asked, candidate)
    if clause is None:
        return None
    for unreal in (_CONSIDERED, _PLANNED):
        if unreal.search(clause) and not unreal.search(asked.text):
            return "The memo says:"
    return "No." if bool(_NEGATIVE.search(clause)) != asked.negated else "Yes."


def _bears_out_figure(question: str, text: str) -> bool:
    compared = _COMPARED.search(question)
    number = word_to_number(compared["number"].lower()) if compared else None
    return number is None or (number >= _LEAST_COMPARED and number in {word_to_number(t) for t in tokens(text)})


def _clause_of_predicate(asked: Asked, candidate: Candidate) -> str | None:
    """The main clause that holds what is asked beyond names; ``None`` where no main clause does.

    The last word of "Was the dock opened", its places and times aside, must stand in the clause itself; the others
    may stand in the lines before it, as in "It was opened."
    """
    core = stems(_ASIDE.sub(" ", asked.text))
    common = [term.stem for term in asked.terms if not term.named]
    said = [base for base in common if base in core] or common
    if not said:
        return None
    for clause in _main_clauses(candidate.text):
        have = stems(clause)
        near = have | candidate.around
        if all(covers(base, have) for base in said[-1:]) and all(covers(base, near) for base in said[:-1]):
            return clause
    return None


def _main_clauses(text: str) -> Iterator[str]:
    """The text's clauses without those that "until", "once", "which" and their like begin, each up to its comma."""
    for sentence in re.split(r"(?<=[.!?]) ", text):
        kept, skipping = [], False
        for piece in re.split(r"([,;:()–—])", sentence):
            begins = _SUBORDINATE.match(piece.strip())
            if piece in ",;:()–—":
                kept.append(piece)
                skipping = False
                continue
            inner = _SUBORDINATE.search(piece, 1)
            kept.append("" if begins or skipping else piece[: inner.start()] if inner else piece)
        yield from (part for part in re.split(r"[;:()–—]|\bbut\b", "".join(kept)) if fold(part).strip(" ,"))
