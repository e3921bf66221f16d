"""Discord is told of our commands only when they changed: it allows few such calls a day."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from discord import app_commands

from bot.discord_app.asking import Asking
from bot.store.servers import note_commands, told_commands


async def tell_commands(tree: app_commands.CommandTree[Any], application_id: int, asking: Asking) -> bool:
    """Tell Discord of the commands unless it knows them already; say whether it had to be told."""
    payload = [command.to_dict(tree) for command in tree.get_commands()]
    digest = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
    if await asking.run(told_commands, asking.servers, application_id) == digest:
        return False
    await tree.sync()
    await asking.run(note_commands, asking.servers, application_id, digest)
    return True
