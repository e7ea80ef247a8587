from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep_what_was_said(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The one farewell that an account showed is the first of those that it shows."""
    public: Any = apps.get_model("voices", "PublicAccount")
    for row in public.objects.exclude(farewell={}).iterator(chunk_size=500):
        public.objects.filter(pk=row.pk).update(farewells=[row.farewell])


class Migration(migrations.Migration):
    dependencies = [("voices", "0001_initial")]

    operations = [
        migrations.AddField("publicaccount", "farewells", models.JSONField(blank=True, default=list)),
        migrations.RunPython(keep_what_was_said, migrations.RunPython.noop),
        migrations.RemoveField("publicaccount", "farewell"),
    ]
