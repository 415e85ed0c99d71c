"""How large a module and a function may be, what a file may be called, and which way imports flow."""

import graphlib

import grimp

from tests.house.sources import ROOT, functions, project_files, python_files, short

MODULE_LINES = 300
TEST_MODULE_LINES = 400
FUNCTION_LINES = 30
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "core", "lib"}
APPS = ("cms", "news", "search", "settings")


def test_no_module_is_longer_than_a_reader_keeps_in_mind():
    too_long = []
    for path in python_files():
        limit = TEST_MODULE_LINES if short(path).startswith("tests/") else MODULE_LINES
        lines = len(path.read_text().splitlines())
        if lines > limit:
            too_long.append(f"{short(path)}: {lines} lines, at most {limit}")

    assert not too_long, "Split along their nouns:\n" + "\n".join(too_long)


def test_no_function_is_longer_than_a_screen():
    too_long = [
        f"{short(path)}: {name} has {lines} lines, at most {FUNCTION_LINES}"
        for path in python_files()
        for name, lines in functions(path.read_text())
        if lines > FUNCTION_LINES
    ]

    assert not too_long, "\n".join(too_long)


def test_the_length_of_a_function_counts_its_signature_and_docstring():
    source = 'class A:\n    def f(self,\n          x):\n        """Say."""\n        return x\n'

    assert list(functions(source)) == [("f", 4)]


def test_every_file_is_named_for_its_subject():
    drawers = [
        short(path) for path in project_files() if DRAWERS & {path.stem, *path.relative_to(ROOT).parts[:-1]}
    ]

    assert not drawers, f"Name what these hold: {drawers}"


def test_every_folder_of_tests_is_a_package():
    folders = {
        parent for path in project_files("tests/*.py") for parent in path.parents if ROOT in parent.parents
    }
    missing = sorted(short(folder) for folder in folders if not (folder / "__init__.py").exists())

    assert not missing, f"Without __init__.py, `import news` finds tests/news: {missing}"


def test_no_module_imports_itself_by_a_detour():
    graph = grimp.build_graph(*APPS, cache_dir=None, exclude_type_checking_imports=True)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    graphlib.TopologicalSorter(imports).prepare()  # raises CycleError, which names the cycle
