"""What tests of production share with those of files: a server that speaks S3."""

from tests.cms.files.conftest import s3_server

__all__ = ["s3_server"]
