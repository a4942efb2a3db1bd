"""A question as people type it, put into the plain form that the rest of this room reads.

"Could you tell me when the pier will be finished, please" becomes "When will the pier be finished?", and the key words
"pier budget" become "What is the pier budget?". Only the form changes: no content word is added, dropped or replaced.
"""

import re

from answer.questions.reading.words import ASKING

_WH = r"(?:who|whom|whose|what|which|when|where|why|how)"
_AUX = r"(?:is|are|was|were|will|would|has|have|had|can|could|should|does|do|did)"
_GREETING = r"(?:(?:hi|hello|hey|okay|ok|so|um|please|thanks|quick question)\b[,.!:;-]* ?)"
_KNOW = r"(?:know|hear|see|find out|learn|understand|check|ask|confirm|figure out)"
_ASKING = (
    rf"(?:(?:could|can|would|will) (?:you|someone|anyone|anybody) (?:please |kindly |maybe |perhaps |possibly )?"
    rf"(?:tell|show|give|remind|let|help|explain to|point out to) (?:me|us)(?: {_KNOW})?"
    rf"|(?:i|we)(?:['’](?:d|m|re)| would| do| am| are|(?:['’]ve| have) been| was| were)? ?(?:just |really |also )?"
    rf"(?:like|love|want|need|have|wondering|wonder|curious|interested|trying|looking|hoping)"
    rf"(?: to| for| in)?(?: {_KNOW})?"
    rf"|(?:do|does|would) (?:you|anyone|anybody|we) (?:happen to |by any chance )?"
    rf"(?:know|remember|recall|have any idea)"
    rf"|any idea|(?:please )?(?:tell|show|give|remind) (?:me|us)|let me know|is it possible to (?:say|tell|know))"
)
_FRAME = re.compile(
    rf"^{_GREETING}{{0,3}}(?:{_ASKING}(?: (?:about|of|for))?[,:]? )?{_GREETING}{{0,2}}(?=\S)", re.IGNORECASE
)
_ASKED = re.compile(rf"^{_GREETING}{{0,3}}{_ASKING}\b", re.IGNORECASE)
_SAYS = re.compile(
    r"^(?:does|do|did) (?:the|this) (?:memo|memorandum|report|document) "
    rf"(?:say|state|mention|tell(?: us)?|explain|specify|indicate) (?={_WH}\b)",
    re.IGNORECASE,
)
"""A question inside a question: "Does the memo say | who pays?" wants the payer."""
_ENDING = re.compile(
    r"[,;]? ?\b(?:please|thanks|thank you|by any chance|if you (?:know|can|don['’]t mind)|do you know|exactly)[.!?]*$",
    re.IGNORECASE,
)
_SHORTENED = re.compile(
    r"\b(what|who|where|when|how)(?:['’]s|s(?= (?:the|our|its|his|her|an?|this)\b))(?=\W)", re.IGNORECASE
)
"""What's, and "whats the"."""
_SUBJECT = rf"(?P<subject>(?!{_AUX}\b)(?:[^\s,]+ ){{1,9}}?)"
_WHETHER = re.compile(rf"^(?:if|whether) {_SUBJECT}(?P<aux>{_AUX}) (?P<rest>.+)$", re.IGNORECASE)
_WHETHER_DOES = re.compile(
    r"^(?:if|whether) (?P<subject>(?:the|this) (?:memo|memorandum|report|document)|it) "
    r"(?P<verb>[a-z]+?)s\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"^(?P<wh>what|who|(?:which|what|how many|how much) [a-z]+) "
    r"(?P<subject>(?:the|our|its|their|this|that) .{2,120}?) (?P<aux>is|are|was|were)$",
    re.IGNORECASE,
)
_STATED_WITH_REST = re.compile(
    rf"^(?P<wh>when|where|why|how(?= (?:the|our|its|their|this|these|that|[A-Z])\b)) {_SUBJECT}"
    r"(?P<aux>is|are|was|were|will|has|have|had) (?P<rest>.+)$",
)
_DID = re.compile(
    r"^(?P<wh>what|when|where|why|how) (?P<subject>(?:the|our|its|their|this|we|they) ?(?:[^\s,]+ ){0,6}?)"
    r"did(?P<rest> .+|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"^(?:{_WH}|{_AUX}|name|list|enumerate|define|describe|explain|summari[sz]e|compare|count|give|show|tell|by|in|at|on"
    r"|for|from|to|with|under|of|since|until|between|before|after|if|whether|according|as)\b",
    re.IGNORECASE,
)
_VERB = re.compile(rf"\b(?:{_AUX}|be|been|did)\b", re.IGNORECASE)
_MOST_KEYWORDS = 9
_PLURAL = re.compile(r"(?:[^s\W]|[aeiou]e)s$")


def plain_question(text: str) -> str:
    """The question in its plain form, with a capital and a question mark."""
    bare = _SHORTENED.sub(r"\1 is", " ".join(text.split()).rstrip("?!. "))
    asked = _ASKED.match(bare) is not None
    bare = _ENDING.sub("", _FRAME.sub("", bare, count=1)).rstrip(" ,;?") or bare
    bare = _in_question_order(_SAYS.sub("", bare))
    if asked and not _SENTENCE.match(bare):
        bare = f"{_what(bare)} {bare}"
    elif _are_keywords(bare):
        small = bare.split()[0].lower() in ASKING
        bare = f"{_what(bare)} the {bare[:1].lower() + bare[1:] if small else bare}"
    return f"{bare[:1].upper()}{bare[1:]}?" if bare else ""


def _in_question_order(text: str) -> str:
    """ "whether the pier is open" is "is the pier open"; "when the pier will open" is "when will the pier open"."""
    if found := _WHETHER_DOES.match(text):
        return f"does {found['subject']} {found['verb']}{found['rest']}"
    if found := _WHETHER.match(text):
        return f"{found['aux']} {found['subject']}{found['rest']}"
    if found := _STATED.match(text):
        return f"{found['wh']} {found['aux']} {found['subject']}"
    if found := _DID.match(text):
        return f"{found['wh']} did {found['subject'].strip()} do{found['rest']}"
    if found := _STATED_WITH_REST.match(f"{text[:1].lower()}{text[1:]}"):
        return f"{found['wh']} {found['aux']} {found['subject']}{found['rest']}"
    return text


def _are_keywords(text: str) -> bool:
    """Few words without a verb, as one types them into a search box."""
    return 1 < len(text.split()) <= _MOST_KEYWORDS and not _SENTENCE.match(text) and not _VERB.search(text)


def _what(text: str) -> str:
    last = re.split(r"\b(?:of|for|in|on|with|from|by|since|as|that|who)\b", text, maxsplit=1)[0].split()[-1:]
    return "what are" if last and _PLURAL.search(last[0]) else "what is"
