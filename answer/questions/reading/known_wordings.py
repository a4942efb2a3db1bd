"""What questions about memos and projects are after, each with the wordings that people use for it.

``intents`` holds a question against these by the likeness of meaning. An intent without a canonical question ("-") is
one that memolens keeps no record of: its wordings are here so that a question like them is not taken for another.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Intent:
    """``canonical`` is how the answerers know the question; empty for what no record holds."""

    canonical: str
    wordings: tuple[str, ...]


def _read(text: str) -> tuple[Intent, ...]:
    """A canonical question a line, its other wordings indented below it."""
    intents: list[list[str]] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            intents[-1].append(line.strip())
        else:
            intents.append([line])
    return tuple(
        Intent("", tuple(others)) if first == "-" else Intent(first, (first, *others)) for first, *others in intents
    )


OF_THE_MEMO = _read("""
Who is the memo addressed to?
  Which committee is this memo addressed to?
  Who receives this report?
  Which committee was this memo written for?
  To whom was this memorandum sent?
  Which body gets the report?
  Who is the recipient of the memo?
  memo addressed to committee
  Who is the report for?
  Which panel is the memo directed to?
  Which board receives this memo?
  Which council gets the memorandum?
Who is the memo from?
  Who sent this memo?
  Which officer submitted the report?
  Whose memo is this?
  sender of the memo
Who prepared the memo?
  Who wrote the memo?
  Who is the author of this report?
  Who drafted this memorandum?
  memo author
Who signed the memo?
  Whose signature is on the report?
  Who put their name under this memorandum?
  signatory of the memo
What is the subject of the memo?
  What is the title of this report?
  What does the subject line say?
  What is the memorandum about?
  memo subject line
  What is the topic of the memo?
What is the date of the memo?
  When was the memo written?
  When was this report issued?
  What day is the memorandum dated?
  memo date
  How old is this memo?
When was the memo approved?
  On what date was the report approved?
  When was the memorandum signed off?
  memo approval date
  What is the date of approval of the report?
Who approved the memo?
  Who signed off on the report?
  By whom was this memorandum approved?
Who is the contact for questions about the memo?
  Whom should I contact about this report?
  Who answers questions on the memorandum?
  Who can I ask about this memo?
  memo contact person
  Who do I get in touch with about the report?
What email address is given for questions about the memo?
  Where can I send an e-mail about this report?
  contact email address
  Which email should be used to reach the contact person?
What phone number is given for questions about the memo?
  What number should one call with questions about the report?
  Whom do I call about the memo and at what number?
  contact telephone number
  What is the phone number of the contact person?
Which council districts does the memo concern?
  Which district is the memo for?
  What areas of the city does the memo apply to?
  memo council district
For which meeting is the memo?
  When is the meeting at which the report is heard?
  memo meeting date
  On what day does the committee discuss this report?
What does the memo recommend?
  What is the committee asked to do?
  What is the recommendation?
  What action is requested of the council?
  What does staff recommend that the committee do?
  What is the committee being asked to accept?
With whom was the memo coordinated?
  Which offices was the report coordinated with?
  What departments were consulted in the writing of the memo?
  memo coordination
  Which departments reviewed this memorandum?
-
  Why was the memo written?
  How long is the memo?
  What else does the memo say?
  Who read the memo?
  What did the committee decide?
  When is the next report due?
  When was the previous report made?
  How did the committee vote?
  Who opposed the recommendation?
  Who is on the committee?
  What are the main points of the memo?
  Which department was this done with?
  What was the last time that this was reported to the committee?
  Is the memo consistent?
""")

OF_A_PROJECT = _read("""
What is the status of the project?
  How do things stand with the project?
  How is the project going?
  Where does the project stand?
  Is there any news about the project?
  What color is the project?
  How is the project rated?
  project status
  What is the current state of the project?
  What is going on with the project?
  How is the project coming along?
  Is the project on track?
What is the issue with the project?
  Why is the project delayed?
  What went wrong with the project?
  What was the reason that the project fell behind?
  What is holding the project up?
  What problem does the project have?
  What explains the delay of the project?
  project issue
  What caused the project to slip?
  What is the cause of the trouble with the project?
  Why is the project late?
  reason for project delay
What is the mitigating action for the project?
  What is being done about the problem of the project?
  How is the delay of the project being addressed?
  What steps are taken to get the project back on track?
  project mitigating action
  What is the plan to fix the project?
  What happens next with the project?
  How will the project recover?
  What is the remedy for the project?
What is the budget of the project?
  How much does the project cost?
  What will the project cost?
  project budget
  What is the price of the project?
  How much money is set aside for the project?
  What is the project going to cost?
  How expensive is the project?
  What sum is planned for the project?
How much has been spent on the project?
  project spending to date
  What did the project use up so far?
When is the project expected to be completed?
  When will the project be finished?
  What is the target date of the project?
  By when should the project be done?
  project completion date
  What is the deadline of the project?
  When is the end of the project planned?
  When does the project end?
When was the project completed?
  When did the project finish?
  When did the project go live?
  In which month was the project finished?
  date the project was completed
When did the project start?
  When was the project begun?
  project start date
  Since when does it run?
Who is the project manager of the project?
  Who leads the project?
  Who is in charge of the project?
  Who is responsible for the project?
  Who owns the project?
  project manager
Which department is responsible for the project?
  Which office runs the project?
  What department owns the project?
-
  Who is the vendor of the project?
  Which company was selected for the project?
  What is the project?
  What does the project do?
  Why is the project important?
  What does the project replace?
  What are the benefits of the project?
  How many people use the project?
  How many people joined the project?
  Who uses the project?
  Where is the project located?
  What does the mayor think of the project?
  Who objected to the project?
  How does the project work?
  Which technology does the project use?
  What did the project achieve?
  What are the risks of the project?
  How many offices use the project?
  Which offices do not use the project yet?
  What is the contract value of the project?
  What is the name of the old vendor of the project?
  Who asked for the project?
  What remains to be done?
  How much revenue does the project manage?
  Why was the project needed?
  How long did the project take?
  What is the new date of the project?
  How was the project received?
  When was the project recognized?
  What award did the project win?
  How much did the project save?
  How many staff work on the project?
  What phase is the project in?
  What was in place before the project?
  When was the project approved?
  Which departments took part in the project?
  Who paid for the project?
  Is the project worth it?
""")

OF_A_STATUS = _read("""
What does red mean?
  When is a project red?
  Under what circumstances is a project classified as red?
  What makes a project red?
  What is the definition of red?
  red status meaning
  What does it take to be red?
  When does a project turn red?
  How is red defined?
-
  Which projects are red?
  How many projects are red?
  Why is it red?
  Is any project red?
  When did it turn red?
  What share of projects is red?
  Who decides what is red?
  list of red projects
  What is done about red projects?
""")
