"""The GraphQL machinery: types, execution, pagination, limits and the HTTP endpoint."""
