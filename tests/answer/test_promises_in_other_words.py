"""A promise that a later memo answers in other words: what is told is recognised, and nothing else is.

Beside the answer each later memo holds sentences with the same verbs about other things.
"""

from collections.abc import Callable

import pytest

from answer.promises import promises
from extract.memo import document_to_memo
from records.memo import Memo
from records.promises import Promise

MemoOf = Callable[..., Memo]

HEAD = "TO: Works Committee\n\nFROM: Odo Fenn\n\nDATE: February 14, {year}\n\nSUBJECT: Works Status\n\n# Status\n\n"
TABLE = "| Project | Status | Target Completion |\n|---|---|---|\n| Ballast Pump Survey | Green | |\n\n"
OTHERS = (
    "\n\n## Other Matters\n\nThe skate park at Linden Street opened in May 2031. The Council adopted the biennial "
    "budget in June 2031. A contract for salt was awarded in July 2031. The Committee met twelve times."
)
GENERAL = "## Program Update\n\n"

# (promise, made in February 2031; what the memo of February 2032 says; what became of it)
TOLD = [
    ("## Alder Pool\n\nThe renovated pool will open in July 2031.",
     "## Alder Pool\n\nSwimmers were let in for the first time on July 12, 2031.", "kept"),
    ("## Alder Pool\n\nThe renovated pool will open in July 2031.",
     "## Alder Pool\n\nThe pool opened to the public on July 12, 2031.", "kept"),
    ("Staff will bring a tree policy to the Commission by June 2031.",
     "The Commission adopted the tree policy on June 4, 2031.", "kept"),
    ("Staff will bring a tree policy to the Commission by June 2031.",
     "The Commission adopted the tree policy on October 4, 2031.", "unclear"),
    ("## Old Depot\n\nDemolition is planned for September 2031.",
     "## Old Depot\n\nThe old building came down in October 2031.", "late"),
    ("## Old Depot\n\nDemolition is planned for September 2031.",
     "## Old Depot\n\nThe building was torn down on September 9, 2031.", "kept"),
    ("## Fern Library\n\nThe branch is expected to reopen by March 2032.",
     "## Fern Library\n\nThe branch will welcome readers again by September 2032.", "changed"),
    ("## Fern Library\n\nThe branch is expected to reopen by October 2031.",
     "## Fern Library\n\nThe branch will welcome readers again by September 2032.", "late"),
    ("## Paving\n\nStaff expects to award the paving contract in May 2031.",
     "## Paving\n\nThe contract was signed with Orrin Paving in August 2031.", "late"),
    ("The department plans to hire six lifeguards by June 2031.",
     "Six lifeguards joined the department in May 2031.", "kept"),
    ("The department plans to hire six lifeguards by June 2031.",
     "The department recruited four lifeguards in May 2031.", "unclear"),
    ("The department plans to hire six lifeguards by June 2031.",
     "All six lifeguards were on the job by June 2031.", "kept"),
    ("The new permit portal will launch in November 2031.",
     "The permit portal has been live since November 4, 2031.", "kept"),
    ("The new permit portal will launch in November 2031.",
     "Residents have been able to use the permit portal since December 2, 2031.", "late"),
    ("A parking study is due in October 2031.",
     "The consultant handed in the parking study in December 2031.", "late"),
    ("Staff of the clinic will move into the Grove Building in the summer of 2031.",
     "The clinic relocated to the Grove Building in July 2031.", "kept"),
    ("Twelve electric buses will arrive by December 2031.",
     "Twelve electric buses entered service on January 20, 2032.", "unclear"),
    ("## Fire Station 9\n\nGround will be broken in April 2031.",
     "## Fire Station 9\n\nConstruction began with a ceremony on April 18, 2031.", "kept"),
    ("## Fire Station 9\n\nConstruction is scheduled to start in April 2031.",
     "## Fire Station 9\n\nGround was broken on June 18, 2031.", "late"),
    ("## Fire Station 9\n\nConstruction is scheduled to start in April 2031.",
     "## Fire Station 9\n\nWork got under way on April 8, 2031.", "kept"),
    ("The city will install two fountains in Lime Square by August 2031.",
     "The fountains in Lime Square will not be built; the Council struck them from the budget.", "withdrawn"),
    ("The city will install two fountains in Lime Square by August 2031.",
     "The Council decided against the fountains in Lime Square.", "withdrawn"),
    ("A public hearing on the fees will be held in September 2031.",
     "The hearing on the fees took place on September 17, 2031.", "kept"),
    ("The elevators at City Hall will be back in service by May 2031.",
     "The elevators at City Hall are running again.", "kept"),
    ("The elevators at City Hall will be back in service by May 2031.",
     "The elevators at City Hall are still out of order.", "late"),
    ("The county expects to receive the flood grant in the spring of 2031.",
     "The flood grant of $2.1 million came in on April 30, 2031.", "kept"),
    ("The county expects to receive the flood grant in the spring of 2031.",
     "The state turned down the application for the flood grant.", "withdrawn"),
    ("Results of the resident survey will be released in October 2031.",
     "The resident survey was mailed to 4,000 households in October 2031.", "unclear"),
    ("Parks will plant 500 trees by November 2031.",
     "Parks planted 512 trees between March and November 2031.", "kept"),
    ("Parks will plant 500 trees by November 2031.",
     "By November 2031, 310 trees had been planted.", "unclear"),
    ("Crews will replace the lamps on Quay Road by June 2031.",
     "The lamps on Quay Road will not be lit on Sundays.", "unclear"),
    ("The Vale Street bridge will be reopened in August 2031.",
     "The Mill Street bridge was reopened in August 2031.", "unmentioned"),
    ("The north stairs will be repaired by May 2031.",
     "The south stairs were repaired in May 2031.", "unmentioned"),
    ("## Quarry Park\n\nThe park will open in May 2031.",
     "## Quarry Park\n\nThe snack bar opened in May 2031.", "unmentioned"),
    ("## Quarry Park\n\nThe park will open in May 2031.",
     "## Quarry Park\n\nThe first phase of the park opened in May 2031.", "unclear"),
    ("## Old Depot\n\nDemolition is planned for September 2031.",
     "## Old Depot\n\nDemolition began in September 2031.", "unclear"),
    ("Staff will bring a tree policy to the Council by June 2031.",
     "The Council of Elders adopted a dog policy on June 4, 2031.", "unmentioned"),
    ("The permit portal will launch in November 2031.",
     "A contract for the permit portal was signed in November 2031.", "unclear"),
    ("The permit portal will launch in November 2031.",
     "The permit portal was demonstrated to the public in November 2031.", "unclear"),
    ("The permit portal will launch in November 2031.",
     "Had the permit portal been launched in November 2031, fees would have fallen.", "unclear"),
    ("The permit portal will launch in November 2031.",
     "The vendor claims that the permit portal could have launched in November 2031.", "unclear"),
    ("The Council will adopt the fee schedule by June 2031.",
     "The Council rejected the fee schedule on June 4, 2031.", "unclear"),
    ("## Fern Library\n\nThe branch is expected to reopen by March 2031.",
     "## Fern Library\n\nThe branch closed in March 2031 for repairs to the roof.", "unclear"),
    ("## Fern Library\n\nThe branch is expected to reopen by March 2031.",
     "## Fern Library\n\nThe branch did not reopen in March 2031.", "late"),
    ("The payroll software will go live in January 2032.",
     "Tests of the payroll software were completed in January 2032.", "unclear"),
    ("The payroll software will go live in January 2032.",
     "The payroll software is live in two of nine departments.", "unclear"),
    ("The county expects to receive the flood grant in the spring of 2031.",
     "The flood grant application was received by the state in April 2031.", "unclear"),
    ("The Pine Street lot will be sold by the end of 2031.",
     "The Pine Street lot was appraised in November 2031.", "unclear"),
    ("Parks will plant 500 trees by November 2031.",
     "Parks removed 500 trees in November 2031.", "unclear"),
    ("The survey results will be released in October 2031.",
     "The budget results were released in October 2031.", "unmentioned"),
    ("The City will install two fountains in Lime Square by August 2031.",
     "Two benches were installed in Lime Square in August 2031.", "unclear"),
]  # fmt: skip


@pytest.fixture(scope="module")
def outcome_of(memo_of: MemoOf) -> Callable[[str, str], Promise]:
    def make(promised: str, later: str) -> Promise:
        texts = {2031: promised, 2032: later + OTHERS}
        memos = [
            document_to_memo(memo_of(HEAD.format(year=year) + TABLE + _under(text), id=f"m{year}").document)
            for year, text in texts.items()
        ]
        return promises(memos)[0]

    return make


def _under(text: str) -> str:
    return text if text.startswith("##") else GENERAL + text


@pytest.mark.parametrize(("promised", "later", "state"), TOLD)
def test_what_is_told_in_other_words_is_recognised(
    outcome_of: Callable[[str, str], Promise], promised: str, later: str, state: str
) -> None:
    found = outcome_of(promised, later)
    assert found.state == state
    assert promised.endswith(found.text)
    assert (found.deciding is None) == (state == "unmentioned")
    if found.deciding is not None:
        assert found.deciding.places[0].quote in later
