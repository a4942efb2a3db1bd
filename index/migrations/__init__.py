"""How a ledger gets from one format to the next, run by Alembic when a library is opened (``index.engine``)."""
