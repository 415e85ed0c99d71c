"""Turns findings into a form's errors, each at its field, block or row."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import ModelForm
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock, TypedTableBlockValidationError
from wagtail.fields import StreamField

from news.gate.findings import Finding, Step

Pinned = tuple[tuple[Step, ...], str]
"""The steps that are left to a part of a value, and what its editor should do."""


def pin(form: Any, findings: Sequence[Finding]) -> None:
    """Add findings to a page's or record's form as errors."""
    by_field: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_field[finding.location.field].append(finding)
    for name, found in by_field.items():
        if name in form.formsets:
            _pin_to_rows(form, name, found)
        elif name in form.fields:
            form.add_error(name, _error_of_field(form, name, found))
        else:
            form.add_error(None, [finding.sentence for finding in found])


def _error_of_field(form: ModelForm, name: str, findings: Sequence[Finding]) -> ValidationError:
    field = form.instance._meta.get_field(name)
    if isinstance(field, StreamField):
        pinned = [(finding.location.steps, finding.message) for finding in findings]
        return _error_of_block(field.stream_block, getattr(form.instance, name), pinned)
    return ValidationError([finding.message for finding in findings])


def _pin_to_rows(form: Any, name: str, findings: Sequence[Finding]) -> None:
    """Pin findings to the rows of an inline panel; their steps are the place of a kept row, and a field."""
    formset = form.formsets[name]
    rows = kept_forms(formset)
    for finding in findings:
        match finding.location.steps:
            case (int(place), str(field)) if field in rows[place].fields:
                rows[place].add_error(field, finding.message)
            case (int(place), *_):
                rows[place].add_error(None, finding.message)
            case _:
                formset.non_form_errors().append(finding.message)


def kept_forms(formset: Any) -> list[Any]:
    """Return the rows of an inline panel that stay, in the order they were given."""
    forms = [
        form for form in formset.forms if form not in formset.deleted_forms and not _is_blank(formset, form)
    ]
    return sorted(forms, key=lambda form: form.cleaned_data.get("ORDER") or 0)


def _is_blank(formset: Any, form: Any) -> bool:
    return form in formset.extra_forms and not form.has_changed()


def _error_of_block(block: blocks.Block, value: Any, pinned: Sequence[Pinned]) -> ValidationError:
    """Return the error that shows messages at the parts of a block's value."""
    here = [message for steps, message in pinned if not steps]
    below: dict[Step, list[Pinned]] = defaultdict(list)
    for steps, message in pinned:
        if steps:
            below[steps[0]].append((steps[1:], message))
    if isinstance(block, BaseTypedTableBlock):
        return _error_of_table(here, below)
    errors = {step: _error_of_block(*_part(block, value, step), found) for step, found in below.items()}
    for kind, error in ERRORS.items():
        if isinstance(block, kind):
            return error(errors, here)
    return ValidationError(here)


ERRORS: dict[type[blocks.Block], Callable[[dict[Any, ValidationError], list[str]], ValidationError]] = {
    blocks.BaseStreamBlock: blocks.StreamBlockValidationError,
    blocks.ListBlock: blocks.ListBlockValidationError,
    blocks.BaseStructBlock: blocks.StructBlockValidationError,
}


def _part(block: blocks.Block, value: Any, step: Step) -> tuple[blocks.Block, Any]:
    """Return the block and value that a step leads to."""
    if isinstance(block, blocks.BaseStreamBlock):
        return value[step].block, value[step].value
    if isinstance(block, blocks.ListBlock):
        return block.child_block, value[step]
    return block.child_blocks[step], value.get(step) if isinstance(value, blocks.StructValue) else None


def _error_of_table(here: list[str], below: dict[Step, list[Pinned]]) -> TypedTableBlockValidationError:
    """Return a table's error: at its cells, and for caption and headings at the table."""
    cells: dict[Step, dict[Step, ValidationError]] = defaultdict(dict)
    for row, found in below.items():
        for steps, message in found:
            if isinstance(row, int) and steps:
                cells[row][steps[0]] = ValidationError(message)
            else:
                here.append(message)
    return TypedTableBlockValidationError(cell_errors=cells, non_block_errors=here)
