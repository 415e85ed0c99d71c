"""Every query in the documents is answered by the demo newsroom, as the documents say."""

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command

from tests.house.sources import project_files, short

QUERY = re.compile(r"^```graphql\n(.*?)^```(?:\n+[^\n`]+\n+```json\n(.*?)^```)?", re.DOTALL | re.MULTILINE)


def examples():
    """Yield each query of the documents: where it stands, its text, and the answer printed below it."""
    for path in project_files("docs/examples/*.graphql"):
        yield short(path), path.read_text(), None
    for path in project_files("*.md"):
        for query, answer in QUERY.findall(path.read_text()):
            yield f"{short(path)}: {query}", query, json.loads(answer) if answer else None


@pytest.fixture
def demo(db, settings, tmp_path):
    """The demo newsroom, with its files in a folder of the test's own."""
    settings.VAR = tmp_path
    call_command("load_demo", stdout=StringIO())


def test_every_query_in_the_documents_is_answered_as_they_say(demo, graphql):
    wrong = []
    for name, query, printed in examples():
        answer = graphql(query)
        if "errors" in answer or (printed and printed != answer):
            wrong.append(f"{name}\nanswered {json.dumps(answer, ensure_ascii=False, indent=2)}")

    assert not wrong, "\n\n".join(wrong)


def test_the_readme_shows_a_query_with_its_answer():
    assert [name for name, _, answer in examples() if name.startswith("README.md") and answer]
