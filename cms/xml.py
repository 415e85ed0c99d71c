"""Small XML documents: what is no character of XML is left out, so that no headline breaks a document."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(
    parent: Element, name: str, text: object = None, attributes: Mapping[str, str] | None = None
) -> Element:
    """Add an element with a text and attributes; return it."""
    child = SubElement(parent, name, {key: clean(value) for key, value in (attributes or {}).items()})
    if text is not None:
        child.text = clean(str(text))
    return child


def clean(text: str) -> str:
    """Return the text without what XML does not know."""
    return NO_CHARACTER.sub("", text)


def xml(root: Element, namespaces: Mapping[str, str]) -> bytes:
    """Return an element as a document in UTF-8, its namespaces under these prefixes."""
    for prefix, uri in namespaces.items():
        register_namespace(prefix, uri)
    return tostring(root, encoding="utf-8", xml_declaration=True)
