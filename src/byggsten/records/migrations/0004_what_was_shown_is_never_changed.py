"""What a party saw of a plan, and what they said of it, is never changed or removed."""

from importlib import import_module

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

APPEND_ONLY = ("records_plansight", "records_planstance")


def refuse(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers of the database at hand."""
    append_only = import_module("byggsten.records.migrations.0002_what_the_database_refuses").append_only
    for statement in append_only(schema_editor.connection.vendor, APPEND_ONLY):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("records", "0003_one_way_in")]
    operations = [migrations.RunPython(refuse)]
