"""One line of JSON for each event, with the id of the request that it belongs to."""

import json
import logging
from datetime import UTC, datetime

from cms.request_id import current_request_id


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON. `extra={"facts": {…}}` adds fields of the event's own."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "process": record.process,
        }
        request_id = current_request_id.get()
        if request_id:
            line["request_id"] = request_id
        line.update(getattr(record, "facts", {}))
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)
