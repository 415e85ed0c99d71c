"""The second factor of signing in: a code from an authenticator app, or one of ten recovery codes."""
