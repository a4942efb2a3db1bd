"""Project names: what part of a phrase is a name, which two names are one, and which short forms a memo uses.

Two distinct projects are never made one here: a shared word is not enough, one name must be the other's in short.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.language.word_sets import word_set

GENERIC = word_set(
    "project projects initiative initiatives program programme programs effort efforts the a an of for and to in with "
    "on city citywide new first"
)
"""Words that do not tell one project from another: left out where names are compared."""

PROJECT_NOUNS = word_set(
    "project initiative system portal upgrade replacement implementation migration modernization modernisation "
    "platform application app rollout installation expansion renovation reconstruction construction improvement "
    "improvements redesign deployment integration automation pilot retrofit rehabilitation database website dashboard "
    "software network infrastructure solution tool consolidation conversion refresh enhancement enhancements "
    "digitization digitisation relocation remodel overhaul transformation repository hub kiosk kiosks"
)
"""Last words of names that are a piece of work: what bears one may be taken for a project outside a table."""

ORGANISATIONS = word_set(
    "department departments council committee office offices division city commission board team staff county mayor "
    "manager attorney agency bureau authority coalition district association university company vendor vendors "
    "contractor consultant director officer state summit conference award grant policy ordinance resolution "
    "act bill law plan strategy budget report memorandum memo survey group"
)
_SMALL = r"(?:of|the|and|for|to|in|with|on|at|by|a|&|/|-|–|\+)"
_BIG = r"(?:[a-z]{1,2}(?=[A-Z]))?[A-Z0-9#][\w'’./&+-]{0,30}"
_COUNTED_PART = r"(?:,\s(?:Phase|Stage|Part|Section|Lot)\s(?:\d{1,2}|[IVX]{1,4}))"
_NAME = rf"{_BIG}(?:\s(?:{_SMALL}\s){{0,3}}{_BIG}){{0,11}}{_COUNTED_PART}?"
_NOUN = (
    r"(?:project|initiative|program|programme|system|effort|portal|upgrade|replacement|implementation|migration|"
    r"platform|application|rollout|deployment|pilot|solution|website|expansion|installation|construction|work)"
)
# "The City's", "the Police Department's": whose it is stands before the name and is none of it.
_OWNER = (
    r"(?:(?:[A-Z][\w&]{0,30}\s){0,4}"
    r"(?:City|County|Town|Village|Department|Office|Division|Library|Authority)(?:'|’)s\s)?"
)
_NAME_PHRASE = re.compile(
    rf"^(?:(?:The|the|Our|our|Its|its|An?|an?)\s)?{_OWNER}(?:(?:new|first|enterprise|citywide)\s)?"
    rf"[\"“]?(?P<name>{_NAME})[\"”]?(?:\s\((?P<short>[^()]{{1,40}})\))?(?P<noun>\s{_NOUN})?$"
)
_ANAPHOR = re.compile(
    r"^(?:(?:The|the|This|this|Its|its|That)\s(?:(?!(?:old|legacy|former|previous|existing|prior|outdated|"
    r"other)\s)[a-z-]+\s){0,2}(?P<noun>[A-Za-z][a-z]+)|[Ii]t|This"
    r"|(?P<bare>Construction|Work|Implementation|Development|Installation|Deployment))$"
)
# "The vehicle booking (VB) system": a long form in small letters, known by its acronym.
_SMALL_LONG = re.compile(rf"^(?:The|the)\s(?P<long>[a-z][\w/ -]{{3,80}})\s\((?P<short>[A-Z]{{2,6}})\)(?:\s{_NOUN})?$")
_NO_NAME = re.compile(r"[A-Z]{1,5}[- ]?\d{1,6}[a-z]?|[A-Z]{0,3}\s?[£$€]\s?\d.*")
"""What stands in brackets behind a name and is none of it: the number that a list gives to a project, its budget."""
_BUILDING = re.compile(
    r"^(?:The\s|the\s)?(?:[Cc]onstruction|[Ii]nstallation|[Ii]mplementation|[Dd]evelopment|[Rr]ollout|"
    r"[Dd]eployment|[Ww]ork)\s"
    r"(?:of|on)\s(?=(?:the\s)?[A-Z])"
)
_SEVERAL = re.compile(
    r"^(?:The\s)?(?P<count>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d{1,2})(?:\s[a-z-]+){0,2}\s"
    r"(?:projects|initiatives|systems|efforts),\s(?P<rest>.+?),?$"
)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = re.compile(
    r"^(?:One|one|Another|another|A|An|The|the|Our|a|second|third|final|only)(?:\s[a-z-]+){0,3}\s"
    rf"{_NOUN},\s(?P<rest>.+?),?$"
)
_ASIDE = re.compile(
    r",\s(?:which|who|that|a|an|led|managed|funded|sponsored|owned|part|our|one|now|the|formerly|previously|"
    r"originally)\b.{1,160}$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who or what a clause speaks of. ``name`` is ``None`` for "it", "the project" (``anaphor``; ``noun`` "project").

    ``called_project`` is true where the words themselves say that it is a project ("the Atlas project").
    """

    name: str | None
    aliases: tuple[str, ...] = ()
    anaphor: bool = False
    noun: str | None = None
    called_project: bool = False
    part: bool = False
    """Whether it is a phase of something ("Phase 1 of the Pier Lift"): a project only where the memo has it as one."""


def phrase_to_subject(phrase: str) -> Subject | None:
    """ "One project, the Harbor Lights Upgrade," / "The Permit Hub (PH)" / "The new system"; ``None`` for no name."""
    # "The Pier Lift, begun in 2026," : what stands between two commas is an aside.
    if phrase.rstrip().endswith(",") and not _COUNTED.match(phrase.strip(" ,;:")):
        phrase = re.sub(r",\s[^,]{3,160},\s*$", "", phrase)
    phrase = phrase.strip(" ,;:")
    counted = _COUNTED.match(phrase)
    if counted:
        subject = phrase_to_subject(counted["rest"])
        return None if subject is None else replace(subject, called_project=True)
    built = _BUILDING.sub("", phrase)
    if built != phrase:
        subject = phrase_to_subject(built)
        return subject if subject is None else replace(subject, called_project=True)
    anaphor = _ANAPHOR.match(phrase)
    if anaphor:
        noun = anaphor["noun"] or anaphor["bare"]
        return Subject(name=None, anaphor=True, noun=noun.lower() if noun else None)
    small = _SMALL_LONG.match(phrase)
    if small and is_acronym(small["short"], small["long"]):
        return Subject(name=small["short"], aliases=(small["long"],))
    match = _NAME_PHRASE.match(phrase) or _NAME_PHRASE.match(_ASIDE.sub("", phrase))
    if match is None:
        return None
    noun = (match["noun"] or "").strip()
    # "The Bridge project": the noun makes a project even of a single word.
    if not _could_be_project(match["name"]) and (noun != "project" or " " in match["name"]):
        return None
    short = match["short"] if match["short"] and not _NO_NAME.fullmatch(match["short"]) else None
    name, aliases = split_acronym(match["name"] + (f" ({short})" if short else ""))
    called = noun in {"project", "initiative", "upgrade", "replacement", "implementation", "migration", "rollout"}
    return Subject(
        name=name, aliases=aliases, called_project=called or "project" in (*words_of(name)[:1], *words_of(name)[-1:])
    )


def phrase_to_subjects(phrase: str, *, plural: bool = False) -> tuple[Subject, ...]:
    """As ``phrase_to_subject``, and "Two projects, the Pier Lift and the Hub Upgrade," as two.

    Names may hold "and" themselves: unless the list has as many parts as the memo counts, or each part has its own
    article, a plural verb (``plural``) claims nothing.
    """
    phrase = phrase.strip()
    several = _SEVERAL.match(phrase)
    if several is not None:
        wanted = several["count"].lower()
        return list_to_subjects(several["rest"], count=COUNTS.get(wanted) or int(wanted if wanted.isdigit() else 0))
    if re.search(r"\sand\sthe\s[A-Z]", phrase):
        return list_to_subjects(phrase, count=len(re.findall(r"(?:^|[\s,])[Tt]he\s(?=[A-Z])", phrase)))
    subject = phrase_to_subject(phrase)
    if subject is None or (plural and subject.name and " and " in subject.name):
        return ()
    return (subject,)


def list_to_subjects(phrase: str, *, count: int | None) -> tuple[Subject, ...]:
    """The ``count`` names of "the Pier Lift, the Hub Upgrade, and the Dune Fence"; none if their number differs.

    Without a count there must be no more than one "and": with two, one may belong to a name.
    """
    parts = [part.strip() for part in re.split(r",\s(?:and\s)?|\sand\s", phrase) if part.strip()]
    if len(parts) != count and (count is not None or len(re.findall(r"\sand\s", phrase)) != 1):
        return ()
    subjects = [phrase_to_subject(part) for part in parts]
    return tuple(replace(s, called_project=True) for s in subjects if s is not None and s.name)


def _could_be_project(name: str) -> bool:
    words = name.split()
    if words[-1].lower().strip(".") in ORGANISATIONS:
        return False
    if re.fullmatch(r"[\d.,#%-]+", words[0]) and len(words) == 1:
        return False
    return len(words) > 1 or (name.isupper() and len(name) > 1) or bool(re.search(r"[a-z][A-Z0-9]|\d", name))


def split_acronym(name: str) -> tuple[str, tuple[str, ...]]:
    """("Harbor Traffic Network", ("HTN",)) from "Harbor Traffic Network (HTN)"; other brackets stay in the name."""
    match = re.fullmatch(
        r"\s*(?P<long>.+?)\s*\((?:the\s)?[\"“]?(?P<short>[A-Z][\w&./-]{1,14})[\"”]?\)\s*(?P<rest>.*)", name
    )
    if match is None or not is_acronym(match["short"], match["long"]):
        return " ".join(name.split()), ()
    long = " ".join(f"{match['long']} {match['rest']}".split())
    return long, (match["short"],)


def plain_names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """All names of a project, that with its acronym in brackets once: "Pier Lift (PL)" is "Pier Lift" and "PL"."""
    plain, short = split_acronym(name)
    return tuple(dict.fromkeys((plain, *short, *aliases)))


def is_acronym(short: str, long: str) -> bool:
    """Whether the capitals of ``short`` are initials of words of ``long``, in order: "HTN", "PermitHub" no."""
    capitals = re.sub(r"[^A-Z]", "", short)
    if len(capitals) < 2 or sum(c.islower() for c in short) > 1:
        return False
    initials = "".join(word[0].upper() for word in re.findall(r"[A-Za-z]+", long))
    position = -1
    for capital in capitals:
        position = initials.find(capital, position + 1)
        if position < 0:
            return False
    return True


_WORKS = (
    "work",
    "works",
    "job",
    "build",
    "package",
    "release",
    "development",
    "effort",
    "program",
    "programme",
    "scheme",
)
_PART = re.compile(r"\b(?:phase|stage)\s(?P<which>\d{1,2}|[ivx]{1,4})\b", re.I)


def can_mean(noun: str | None, name: str) -> bool:
    """Whether "the bridge" (``noun`` "bridge") can mean the project ``name``; "it" can mean any."""
    if noun is None or noun in PROJECT_NOUNS or noun in _WORKS:
        return True
    return noun in words_of(name) and noun not in GENERIC and noun not in ORGANISATIONS


def phases_of(name: str) -> frozenset[str]:
    """ "2" of "Pier Lift - Phase 2"."""
    return frozenset(match["which"].lower() for match in _PART.finditer(name))


def shares_name(one: str, other: str) -> bool:
    """Whether two names share a word that tells projects apart: "Pier Lift" and "Lift at the Pier", not two portals and
    not two phases; "Phase 2" is that of "Pier Lift - Phase 2"."""
    parts = phases_of(one), phases_of(other)
    if all(parts) and parts[0] != parts[1]:
        return False
    telling = {word for word in key_of(one) if word not in PROJECT_NOUNS and not word.isdigit()}
    return same_name(one, other) or bool(telling & set(key_of(other)))


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """Lower-case words without signs and possessives: "Mayor’s Hub" -> ("mayor", "hub")."""
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b|['’]", "", name.lower())))


@lru_cache(maxsize=8192)
def key_of(name: str) -> tuple[str, ...]:
    """What two spellings of one name share: its telling words ("Atlas Project" and "the Atlas" are one)."""
    words = words_of(name)
    telling = tuple(word for word in words if word not in GENERIC)
    return telling or words


def same_name(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)


def is_spelling(other: str, name: str) -> bool:
    """The same name written otherwise, and no longer: it tells nothing new."""
    return same_name(other, name) and len(other) <= len(name)


def is_short_for(short: str, long: str) -> bool:
    """ "Permit Hub" for "Online Permit Hub": its telling words, in order, all among the long name's, last word shared
    or left off. One single word is never enough, unless it is the long name's acronym."""
    if is_acronym(short, long) and short.replace("-", "").isupper() and " " not in short.strip():
        return True
    few, many = key_of(short), key_of(long)
    if len(few) < 2 or len(few) >= len(many) or few[-1] not in (many[-1], many[len(few) - 1]):
        return False
    # "Payroll System" is not "Payroll System Phase 2": a number tells parts of a project apart.
    if any(word.isdigit() or word in ("phase", "stage", "ii", "iii", "iv") for word in set(many) - set(few)):
        return False
    rest = iter(many)
    return all(word in rest for word in few)


def one_match(name: str, names: Iterable[str]) -> str | None:
    """The one of ``names`` that ``name`` means: the same in other spelling, else short for exactly one of them."""
    names = tuple(dict.fromkeys(names))
    for fits in (same_name, is_short_for, lambda short, long: is_short_for(long, short)):
        found = [other for other in names if fits(name, other)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def find_short_forms(name: str, text: str) -> tuple[str, ...]:
    """Shorter capitalised spellings of ``name`` in ``text``: "the Hub Portal" for "Online Permit Hub Portal"."""
    words = re.findall(r"[\w'’&-]+", name)
    if len(words) < 3:
        return ()
    forms = []
    wanted = set(words)
    # Inside the whole name, or after "and", the last words are no name of their own.
    elsewhere = text.replace(name, ";")
    for match in re.finditer(r"(?<!and )(?<!of )(?<!& )\b[A-Z][\w'’&-]{0,30}(?:\s[A-Z][\w'’&-]{0,30}){1,6}", elsewhere):
        pieces = match.group().split()
        if set(pieces) < wanted and is_short_for(match.group(), name) and pieces[-1] == words[-1]:
            forms.append(match.group())
    return tuple(dict.fromkeys(forms))
