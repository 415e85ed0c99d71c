"""Finds the places in Wagtail's own source where something may become public."""

import ast
from collections.abc import Iterator
from pathlib import Path

import wagtail

ROOT = Path(wagtail.__file__).parent
ASKING = {"filter", "exclude", "Q", "get", "dict"}
NOT_RUN = {"tests", "test", "migrations", "project_template"}


def publishing_sites() -> set[str]:
    """Return `module:function: what it does` for every place that may make something live or schedule it."""
    return {
        f"{path.relative_to(ROOT)}:{function}: {deed}"
        for path in ROOT.rglob("*.py")
        if not NOT_RUN & set(path.relative_to(ROOT).parts) and not path.stem.startswith("test")
        for function, deed in sites_in(path.read_text())
    }


def sites_in(source: str) -> Iterator[tuple[str, str]]:
    """Yield the enclosing function and the deed of every such place in a module's source."""
    yield from _walk(ast.parse(source), ())


def _walk(node: ast.AST, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        inside = (*names, child.name) if isinstance(child, ast.FunctionDef | ast.ClassDef) else names
        for deed in _deeds(child):
            yield ".".join(inside), deed
        yield from _walk(child, inside)


def _deeds(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Attribute(attr="publish")):
            yield "calls publish"
        case ast.Call(func=ast.Name(id=name)) if name.startswith("Publish") and name.endswith("Action"):
            yield f"makes a {name}"
        case ast.Call(func=ast.Attribute(attr="get_action_class"), args=[_, ast.Constant(value="publish")]):
            yield "looks the publishing action up"
        case ast.Call(func=called, keywords=keywords) if ast.unparse(called).rpartition(".")[2] not in ASKING:
            yield from _passed(keywords)
        case ast.Dict(keys=keys, values=values):
            yield from _mapped(keys, values)
        case ast.Assign(targets=targets, value=value) if _may_be_true(value):
            yield from _set(targets)
        case ast.ClassDef(bases=bases) if any(_is_publishing_action(base) for base in bases):
            yield "extends a publishing action"


def _passed(keywords: list[ast.keyword]) -> Iterator[str]:
    telling = {"live", "keep_live", "publish", "approved_go_live_at"}
    return (f"passes {each.arg}" for each in keywords if each.arg in telling and _may_be_true(each.value))


def _mapped(keys: list[ast.expr | None], values: list[ast.expr]) -> Iterator[str]:
    for key, value in zip(keys, values, strict=True):
        if isinstance(key, ast.Constant) and key.value == "live" and _may_be_true(value):
            yield "maps live"


def _set(targets: list[ast.expr]) -> Iterator[str]:
    written = {target.attr for target in targets if isinstance(target, ast.Attribute)}
    return (f"sets {name}" for name in sorted(written & {"live", "approved_go_live_at"}))


def _is_publishing_action(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id.startswith("Publish") and base.id.endswith("Action")


def _may_be_true(value: ast.expr) -> bool:
    return not (isinstance(value, ast.Constant) and not value.value)
