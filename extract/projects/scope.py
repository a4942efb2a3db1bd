"""Which headings, labels and list items stand for projects: told by where they stand, not by what they are called.

Refused: awards, events, programmes and plans, unless the memo speaks of them as projects.
"""

import re

from extract.language.word_sets import word_set
from extract.projects.names import GENERIC, ORGANISATIONS, PROJECT_NOUNS, split_acronym, words_of
from extract.projects.status_words import cell_to_status, find_statuses
from extract.projects.subjects import without_former_name
from extract.statements import Context
from records.memo import Section

_SCOPE = re.compile(
    r"\b(?:projects?|initiatives?|portfolio|highlights|accomplishments|achievements|implementations|deployments|"
    r"recently (?:launched|completed|implemented))\b|^(?:launched|completed|on hold|at risk|delayed|in progress)\b",
    re.I,
)
_INTRO = re.compile(r"\b(?:projects?|initiatives?|implementations|systems|highlights)\b", re.I)
_POINTS_ON = re.compile(r"\b(?:following|below|these|include|includes|are|were|highlights)\b[^.]*[.:]?$", re.I)
_PREFIX = re.compile(
    r"^(?:(?:project|initiative)\s?(?:no\.?\s?)?\d{0,3}\s?[:–—-]\s|(?:\d{1,2}\.){1,3}\d{0,2}\)?\s|"
    r"[\dIVXivx]{1,4}[.)]\s|[A-Za-z][.)]\s|#\d+\s)",
    re.I,
)
# ' "Lantern House" Refurbishment '
_QUOTED = re.compile(r"^[\"“](?P<name>[A-Z][^\"“”]{1,60})[\"”](?=\s[A-Z]|$)")
_STATUS_IS = r"(?:(?:(?:Overall|Project|RAG)\s)?(?:Status|Health|Rating|RAG)(?:\s(?:Status|Rating))?:\s?)?"
_SUFFIX = re.compile(rf"^(?P<name>.{{3,100}}?)\s?(?:\s[-–—]\s|:\s|\()\s?{_STATUS_IS}(?P<status>[^()]{{1,40}}?)\)?\s*$")
_OUTSIDE = re.compile(
    r"^(?:background|history|purpose|recommendations?|summary|overview|introduction|conclusion|coordination|"
    r"fiscal impact|"
    r"attachments?|appendix.*|definitions?|legend|status definitions|awards?.*|staffing|next steps|looking ahead|"
    r"upcoming)$",
    re.I,
)


_NO_NAME = re.compile(
    r"\b(?:status|updates?|reports?|overview|highlights|accomplishments|achievements|summary|projects|initiatives|"
    r"recognitions?|awards?|actions|issues|risks|metrics|measures|dashboard summary)\b|\b(?:office|team|plan)$|"
    r"^(?:what|how|why|who|where|when|understanding|about)\s|^(?:key|guide|legend)(?:\s(?:to|of|for)\b|$)|"
    r"\bcolou?rs?\s(?:mean|codes?|key|scale)|\b(?:mean|means)$|"
    r"^(?:discussion|analysis|portfolio|news|other news|schedule|timeline|budget|work|comments?|performance|progress)$",
    re.I,
)
_CALLS_IT_PROJECT = re.compile(r"\b(?:[Tt]his|[Tt]he) (?:project|initiative|upgrade|rollout|implementation)\b")
_STATUS_GROUP = re.compile(
    r"^(?:recently |newly )?(?:closed|completed|finished|delivered|launched|paused|delayed|cancell?ed|ongoing|current|"
    r"active|new|late|red|amber|yellow|green|on hold)\s(?:and\s[a-z]+\s)?"
    r"(?:work|works|items?|schemes?|programmes?|programs?|strands?|workstreams?|activity|activities|matters|efforts)$",
    re.I,
)
_UNDERTAKINGS = word_set(
    "project initiative upgrade replacement implementation migration modernization modernisation rollout installation "
    "expansion renovation reconstruction construction improvement improvements redesign deployment integration "
    "automation retrofit rehabilitation consolidation conversion refresh enhancement enhancements relocation remodel "
    "overhaul transformation works scheme strand workstream programme cutover extension repair repairs makeover "
    "dredging widening scanning"
)
"""Last words of names of work that someone does, and that is then done."""

# "Relaunch", "Refit", "Renewal", "Electrification", "Digitisation".
_MADE_ANEW = re.compile(
    r"re-?(?:launch|build|design|fit|furbishment|newal|placement|write|development|surfacing|wiring|lighting|vamp|"
    r"lining|roofing|planting|procurement|alignment|configuration|storation|generation|tiling|paving)"
    r"|(?!organi[sz]ation)[a-z]{3,20}(?:ification|i[sz]ation)"
)
_OFFICE = re.compile(r"(?:Department|Division|Office|Bureau|Ministry|Directorate)\b")
_PUBLIC = re.compile(r"(?:Public|School|Board)\b")
_OFFICIAL = ("works", "safety", "health", "services", "affairs", "members", "officers", "relations", "libraries")
"""What a name that begins with "Public" or "School" ends with where it is that of an office."""
_PERSON = re.compile(
    r"(?:Mayor|Council\w{3,6}|Superintendent|Chief|Director|Captain|Sergeant|Judge|Mr|Mrs|Ms|Dr|Sir|Lord)\.?\s"
)
_PART = re.compile(r"(?P<what>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:to|for|under|from|on|in|at|with|by|of)\sthe\s")
_OTHER_MATTERS = word_set(
    "danger quality alert level levels index warning flag flags light lights line season weather risk audit review "
    "study survey election meeting training academy hiring recruitment recruiting inspection interview interviews "
    "negotiations talks hearing performance availability readiness engagement delivery scope resources staffing "
    "benefits morale stakeholders capacity quality service services year quarter street avenue road tax taxes revenue "
    "revenues collections spending expenditure expenditures overtime enrollment enrolment attendance ridership traffic "
    "elections warrant meetings festival fair parade ceremony summit conference webinar workshop contract lease "
    "agreement funding reserves reserve consultation workforce vacancies turnover recommendations committees"
)


def heading_to_name(title: str) -> tuple[str, tuple[str, ...], str | None]:
    """Name, aliases and status text of "2. Harbor Hub (HH) - At Risk"."""
    title = without_former_name(_PREFIX.sub("", " ".join(title.split()))).rstrip(" :")
    title = _QUOTED.sub(r"\g<name>", title)
    match = _SUFFIX.match(title)
    said = match["status"].strip() if match else ""
    spans = find_statuses(said)
    bracketed = title.endswith(")")
    is_letter = bracketed and len(said) == 1 and cell_to_status(said) is not None
    if match and (is_letter or (spans and spans[0].start == 0 and (bracketed or spans[-1].end == len(said)))):
        name, aliases = split_acronym(match["name"])
        return name, aliases, said
    name, aliases = split_acronym(title)
    return name, aliases, None


def calls_it_project(text: str) -> bool:
    """ "This project was paused": what the heading or lead-in above names is a project."""
    return bool(_CALLS_IT_PROJECT.search(text))


def is_scope(title: str) -> bool:
    """Whether a heading speaks of projects, highlights or accomplishments."""
    return bool(_SCOPE.search(title))


def could_name_project(title: str) -> bool:
    """Whether a heading may be a name at all: not "Status Update", "Project Highlights", "The Portfolio Office"."""
    if not re.match(r"[A-Z0-9]|[a-z]{1,2}[A-Z]", title) or not words_of(title) or _NO_NAME.search(title):
        return False
    if all(word in GENERIC for word in words_of(title)) or is_status_group(title):
        return False
    statuses = find_statuses(title, cell=True)
    return not any(span.end - span.start == len(title) for span in statuses)


def is_outside(section: Section) -> bool:
    """Whether a section is of the kind that holds no projects: background, recommendation, awards, next steps."""
    plain = (_PREFIX.sub("", title).strip(" :") for title in section.trail)
    return any(_OUTSIDE.match(title) for title in plain)


def scoped_sections(context: Context) -> frozenset[int]:
    """The first block of each section that stands among projects: under a heading that speaks of them, or in the row of
    headings that follows such a heading or a sentence like "The following projects...".

    A row ends at the first heading that opens no project: ``extract.project_sections`` asks again with each.
    """
    return frozenset(
        section.first for section in context.sections if any(_SCOPE.search(t) for t in section.trail[:-1][-2:])
    )


def opens_scope(section: Section, context: Context) -> bool:
    """Whether the headings after ``section`` may each name a project."""
    blocks = context.document.blocks[section.first : section.last]
    texts = [block.text for block in blocks if block.kind in ("paragraph", "item")]
    announces = bool(texts) and bool(_INTRO.search(texts[-1])) and bool(_POINTS_ON.search(texts[-1]))
    return announces or bool(_SCOPE.search(section.title) and len(texts) <= 2)


def in_scope(trail: tuple[str, ...]) -> bool:
    """Whether the nearest headings speak of projects, highlights or accomplishments."""
    return any(_SCOPE.search(title) for title in trail[-2:])


def is_status_group(title: str) -> bool:
    """ "Closed work", "Completed items": a status and what it is said of, and no name."""
    return bool(_STATUS_GROUP.match(title))


def reads_as_name(title: str) -> bool:
    """Whether a heading is written as a name: its longer words with capitals, or a word for work at its end."""
    return has_project_noun(title) or not re.search(r"\b[a-z]{4,}", title)


def is_undertaking(name: str) -> bool:
    """ "Pier Lift Renewal", "Tram Programme": what can only end; a counter, a street, a call for bids closes."""
    last = words_of(name)[-1:]
    return bool(last) and (last[0] in _UNDERTAKINGS or bool(_MADE_ANEW.fullmatch(last[0]))) and _is_no_office(name)


def is_other_matter(name: str) -> bool:
    """ "Fire Danger", "Annual Audit": what has a level or an end, and is no project."""
    return words_of(name)[-1] in _OTHER_MATTERS or not _is_no_office(name) or bool(_PERSON.match(name))


def is_part(name: str) -> bool:
    """ "Applications to the Grant Scheme", "Talks on the Pier Lift": what belongs to a project."""
    part = _PART.match(name)
    return part is not None and not has_project_noun(part["what"])


def _is_no_office(name: str) -> bool:
    """Not "Department of Street Works", "Public Works", "Public Safety Services"; "Public Realm Renewal" is none."""
    if _OFFICE.match(name):
        return False
    words = words_of(name)
    return not _PUBLIC.match(name) or (len(words) > 2 and words[-1] not in (*ORGANISATIONS, *_OFFICIAL))


def has_project_noun(name: str) -> bool:
    """ "Harbor Lights Upgrade", "Payroll System Phase 2", "Pier Refit": the name says that it is a piece of work."""
    if is_undertaking(name):
        return True
    words = [word for word in words_of(name) if not word.isdigit() and word not in ("phase", "stage", "i", "ii", "iii")]
    return bool(words) and words[-1] in PROJECT_NOUNS
