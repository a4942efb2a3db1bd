"""Whether a sentence promises: it says what will be done or be so, in words that somebody can check later.

A promise names an act ("will open", "plans to hire") or a day. Refused: principles and purposes ("will be guided by",
"the goal is to improve"), definitions ("green: the project will meet its date"), conditions, what an earlier report
said, what was planned once, and the report's own courtesy ("the Committee will see").
"""

import re
from dataclasses import dataclass

from extract.language.word_sets import word_set
from extract.projects.status_words import cell_to_status

_ACTS = word_set(
    "accept acquire activate add adopt advertise announce apply appoint approve arrive ask assign attend audit award "
    "begin bid break bring build buy carry certify change choose circulate close collect come commence commission "
    "complete conclude conduct connect consolidate construct consult contract convene convert cut decide decommission "
    "deliver demolish deploy design determine dig discontinue distribute double draft drill eliminate employ end enter "
    "erect establish evaluate execute expand extend file fill finalise finalize finish fit found go grout hand hire "
    "hold implement inspect install introduce invite issue join launch lay lease make mail meet merge migrate move "
    "negotiate notify obtain open order organise organize pave pay pilot place plant post pour prepare present print "
    "procure propose provide publish purchase put reach read rebuild receive recommend reconvene recruit redesign "
    "refund reissue release relocate remove renew renovate reopen repair repeat replace report request resume resubmit "
    "retire return review roll sell seek select send settle ship shut sign solicit start stop submit survey switch "
    "take tender terminate test train transfer transition undertake update upgrade vacate visit vote withdraw write "
    "energise energize rebid rehire retender readvertise reissue reconfigure rescope rezone redeploy rollout"
)
_IRREGULAR = {
    "begun": "begin", "brought": "bring", "built": "build", "bought": "buy", "chosen": "choose", "cut": "cut",
    "held": "hold", "laid": "lay", "made": "make", "met": "meet", "paid": "pay", "rebuilt": "rebuild", "sent": "send",
    "sold": "sell", "sought": "seek", "shut": "shut", "taken": "take", "undertaken": "undertake", "withdrawn":
    "withdraw", "written": "write", "put": "put", "broken": "break", "gone": "go",
}  # fmt: skip
_STATES = word_set("complete completed live operational open ready online finished done closed vacant empty")
_IN_STATE = word_set("service place use operation production")
# These acts are as often a purpose ("will establish a framework"): they need a name or a day.
_VAGUE = word_set(
    "add build carry change come determine double establish expand extend go introduce make meet place provide reach "
    "receive report review take update collect test transition prepare"
)
_PERCEIVED = word_set(
    "consider see know hear learn note find understand recall recognise recognize heard informed "
    "considered guided anchored"
)
"""What a reader does, or what a principle does to a plan: no promise even with a day."""

_BE = r"(?:is|are|remains?)(?:\s(?:now|currently|still|also|tentatively))?"
_PLANNED = r"(?:expected|scheduled|anticipated|planned|slated|projected|targeted|set|due|estimated)"
_ADVERB = r"(?:(?:also|then|now|soon|next|again|still|first|finally|therefore|formally|jointly|[a-z]{3,12}ly)\s)?"
_VERB = rf"\s{_ADVERB}(?P<not>not\s)?(?P<be>be\s)?{_ADVERB}(?P<verb>[a-z]+)(?:\s(?P<after>[a-z]+))?"
_PLANS = r"(?:plans?|intends?|aims?|expects?|anticipates?|proposes|commits?|promises?)"
_FUTURE = re.compile(
    rf"\b(?:will|{_BE}\s{_PLANNED}\sto|{_BE}\son (?:track|schedule|target) to|{_PLANS} to|"
    rf"(?:is|are) (?:working|preparing|committed|going) to|"
    rf"(?:has|have) (?:committed|agreed|pledged|promised|undertaken) to){_VERB}"
)
# These say as much only together with a day.
_DATED = re.compile(
    rf"\b(?:{_BE}\s{_PLANNED}\s(?:for|in|by)|{_BE}\son (?:track|schedule|target) for|"
    r"(?:shall|should)\s(?!have\b)[a-z]+|(?:is|are) to\s[a-z]+|"
    r"(?:expects?|anticipates?|foresees?|forecasts?|plans?)\s(?:an?|the|its|that)\s[a-z]+|"
    r"(?:has|have)\s(?:now\s|since\s|again\s)?(?:been\s)?(?:pushed|moved|delayed|postponed|rescheduled|deferred|"
    r"slipped|extended)\s(?:back\s|out\s)?(?:from|to|until)|"
    r"(?:takes? effect|goes live|go live|comes? into (?:force|effect))\s(?:on|in)|"
    r"(?:target|anticipated|expected|estimated|planned|promised|scheduled|revised|forecast)\s(?:[a-z-]+\s){0,2}"
    r"(?:date|completion|launch|opening)\s(?:is|of)|"
    r"no later than)\b"
)
# "Delivery expected in May": nothing stands where "was" would.
_SHORT = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bhad )(?<!ly )(?<!\bthan )(?<!\bas )"
    r"\b(?:(?:expected|scheduled|slated|planned|due) (?:to [a-z]+|for|in|by)|to be (?P<act>[a-z]+))\b"
)
# "a tool that will replace paper", but not "after which staff will report".
_RELATIVE = re.compile(r"(?<!\bafter )(?<!\bupon )(?<!\bby )\b(?:that|which|who)\s(?:[a-z]+\s)?$", re.I)
# "the shade, which will be installed in May": said by the way, and a promise all the same.
_ASIDE = re.compile(r",\swhich\s$", re.I)
_CONDITION = re.compile(
    r"^(?:if|unless|should)\b|\band,? (?:if|unless)\b[^,]*, (?:[a-z]+ ){0,3}$|"
    r"\b(?:if|unless|whether|once|when|before|until|so that|(?:to|in|of|for) which)\b[^,]*$",
    re.I,
)
# "Council will vote in May if bids are low" leaves open whether it will.
_ONLY_IF = re.compile(r"^[^.;]{0,160}(?<!\band )(?<!\band, )\b(?:if|unless)\b", re.I)
_LASTING = word_set("run continue remain last operate stay")
_DEFINES = re.compile(
    r"\b(?:means?|says?|indicat\w+|signif\w+|denotes?|stands? for|signals?|defined as|goals?|aims? (?:is|are)|purpose|"
    r"focus|objectives?|mission|vision|intent)\b",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:last|previous|prior|earlier)\s(?:[a-z]+\s)?(?:report|memo|memorandum|update)\b|"
    r"\b(?:said|promised) (?:that|in)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The promising words begin at ``start``, and the next promise of the sentence at ``end``.

    ``needs_day`` tells that they promise nothing without a day, ``lasts`` that the day is the last of something that
    goes on ("will run through May"), ``extends`` that it is the new end of something.
    """

    start: int
    end: int
    needs_day: bool
    short: bool = False
    lasts: bool = False
    extends: bool = False


def sentence_to_promises(text: str, *, label: str | None = None) -> tuple[Promise, ...]:
    """ "Staff will return with a plan" and, with a day, "The lift is due in May 2028"; ``label`` leads the text in."""
    if text.rstrip().endswith("?"):
        return ()
    defined = label is not None and len(label.split()) <= 3 and cell_to_status(label) is not None
    found = [promise for match in _promising(text) if (promise := _match_to_promise(match, text, defined=defined))]
    if found:
        return tuple(found)
    short = _SHORT.search(text)
    if short is not None and short["act"] and short["act"] not in _STATES and _base(short["act"]) not in _ACTS:
        return ()
    if short is None or _CONDITION.search(text[: short.start()]) or _EARLIER.search(text[: short.start()]):
        return ()
    return (Promise(start=short.start(), end=len(text), needs_day=True, short=True),)


def is_task(text: str) -> bool:
    """Whether an item begins as what is to be done does: "Publish the scorecard by May", "Hire two people"."""
    first = re.match(r"(?:(?:[Ff]ully|[Cc]ontinue to|[Bb]egin to)\s)?(?P<verb>[A-Za-z]+)\s[a-z\d A-Z]", text)
    return first is not None and first["verb"].lower() in _ACTS


def _promising(text: str) -> list[re.Match[str]]:
    return sorted((*_FUTURE.finditer(text), *_DATED.finditer(text)), key=lambda match: match.start())


def _match_to_promise(match: re.Match[str], text: str, *, defined: bool) -> Promise | None:
    before = text[: match.start()]
    verb = match.groupdict().get("verb")
    if _CONDITION.search(before) or _EARLIER.search(before) or not before.strip() or verb in _PERCEIVED:
        return None
    if _ONLY_IF.search(text[match.end() :]):
        return None
    relative = _RELATIVE.search(before) and not (_ASIDE.search(before) and match.groupdict().get("be"))
    sure = verb is not None and _is_act(match, text) and not relative
    needs_day = not sure or defined or bool(_DEFINES.search(before))
    return Promise(
        start=match.start(),
        end=_end_of_clause(text, match.end()),
        needs_day=needs_day,
        lasts=verb in _LASTING,
        extends=verb == "extend",
    )


def _end_of_clause(text: str, after: int) -> int:
    """Where another promise of the sentence begins: "will open in May, and staff will report"."""
    following = _FUTURE.search(text, after)
    joined = following and re.search(r"[,;]|\b(?:and|but)\b", text[after : following.start()])
    return following.start() if following and joined else len(text)


def _is_act(match: re.Match[str], text: str) -> bool:
    """ "open", "be opened", "be open", "be in service", "establish a Ferry Board"; not "not open", "be guided"."""
    verb, after = match["verb"], match["after"]
    if match["not"]:
        return False
    if verb.endswith("ing") and not match["be"]:  # "has committed to publishing"
        return _base(f"{verb[:-3]}ed") in _ACTS - _VAGUE or f"{verb[:-3]}e" in _ACTS - _VAGUE
    if match["be"]:
        return verb in _STATES or (verb == "in" and after in _IN_STATE) or _base(verb) in _ACTS - _VAGUE
    if verb in _VAGUE:
        return bool(re.match(r"\s(?:an?\s|the\s)?(?:new\s)?[A-Z]", text[match.end("verb") :])) or after in (
            "back", "out", "over", "live",
        )  # fmt: skip
    return verb in _ACTS


def _base(participle: str) -> str:
    """ "open" of "opened", "ship" of "shipped", "certify" of "certified"."""
    if participle in _IRREGULAR:
        return _IRREGULAR[participle]
    stems = (participle[:-2], participle[:-1], participle[:-3], participle[:-3] + "y")
    return next((stem for stem in stems if participle.endswith("ed") and stem in _ACTS), "")
