"""The newsroom's own checks: what keeps a thing back, and what its editor is told."""

from news.gate.checks.advice import (
    long_headline,
    long_paragraphs,
    pictures_without_credit,
    without_source,
    without_standfirst,
    without_tags,
)
from news.gate.checks.bylines import missing_byline
from news.gate.checks.links import hidden_targets
from news.gate.checks.pictures import missing_alternative_text
from news.gate.checks.text import unfinished_passages
from news.gate.findings import Level
from news.gate.registry import Check

CHECKS = (
    Check("news.unfinished", Level.BLOCKING, unfinished_passages),
    Check("news.alternative_text", Level.BLOCKING, missing_alternative_text),
    Check("news.byline", Level.BLOCKING, missing_byline),
    Check("news.hidden_link", Level.BLOCKING, hidden_targets),
    Check("news.standfirst", Level.ADVISORY, without_standfirst),
    Check("news.headline_length", Level.ADVISORY, long_headline),
    Check("news.tags", Level.ADVISORY, without_tags),
    Check("news.source", Level.ADVISORY, without_source),
    Check("news.credit", Level.ADVISORY, pictures_without_credit),
    Check("news.paragraph_length", Level.ADVISORY, long_paragraphs),
)
