"""What Alembic runs: the revisions, on the connection that the caller gives, inside the caller's transaction."""

from alembic import context


def migrate() -> None:
    """Run the revisions; they are counted apart from those of the ledger's own tables."""
    context.configure(
        connection=context.config.attributes["connection"],
        transaction_per_migration=False,
        version_table="account_revision",
    )
    context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads it
    migrate()
