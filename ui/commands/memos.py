"""``memolens list``, ``show`` and ``remove``: the memos of the library."""

from typing import Annotated

import typer

from records.memo import Memo
from ui import wire
from ui.commands.context import JsonOption, LibraryOption, open_workspace
from ui.commands.output import note, print_fields, print_json, print_table

MemoArgument = Annotated[str, typer.Argument(help="A memo's id, date or year.", metavar="MEMO")]


def register(app: typer.Typer) -> None:
    app.command("list")(list_)
    app.command("show")(show)
    app.command("remove")(remove)


def list_(context: typer.Context, as_json: JsonOption = False, library: LibraryOption = None) -> None:
    """List the memos of the library, oldest first."""
    with open_workspace(context, library) as workspace:
        entries = workspace.entries()
    if as_json:
        print_json([wire.entry_to_json(entry) for entry in entries])
        return
    columns = ("Memo", "Date", "Body", "Subject", "File", "Pages")
    print_table(columns, [(e.id, e.date, e.body, e.subject, e.file, e.pages) for e in entries])
    if not entries:
        note("the library is empty. `memolens ingest PATH...` takes memos in.")


def show(
    context: typer.Context, memo: MemoArgument, as_json: JsonOption = False, library: LibraryOption = None
) -> None:
    """Show one memo: letterhead, sections, records and problems."""
    with open_workspace(context, library) as workspace:
        found = workspace.memo(memo)
    print_json(wire.memo_to_json(found)) if as_json else _print_memo(found)


def remove(context: typer.Context, memo: MemoArgument, library: LibraryOption = None) -> None:
    """Withdraw a memo: it is gone from every index; citations already given stay resolvable."""
    with open_workspace(context, library, write=True) as workspace:
        note(f"removed {workspace.withdraw(memo)}")


def _print_memo(memo: Memo) -> None:
    head = memo.letterhead
    print_fields(
        {
            "Memo": memo.id,
            "File": memo.document.file,
            "Body": head.body,
            "To": head.to,
            "From": head.from_,
            "Prepared by": head.prepared_by,
            "Subject": head.subject,
            "Date": head.date,
            "State as of": head.as_of.text if head.as_of and head.date is None else None,
            "Approved": head.approved,
            "Meeting": head.meeting,
            "District": head.district,
            "Reference": head.reference,
            "Contact": head.contact,
            "Signed by": ", ".join(filter(None, (head.signed_by, head.signer_title))) or None,
        }
    )
    print("\nSections")
    for section in memo.sections:
        if section.title:
            print(f"  p. {section.page:<3} {'  ' * (section.level - 1)}{section.title}")
    if memo.projects:
        rows = [(p.project, p.status, p.issue, p.mitigation, p.place.page) for p in memo.projects]
        print_table(("Project", "Status", "Issue", "Mitigation", "Page"), rows, title="Projects")
    if memo.metrics:
        metrics = [(m.subject, m.text, m.places[0].page) for m in memo.metrics]
        print_table(("Subject", "Figure", "Page"), metrics, title="Figures")
    for title, lines in (
        ("Recommendations", [f"{remark.text} (p. {remark.places[0].page})" for remark in memo.recommendations]),
        ("Coordination", [f"{remark.text} (p. {remark.places[0].page})" for remark in memo.coordination]),
        ("Commitments", [f"{c.text} (p. {c.places[0].page})" for c in memo.commitments]),
        ("Named but absent", [omission.message for omission in memo.omissions]),
        ("Problems in reading", [problem.message for problem in memo.problems]),
    ):
        if lines:
            print(f"\n{title}", *(f"  - {line}" for line in lines), sep="\n")
