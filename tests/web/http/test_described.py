"""What the description promises is what comes: schemathesis asks everything it describes, in this process."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from twosource import Settings
from twosource.web.app import build_app
from twosource.web.desk import Desk

HERE = {"Host": "127.0.0.1"}
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def described(kept_once: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The description of a ledger with three reports, as the server gives it."""
    file = tmp_path_factory.mktemp("described") / "ledger.db"
    file.write_bytes(kept_once)
    desk = Desk(store=str(file), settings=Settings(workers=1))
    yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", build_app(desk), headers=HERE)
    desk.jobs.close()


def _operations(described: Any) -> list[Any]:
    return [found.ok() for found in described.get_all_operations()]


def test_answers_are_as_described(described: Any) -> None:
    """Some 12 requests to each address, right and wrong ones: no error of the server, and the shapes that were told."""
    operations = _operations(described)
    assert len(operations) >= 22
    for operation in operations:

        @settings(
            max_examples=12,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        )
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            case.call_and_validate(checks=CHECKS, headers=HERE)

        ask()


def test_every_answer_has_a_shape_and_every_refusal_is_a_problem(web: TestClient) -> None:
    told = web.get("/api/v1/openapi.json").json()
    assert len(told["paths"]) >= 20
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            good = [one for status, one in operation["responses"].items() if status.startswith("2")]
            assert all(next(iter(one["content"].values()))["schema"] for one in good), (method, path)
            refused = [one for status, one in operation["responses"].items() if status[0] in "45"]
            assert len(refused) >= 4
            assert {kind for one in refused for kind in one["content"]} == {"application/problem+json"}, (method, path)
            assert operation["description"], (method, path)
