"""Words as a question and a memo are matched on them: folded, stemmed, with the few synonyms of status reports.

Nothing here knows any memo. The synonyms are the common vocabulary of reporting (finish and complete, fall and
decline), never a city's own names. It refuses to guess: two words match by stem or by a listed group, else they do not.
"""

import re
import unicodedata
from functools import lru_cache


def word_list(text: str) -> list[str]:
    return text.split()


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROJECT_WORD = r"(?:projects?|initiatives?|schemes?|programmes?|programs?|workstreams?)"
"""What memos and questions call a project."""

STOP = word_set(
    """a an and any are as at be been being but by can could did do does doing done during each else ever for from had
    has have having he her here his how i if in into is it its itself just many may me might more most much must my no
    nor not never take takes taken took of off on or other our out over own s same shall she should so some such t
    than that the their them then there these they this those through to too under until up upon us very via was we
    were what when where whether which while who whom whose why will with within would yet you your about across after
    again against all also am among around because before between both there's"""
)
"""Words without content of their own, in questions and in memos alike."""

TALK = word_set(
    """memo memorandum report document say says said state states stated mention mentions mentioned tell tells told
    according list lists listed listing describe describes described note notes noted give gives given show shows
    shown name named call called exactly currently current actually please kind type does happen happened text provide
    provided regarding concerning read now still already see sees saw seen"""
)
"""Words that talk about the memo or the asking; a memo need not repeat them."""

_SUFFIXES = word_list(
    "erships ership ships ship ationally ational ations ation ances ance ences ence ments "
    "ment ities ity ings ing ions ion ants ant ents ent "
    "ees ee ives ive als ally al ers er ors or ied ies ed es s ly e y"
)
_LEAST_STEM = 3
_TOKEN = re.compile(r"[a-z0-9]+(?:[.,'’][a-z0-9]+)*%?")

_GROUPS = """
begin start launch commence kick initiat introduc debut
launch release publish issue open unveil rollout deploy live
complete finish conclude finalize deliver implement accomplish done
end expire conclude finish
rise increase grow climb gain expand jump growth higher
fall decrease decline drop shrink reduce lower lose fell down
delay late behind slip postpone overdue slow
vendor supplier firm company
partner collaborate together joint jointly partnership
fund finance pay grant money
lead head manage direct oversee leader run
goal target aim objective
participate participant attend attendee part enroll
train upskill teach trained course
reason cause because
mitigate remedy corrective resolve correct fix action
award recognition recognize honor prize win won
last latest recent
first initial initially
criteria criterion condition requirement
include comprise consist cover contain involve span
use leverage employ apply rely
create develop build built produce establish made make co-develop design
help support assist
host hold held organize held
location venue place
problem issue trouble challenge hurdle obstacle
percent percentage rate share proportion
budget cost price spend spent expense expenditure
revenue income
estimate approximate approximately about forecast
staff employee worker personnel
resident citizen constituent customer community
office department agency
buy purchase procure acquire
move migrate onboard transition adopt
get receive obtain secure
plan intend expect anticipate schedule
risk threat
phase stage step
replace supersede swap
aggregate total overall combined altogether
remain left outstanding
goal purpose
improve enhance better
present presentation
detect find spot identify
email mail
previous prior earlier preceding
approve authorize adopt accept
urge recommend propose suggest
street road pavement
kids youth children teen
explore consider
coordinate
train educate
pillar principle
hire recruit
legislation law bill act statute
hotel lodging
""".strip().splitlines()

PEOPLE = word_set("people person individual user attendee participant member staff employee resident visitor")
"""What "how many people" may count."""


def fold(text: str) -> str:
    """Lower case, without accents, with straight quotes and plain dashes."""
    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.lower().replace("’", "'").replace("–", "-").replace("—", "-")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """ "completed", "completes" and "completion" are one; "attendance" and "attendees" are one."""
    word = word.removesuffix("'s").rstrip("'").rstrip("%")
    if not word.isalpha():
        return word
    word = _without_suffix(word, least=_LEAST_STEM)
    while (shorter := _without_suffix(word, least=_LEAST_STEM + 1)) != word:
        word = shorter
    if len(word) > _LEAST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


def _without_suffix(word: str, *, least: int) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return word[: -len(suffix)]
    return word


def tokens(text: str) -> list[str]:
    """Folded words and numbers, thousands separators taken out: ``["$1,500"]`` is ``["1500"]``."""
    return [t.replace(",", "").replace("’", "'") for t in _TOKEN.findall(fold(text).replace("-", " "))]


def content_words(text: str) -> list[str]:
    """The words of ``text`` that carry meaning, in order, not stemmed."""
    return [
        word
        for token in tokens(text)
        if ((word := token.removesuffix("'s")) not in STOP and len(word) > 1) or token.isdigit()
    ]


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The stems of all content words of ``text``."""
    return frozenset(stem(t) for t in content_words(text))


def _groups() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _GROUPS:
        group = {stem(word) for word in line.split()}
        for member in group:
            table.setdefault(member, set()).update(group)
    return {member: frozenset(group) for member, group in table.items()}


_SAME = _groups()
ASKING = (
    STOP
    | TALK
    | word_set(" ".join(_GROUPS))
    | word_set(
        """status color colour yellow green amber address contact department committee council sign signed author date
        number subject people person member staff year years month months total average name names"""
    )
)
"""The words that questions are made of, whatever the memo."""
_PEOPLE_STEMS = frozenset(stem(word) for word in PEOPLE)


@lru_cache(maxsize=20_000)
def kin(word_stem: str) -> frozenset[str]:
    """All stems that may stand for ``word_stem``, itself included."""
    found = _SAME.get(word_stem, frozenset()) | {word_stem}
    return found | _PEOPLE_STEMS if word_stem in (stem("people"), stem("person")) else found


def covers(word_stem: str, have: frozenset[str]) -> bool:
    return not kin(word_stem).isdisjoint(have)
