"""Counts, sums and figures told twice in sentences; beside each kind what looks like it and is no finding."""

from collections.abc import Callable

import pytest

from answer.check import check
from extract.memo import document_to_memo
from records.memo import Memo

MemoOf = Callable[..., Memo]

HEAD = "TO: Works Committee\n\nFROM: Odo Fenn\n\nDATE: August 14, 2031\n\nSUBJECT: Works Status\n\n"
SCHEMES = (
    "## Status\n\n| Scheme | RAG | Issue |\n|---|---|---|\n| Ferry Map | Green | |\n| Dock Lights | Amber/Green | |\n"
    "| Tide Gauge | Amber/Red | Survey lost. |\n| Net Loft | Amber/Red | Steel arrived late. |\n"
    "| Kelp Crane | Red | Maker bankrupt. |\n\n"
)

# (sentence, kind, stated, computed); kind None: no finding of any kind but what is promised
TOLD = [
    ("The programme consists of six schemes, all shown in the table above.", "count", "six", "5"),
    ("The programme consists of five schemes, all shown in the table above.", None, None, None),
    ("All five schemes are listed above. Three schemes are rated Amber/Red.", "count", "three", "2"),
    ("All five schemes are listed above. Two schemes are rated Amber/Red.", None, None, None),
    ("The grant of $4.0 million comes from the state ($2.5 million), the county ($1.0 million) and the port "
     "($0.8 million).", "sum", "$4.0 million", "$4,300,000"),
    ("The grant of $4.0 million comes from the state ($2.5 million), the county ($1.0 million) and the port "
     "($0.5 million).", None, None, None),
    ("By source, 48 percent came from fees, 37 percent from grants and 25 percent from rents.", "percentage",
     "48 percent + 37 percent + 25 percent", "110%"),
    ("Asked to name all that apply, 48 percent named fees, 37 percent roads and 25 percent parks.", None, None, None),
    ("The class reached 120 officers in three groups: 40 in March, 45 in April and 45 in May.", "sum", "120", "130"),
    ("The class reached 130 officers in three groups: 40 in March, 45 in April and 45 in May.", None, None, None),
    ("Spending was $3.2 million of the $4.0 million budget, leaving $1.2 million.", "sum", "$1.2 million", "$800,000"),
    ("Spending was $3.2 million of the $4.0 million budget, leaving about $0.8 million.", None, None, None),
    ("The pier hosted 1,240 events in 2030.\n\nIn 2030 the pier hosted 1,420 events.", "restatement", "1,240", "1,420"),
    ("The pier hosted 1,240 events in 2030.\n\nIn 2030 the pier hosted about 1,200 events.", None, None, None),
    ("The pier hosted 1,240 events in 2030.\n\nThe earlier figure of 1,420 events in 2030 was corrected.",
     None, None, None),
    ("Staff rose from 388 to 402 positions, and the vacancy rate fell to 11.5 percent.", None, None, None),
    ("The Board approved a new plan on June 10, 2031 with a finish of March 31, 2032.", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stated", "computed"), TOLD)
def test_what_sentences_count_and_add_up(
    memo_of: MemoOf, text: str, kind: str | None, stated: str | None, computed: str | None
) -> None:
    memo = document_to_memo(memo_of(HEAD + SCHEMES + "## Update\n\n" + text, id="m").document)
    found = [f for f in check(memo) if f.kind != "commitment"]
    if kind is None:
        assert found == []
    else:
        assert [(f.kind, f.computed) for f in found] == [(kind, computed)]
        assert (stated or "?") in (found[0].stated or "")


def test_a_table_that_only_a_sentence_names_is_missing(memo_of: MemoOf) -> None:
    table = "Table 1: Riders by line\n\n| Line | Riders |\n|---|---|\n| A | 40 |\n| B | 30 |\n\n"
    text = HEAD + "## Update\n\n" + table + "Table 4 shows the fares of the ferry."
    found = check(document_to_memo(memo_of(text, id="m").document))
    assert [finding.stated for finding in found if finding.kind == "omission"] == ["Table 4"]


def test_two_bounds_of_a_key_are_no_two_shares(memo_of: MemoOf) -> None:
    text = (
        '## Key\n\nA project that "needs attention" varies from plan by 5% to 15% and has a recovery plan.\n\n'
        'A project is "off track" when it varies from plan by more than 15% or has no recovery plan.'
    )
    assert check(document_to_memo(memo_of(HEAD + text, id="m").document)) == ()
