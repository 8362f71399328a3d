"""Formulas of derived figures: numbers, keys of rows, ``+ - * /`` and parentheses, nothing else.

``sum = product {("+" | "-") product}``, ``product = part {("*" | "/") part}``,
``part = number | key | "(" sum ")"``. Text is never run as code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.checks.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z]\w*)|(?P<sign>[-+*/()]))", re.A)
_LONGEST = 300
_DEEPEST = 30
ANY = Interval(None, None)


class FormulaError(ValueError):
    """A formula that cannot be read; ``at`` is the character, counted from 1."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(f"{what}, at character {at}")
        self.what = what
        self.at = at


@dataclass(frozen=True, slots=True)
class Number:
    """A number, which is exact."""

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """The key of a row."""

    key: str
    at: int


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts with a sign between them."""

    sign: str
    left: Node
    right: Node


Node = Number | Name | Operation


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def parse(formula: str) -> Node:
    """A formula as a tree.

    Raises:
        FormulaError: where it is none; it says what was met, and at which character.
    """
    if len(formula) > _LONGEST:
        raise FormulaError(f"it is longer than {_LONGEST} characters", _LONGEST + 1)
    return _Parser(list(_tokens(formula)), len(formula) + 1).whole()


def _tokens(formula: str) -> Iterator[_Token]:
    at = 0
    end = len(formula.rstrip())
    while at < end:
        match = _TOKEN.match(formula, at)
        if match is None:
            at += len(formula[at:]) - len(formula[at:].lstrip())
            raise FormulaError(f"{formula[at]!r} is no number, key or sign", at + 1)
        kind = match.lastgroup or ""
        yield _Token(kind, match[kind], match.start(kind) + 1)
        at = match.end()


class _Parser:
    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._next = 0
        self._depth = 0

    def whole(self) -> Node:
        found = self._sum()
        left = self._peek()
        if left is not None:
            raise FormulaError(f"{left.text!r} follows what is already whole", left.at)
        return found

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _sum(self) -> Node:
        return self._chain(self._product, "+-")

    def _product(self) -> Node:
        return self._chain(self._part, "*/")

    def _chain(self, part: Callable[[], Node], signs: str) -> Node:
        found = part()
        while (token := self._peek()) is not None and token.text in signs:
            self._next += 1
            found = Operation(token.text, found, part())
        return found

    def _part(self) -> Node:
        token = self._peek()
        if token is None:
            raise FormulaError("it ends where a number or a key is wanted", self._end)
        self._next += 1
        if token.kind == "number":
            return Number(Decimal(token.text), token.text)
        if token.kind == "name":
            return Name(token.text, token.at)
        if token.text == "(":
            return self._bracketed(token)
        raise FormulaError(f"{token.text!r} stands where a number or a key is wanted", token.at)

    def _bracketed(self, opening: _Token) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormulaError("its parentheses are too deep", opening.at)
        found = self._sum()
        closing = self._peek()
        if closing is None or closing.text != ")":
            raise FormulaError("this parenthesis is never closed", opening.at)
        self._next += 1
        self._depth -= 1
        return found


def names_in(node: Node) -> Iterator[Name]:
    """The keys of a formula, from left to right."""
    if isinstance(node, Name):
        yield node
    elif isinstance(node, Operation):
        yield from names_in(node.left)
        yield from names_in(node.right)


def value_of(node: Node, values: Mapping[str, Interval]) -> Interval:
    """What a formula comes to.

    Args:
        node: the formula.
        values: the interval of each of its keys.

    Returns:
        All numbers that it may be; both ends are open where it divides by what may be nought.
    """
    if isinstance(node, Number):
        return Interval(node.value, node.value)
    if isinstance(node, Name):
        return values[node.key]
    left, right = value_of(node.left, values), value_of(node.right, values)
    if node.sign == "+":
        return left.plus(right)
    if node.sign == "-":
        return left.minus(right)
    return left.times(right) if node.sign == "*" else _quotient(left, right)


def _quotient(left: Interval, right: Interval) -> Interval:
    if right.low is None or right.low < 0 or right.high == 0:
        return ANY
    least = Decimal(0) if right.high is None else 1 / right.high
    return left.times(Interval(least, 1 / right.low if right.low else None))


def shown(node: Node, texts: Mapping[str, str]) -> str:
    """A formula with numbers in the place of its keys."""
    if isinstance(node, Number):
        return node.text
    if isinstance(node, Name):
        return texts[node.key]
    left, right = shown(node.left, texts), shown(node.right, texts)
    if node.sign in "*/":
        left = f"({left})" if _is_sum(node.left) else left
        right = f"({right})" if isinstance(node.right, Operation) else right
    elif node.sign == "-" and _is_sum(node.right):
        right = f"({right})"
    return f"{left} {_PRINTED[node.sign]} {right}"


_PRINTED = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def _is_sum(node: Node) -> bool:
    return isinstance(node, Operation) and node.sign in "+-"
