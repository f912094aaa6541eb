"""Fixtures shared by all tests: reports written for the tests, read by the real stages."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NoReturn

import hypothesis
import pytest
from sqlalchemy import create_engine

from twosource import Ledger, run
from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect import collect
from twosource.config import Limits
from twosource.extract import extract
from twosource.model import Article, Claim, Report, Statement

# A check of unchanged code gives the same verdict twice; `make laws` looks for new exceptions with other draws.
hypothesis.settings.register_profile("check", derandomize=True)
hypothesis.settings.register_profile("search", print_blob=True)
hypothesis.settings.load_profile("check")

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
Told = tuple[Article, tuple[Statement, ...], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def read() -> Callable[..., Told]:
    """Read one text through clean, annotate and extract; ``published`` anchors its dates."""

    def reading(text: str, published: str | None = "2031-05-07") -> Told:
        row = {"id": "1", "text": text, "published": published}
        report = next(iter(collect([row], Limits())))
        assert isinstance(report, Report)
        article = clean(report, Limits())
        return (article, *extract(article, annotate(article)))

    return reading


@pytest.fixture(scope="session")
def fresh_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Name a new, empty folder at each call."""
    return lambda: tmp_path_factory.mktemp("fresh")


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of example reports."""
    return Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="session")
def examples_ledger() -> Ledger:
    """What a run on the examples gives; paths are told from the root of the project, as on the command line."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(Path(__file__).parents[1])
        return run(["examples"], annotations=True)


@pytest.fixture(scope="session")
def examples_written(examples_ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of every file a run on the examples writes."""
    folder = tmp_path_factory.mktemp("examples")
    examples_ledger.write(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a private PostgreSQL server; it listens on a Unix socket only."""
    if not SERVERS:
        missing("no PostgreSQL server is installed")
    if importlib.util.find_spec("psycopg") is None:
        missing("psycopg is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    _run([str(SERVERS[-1] / "initdb"), "-D", str(folder / "cluster"), "-U", "tester", "-A", "trust", "-N"], user)
    _control(folder, "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses='' -F", "start")
    yield f"postgresql+psycopg://tester@/postgres?host={folder}"
    _control(folder, "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def stopped(postgres: str) -> Callable[[], AbstractContextManager[None]]:
    """Stop the PostgreSQL server as long as a context lasts, and start it again."""
    folder = Path(postgres.rpartition("=")[2])

    @contextmanager
    def stop() -> Iterator[None]:
        _control(folder, "-m", "fast", "stop")
        try:
            yield
        finally:
            _control(folder, "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses='' -F", "start")

    return stop


def _control(folder: Path, *told: str) -> None:
    user = "nobody" if os.geteuid() == 0 else None
    _run([str(SERVERS[-1] / "pg_ctl"), "-D", str(folder / "cluster"), "-w", "-s", *told], user)


def missing(what: str) -> NoReturn:
    """Skip here; fail where everything has to be tested, as in CI."""
    if os.environ.get("TWOSOURCE_TESTS_NEED_ALL"):
        pytest.fail(f"{what}, and TWOSOURCE_TESTS_NEED_ALL is set")
    pytest.skip(what)


def _run(command: list[str], user: str | None) -> None:
    subprocess.run(command, user=user, check=True, capture_output=True, cwd="/")  # noqa: S603 - the server's tools


@pytest.fixture(scope="session")
def fresh_schema(postgres: str) -> Callable[[], str]:
    """Name a new, empty schema of a PostgreSQL server at each call."""

    def created() -> str:
        schema = f"ledger_{os.urandom(6).hex()}"
        engine = create_engine(postgres)
        with engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
        engine.dispose()
        return f"{postgres}&options=-csearch_path%3D{schema}".replace("+psycopg", "")

    return created
