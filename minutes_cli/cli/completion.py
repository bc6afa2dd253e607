"""``minutes completion``: let the shell complete commands, options and files."""

from __future__ import annotations

import click

from minutes_cli.cli import Described


@click.command("completion", cls=Described)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    r"""Print the lines that let a shell complete commands and options.

    \b
    minutes completion bash >> ~/.bashrc
    minutes completion zsh >> ~/.zshrc

    For fish: minutes completion fish > ~/.config/fish/completions/minutes.fish. It works in the next shell you open.
    """
    from click.shell_completion import get_completion_class

    from minutes_cli.cli.products import write_out

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  the choice above holds the shells that click knows
    write_out(kind(context.find_root().command, {}, "minutes", "_MINUTES_COMPLETE").source() + "\n")
