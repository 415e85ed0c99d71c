"""Finds the files to import and reads ninjs from one of them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.template.defaultfilters import filesizeformat

from news.importers.items import Item, Refused
from news.importers.ninjs import read_item

LARGEST = 20 * 1024 * 1024
"""No story is larger, in bytes; what is larger is something else."""


def files_at(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files at paths: a file itself, of a folder what ends in .json, at any depth, by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*.json") if file.is_file())
        else:
            yield path


def read_ninjs(path: Path) -> Item:
    """Return the item in a file; raise `Refused` when there is none to be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(f"it is larger than {filesizeformat(LARGEST)}")
        return read_item(json.loads(path.read_bytes()))
    except FileNotFoundError as error:
        raise Refused("there is no such file") from error
    except OSError as error:
        raise Refused(f"it cannot be opened: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise Refused(f"it is not JSON: {error.msg}, line {error.lineno}") from error
    except UnicodeDecodeError as error:
        raise Refused("it is not JSON: no encoding of Unicode fits it") from error
