"""The closed choices of the newsroom; the API's enums are made from them."""

from django.db import models


class ArticleKind(models.TextChoices):
    """What sort of piece an article is."""

    NEWS = "news", "News"
    ANALYSIS = "analysis", "Analysis"
    OPINION = "opinion", "Opinion"
    EXPLAINER = "explainer", "Explainer"
    INTERVIEW = "interview", "Interview"
    FEATURE = "feature", "Feature"


class ContributorKind(models.TextChoices):
    """Who stands in a byline: a person, or a desk, team or agency."""

    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"


class SourceCategory(models.TextChoices):
    """How a story reached us."""

    WIRE = "wire", "Wire agency"
    STAFF = "staff", "Own staff"
    FREELANCE = "freelance", "Freelance"
    HANDOUT = "handout", "Handout"
    BROADCASTER = "broadcaster", "Broadcaster"
    OTHER = "other", "Other"


class CorrectionKind(models.TextChoices):
    """What a note under an article says of it."""

    CORRECTION = "correction", "Correction"
    CLARIFICATION = "clarification", "Clarification"
    RETRACTION = "retraction", "Retraction"
    UPDATE = "update", "Update"


class Severity(models.TextChoices):
    """How loudly a flash banner speaks; declared from the loudest to the quietest."""

    BREAKING = "breaking", "Breaking"
    URGENT = "urgent", "Urgent"
    UPDATE = "update", "Update"
