"""Documents: parsed, checked and planned once, then remembered by their SHA-256."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from graphql import (
    DocumentNode,
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    parse,
)

from cms.graphql import errors
from cms.graphql.cost import CostPlan
from cms.graphql.errors import FormattedError, UserError, format_error
from cms.graphql.limits import Limits
from cms.graphql.rules import validation_errors
from cms.graphql.scan import count
from cms.graphql.shape import check_shape

# All documents together. A token weighs about 1 kB with its plan, so this is 50 MB for a process at most.
REMEMBERED_TOKENS = 50_000
REFUSED_DOCUMENT_TOKENS = 20


class Runnable(Protocol):
    """An operation that is ready to run, such as `cms.graphql.executor.PreparedOperation`."""

    def run(self, variables: dict[str, Any] | None, context: Any) -> ExecutionResult:
        """Execute with raw variable values."""


Planner = Callable[[GraphQLSchema, DocumentNode, str | None], Runnable]


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms documents are taken; one taken on some terms is checked anew on others."""

    limits: Limits
    introspection: bool
    suggestions: bool


@dataclass(slots=True)
class Operation:
    """A query of a valid document."""

    node: OperationDefinitionNode
    cost: CostPlan
    runnable: Runnable


@dataclass(slots=True)
class Document:
    """A document as it was found: its operations, or the errors that every request for it is given."""

    tokens: int
    operations: Mapping[str, Operation | None] = field(default_factory=dict)
    errors: Sequence[FormattedError] = ()

    def operation(self, name: str | None) -> Operation:
        """Return the query to run; an operation that is no query is known but not kept."""
        if not name and len(self.operations) == 1:
            (operation,) = self.operations.values()
        elif name and name in self.operations:
            operation = self.operations[name]
        else:
            raise UserError(
                "Say which operation to run: operationName takes one of the document's operations.",
                code=errors.OPERATION_NOT_FOUND,
            )
        if operation is None:
            raise UserError(
                "This API only reads: send a query, not a mutation or a subscription.",
                code=errors.OPERATION_NOT_SUPPORTED,
            )
        return operation


class Documents:
    """Remembers documents by hash and terms, the least recently used ones giving way."""

    def __init__(self, schema: GraphQLSchema, planner: Planner) -> None:
        self.schema = schema
        self._planner = planner
        self._documents: OrderedDict[tuple[str, Terms], Document] = OrderedDict()
        self._tokens = 0
        self._lock = threading.Lock()

    def get(self, source: str, digest: str, terms: Terms) -> Document:
        """Return the document of that text, whose hash is `digest`, checking it when it is new."""
        document = self.remembered(digest, terms)
        if document is None:
            document = self._check(source, terms)
            self._remember(digest, terms, document)
        return document

    def remembered(self, digest: str, terms: Terms) -> Document | None:
        """Return the document of that hash if it was seen lately."""
        with self._lock:
            document = self._documents.get((digest, terms))
            if document is not None:
                self._documents.move_to_end((digest, terms))
            return document

    def _remember(self, digest: str, terms: Terms, document: Document) -> None:
        with self._lock:
            replaced = self._documents.pop((digest, terms), None)
            self._documents[digest, terms] = document
            self._tokens += document.tokens - (replaced.tokens if replaced else 0)
            while self._tokens > REMEMBERED_TOKENS and len(self._documents) > 1:
                self._tokens -= self._documents.popitem(last=False)[1].tokens

    def _check(self, source: str, terms: Terms) -> Document:
        """Return the document, with its operations if it passes and with its errors if it does not."""
        try:
            tokens = _counted(source, terms.limits)
            tree = parse(source)
            check_shape(tree, terms.limits)
            found = validation_errors(
                self.schema,
                tree,
                terms.limits,
                introspection=terms.introspection,
                suggestions=terms.suggestions,
            )
        except GraphQLSyntaxError as error:
            return _refused([error], errors.PARSE_FAILED)
        except GraphQLError as error:
            found = [error]
        if found:
            return _refused(found, errors.VALIDATION_FAILED)
        return Document(tokens, self._operations(tree))

    def _operations(self, tree: DocumentNode) -> dict[str, Operation | None]:
        fragments = {
            node.name.value: node for node in tree.definitions if isinstance(node, FragmentDefinitionNode)
        }
        operations: dict[str, Operation | None] = {}
        for node in tree.definitions:
            if isinstance(node, OperationDefinitionNode):
                name = node.name.value if node.name else ""
                operations[name] = None
                if node.operation is OperationType.QUERY:
                    operations[name] = Operation(
                        node,
                        CostPlan(self.schema, node, fragments),
                        self._planner(self.schema, tree, name or None),
                    )
        return operations


def digest_of(source: str) -> str:
    """Return the SHA-256 by which a document is known."""
    return hashlib.sha256(source.encode()).hexdigest()


def _counted(source: str, limits: Limits) -> int:
    """Check everything that can be counted without parsing; return the number of tokens."""
    limits.check("characters", len(source))
    counts = count(source)
    for limit in counts.__slots__:
        limits.check(limit, getattr(counts, limit))
    return counts.tokens


def _refused(found: Sequence[GraphQLError], code: str) -> Document:
    return Document(REFUSED_DOCUMENT_TOKENS, errors=[format_error(error, code) for error in found])
