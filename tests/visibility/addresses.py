"""Every public address that the URL resolver knows, with every name of a hidden thing in each of its places.

An address that somebody adds is covered by being there: nothing is listed here but the admin, which is left out.
"""

from collections.abc import Iterator
from itertools import permutations

from django.urls import Resolver404, get_resolver, resolve
from django.utils.http import urlencode

PRIVATE = "admin/"
# What an address may ask for behind a question mark; all are asked for together.
ASKED = ("section", "tag", "contributor", "source", "locale", "path", "id", "p", "q", "query", "token")


def patterns(resolver=None, before="") -> Iterator[tuple[str, list[str]]]:
    """Yield each pattern of an address and the names of its places."""
    resolver = resolver or get_resolver()
    for key in resolver.reverse_dict:
        for possibilities, *_ in resolver.reverse_dict.getlist(key):
            yield from ((before + pattern, places) for pattern, places in possibilities)
    for prefix, inner in resolver.namespace_dict.values():
        yield from patterns(inner, before + prefix)


def public_addresses(facts) -> Iterator[str]:
    """Yield addresses. `facts` has what names each thing: its key, slug, path, file name, …"""
    for pattern, places in sorted({(pattern, tuple(places)) for pattern, places in patterns()}):
        if not pattern.startswith(PRIVATE):
            yield from dict.fromkeys(filter(is_known, _filled(f"/{pattern}", places, facts)))


def _filled(pattern, places, facts) -> Iterator[str]:
    if not places:
        yield pattern % {}
        yield from (f"{pattern % {}}?{urlencode(dict.fromkeys(ASKED, of_thing[0]))}" for of_thing in facts)
    for of_thing in facts:
        names = [str(fact).strip("/") for fact in of_thing]
        for values in permutations(names, len(places)) if places else ():
            yield pattern % dict(zip(places, values, strict=True))


def is_known(address):
    """Return whether the resolver takes an address to a view."""
    try:
        return resolve(address.partition("?")[0])
    except Resolver404:
        return False


def everything_in(response):
    """Return all that an answer tells: its headers and its text.

    The ticker's stream never ends and is told by a thread that sees nothing of this test's transaction. What it
    tells is what `/flash/` answers, which is read.
    """
    is_endless = response.streaming and response["Content-Type"].startswith("text/event-stream")
    body = b"" if is_endless else b"".join(response)
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{headers}\n{body.decode(errors='replace')}"
