"""Settings by environment: `development` for a laptop, `test` for the tests, `production` for readers."""
