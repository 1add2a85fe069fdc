"""What LINE outputs look like: the rules of our own layout, over six messages that businesses send.

`Scripts/flex-mock FILE … > page.html` draws them for looking at.
"""

import importlib.machinery
import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = ["order-update-with-values", "ten-cards", "otp-one-tap-hidden", "offer-with-coupon", "clinic-reminder-arabic", "survey-after-a-stay"]


def mock():
    """The script as a module."""
    loader = importlib.machinery.SourceFileLoader("flex_mock", str(ROOT / "Scripts" / "flex-mock"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("flex_mock", loader))
    loader.exec_module(module)
    return module


def document(case):
    path = ROOT / "Corpus" / "cams-whatsapp" / f"line-{case}" / "to-line-messaging.json"
    return json.loads(path.read_text(encoding="utf-8"))["output"]


def components(value):
    """Every component of a layout, in reading order."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for inner in value.values():
            yield from components(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from components(inner)


def bubbles(message):
    contents = message.get("contents", {})
    return contents["contents"] if contents.get("type") == "carousel" else [contents] if contents else []


@pytest.fixture(params=CASES)
def messages(request):
    return document(request.param)["messages"]


def test_a_picture_fills_its_bubble(messages):
    for message in messages:
        for bubble in bubbles(message):
            for image in [part for part in components(bubble) if part["type"] == "image"]:
                assert image["size"] == "full" and image["aspectMode"] == "cover"


def test_every_text_wraps_and_says_something(messages):
    for message in messages:
        for part in components(message.get("contents", {})):
            if part["type"] == "text":
                assert part["wrap"] is True
                assert part.get("text") or part["contents"]
            if part["type"] == "span":
                assert part["text"]


def test_one_button_at_most_stands_out_and_it_is_the_first(messages):
    for message in messages:
        for bubble in bubbles(message):
            styles = [part["style"] for part in components(bubble) if part["type"] == "button"]
            assert "primary" not in styles[1:]


def test_the_first_button_stands_out_unless_all_are_answers_to_choose_among():
    for case in CASES:
        for bubble in bubbles(document(case)["messages"][-1]):
            first = [part["style"] for part in components(bubble) if part["type"] == "button"][0]
            assert first == ("secondary" if case == "survey-after-a-stay" else "primary")


def test_small_print_is_small_grey_and_last():
    for case in ["order-update-with-values", "clinic-reminder-arabic"]:
        bubble = bubbles(document(case)["messages"][-1])[0]
        last = bubble["body"]["contents"][-1]
        assert (last["size"], last["color"]) == ("xs", "#8C8C8C")


def test_what_notifications_say(messages):
    for message in messages:
        if message["type"] == "flex":
            assert message["altText"].strip()
            assert len(message["altText"].encode("utf-16-le")) <= 2 * 1500


def test_a_code_is_large_copied_and_not_in_notifications():
    message = document("otp-one-tap-hidden")["messages"][0]
    first = message["contents"]["body"]["contents"][0]
    assert first["text"] == "$(pin)" and first["weight"] == "bold"
    assert message["contents"]["footer"]["contents"][0]["action"]["clipboardText"] == "$(pin)"
    assert "pin" not in message["altText"]


def test_arabic_is_laid_out_from_right_to_left():
    assert document("clinic-reminder-arabic")["messages"][0]["contents"]["direction"] == "rtl"


def test_all_ten_cards_are_there():
    assert len(bubbles(document("ten-cards")["messages"][-1])) == 10


def test_the_mock_draws_every_line_output():
    goldens = sorted((ROOT / "Corpus").glob("*/*/to-line-messaging.json"))
    drawn = [path for path in goldens if "output" in (golden := json.loads(path.read_text(encoding="utf-8")))]
    assert len(drawn) >= 200
    module = mock()
    for path in drawn:
        golden = json.loads(path.read_text(encoding="utf-8"))
        page = module.page([(path.parent.name, golden)])
        assert "</div>" in page and "class=" in page
