"""Counts what readers search, for the newsroom: added up in memory, written behind, and never about anybody.

A search only adds to a number in memory. `SEARCH_REPORT_SECONDS` after the first of them a thread writes the sums; what
a process that is killed has not written is lost, which a report of many thousands bears. What looks like a person's
own (an address of electronic mail, a long number) is not counted at all.
"""

import logging
import re
import threading
from collections import Counter
from datetime import date, timedelta
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from cms.answers.recording import each_time
from search.folding import folded_words
from search.models import AskedQuery
from search.models.asked_query import LONGEST_ASKED

logger = logging.getLogger(__name__)

PERSONAL = re.compile(r"@|\d(?:[\s./()-]?\d){5}")
MOST_WAITING = 5_000
ADD = """
    INSERT INTO search_askedquery (day, words, times, in_vain) VALUES (%s, %s, %s, %s)
    ON CONFLICT (day, words) DO UPDATE SET times = search_askedquery.times + excluded.times,
        in_vain = search_askedquery.in_vain + excluded.in_vain
"""

Asked = tuple[date, str]

_lock = threading.Lock()
_times: Counter[Asked] = Counter()
_in_vain: Counter[Asked] = Counter()
_timer: threading.Timer | None = None


def note(text: str, *, in_vain: bool) -> None:
    """Count a query, now and each time its answer is given from the cache."""
    words = " ".join(folded_words(text[: LONGEST_ASKED * 2]))
    if words and len(words) <= LONGEST_ASKED and not PERSONAL.search(text):
        each_time(partial(_count, words, in_vain))


def _count(words: str, in_vain: bool) -> None:
    global _timer
    asked = (timezone.localdate(), words)
    with _lock:
        if asked in _times or len(_times) < MOST_WAITING:
            _times[asked] += 1
            _in_vain[asked] += in_vain
        if _timer is None and settings.SEARCH_REPORT_SECONDS:
            _timer = threading.Timer(settings.SEARCH_REPORT_SECONDS, _write_behind)
            _timer.daemon = True
            _timer.start()


def write() -> None:
    """Add what was counted to the sums of the day, and forget days that are too long ago."""
    rows = [(*asked, times, in_vain) for asked, (times, in_vain) in sorted(forget().items())]
    if not rows:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(ADD, rows)
    oldest = timezone.localdate() - timedelta(days=settings.SEARCH_REPORT_DAYS)
    AskedQuery.objects.filter(day__lt=oldest).delete()


def forget() -> dict[Asked, tuple[int, int]]:
    """Return what was counted, how often and how often in vain, and begin again at nothing."""
    with _lock:
        counted = {asked: (times, _in_vain[asked]) for asked, times in _times.items()}
        _times.clear()
        _in_vain.clear()
    return counted


def _write_behind() -> None:
    global _timer
    with _lock:
        _timer = None
    try:
        write()
    except Exception:  # a report that cannot be written is no reason to stop serving readers
        logger.exception("What readers searched could not be written down")
    finally:
        connection.close()
