"""Files kept in a folder, and in a bucket of a server that speaks S3 over HTTP."""

import uuid

import boto3
import pytest
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer

KEYS = {"aws_access_key_id": "reader", "aws_secret_access_key": "reader", "region_name": "us-east-1"}


@pytest.fixture(scope="session")
def s3_server():
    """Run moto's server; return its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def in_bucket(address: str, bucket: str) -> dict:
    """Return the setting that keeps files in a bucket."""
    options = {
        "bucket_name": bucket,
        "endpoint_url": address,
        "access_key": "reader",
        "secret_key": "reader",
        "region_name": "us-east-1",
        "signature_version": "s3v4",
        "default_acl": None,
        "file_overwrite": False,
        "addressing_style": "path",
    }
    return {"BACKEND": "cms.files.s3.S3Files", "OPTIONS": options}


@pytest.fixture
def bucket(s3_server, settings):
    """Keep files in a bucket of their own; return it."""
    name = f"b-{uuid.uuid4().hex}"
    made = boto3.resource("s3", endpoint_url=s3_server, **KEYS).create_bucket(Bucket=name)
    settings.STORAGES = {**settings.STORAGES, "default": in_bucket(s3_server, name)}
    return made


@pytest.fixture(params=["folder", "bucket"])
def kept(request):
    """Keep files in a folder, then in a bucket; both behave the same."""
    request.getfixturevalue(request.param)
    return storages["default"]


@pytest.fixture
def fetch(client):
    """Fetch an address to the end; returns the answer with its `body`."""

    def get(address, **headers):
        answer = client.get(address, headers=headers)
        answer.body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer

    return get
