"""What a figure of a sentence measures: the noun that it counts, what a sum was used for, what a share is of.

Refused: pronouns, months, and whoever did what is counted.
"""

import re

from extract.language.number_words import NUMBER_WORDS
from extract.language.spacy_model import Analysis, Token, analyse
from extract.language.word_sets import word_set

_MONTHS = word_set("january february march april may june july august september october november december")
_POINTERS = word_set(
    "it they them these those this that which who whom what he she we you i all each both some many most others others "
    "ones one year years eleven ten total"
) | frozenset(NUMBER_WORDS)  # fmt: skip
_AGENTS = word_set(
    "crews crew members residents staff council committee departments department employees users people contractors "
    "contractor board commission city callers visitors teachers"
)
"""Who did what is counted: no subject of a figure by which it could be found again."""
_OF_NAME = re.compile(r"\sof(?:\sthe)?(?:\s[A-Z][\w’'-]{0,30}){1,6}")
_RATED = r"(?:(?:marked|rated|flagged|shown|reported|classified|coloured|colored)\s(?:as\s)?)?"
_INCLUDED = re.compile(
    r"\b(?:includ(?:es|ed|ing)|plus|of which)\s"
    r"(?:(?:about|over|nearly|roughly|approximately|another|an additional)\s)?$"
)
_STATE = re.compile(
    r"\s(?P<state>complete[d]?|built|finished|done|installed|designed|occupied|leased|full|spent|committed|encumbered|"
    r"funded|designed|operational|staffed|vacant)\b(?!\s[a-z]+s\b)"
)
_YEAR = re.compile(r"\b(?:FY\s?)?20\d{2}(?:[/–-]\d{2,4})?\s?")
_COLLECTIVE = word_set("staff personnel people square")
_NOT_COUNTED = word_set("percent percentage")


def _after(analysis: Analysis, end: int) -> list[Token]:
    return [token for token in analysis.tokens if token.start >= end]


def counted_noun(analysis: Analysis, end: int) -> str | None:
    """ "online and in-person courses" of "150 online and in-person courses": up to the plural noun that is counted."""
    tokens = _of_whole(_after(analysis, end)[:12])
    head, first = -1, _listed_before(tokens)
    for i, token in enumerate(tokens[first:], start=first):
        if token.pos in ("NOUN", "PROPN"):
            head = i
        elif head >= 0 or not (_may_stand_before_noun(token) or _is_hyphenated(tokens, i)):
            break
    if head < 0 or not (tokens[head].tag in ("NNS", "NNPS") or tokens[head].lemma.lower() in _COLLECTIVE):
        return None
    if tokens[head].text.lower() in _NOT_COUNTED:
        return None
    return _joined(tokens[: head + 1])


def _of_whole(tokens: list[Token]) -> list[Token]:
    """The words after "of the", "out of 11", "of 31,000": part and whole are counted in the same noun."""
    rest = tokens[1:] if tokens and tokens[0].text.lower() == "out" else tokens
    if not rest or rest[0].text.lower() != "of":
        return tokens
    rest = rest[1:]
    if rest and rest[0].text.lower() in ("the", "our", "its", "all"):
        rest = rest[1:]
    if len(rest) > 1 and rest[1].text in ("'s", "’s"):  # "of the City's 140 signals"
        rest = rest[2:]
    while rest and (rest[0].pos == "NUM" or (rest[0].text == "-" and len(rest) > 1 and rest[1].pos == "NUM")):
        rest = rest[1:]
    return rest


def _may_stand_before_noun(token: Token) -> bool:
    """ "online and in-person", "newly hired": what may come between a number and the noun that it counts."""
    if token.pos == "VERB":
        return token.tag in ("VBN", "VBG")
    return token.pos in ("ADJ", "CCONJ", "PUNCT", "ADV", "PART") and token.text not in ",.;:()"


def _listed_before(tokens: list[Token]) -> int:
    """How many words stand before the last of "local, state, and federal agencies"."""
    count = 0
    while count + 1 < len(tokens) and tokens[count].tag in ("JJ", "NN", "NNP", "VBN") and tokens[count + 1].text == ",":
        count += 2
    return count + 1 if 0 < count < len(tokens) and tokens[count].pos == "CCONJ" else 0


def _is_hyphenated(tokens: list[Token], i: int) -> bool:
    """ "in" of "in-person"."""
    return i + 1 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == tokens[i].end


def noun_after(analysis: Analysis, end: int, *, linked: bool) -> str | None:
    """ "completion rate" of "an 80% completion rate"; with ``linked`` also "annual fees" of "$30 in annual fees"."""
    tokens = _after(analysis, end)[:8]
    if linked and tokens and tokens[0].text.lower() == "in":
        tokens = [] if len(tokens) > 1 and tokens[1].text.lower() in _MONTHS else tokens[1:]
    picked: list[Token] = []
    for token in tokens:
        if token.pos in ("NOUN", "PROPN", "ADJ") or (token.tag in ("VBN", "VBG") and not picked):
            picked.append(token)
        else:
            break
    while picked and picked[-1].pos not in ("NOUN", "PROPN"):
        picked.pop()
    return _joined(picked) if picked else None


def use_after(text: str, end: int) -> str | None:
    """ "spent" of "$2 million has been spent": what became of a sum says more than what it is part of."""
    match = re.match(
        r"\s(?:(?:has|have|had|was|were|is|are|will be)\s(?:been\s)?)?(?P<use>spent|expended|encumbered|awarded|"
        r"allocated|remaining|"
        r"saved|under budget|over budget|below budget|above budget)\b",
        text[end:],
    )
    return match["use"] if match else None


def share_of(text: str, start: int, end: int) -> str | None:
    """ "applications are filed online" of "85% of the applications are filed online"; of "closed 71% of them within two
    days" what was done with them."""
    match = re.match(r"\s(?:of|among)\s(?:the\s|all\s|its\s|our\s|these\s)?(?P<what>[^,.;:()]{3,100})", text[end:])
    if match is None:
        return None
    what = re.split(r"\s(?:and|while|but|which|marked)\s", match["what"])[0]
    # "of those who answered called it better": who they were is told by the sentence, what they did is measured.
    what = re.sub(r"^(?:those|people|persons)\s(?:who|that)\s[a-z]+\s(?=[a-z]+ed\b)", "", what)
    pointer = re.match(r"(?:them|these|those|it|which)\b\s?(?P<rest>.*)$", what)
    if pointer:
        rest = re.sub(rf"^(?:is|are|was|were)\s{_RATED}", "", pointer["rest"])
        verb = re.search(r"\b(?P<verb>[a-z]+ed)\s(?:[a-z]+\s){0,2}$", text[:start])
        what = f"{verb['verb']} {rest}" if verb and pointer["rest"] else rest
    return " ".join(what.split()[:12]) or None


def predicate_after(text: str, analysis: Analysis, end: int) -> str | None:
    """ "green" of "Of these, 57 percent are rated green"; "called it better" of "57 percent called it better"."""
    match = re.match(rf",?\s(?:is|are|was|were)\s{_RATED}(?P<what>[^,.;:()]{{3,60}})", text[end:])
    if match is not None:
        return " ".join(re.split(r"\sand\s", match["what"])[0].split()[:8])
    first = next((token for token in _after(analysis, end)), None)
    if first is None or first.tag != "VBD":
        return None
    return " ".join(re.split(r"[,.;:()]", text[first.start :])[0].split()[:12])


def verb_before(text: str, start: int) -> str | None:
    """ "approved" of "Together they are approved at $6 million"."""
    match = re.search(
        r"\b(?P<verb>approved|budgeted|appropriated|valued|priced|estimated|funded)\s(?:at|for|to|with)\s(?:[a-z]+\s){0,2}$",
        text[:start],
    )
    return match["verb"] if match else None


# "staff had spent $2 million": what was done with a sum, where only who did it stands before.
_DID = re.compile(
    r"\b(?P<verb>appropriated|spent|awarded|allocated|saved|committed|received|invested|transferred|encumbered|expended|"
    r"requested|raised|borrowed|collected|paid|secured|won|budgeted|approved)\s"
    r"(?:(?:about|over|nearly|almost|roughly|approximately|another|some|only|just|more than|less than|up to|at least|"
    r"an additional|an estimated|a total of)\s){0,2}$"
)


def deed_before(text: str, start: int) -> str | None:
    """ "spent" of "By May staff had spent about $2 million"."""
    match = _DID.search(text[:start])
    return match["verb"] if match else None


def part_named(text: str, analysis: Analysis, start: int, end: int) -> str | None:
    """ "software licenses" of "which includes $640,000 for software licenses"; the sum is that of a part alone."""
    named = re.match(r"\s(?:for|in|of)\s(?:the\s|our\s|its\s)?", text[end:])
    return noun_after(analysis, end + named.end(), linked=False) if named else None


def is_part(text: str, start: int) -> bool:
    """Whether a sum is told as part of another: "which includes about $640,000"."""
    return _INCLUDED.search(text[:start]) is not None


def bracketed_share(text: str, start: int, end: int) -> str | None:
    """ "requested by patrols" of "Half of the flights (51%) were requested by patrols"."""
    match = re.match(r"\)\s(?:is|are|was|were)\s(?P<what>[^,.;()]{3,60})", text[end:])
    return " ".join(match["what"].split()[:8]) if match and text[:start].endswith("(") else None


def more_than(text: str, end: int) -> str | None:
    """ "more than in 2026" of "1,204 pupils, 31% more than in 2026": no share, but a change."""
    match = re.match(r"\s(?P<what>(?:more|fewer|less|higher|lower|above|below)\sthan\s[^,.;()]{2,40})", text[end:])
    return " ".join(match["what"].split()[:6]) if match else None


def state_after(text: str, end: int) -> str | None:
    """ "complete" of "Paving is 65 percent complete", "built" of "90% built"."""
    match = _STATE.match(text, end)
    return match["state"] if match else None


def cost_before(text: str, start: int) -> str | None:
    """ "cost" of "They cost more than $4 million", where no noun says what the sum is."""
    return "cost" if re.search(r"\bcosts?\s(?:[a-z]+\s){0,2}$", text[:start]) else None


def noun_before(text: str, analysis: Analysis, start: int) -> str | None:
    """ "adopted budget" of "an adopted budget of $9 million", "renewal rate" of "the renewal rate rose to 71%"."""
    phrases = [p for p in analysis.noun_phrases if p.end <= start and _can_be_measured(p.text)]
    close = [p for p in phrases if re.fullmatch(r"\s(?:is\s)?(?:of|at|to|from|up|down)\s.{0,25}", text[p.end : start])]
    subjects = [p for p in phrases if _is_subject(analysis, p.start, p.end)]
    chosen = (close or subjects or phrases)[-1:]
    return _without_article(chosen[0].text) if chosen else None


def _without_article(phrase: str) -> str | None:
    phrase = _YEAR.sub("", phrase)
    return re.sub(r"^(?:the|an?|its|our|this|with|their|these|those)\s", "", phrase, flags=re.I).strip() or None


def _can_be_measured(phrase: str) -> bool:
    """No pronoun, number or month: "they", "Eleven", "$4 million", "July"."""
    words = re.findall(r"[a-z]+", phrase.lower())
    return bool(words) and not re.search(r"\d", _YEAR.sub("", phrase)) and not set(words) <= _POINTERS | _MONTHS


def subject_before(analysis: Analysis, end: int) -> str | None:
    """ "Median response time" of "Median response time fell", ``end`` being where "fell" begins."""
    phrases = [p for p in analysis.noun_phrases if p.end <= end and _is_subject(analysis, p.start, p.end)]
    found = phrases[-1] if phrases and _can_be_measured(phrases[-1].text) else None
    return _without_article(found.text) if found and found.text.lower().split()[-1] not in _AGENTS else None


def find_subject(text: str) -> str | None:
    """What the sentence speaks of: its grammatical subject, if that is a thing and no pronoun or number."""
    analysis = analyse(text)
    for phrase in analysis.noun_phrases:
        if not any(t.role in ("nsubj", "nsubjpass") for t in analysis.tokens if phrase.start <= t.start < phrase.end):
            continue
        words = phrase.text.lower().split()
        if not _can_be_measured(phrase.text) or words[0] in NUMBER_WORDS or words[-1] in _AGENTS:
            return None
        whole = _OF_NAME.match(text, phrase.end)
        return _without_article(phrase.text + (whole.group() if whole else ""))
    return None


def _is_subject(analysis: Analysis, start: int, end: int) -> bool:
    inside = [t for t in analysis.tokens if start <= t.start and t.end <= end]
    return any(t.role in ("nsubj", "nsubjpass") for t in inside) and not any(t.pos == "PRON" for t in inside)


def _joined(tokens: list[Token]) -> str:
    """The tokens as they stand in the text, hyphens closed up."""
    text = ""
    for i, token in enumerate(tokens):
        gap = "" if i == 0 or tokens[i - 1].end == token.start else " "
        text += gap + token.text
    return text.strip(" ,;-")
