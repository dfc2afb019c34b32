"""A place in a plan says in words why it was chosen."""

from django.db import migrations

import byggsten.records.fields


class Migration(migrations.Migration):
    dependencies = [("records", "0004_what_was_shown_is_never_changed")]
    operations = [
        migrations.AddField(
            model_name="planitem",
            name="why",
            field=byggsten.records.fields.FreeText(blank=True, default=""),
        ),
    ]
