"""GraphQL over HTTP: methods, media types, statuses, headers."""

import json
from io import BytesIO

import pytest

from tests.cms.graphql.asking import GRAPHQL, PLAIN, codes, get, post, post_body

pytestmark = pytest.mark.urls("tests.cms.graphql.sample")

HELLO = "{ hello }"
SHORT, LONG = b'{"query": "{ hello }"}', b'{"query": "{ hello }"}'.ljust(65_537)


def test_a_post_is_answered(client):
    response = post(client, HELLO)

    assert response.status_code == 200
    assert response.json() == {"data": {"hello": "Hello reader"}}


def test_a_get_is_answered_with_variables_and_operation_name(client):
    response = get(
        client,
        query="query A($n: String) { hello(name: $n) } query B { __typename }",
        variables={"n": "Noor"},
        operationName="A",
    )

    assert response.json() == {"data": {"hello": "Hello Noor"}}


def test_a_head_is_a_get_without_a_body(client):
    response = client.head("/graphql/", {"query": HELLO})

    assert response.status_code == 200
    assert response.content == b""


def test_the_address_works_without_its_last_slash(client):
    response = client.post("/graphql", {"query": HELLO}, content_type=PLAIN)

    assert response.json() == {"data": {"hello": "Hello reader"}}


def test_options_tell_the_methods(client):
    response = client.options("/graphql/")

    assert response.status_code == 204
    assert response["Allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused_and_told_which_there_are(client, method):
    response = getattr(client, method)("/graphql/")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert codes(response) == ["METHOD_NOT_ALLOWED"]


@pytest.mark.parametrize("operation", ["mutation { __typename }", "subscription { __typename }"])
def test_what_does_not_read_is_refused(client, operation):
    posted, got = post(client, operation), get(client, query=operation)

    assert (posted.status_code, got.status_code) == (400, 405)
    assert got["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert codes(posted) == codes(got) == ["OPERATION_NOT_SUPPORTED"]


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        (None, PLAIN),
        ("*/*", PLAIN),
        ("application/*", PLAIN),
        ("text/html, */*;q=0.1", PLAIN),
        (PLAIN, PLAIN),
        (GRAPHQL, GRAPHQL),
        ("APPLICATION/GRAPHQL-RESPONSE+JSON; Charset=UTF-8", GRAPHQL),
        (f"{GRAPHQL}, {PLAIN};q=0.9", GRAPHQL),
        (f"{PLAIN}, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL};q=0.5, {PLAIN}", PLAIN),
        (f"{GRAPHQL};q=0, */*", PLAIN),
        (f"{GRAPHQL};q=loud, {PLAIN};q=0.2", PLAIN),
    ],
)
def test_the_answer_has_the_media_type_that_the_client_prefers(client, accept, answered):
    headers = {"Accept": accept} if accept else {}

    response = client.post("/graphql/", {"query": HELLO}, content_type=PLAIN, headers=headers)

    assert response["Content-Type"] == f"{answered}; charset=utf-8"
    assert "Accept" in response["Vary"]


@pytest.mark.parametrize("accept", ["text/html", f"{PLAIN};q=0", f"{GRAPHQL};charset=latin-1"])
def test_a_client_that_takes_neither_media_type_is_told(client, accept):
    response = post(client, HELLO, accept=accept)

    assert response.status_code == 406
    assert codes(response) == ["NOT_ACCEPTABLE"]


@pytest.mark.parametrize(
    "content_type",
    [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/graphql",
        "",
    ],
)
def test_a_body_that_a_form_could_send_is_refused(client, content_type):
    response = post_body(client, {"query": HELLO}, content_type=content_type)

    assert response.status_code == 415
    assert response["Accept"] == PLAIN
    assert codes(response) == ["UNSUPPORTED_MEDIA_TYPE"]


def test_a_body_is_utf_8_and_not_compressed(client):
    in_latin = post_body(client, {"query": HELLO}, content_type="application/json; charset=latin-1")
    in_utf_8 = post_body(client, {"query": HELLO}, content_type="Application/JSON; charset=UTF-8")
    zipped = post_body(client, {"query": HELLO}, **{"Content-Encoding": "gzip"})

    assert [response.status_code for response in (in_latin, in_utf_8, zipped)] == [415, 200, 415]


@pytest.mark.parametrize(
    ("ends_it", "body", "status"),
    [(True, SHORT, 200), (True, LONG, 413), (True, b" ", 400), (False, SHORT, 411), (False, LONG, 411)],
)
def test_a_body_in_chunks_is_read_where_the_server_ends_it_and_else_its_length_is_asked_for(
    client, ends_it, body, status
):
    stream = BytesIO(body)
    server = {"wsgi.input": stream, "wsgi.input_terminated": ends_it, "HTTP_TRANSFER_ENCODING": "chunked"}

    answer = client.post("/graphql/", body, content_type=PLAIN, **server, CONTENT_LENGTH="")

    assert answer.status_code == status
    assert codes(answer) == {200: [], 413: ["LIMIT_EXCEEDED"]}.get(status, ["BAD_REQUEST"])
    assert stream.tell() == (min(len(body), 65_537) if ends_it else 0)


def test_a_body_in_chunks_that_are_none_is_told_of(client):
    class Broken(BytesIO):
        def read(self, size=-1):
            raise ValueError("Invalid chunk size: b'zz'")

    server = {"wsgi.input": Broken(), "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}

    answer = client.post("/graphql/", SHORT, content_type=PLAIN, **server, CONTENT_LENGTH="")

    assert (answer.status_code, codes(answer)) == (400, ["BAD_REQUEST"])


def test_a_body_that_is_left_out_is_refused_whoever_would_end_it(client):
    assert client.post("/graphql/", content_type=PLAIN, CONTENT_LENGTH="").status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b" ",
        b"{",
        b"NONSENSE",
        b'"{ hello }"',
        b"null",
        b"{}",
        b'{"query": ""}',
        b'{"qeury": "{ hello }"}',
        b'{"query": 1}',
        b'{"query": ["{ hello }"]}',
        b'{"query": "{ hello }", "variables": [1]}',
        b'{"query": "{ hello }", "variables": "x"}',
        b'{"query": "{ hello }", "operationName": 5}',
        b'{"query": "{ hello }", "extensions": 5}',
        b'{"query": "{ hello }", "variables": {"a": NaN}}',
        b'{"query": "{ hello }", "variables": {"a": ' + b"9" * 5000 + b"}}",
        b'{"query": "{ hello }", "variables": {"a": ' + b"[" * 30_000 + b"]" * 30_000 + b"}}",
        b'{"query": "\xff"}',
        b"\xff\xfe{\x00}\x00",
    ],
)
@pytest.mark.parametrize("accept", [PLAIN, GRAPHQL])
def test_a_body_that_is_no_request_is_refused(client, body, accept):
    response = post_body(client, body, accept=accept)

    assert response.status_code == 400
    assert codes(response) == ["BAD_REQUEST"]


@pytest.mark.parametrize(
    "parameters",
    [{}, {"query": ""}, {"query": HELLO, "variables": "{"}, {"query": HELLO, "extensions": "[1]"}],
)
def test_an_address_that_is_no_request_is_refused(client, parameters):
    response = client.get("/graphql/", parameters)

    assert response.status_code == 400
    assert codes(response) == ["BAD_REQUEST"]


def test_an_address_with_thousands_of_parameters_is_refused(client):
    response = client.get("/graphql/?" + "&".join(f"p{number}=" for number in range(1_500)))

    assert response.status_code == 400
    assert codes(response) == ["BAD_REQUEST"]


@pytest.mark.parametrize("parameter", ["variables", "operationName", "extensions"])
def test_null_is_as_good_as_left_out(client, parameter):
    assert post(client, HELLO, **{parameter: None}).json() == {"data": {"hello": "Hello reader"}}


def test_a_batch_is_refused_in_so_many_words(client):
    response = post_body(client, [{"query": HELLO}, {"query": HELLO}])

    assert response.status_code == 400
    assert codes(response) == ["BATCHING_NOT_SUPPORTED"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ nonsense }", "GRAPHQL_VALIDATION_FAILED"),
        ("query ($of: Int!) { number(of: $of) }", "BAD_USER_INPUT"),
        ("query A { hello } query B { hello }", "OPERATION_NOT_FOUND"),
        ("{ a: hello " + "b: hello " * 30 + "}", "LIMIT_EXCEEDED"),
        ("fragment F on Query { hello }", "GRAPHQL_VALIDATION_FAILED"),
        ("type Query { hello: String }", "GRAPHQL_VALIDATION_FAILED"),
    ],
)
def test_a_wrong_document_is_400_to_those_who_read_statuses_and_200_to_those_who_cannot(client, query, code):
    modern, plain = post(client, query), post(client, query, accept=PLAIN)

    assert (modern.status_code, plain.status_code) == (400, 200)
    assert set(codes(modern)) == set(codes(plain)) == {code}
    assert "data" not in modern.json()
    assert modern["Cache-Control"] == plain["Cache-Control"] == "no-store"


def test_an_operation_is_chosen_by_name_among_several(client):
    document = "query A { hello } query B { number(of: 2) }"

    assert post(client, document, operationName="B").json() == {"data": {"number": 2}}
    assert codes(post(client, document, operationName="C")) == ["OPERATION_NOT_FOUND"]
    assert codes(post(client, document)) == ["OPERATION_NOT_FOUND"]


def test_a_field_may_set_headers_of_the_response(client):
    response = post(client, "{ private }")

    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("cookie", ["", "short", "s" * 32])
def test_no_cookie_is_read_or_set(client, cookie):
    client.cookies["sessionid"] = cookie
    client.cookies["csrftoken"] = cookie

    for response in (post(client, HELLO), get(client, query=HELLO), post(client, "{")):
        assert not response.cookies
        assert "cookie" not in response["Vary"].lower()


def test_a_known_origin_may_ask_from_a_browser_and_no_other(client):
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}

    known = client.options("/graphql/", headers={"Origin": "https://reader.example", **asked})
    other = client.options("/graphql/", headers={"Origin": "https://elsewhere.example", **asked})

    assert known["Access-Control-Allow-Origin"] == "https://reader.example"
    assert "content-type" in known["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in known
    assert "Access-Control-Allow-Origin" not in other


def test_text_in_every_script_comes_through(client):
    name = "سیلاب 🏃 ñ"

    response = post(client, "query ($n: String) { hello(name: $n) }", variables={"n": name})

    assert json.loads(response.content.decode("utf-8")) == {"data": {"hello": f"Hello {name}"}}


@pytest.mark.parametrize("code_point", [0x0, 0xD800, 0xDFFF])
def test_characters_that_no_database_takes_are_replaced_on_the_way_in(client, code_point):
    character = chr(code_point)
    escaped = json.dumps({"name": character}).encode()
    in_variable = b'{"query": "query ($name: String) { hello(name: $name) }", "variables": ' + escaped + b"}"
    in_literal = json.dumps({"query": '{ hello(name: "\\u0000") }'}).encode()
    in_document = json.dumps({"query": f'{{ hello(name: "{character}") }}'}).encode()

    assert post_body(client, in_variable).json() == {"data": {"hello": "Hello \ufffd"}}
    assert post_body(client, in_literal).json() == {"data": {"hello": "Hello \ufffd"}}
    assert post_body(client, in_document).json() == {"data": {"hello": "Hello \ufffd"}}
