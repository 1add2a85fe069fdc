"""Alibaba's SDK takes every CAMS output as the request or answer it is, and gives all of it back."""

import copy
import json

import pytest
from clients import client, differences, outputs

models = client("alibabacloud_cams20200606.models")

CLASSES = {
    "create": models.CreateChatappTemplateRequest,
    "modify": models.ModifyChatappTemplateRequest,
    "detail": models.GetChatappTemplateDetailResponseBodyData,
}

# Sources with members and types that the platform is not known to have, or that stand where they
# mean nothing. They go back as they are; the SDK drops them.
UNKNOWN = {
    "cams-viber/empty-values-for-known-keys",
    "cams-viber/every-field-on-one-body",
    "cams-viber/unknown-fields-radio-station",
    "cams-whatsapp/brewery-tour-unknown-fields",
    "cams-whatsapp/empty-values-for-known-keys",
    "cams-whatsapp/estate-agent-unknown-button",
    "cams-whatsapp/every-field-on-one-body",
    "cams-whatsapp/photo-booth-unknown-numbers",
    "cams-whatsapp/radio-quiz-unknown-component",
    "cams-whatsapp/toy-shop-unknown-header-format",
}


def documents():
    """Every output in the envelope, whatever the channel."""
    return outputs("cams-whatsapp") + outputs("cams-viber")


def opened(document, options):
    """The document, with the texts of a remote call opened."""
    if not options.get("wire"):
        return document
    texts = {key: json.loads(document[key]) for key in ("Components", "Example") if key in document}
    return {**document, **texts}


def through(document, options):
    """The document out of the SDK's class for its shape, validated."""
    request = CLASSES[options.get("shape", "create")]().from_map(copy.deepcopy(document))
    request.validate()
    return request.to_map()


def losses(document, options):
    """What the SDK changes or loses."""
    given = opened(document, options)
    return list(differences(given, through(given, options)))


@pytest.mark.parametrize("case, document, options", documents())
def test_the_sdk_loses_nothing(case, document, options):
    left = losses(document, options)
    if case in UNKNOWN:
        left = [(pointer, given, back) for pointer, given, back in left if back is not None]
    assert not [difference for difference in left if difference[2] != []]


def test_every_exception_is_needed():
    """An SDK that learns to see what it was blind for is asked to show it."""
    needed = set()
    for case, document, options in (value.values for value in documents()):
        if losses(document, options):
            needed.add(case)
    assert needed == UNKNOWN
