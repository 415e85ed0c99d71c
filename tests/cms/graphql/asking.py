"""How the tests speak HTTP to the endpoint."""

import hashlib
import json

PLAIN = "application/json"
GRAPHQL = "application/graphql-response+json"


def post(client, query, *, accept=GRAPHQL, **parameters):
    """Send a query as a JSON body; `parameters` are variables, operationName and extensions."""
    return post_body(client, {"query": query, **parameters}, accept=accept)


def post_body(client, body, *, accept=GRAPHQL, content_type=PLAIN, **headers):
    """Send a body, encoded unless it is bytes already."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(
        "/graphql/", data=data, content_type=content_type, headers={"Accept": accept, **headers}
    )


def get(client, *, accept=GRAPHQL, **parameters):
    """Send a query in the address."""
    query = {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()
    }
    return client.get("/graphql/", query, headers={"Accept": accept})


def codes(response):
    """Return the codes of an answer's errors."""
    return [error["extensions"]["code"] for error in response.json().get("errors", [])]


def sha256(query):
    """Return the hash of a document, as clients of persisted documents work it out."""
    return hashlib.sha256(query.encode()).hexdigest()
