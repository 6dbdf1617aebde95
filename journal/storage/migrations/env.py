"""Run by Alembic. The caller hands in a connection inside a transaction, and commits or rolls back all steps as one."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True, transactional_ddl=True)
context.run_migrations()
