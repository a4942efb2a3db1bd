"""Alembic's entry point: it runs the steps on the connection that ``index.engine`` hands over, in one transaction."""

from alembic import context

from index.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
