"""Whatever a policy holds, nothing internal comes out in the press room."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigor_portal.people.models import Organisation
from vigor_portal.policies.actions import NothingChanged, publish
from vigor_portal.policies.models import PublicPage, Version

HEAD = "---\npolicy: p\ntitle: Så gör vi\nlanguage: {}\nnote: hemlis\n---\n\nVi pratar. <!-- hemlis -->\n"
# The word and every internal key hold this; nothing public does.
SECRET = "hemlis"

audiences = st.booleans()


@st.composite
def policies(draw: st.DrawFn) -> list[str]:
    """Two texts, the same points in Swedish and English, some of them internal, linking to and showing one another."""
    sections = draw(
        st.lists(
            st.tuples(audiences, st.lists(audiences, max_size=3), st.lists(st.integers(0, 3), max_size=2)),
            min_size=1,
            max_size=3,
        )
    )
    return ["".join(_written(language, sections)) for language in ("sv", "en")]


def _written(language: str, sections: list[tuple[bool, list[bool], list[int]]]) -> Iterator[str]:
    yield HEAD.format(language)
    for number, (internal, guidelines, cases) in enumerate(sections):
        home = _key(f"s{number}", internal)
        yield f"\n## Rubrik {_word(internal)} {{#{home}{_audience(internal)}}}\n\nTro {language} {_word(internal)}.\n\n"
        keys = [
            (_key(f"s{number}-g{n}", each or internal), each or internal) for n, each in enumerate(guidelines)
        ]
        for key, hidden in keys:
            yield f'- Vi gör {_word(hidden)} [se där](#{keys[0][0]}) {language}. {{#{key} checks="{SECRET}"{_audience(hidden)}}}\n'
        for n, shown in enumerate(cases):
            if keys:
                key, hidden = keys[shown % len(keys)]
                yield f'\n### Fall {_word(hidden)} {{#{_key(f"s{number}-c{n}", hidden)} shows="{key}"}}\n\n- [x] Så {_word(hidden)}. → {language}\n'


def _key(name: str, internal: bool) -> str:
    return f"{name}-{SECRET}" if internal else name


def _word(internal: bool) -> str:
    return SECRET if internal else "öppet"


def _audience(internal: bool) -> str:
    return " audience=internal" if internal else ""


@pytest.mark.django_db
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(policies(), min_size=1, max_size=2))
def test_nothing_internal_is_public(
    client: Client, organisation: Organisation, texts: list[list[str]]
) -> None:
    from django.db import transaction

    with transaction.atomic():
        for both in texts:
            try:
                publish(both, by=None, because=f"Därför: {SECRET}", at=timezone.now())
            except NothingChanged:
                continue
        addresses = [*PublicPage.objects.values_list("path", flat=True), "/press/sv/nope", "/press/en/ask"]
        addresses += ["/press/en/compare/1/2"] * (Version.objects.count() > 1)
        for address in addresses:
            answer = client.get(address)
            shown = answer.content.decode() + str(answer.headers)
            assert SECRET not in shown, address
        # Each example begins with no policy, and published rows can't be deleted.
        transaction.set_rollback(True)
