"""Viber's own client reads every message that is written for its bots, and gives all of it back."""

import copy

import pytest
from clients import client, outputs

messages = client("viberbot.api.messages")

# What the client adds on sending, so that its messages do not have it.
ADDED = {"receiver", "broadcast_list", "auth_token", "sender"}


def read(document):
    """The message of the client's own class; one without a type is a keyboard alone."""
    given = copy.deepcopy(document)
    if "type" not in given:
        return messages.KeyboardMessage().from_dict(given)
    return messages.MESSAGE_TYPE_TO_CLASS[given["type"]]().from_dict(given)


def without_nothing(value):
    """The value without members that say nothing, as the client sends it."""
    if not isinstance(value, dict):
        return value
    return {key: without_nothing(inner) for key, inner in value.items() if inner is not None}


@pytest.mark.parametrize("case, document, options", outputs("viber-bot"))
def test_the_client_reads_it(case, document, options):
    message = read(document)
    assert message.validate(), case
    expected = {key: value for key, value in document.items() if key not in ADDED}
    assert without_nothing(message.to_dict()) == expected


def test_all_types_are_there():
    """The corpus shows every type of message that the client knows."""
    known = set(messages.MESSAGE_TYPE_TO_CLASS) - {messages.MessageType.KEYBOARD}
    seen = {document.get("type") for _, document, _ in (value.values for value in outputs("viber-bot"))}
    assert known | {None} == seen
