"""CAMS WhatsApp templates: the `Data` object of GetChatappTemplateDetail, valid by its rules."""

import json

from parts import HEX, buttons, calls, coupon, footer, header, link, links, media, opt_out, replies
from voice import Voice

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
FIRST_CODE = 1235038485993684992
DAY_ONE = 1740000000000  # milliseconds


def template(dice, index):
    """The template of this index, as one compact line of JSON."""
    return envelope(dice, index, *dice.weighted(SHAPES))


def ten_cards(dice, index):
    """A carousel of ten cards, as one compact line of JSON."""
    return envelope(dice, index, "MARKETING", "collection", lambda voice: carousel(voice, [(1, 10)]))


def envelope(dice, index, category, stem, compose):
    """The components that `compose` makes, and what stands around them."""
    voice = Voice(dice)
    components = compose(voice)
    example = voice.example(compact(components))
    code = FIRST_CODE + index * 7_000_000_000 + dice.number(0, 6_999_999_999)
    data = {"Category": category, "TemplateCode": str(code)}
    data["Name"] = f"{stem}_{dice.letters(HEX, 32) if dice.chance(0.3) else format(code, 'x')}"
    data["Language"] = voice.language
    if example:
        data["Example"] = example
    data.update(AuditStatus="pass", Components=components, TemplateType="WHATSAPP")
    data["QualityScore"] = dice.weighted([(6, "GREEN"), (2, "UNKNOWN"), (1, "YELLOW"), (1, "")])
    data["CategoryChangePaused"] = False
    if category == "MARKETING":
        data["AllowSend"] = True
    if category == "AUTHENTICATION" and dice.chance(0.4):
        data["MessageSendTtlSeconds"] = 60 * dice.number(1, 10)
    if dice.chance(0.03):
        data["Reason"] = "None"
    data["LastUpdateTime"] = DAY_ONE + dice.number(0, 50_000_000_000)
    return compact(data)


def utility(voice):
    """News of an order, a payment or an appointment."""
    dice = voice.dice
    formats = [(45, None), (30, "TEXT"), (12, "IMAGE"), (10, "DOCUMENT"), (3, "VIDEO")]
    kind = dice.weighted([(25, "none"), (35, "link"), (15, "call"), (20, "reply"), (5, "all")])
    groups = {
        "none": lambda: [],
        "link": lambda: [links(voice, dice.weighted([(4, 1), (1, 2)]))],
        "call": lambda: [links(voice, dice.number(0, 1)), calls(voice)],
        "reply": lambda: [replies(voice, dice.number(1, 4))],
        "all": lambda: [replies(voice, 2), links(voice, 1), calls(voice)],
    }[kind]()
    texts = [body(voice, "utility"), *footer(voice, 0.35)]
    return [*header(voice, formats), *texts, *buttons(*groups)]


def form(voice):
    """A question whose answer is a form inside the chat."""
    flow = {"Type": "FLOW", "Text": voice.say("form")}
    flow["FlowId"] = voice.dice.letters("123456789", 16)
    flow.update(FlowAction="NAVIGATE", NavigateScreen="DETAILS")
    return [body(voice, "utility"), *footer(voice, 0.5), *buttons([flow])]


def promotion(voice):
    """An advertisement with a link, often with a way to end such messages."""
    dice = voice.dice
    formats = [(20, None), (15, "TEXT"), (50, "IMAGE"), (15, "VIDEO")]
    answers = replies(voice, dice.weighted([(6, 0), (2, 1), (2, 2)]))
    answers += opt_out(voice) if dice.chance(0.35) else []
    addresses = links(voice, dice.weighted([(2, 0), (6, 1), (2, 2)]))
    groups = [answers, addresses] if dice.chance(0.3) else [addresses, answers]
    texts = [body(voice, "marketing"), *footer(voice, 0.55)]
    return [*header(voice, formats), *texts, *buttons(*groups)]


def discount(voice):
    """A coupon without an end."""
    formats = [(3, None), (2, "TEXT"), (5, "IMAGE")]
    rows = buttons(coupon(voice), links(voice, 1))
    return [*header(voice, formats), body(voice, "marketing"), *footer(voice, 0.5), *rows]


def offer(voice):
    """A limited-time offer: a picture or a film, no footer, the coupon before the link."""
    limited = {"Type": "LIMITED_TIME_OFFER", "Text": voice.say("offers"), "hasExpiration": False}
    if voice.dice.chance(0.8):
        limited.update(hasExpiration=True, OfferExpirationTimeMs="$(offerExpirationTimeMs)")
        voice.samples["offerExpirationTimeMs"] = str(DAY_ONE + voice.dice.number(0, 10**11))
    first = header(voice, [(2, None), (6, "IMAGE"), (2, "VIDEO")])
    code = coupon(voice) if voice.dice.chance(0.8) else []
    return [*first, limited, body(voice, "marketing", 600), *buttons(code, links(voice, 1))]


CARDS = [(3, 2), (4, 3), (4, 4), (3, 5), (2, 6), (1, 8), (1, 10)]


def carousel(voice, counts=CARDS):
    """A body and cards that all have the same parts."""
    dice = voice.dice
    kind = dice.weighted([(8, "IMAGE"), (2, "VIDEO")])
    label, answer = voice.say("links"), dice.chance(0.4)
    cards = [card(voice, kind, label, answer) for _ in range(dice.weighted(counts))]
    return [body(voice, "marketing"), {"Type": "CAROUSEL", "Cards": cards}]


def card(voice, kind, label, answer):
    """One card: a medium, a text, a link and perhaps a quick reply."""
    picture = media(voice, kind)
    picture.pop("Caption", None)
    actions = [link(voice, label)]
    if answer:
        actions.append({"Type": "QUICK_REPLY", "Text": voice.wording["replies"][-1]})
    text = {"Type": "BODY", "Text": voice.say("cards")}
    return {"CardComponents": [picture, text, *buttons(actions)]}


def authentication(voice):
    """A one-time password, whose wording is the platform's own."""
    dice = voice.dice
    parts = [{"Type": "BODY", "AddSecretRecommendation": dice.chance(0.7)}]
    if dice.chance(0.7):
        parts.append({"Type": "FOOTER", "CodeExpirationMinutes": dice.pick([5, 10, 15, 30])})
    button = {"Type": "COPY_CODE", "Text": voice.say("password")}
    if dice.chance(0.35):
        apps = [app(voice) for _ in range(dice.weighted([(8, 1), (2, 2)]))]
        button.update(Type="ONE_TAP", AutofillText=voice.say("autofill"), SupportedApps=apps)
    return [*parts, *buttons([button])]


def app(voice):
    """An Android app that may fill in the code."""
    package = f"com.example.{voice.domain.split('.')[0]}.app{voice.dice.number(1, 99)}"
    return {"SignatureHash": voice.dice.letters(LETTERS, 11), "PackageName": package}


def body(voice, topic, limit=1024):
    """The body component."""
    return {"Type": "BODY", "Text": voice.body(topic, limit)}


def compact(value):
    """JSON without spaces, in UTF-8 as written."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


SHAPES = [
    (50, ("UTILITY", "order_update", utility)),
    (2, ("UTILITY", "request_form", form)),
    (25, ("MARKETING", "spring_news", promotion)),
    (3, ("MARKETING", "coupon", discount)),
    (5, ("MARKETING", "limited_offer", offer)),
    (5, ("MARKETING", "collection", carousel)),
    (10, ("AUTHENTICATION", "login_code", authentication)),
]
