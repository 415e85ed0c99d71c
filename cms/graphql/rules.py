"""The validation rules of the endpoint: all rules of the specification, with bounds on what they may cost."""

from functools import lru_cache
from typing import Any

from graphql import (
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    ListValueNode,
    NoSchemaIntrospectionCustomRule,
    OverlappingFieldsCanBeMergedRule,
    StringValueNode,
    ValidationContext,
    specified_rules,
    validate,
)

from cms.graphql.errors import INTROSPECTION_DISABLED, LimitExceeded
from cms.graphql.limits import Limits
from cms.graphql.text import cleaned

# graphql-core's word for "a budget is spent"; its type is shared with "there are too many errors".
BUDGET_SPENT = "Validation aborted."


def validation_errors(
    schema: GraphQLSchema, document: DocumentNode, limits: Limits, *, introspection: bool, suggestions: bool
) -> list[GraphQLError]:
    """Return what is wrong with a document; raise `LimitExceeded` where finding out would cost too much."""
    rules = _rules(limits, introspection)
    errors = validate(
        schema, document, rules, max_errors=limits.validation_errors, hide_suggestions=not suggestions
    )
    if any(error.message == BUDGET_SPENT for error in errors):
        raise LimitExceeded("comparisons", asked=None, allowed=limits.comparisons)
    return errors[: limits.validation_errors]


@lru_cache(maxsize=16)
def _rules(limits: Limits, introspection: bool) -> tuple[type[ASTValidationRule], ...]:
    class BoundedOverlappingFieldsRule(OverlappingFieldsCanBeMergedRule):
        """The specification's rule, which is quadratic, with a budget that fits a small document.

        graphql-core's own budget is a module attribute for the whole process, and lets it run for a second.
        """

        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)
            self.rule_context.remaining_complexity_budget = limits.comparisons

    class LiteralsRule(ASTValidationRule):
        """Literal lists have a limit together, literal strings no characters that a database refuses."""

        list_items = 0

        def enter_list_value(self, node: ListValueNode, *_args: Any) -> None:
            self.list_items += len(node.values)
            limits.check("list_items", self.list_items)

        def enter_string_value(self, node: StringValueNode, *_args: Any) -> None:
            node.value = cleaned(node.value)

    own: list[type[ASTValidationRule]] = [LiteralsRule]
    if not introspection:
        own.append(NoIntrospectionRule)
    return tuple(
        BoundedOverlappingFieldsRule if rule is OverlappingFieldsCanBeMergedRule else rule
        for rule in (*own, *specified_rules)
    )


class NoIntrospectionRule(NoSchemaIntrospectionCustomRule):
    """Refuses introspection, but not `__typename`, under a code of its own."""

    def report_error(self, error: GraphQLError) -> None:
        error.extensions = {"code": INTROSPECTION_DISABLED}
        super().report_error(error)
