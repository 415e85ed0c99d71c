"""No secret is kept with the code."""

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import default_settings

from tests.house.sources import project_files, short

ELSEWHERE = ("requirements/", "tests/", "search/", "news/demo/", "docs/schema.graphql")
WRITTEN = {".conf", ".example", ".ini", ".md", ".py", ".sh", ".toml", ".yaml", ".yml", ""}
# Words that look like secrets and are none: examples, names of fields, passwords of tests.
KNOWN = {
    ("cms/second_factor/devices.py", "Base64 High Entropy String"),  # an alphabet
    (".env.example", "Basic Auth Credentials"),
    ("bench/speed.py", "Secret Keyword"),  # of servers that are measured and thrown away
    ("bench/stock/settings.py", "Secret Keyword"),
    ("docs/operations.md", "Basic Auth Credentials"),
    ("docs/performance.md", "Basic Auth Credentials"),
    ("news/admin/readers/reasons.py", "Secret Keyword"),
    ("settings/env.py", "Basic Auth Credentials"),
    ("settings/test.py", "Secret Keyword"),
}


def test_nothing_in_the_repository_looks_like_a_secret():
    with default_settings():
        found = {
            (short(path), secret.type, secret.line_number)
            for path in project_files()
            if path.suffix in WRITTEN and not short(path).startswith(ELSEWHERE)
            for secret in scan_file(str(path))
        }

    assert not [each for each in sorted(found) if each[:2] not in KNOWN]


def test_a_secret_would_be_found(tmp_path):
    (tmp_path / "settings.py").write_text('SECRET_KEY = "kq3J9fPz81LwQe7Rt0XyVb5NmCd2GhSa"\n')

    with default_settings():
        found = {secret.type for secret in scan_file(str(tmp_path / "settings.py"))}

    assert "Secret Keyword" in found
