"""Django's PostgreSQL, for servers: a database that is away is told of at once, not waited for again and again."""
