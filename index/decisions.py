"""A person's decisions on names, kept in the ledger as a log: a decision is replaced or taken back, never deleted."""

from sqlalchemy import ColumnElement, Connection, insert, select, update

from index.encoding import json_to_record, record_to_json
from index.schema import decisions
from records.identity import Decision


def read_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Those that hold, in the order in which they were made."""
    query = select(decisions.c.record).where(decisions.c.state == "holds").order_by(decisions.c.number)
    return tuple(json_to_record(record, Decision) for record in connection.scalars(query))


def put_decision(connection: Connection, decision: Decision) -> None:
    """Replaces what held for the same two names of the same body."""
    names, body = _key(decision.name_one, decision.name_other), _plain(decision.body or "")
    _end(connection, (decisions.c.names == names) & (decisions.c.body == body), state="replaced")
    connection.execute(insert(decisions).values(names=names, body=body, state="holds", record=record_to_json(decision)))


def take_back(connection: Connection, one: str, other: str) -> int:
    """How many decisions on the two names held until now, of any body."""
    return _end(connection, decisions.c.names == _key(one, other), state="taken_back")


def _end(connection: Connection, which: ColumnElement[bool], *, state: str) -> int:
    return connection.execute(update(decisions).where(which, decisions.c.state == "holds").values(state=state)).rowcount


def _key(one: str, other: str) -> str:
    """In either order, case and blanks aside."""
    return "\n".join(sorted((_plain(one), _plain(other))))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
