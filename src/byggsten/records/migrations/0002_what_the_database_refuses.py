"""What the two databases refuse in their own ways: overlapping plans, changed accounts, weeks that start on a Tuesday.

SQLite does it by triggers.  A later migration that remakes one of these tables there drops its triggers, so it must
depend on this one's functions and call them again; tests/records/test_refusals.py finds out if it did not.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

APPEND_ONLY = ("records_account", "records_markreason", "records_event", "records_readlog", "records_personread")

OVERLAP = "plans_of_one_person_never_overlap"
MONDAY = "ledger_week_starts_on_a_monday"

SQLITE = [
    statement
    for event in ("INSERT", "UPDATE")
    for statement in (
        f"""
        CREATE TRIGGER {OVERLAP}_{event.lower()} BEFORE {event} ON records_plan
        WHEN NEW.withdrawn_at IS NULL AND EXISTS (
            SELECT 1 FROM records_plan AS other
            WHERE other.person_id = NEW.person_id
              AND other.withdrawn_at IS NULL
              AND other.id IS NOT NEW.id
              AND (other.last_day IS NULL OR other.last_day >= NEW.first_day)
              AND (NEW.last_day IS NULL OR NEW.last_day >= other.first_day)
        )
        BEGIN SELECT RAISE(ABORT, '{OVERLAP}'); END
        """,
        f"""
        CREATE TRIGGER {MONDAY}_{event.lower()} BEFORE {event} ON records_weekledger
        WHEN strftime('%w', NEW.monday) IS NOT '1'
        BEGIN SELECT RAISE(ABORT, '{MONDAY}'); END
        """,
    )
]

POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    f"""
    ALTER TABLE records_plan ADD CONSTRAINT {OVERLAP}
    EXCLUDE USING gist (person_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
    WHERE (withdrawn_at IS NULL)
    """,
    f"ALTER TABLE records_weekledger ADD CONSTRAINT {MONDAY} CHECK (extract(isodow FROM monday) = 1)",
    """
    CREATE FUNCTION records_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '%_is_append_only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
]


def append_only(vendor: str, tables: tuple[str, ...]) -> list[str]:
    """The statements after which the rows of the tables can only be added."""
    if vendor == "sqlite":
        return [
            f"""
            CREATE TRIGGER {table}_is_append_only_{event.lower()} BEFORE {event} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table}_is_append_only'); END
            """
            for table in tables
            for event in ("UPDATE", "DELETE")
        ]
    return [
        f"""
        CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION records_refuse_change()
        """
        for table in tables
    ]


def refuse(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create what the database at hand needs."""
    vendor = schema_editor.connection.vendor
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor]
    for statement in (*statements, *append_only(vendor, APPEND_ONLY)):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_first")]
    operations = [migrations.RunPython(refuse)]
