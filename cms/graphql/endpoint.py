"""GraphQL over HTTP: the one view behind /graphql/.

It knows no session, no user and no cookie, so an answer depends on nothing but the request, and any cache
may keep it. `transport` reads the request, `persisted` and `documents` find the operation, the executor runs
it, `responses` says with which status the outcome leaves.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from graphql import ExecutionResult, GraphQLSchema
from graphql.execution.values import get_variable_values

from cms import reading
from cms.answers.cache import AnswerCache
from cms.graphql import caching, errors, persisted, rate, responses, transport
from cms.graphql.documents import Document, Documents, Operation, Planner, Runnable, Terms
from cms.graphql.errors import Refusal, UserError
from cms.graphql.limits import limits_in_force
from cms.graphql.responses import Context
from cms.graphql.text import longest_list
from cms.graphql.transport import Parameters
from cms.request_id import request_id_of


class Endpoint:
    """A view that answers GraphQL requests from one schema.

    `context` makes what resolvers know of a request at a moment; `planner` makes an operation ready to run;
    `answers` keeps what was answered; `settle` sees to it that an answer is made of one state of the database.
    """

    csrf_exempt = True  # there is no session here that a forged request could use
    needs_no_session = True

    def __init__(
        self,
        *,
        schema: Callable[[], GraphQLSchema],
        planner: Planner,
        context: Callable[[HttpRequest, datetime | None], Context],
        answers: AnswerCache | None = None,
        settle: Callable[[Callable[[], ExecutionResult]], ExecutionResult] = lambda make: make(),
    ) -> None:
        self._schema = schema
        self._planner = planner
        self._context = context
        self.answers = answers
        self._settle = settle

    @cached_property
    def documents(self) -> Documents:
        """The documents that were asked for lately."""
        return Documents(self._schema(), self._planner)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; no exception leaves this method."""
        media_type = transport.response_type(request.headers.get("Accept"))
        try:
            if request.method == "OPTIONS":
                return HttpResponse(status=204, headers={"Allow": transport.ALLOW})
            with reading.as_readers():
                return self._answer(request, transport.checked(request, media_type))
        except Refusal as refusal:
            return responses.refused(refusal, media_type)
        except Exception as error:  # noqa: BLE001 - the last line of defence: nothing unmasked leaves
            return responses.refused(errors.unexpected(error, request_id_of(request)), media_type)

    def _answer(self, request: HttpRequest, media_type: str) -> HttpResponse:
        terms = Terms(limits_in_force(), settings.GRAPHQL_INTROSPECTION, settings.GRAPHQL_SUGGESTIONS)
        parameters = transport.read_parameters(request, terms.limits)
        question = caching.question_of(request, parameters, terms) if self.answers else None
        if self.answers is None or question is None:
            return caching.not_kept(self._made(request, parameters, terms, media_type), request)
        made: list[HttpResponse] = []

        def make(now: datetime) -> bytes | None:
            made.append(self._made(request, parameters, terms, media_type, now))
            return made[0].content if caching.may_be_kept(made[0]) else None

        answer = self.answers.answer(question, make)
        if answer is None:
            return caching.not_kept(made[0], request)
        return caching.response_of(answer, request, media_type)

    def _made(
        self,
        request: HttpRequest,
        parameters: Parameters,
        terms: Terms,
        media_type: str,
        now: datetime | None = None,
    ) -> HttpResponse:
        """Run what is asked, as of a moment."""
        try:
            operation = self._operation(request, parameters, terms)
        except UserError as error:
            raise responses.refusal_of(error, request) from None
        result, context = self._run(operation.runnable, parameters.variables, request, now)
        return responses.answered(result, context, media_type, request_id_of(request))

    def _run(
        self, runnable: Runnable, variables: dict[str, Any] | None, request: HttpRequest, now: datetime | None
    ) -> tuple[ExecutionResult, Context]:
        """Run on the replica, where it knows all that this request knows of; else on the primary."""
        if reading.may_ask_replica() and reading.replica_knows_all():
            context = self._context(request, now)
            with suppress(*errors.UNAVAILABLE), reading.from_replica():
                result = self._settle(lambda: runnable.run(variables, context))
                if not any(
                    isinstance(each.original_error, errors.UNAVAILABLE) for each in result.errors or ()
                ):
                    return result, context
            reading.leave_replica_alone()
        context = self._context(request, now)
        return self._settle(lambda: runnable.run(variables, context)), context

    def _operation(self, request: HttpRequest, parameters: Parameters, terms: Terms) -> Operation:
        """Return the operation that is asked for, once it may run with the given variables."""
        document = self._document(parameters, terms)
        if document.errors:
            raise Refusal(document.errors, plain_status=200)
        operation = document.operation(parameters.operation_name)
        limits = terms.limits
        limits.check("list_items", longest_list(parameters.variables))
        variables = get_variable_values(
            self.documents.schema,
            operation.node.variable_definitions,
            parameters.variables,
            max_errors=limits.validation_errors,
            hide_suggestions=not terms.suggestions,
        )
        if isinstance(variables, list):
            wrong = [errors.format_error(error, errors.BAD_USER_INPUT) for error in variables]
            raise Refusal(wrong[: limits.validation_errors], plain_status=200)
        points = operation.cost.points(variables, limits).total
        limits.check("cost", points)
        rate.spend(request, points)
        return operation

    def _document(self, parameters: Parameters, terms: Terms) -> Document:
        """Return the document by its text or hash, from memory when it was seen lately."""
        if parameters.query is None and not persisted.only_listed():
            document = self.documents.remembered(parameters.digest, terms)
            if document is not None:
                return document
        source, digest = persisted.source_of(parameters.query, parameters.digest)
        document = self.documents.get(source, digest, terms)
        if parameters.digest and parameters.query and not document.errors:
            persisted.keep(source, digest)
        return document
