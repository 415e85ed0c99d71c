"""A log line is one line of JSON, whatever is in it."""

import json
import logging

from cms.logs import JsonFormatter
from cms.request_id import current_request_id


def test_a_line_tells_when_who_what_and_of_which_request():
    record = logging.LogRecord("cms.access", logging.INFO, "", 0, "%s\nasked", ("قاری",), None)
    record.facts = {"status": 200}
    token = current_request_id.set("edge-7f3a.42_b")

    line = JsonFormatter().format(record)

    current_request_id.reset(token)
    assert "\n" not in line
    told = json.loads(line)
    assert told.pop("time").endswith("+00:00")
    assert told.pop("process")
    assert told == {
        "level": "INFO",
        "logger": "cms.access",
        "message": "قاری\nasked",
        "request_id": "edge-7f3a.42_b",
        "status": 200,
    }


def test_an_id_ends_with_its_request(client):
    client.get("/nowhere/", headers={"X-Request-ID": "edge-7f3a.42_b"})

    assert current_request_id.get() == ""
