"""A person's decisions on which names are one project."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("names", "body", "state", "record")),
    )
    op.create_index("decisions_by_names", "decisions", ["names"])


def downgrade() -> None:
    op.drop_table("decisions")
