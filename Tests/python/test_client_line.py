"""LINE's own SDK reads every line-messaging output into its models, and gives the same back."""

import copy

import pytest
from clients import client, outputs, surprises

line = client("linebot.v3.messaging")

# What the SDK's models are known to change, by pointer, with the reason.
BLIND = {".*/animated": "the model writes the default out"}


@pytest.mark.parametrize("name, document, chosen", outputs("line-messaging"))
def test_the_sdk_takes_the_request(name, document, chosen):
    request = {"to": "U00112233445566778899aabbccddeeff", **copy.deepcopy(document)}
    read = line.PushMessageRequest.from_dict(request)
    back = read.to_dict()
    back.pop("notificationDisabled", None)
    found = surprises(request, back, BLIND)
    assert not found, f"{name}: {found[:5]}"


@pytest.mark.parametrize("name, document, chosen", outputs("line-messaging"))
def test_no_message_is_read_as_less_than_it_is(name, document, chosen):
    """The SDK tells the types of message apart; none falls back to the common one."""
    for message in document["messages"]:
        assert type(line.Message.from_dict(copy.deepcopy(message))) is not line.Message, name


def test_the_sdk_refuses_what_is_none():
    """A test that takes everything would say nothing."""
    with pytest.raises(Exception):
        line.PushMessageRequest.from_dict({"to": "U0", "messages": [{"type": "text"}]})
    with pytest.raises(Exception):
        line.PushMessageRequest.from_dict({"to": "U0", "messages": []})
