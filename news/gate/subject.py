"""A thing that may become public, as the checks see it: as it would be, not as it is stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Site

from news.gate.models import GateSettings


@dataclass(frozen=True)
class Subject:
    """A page or record with its children; `children` stand for those that a form has not handed over yet."""

    instance: Any
    children: Mapping[str, Sequence[Model]] = field(default_factory=dict)

    @property
    def ignored(self) -> tuple[str, ...]:
        """Fields and child relations that readers never see: the model's `gate_ignores`."""
        return (*getattr(self.instance, "gate_ignores", ()), COMMENTS_RELATION_NAME)

    @cached_property
    def opens_at(self) -> datetime:
        """When readers will see it, by its own dates."""
        dates = (getattr(self.instance, name, None) for name in ("go_live_at", "embargo_until", "starts_at"))
        return max([timezone.now(), *filter(None, dates)])

    @cached_property
    def settings(self) -> GateSettings:
        """The words and limits of its site, or of the default one."""
        site = self.instance.get_site() if getattr(self.instance, "url_path", "") else None
        site = site or Site.objects.filter(is_default_site=True).first()
        return GateSettings.for_site(site) if site else GateSettings()

    def child_relations(self) -> Iterator[tuple[str, type[Model]]]:
        """Yield the names and models of the child relations that readers see."""
        if isinstance(self.instance, ClusterableModel):
            for relation in get_all_child_relations(type(self.instance)):
                name = relation.get_accessor_name()
                if name not in self.ignored:
                    yield name, relation.related_model

    def related(self, name: str) -> list[Any]:
        """Return the objects of a child relation, in order."""
        if name in self.children:
            return list(self.children[name])
        return list(getattr(self.instance, name).all())
