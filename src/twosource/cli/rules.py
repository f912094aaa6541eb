"""``twosource rules``: the ways of reconciling that a run can use."""

import typer

from twosource import api


def rules() -> None:
    """List the ways of reconciling conflicting figures, with what each does."""
    for name, description in api.rules():
        typer.echo(f"{name:10} {description}")
