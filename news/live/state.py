"""What is on air for one audience at one moment, asked of the API itself, so that it shows what the API shows."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from cms.answers.movements import can_follow
from cms.answers.serving import answers, kept
from cms.graphql.context import RequestContext
from cms.graphql.own_query import OwnQuery

LATEST = datetime(9000, 1, 1, tzinfo=UTC).timestamp()
QUERY = OwnQuery("""query OnAir($section: ID, $locale: String) {
  flash(section: $section, locale: $locale) {
    nextChangeAt
    banners {
      id label severity startsAt endsAt version
      items { kicker text url article { id title path } }
    }
  }
}""")


@dataclass(frozen=True, slots=True)
class Audience:
    """Who listens: readers of one language, in one section or on the front page."""

    section: str | None
    locale: str | None


@dataclass(frozen=True, slots=True)
class State:
    """What is on air: as JSON, with a mark that differs when it does, and until when the clock leaves it alone."""

    text: str
    mark: str
    until: datetime | None


def what_is_on_air(audience: Audience, context: RequestContext) -> bytes:
    """Return the API's field `flash` for an audience, as JSON."""
    answer = QUERY.ask({"section": audience.section, "locale": audience.locale}, context)
    return json.dumps(answer["flash"], ensure_ascii=False, separators=(",", ":")).encode()


def on_air(audience: Audience) -> State:
    """Return what is on air now; raise `GraphQLError` for a language that the site does not have."""
    body, answer = kept(("flash", audience), lambda now: what_is_on_air(audience, RequestContext(now=now)))
    text = (body or b"").decode()
    change = json.loads(text)["nextChangeAt"]
    moments = [datetime.fromisoformat(change)] if change else []
    if answer is not None and answer.until < LATEST:
        moments.append(datetime.fromtimestamp(answer.until, UTC))
    mark = hashlib.blake2b(text.encode(), digest_size=10).hexdigest()
    return State(text=text, mark=mark, until=min(moments, default=None))


def changes_seen() -> int | None:
    """Return a number that grows with every change of anything readers see; `None` where nobody counts."""
    memory = answers()
    return memory.movements.follow() if memory and can_follow() else None
