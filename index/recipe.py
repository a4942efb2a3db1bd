"""In which format the ledger is, and by which model and which rules its passages were made."""

from sqlalchemy import Connection, Engine

from index.embed import Embedder
from index.engine import ledger_errors, ledger_format, migrate
from index.folder import LibraryFolder
from index.ledger import put_fact
from index.passages import RULES
from index.reading import fact
from index.schema import HEAD


def bring_up_to_date(engine: Engine, folder: LibraryFolder, *, write: bool) -> None:
    """A reader that meets an older format takes the writer's lock for the moment that the migration takes."""
    with ledger_errors("opened"):
        if ledger_format(engine) == HEAD:
            return
        if write:
            migrate(engine)
        else:
            with folder.lock():
                migrate(engine)


def put_recipe(connection: Connection, embedder: Embedder) -> None:
    put_fact(connection, "model", embedder.name)
    put_fact(connection, "rules", RULES)


def is_made_otherwise(connection: Connection, embedder: Embedder) -> bool | None:
    """Whether another model or other rules made the passages; ``None`` of a ledger that was never written to."""
    model, rules = fact(connection, "model"), fact(connection, "rules")
    return None if model is None else (model, rules) != (embedder.name, RULES)
