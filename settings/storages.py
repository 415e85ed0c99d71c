"""Where files are kept: in `VAR_DIR/media`, or in a bucket of anything that speaks S3."""

from typing import Any

from settings.env import env

FILES: dict[str, Any] = {"BACKEND": "cms.files.storage.LocalFiles"}

if env.str("STORAGE_BUCKET", default=""):
    FILES = {
        "BACKEND": "cms.files.s3.S3Files",
        "OPTIONS": {
            "bucket_name": env.str("STORAGE_BUCKET", default=""),
            "endpoint_url": env.address("STORAGE_ENDPOINT", default="") or None,
            "region_name": env.str("STORAGE_REGION", default="us-east-1"),
            "access_key": env.str("STORAGE_ACCESS_KEY"),
            "secret_key": env.str("STORAGE_SECRET_KEY"),
            "signature_version": "s3v4",
            "default_acl": None,  # the bucket is private, and so is what is in it
            "file_overwrite": False,
            "addressing_style": "path",
        },
    }
