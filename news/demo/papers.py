"""Writes the demo's documents: a table as CSV, a page of lines as PDF."""

import csv
import io
from collections.abc import Sequence


def csv_file(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a table as a CSV file."""
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def pdf_file(lines: Sequence[str]) -> bytes:
    """Return a PDF file of one A4 page; the first line is the largest. Takes ASCII text."""
    text = b"BT /F1 20 Tf 72 750 Td (%b) Tj /F1 13 Tf" % _escaped(lines[0])
    for line in lines[1:]:
        text += b" 0 -26 Td (%b) Tj" % _escaped(line)
    text += b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return _assembled(objects)


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("ascii")


def _assembled(objects: Sequence[bytes]) -> bytes:
    """Return the objects as a file, with the table that says where each begins."""
    file, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            len(file),
        )
    )
