"""PyWa reads every whatsapp-cloud output into its typed components, and gives the same back."""

import copy
import json
import logging
import re
import warnings

import pytest
from clients import client, outputs, surprises

pywa = client("pywa.types.templates")

# What PyWa's model of a template to be created has no room for, by pointer, with the reason.
BLIND = {
    "/(product_set_id|allow_category_change|sub_category|display_format)": "no such fields",
    "/(is_primary_device_delivery_only|cta_url_link_tracking_opted_out)": "only in what a GET gives",
    "/(creative_sourcing_spec|degrees_of_freedom_spec|x_.*)": "never read into a template",
    "/languages": "only in a class of its own, which does not read",
    ".*/buttons/[0-9]+/ttl_minutes": "no such field of a call button",
    ".*/buttons/[0-9]+/text": "labels that the platform writes are filled in",
}

# Languages that the platform is not known to take either: the corpus has them to show the note.
LANGUAGES = {"my"}

# Types of the Graph API that PyWa has no class for: it says so, and keeps them as they are.
UNKNOWN = {"ORDER_DETAILS", "PAYMENT_REQUEST", "VIDEO_CALL", "GREETING"}


def complete(template):
    """The template with stand-ins for what PyWa insists on and the platform's answers may lack."""
    template = copy.deepcopy(template)
    if "languages" in template:
        template["language"] = template["languages"][0]
    if template["language"] in LANGUAGES:
        template["language"] = "en"
    for component in components(template):
        text = component.get("text", "")
        names = list(dict.fromkeys(re.findall(r"{{(\w+)}}", text)))
        kind = component["type"]
        if kind == "HEADER" and component["format"] in ("IMAGE", "VIDEO", "DOCUMENT", "GIF"):
            component.setdefault("example", {"header_handle": ["4::stand-in"]})
        elif kind in ("HEADER", "BODY") and names:
            fill(component, names, template.get("parameter_format") == "NAMED")
        elif kind == "BODY" and not text:
            component.setdefault("add_security_recommendation", False)
        for button in component.get("buttons", []):
            if "{{" in button.get("url", ""):
                button.setdefault("example", ["stand-in"])
    return template


def fill(component, names, named):
    """A sample for every variable."""
    key = "header_text" if component["type"] == "HEADER" else "body_text"
    example = component.setdefault("example", {})
    if named:
        known = example.setdefault(f"{key}_named_params", [])
        have = {sample["param_name"] for sample in known}
        known += [{"param_name": n, "example": "stand-in"} for n in names if n not in have]
    else:
        example.setdefault(key, ["stand-in"] if key == "header_text" else [["stand-in"] * len(names)])


def components(template):
    """Every component, on cards too."""
    for component in template["components"]:
        yield component
        for card in component.get("cards", []):
            yield from card["components"]


def upload(read):
    """Gives every medium the handle that its upload would have given it."""
    for component in read:
        if isinstance(component, pywa.Carousel):
            for card in component.cards:
                upload(card.components)
        elif hasattr(component, "_handle"):
            component._handle = component.example


def left_raw(read):
    """The types of the components and buttons that PyWa found no class for."""
    for component in read:
        if isinstance(component, dict):
            yield component["type"]
        elif isinstance(component, pywa.Carousel):
            for card in component.cards:
                yield from left_raw(card.components)
        elif isinstance(component, pywa.Buttons):
            yield from left_raw(component.buttons)


@pytest.mark.parametrize("case, template, options", outputs("whatsapp-cloud"))
def test_pywa_reads_it_whole(case, template, options, caplog):
    given = complete(template)
    with caplog.at_level(logging.WARNING), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        read = pywa.Template.from_dict(copy.deepcopy(given))
    raw = list(left_raw(read.components))
    assert set(raw) <= UNKNOWN, caplog.text
    assert len(caplog.records) == len(warned) == len(raw), caplog.text
    upload(read.components)
    back = json.loads(read.to_json())
    assert not surprises(given, back, BLIND)


def test_every_exception_is_needed():
    """A client that learns to see what it was blind for is asked to show it."""
    seen = set()
    for _, template, _ in (value.values for value in outputs("whatsapp-cloud")):
        given = complete(template)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = pywa.Template.from_dict(copy.deepcopy(given))
        upload(read.components)
        back = json.loads(read.to_json())
        for pointer, *_ in surprises(given, back, {}):
            seen.update(pattern for pattern in BLIND if re.fullmatch(pattern, pointer))
    assert seen == set(BLIND)
