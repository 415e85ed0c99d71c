"""Asks everything there is to ask, as a reader who is nobody, and notes what must not stand in an answer.

The glance is asked with every value of every enum and with everything that names a thing, hidden things first; the
whole with the first that find something.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphql import build_client_schema, get_introspection_query

from tests.visibility.questions import CURSOR, Questions

# How often a root is asked for the whole of what a name finds, and how many pages of a list are turned.
WHOLES, MOST_PAGES = 1, 5
# What the walk asks is larger than what readers may.
LIMITS = dict.fromkeys(
    (
        "body_bytes", "characters", "tokens", "definitions", "selections", "aliases", "directives",
        "variables", "root_fields", "depth", "comparisons", "list_items", "cost",
    ),
    10**9,
)  # fmt: skip
FAILURES = {"INTERNAL_ERROR", "GRAPHQL_VALIDATION_FAILED", "LIMIT_EXCEEDED", "SERVICE_UNAVAILABLE"}


@dataclass
class Seen:
    """What a walk came across."""

    paths: int = 0
    requests: int = 0
    filled: set = field(default_factory=set)
    addresses: set = field(default_factory=set)
    leaks: dict = field(default_factory=dict)
    failures: dict = field(default_factory=dict)


class Walk:
    """Walks over the schema that `client` is shown, looking for canaries among `words`.

    `handles` has names of things by what they are: "id", "path", "slug", "word", "locale", …
    """

    def __init__(self, client, words, handles, address="/graphql/"):
        self.client = client
        self.words = words
        self.address = address
        self.seen = Seen()
        answer, _ = self._post({"query": get_introspection_query()})
        self.questions = Questions(build_client_schema(answer["data"]), handles)

    def everything(self):
        """Ask all there is to ask; return what was seen."""
        for root in self.questions.roots():
            self.root(root)
        return self.seen

    def root(self, root):
        """Ask one root field with everything worth trying."""
        for _ in self._asking(root):
            pass

    def first_leak(self, root):
        """Ask one root field until something leaks; return what did."""
        for _ in self._asking(root):
            if self.seen.leaks:
                break
        return self.seen.leaks

    def _asking(self, root) -> Iterator[None]:
        glance = self.questions.glance(root)
        whole, paths = self.questions.whole(root)
        self.seen.paths += paths
        base, wholes = {}, 0
        for number, variables in enumerate(self.questions.required(root)):
            if number == 0:
                base = variables
            found = self._pages(root, glance, variables)
            yield
            if found and wholes < WHOLES:
                self._pages(root, whole, variables)
                base = base if wholes else variables
                wholes += 1
                yield
        wholes = 0
        for optional in self.questions.optional(root):
            variables = base | optional
            found = self._pages(root, glance, variables)
            if found and wholes < WHOLES:
                self._pages(root, whole, variables)
                wholes += 1
            yield

    def _pages(self, root, document, variables):
        """Ask a document, and for the next pages of a list; return whether anything was found."""
        found = answer = self.ask(root, document, variables)
        for _ in range(MOST_PAGES):
            page = answer.get("pageInfo", {}) if isinstance(answer, dict) else {}
            if CURSOR not in self.questions.roots()[root].args or not page.get("hasNextPage"):
                break
            answer = self.ask(root, document, variables | {CURSOR: page["endCursor"]})
        return bool(found.get("nodes", True) if isinstance(found, dict) else found)

    def ask(self, root, document, variables):
        """Ask one document, note what stands in the answer, and return what the root field brought."""
        answer, text = self._post({"query": document, "variables": variables})
        self.seen.requests += 1
        asked = f"{root} {json.dumps(variables)[:150]}"
        for canary in self.words.canaries_in(text):
            self.seen.leaks.setdefault(canary, asked)
        for error in answer.get("errors", ()):
            if error["extensions"]["code"] in FAILURES:
                self.seen.failures.setdefault(error["message"], asked)
        data = answer.get("data") or {}
        self._note(data)
        return data.get(root)

    def _post(self, body):
        """Ask over HTTP; return the answer, and all its text, headers included."""
        response = self.client.post(self.address, json.dumps(body), content_type="application/json")
        headers = "\n".join(f"{name}: {value}" for name, value in response.items())
        return json.loads(response.content), f"{headers}\n{response.content.decode()}"

    def _note(self, value):
        if isinstance(value, list):
            for item in value:
                self._note(item)
        elif isinstance(value, str) and value.startswith(("/", "http://")):
            self.seen.addresses.add(value)
        elif isinstance(value, dict):
            type_name = value.get("__typename", "Query")
            for key, below in value.items():
                if below not in (None, "", []):
                    self.seen.filled.add((type_name, key.split("__")[0].split("_of_")[0]))
                self._note(below)
