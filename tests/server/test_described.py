"""The whole description of the API, tried against the API with made requests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from desk import API, Desk
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from jiedu.server.app import create_app
from jiedu.server.tokens import Scope

if TYPE_CHECKING:
    from pathlib import Path

_EXAMPLES = 25  # of each operation
_BEYOND_A_SCHEMA = {"bad-cursor", "no-stretch", "unusable"}
"""What is wrong with requests that are as they are described, which no schema can say."""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Any:
    desk = Desk(tmp_path_factory.mktemp("described"), samples)
    app = create_app(replace(desk.settings, write=True))
    schema = schemathesis.openapi.from_asgi(
        f"{API}/openapi.json", app, headers={"Host": "localhost"}
    )
    schema.config.headers = {"Host": "localhost", **desk.token(Scope.WRITE, Scope.READ)}
    return schema


OPERATIONS = [
    ("GET", "/healthz"),
    ("GET", f"{API}/releases"),
    ("POST", f"{API}/releases"),
    ("GET", f"{API}/releases/{{release_id}}"),
    ("GET", f"{API}/releases/{{release_id}}/text"),
    ("GET", f"{API}/observations"),
    ("GET", f"{API}/series"),
    ("GET", f"{API}/commitments"),
    ("GET", f"{API}/findings"),
    ("GET", f"{API}/ask"),
    ("GET", f"{API}/search"),
    ("GET", f"{API}/exports/{{what}}"),
]

_ALWAYS_RIGHT = {"/healthz", f"{API}/releases/{{release_id}}"}
"""Where nothing that can be sent breaks the description."""

TRIED = [
    (mode, *operation)
    for operation in OPERATIONS
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or operation[1] not in _ALWAYS_RIGHT
]


def test_every_operation_is_tried(described: Any) -> None:
    paths = described.raw_schema["paths"]
    told = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    assert told == set(OPERATIONS)


@pytest.mark.parametrize(("mode", "method", "path"), TRIED)
def test_nothing_breaks_and_all_is_as_described(
    described: Any, mode: GenerationMode, method: str, path: str
) -> None:
    operation = described[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=_EXAMPLES, suppress_health_check=list(HealthCheck))
    def tried(case: Any) -> None:
        response = case.call()
        case.validate_response(response, excluded_checks=[positive_data_acceptance])
        if mode is GenerationMode.POSITIVE and response.status_code in {400, 422}:
            kind = response.json()["type"].removeprefix("urn:jiedu:problem:")
            assert kind in _BEYOND_A_SCHEMA

    tried()
