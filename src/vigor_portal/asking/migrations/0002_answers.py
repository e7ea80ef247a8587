import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import vigor_portal.asking.models


def give_each_answer_a_row(apps, schema_editor):
    """Answers stood on the question; now several questions can share one, and asking finds it."""
    Question, Answer = (apps.get_model("asking", name) for name in ("Question", "Answer"))
    for question in Question.objects.filter(state="answered"):
        question.answer = Answer.objects.create(
            question=question.text,
            text=question.words,
            language=question.language,
            point=question.point,
            written_by=question.owner,
        )
        question.save()


class Migration(migrations.Migration):
    dependencies = [
        ("asking", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=vigor_portal.asking.models.make_public_id,
                        editable=False,
                        max_length=16,
                        unique=True,
                    ),
                ),
                ("question", models.CharField(max_length=500)),
                ("text", models.TextField(blank=True)),
                ("language", models.CharField(max_length=8)),
                ("point", models.CharField(blank=True, max_length=64)),
                ("rests_on", models.PositiveIntegerField(blank=True, null=True)),
                ("changed_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ("taken_back", models.BooleanField(default=False)),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ("-changed_at",)},
        ),
        migrations.RenameField("question", "answer", "words"),
        migrations.AddField(
            "question",
            "answer",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="questions",
                to="asking.answer",
            ),
        ),
        migrations.AddField("question", "seal", models.CharField(blank=True, max_length=64)),
        migrations.RunPython(give_each_answer_a_row, migrations.RunPython.noop),
        migrations.RemoveField("question", "words"),
        migrations.RemoveField("question", "point"),
    ]
