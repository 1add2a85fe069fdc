"""Headers, footers and buttons of CAMS WhatsApp templates, as GetChatappTemplateDetail has them."""

HEX = "0123456789abcdef"
CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
EXTENSIONS = {"IMAGE": ["jpg", "png"], "VIDEO": ["mp4"], "DOCUMENT": ["pdf"]}
PHONES = [("+120255501", 2), ("+442079460", 3), ("+61491570", 3), ("+8621555", 5)]


def header(voice, formats):
    """No header, or one of the (weight, format) table."""
    kind = voice.dice.weighted(formats)
    if kind is None:
        return []
    if kind == "TEXT":
        return [{"Type": "HEADER", "Format": "TEXT", "Text": voice.say("headers")}]
    return [media(voice, kind)]


def media(voice, kind):
    """A header with a medium, whose link is now and then a variable."""
    dice = voice.dice
    name = dice.letters(HEX, 16) + "." + dice.pick(EXTENSIONS[kind])
    url = f"https://cdn.{voice.domain}/whatsapp/{dice.number(2024, 2026)}/{name}"
    part = {"Type": "HEADER", "Format": kind, "Url": url}
    if dice.chance(0.05):
        voice.samples["link"], part["Url"] = url, "$(link)"
    if dice.chance(0.04):
        part["Caption"] = voice.say("caption")
    if kind == "DOCUMENT":
        part["FileName"] = f"INV-{dice.number(10000, 99999)}.pdf"
    return part


def footer(voice, probability):
    """A footer, or none."""
    wanted = voice.dice.chance(probability)
    return [{"Type": "FOOTER", "Text": voice.say("footers")}] if wanted else []


def buttons(*groups):
    """The component that holds these groups of buttons, or none if all are empty."""
    every = [button for group in groups for button in group]
    return [{"Type": "BUTTONS", "Buttons": every}] if every else []


def links(voice, count):
    """Link buttons, of which the first may be dynamic."""
    found = [link(voice, label) for label in voice.labels("links", count)]
    if found and voice.dice.chance(0.4):
        found[0].update(Url=f"https://{voice.domain}/o/$(path)", UrlType="dynamic")
        voice.samples["path"] = voice.dice.letters(HEX, 10)
    for button in found:
        button["ExtendAttrs"] = {}
    return found


def link(voice, label):
    """A static link button."""
    page = f"{voice.dice.pick(['shop', 'visit', 'account'])}/{voice.dice.letters(HEX, 6)}"
    query = "?utm_source=whatsapp&utm_campaign=spring" if voice.dice.chance(0.2) else ""
    url = f"https://{voice.domain}/{page}{query}"
    return {"Type": "URL", "Text": label, "Url": url, "UrlType": "static"}


def calls(voice):
    """One button that calls a number reserved for fiction."""
    prefix, digits = voice.dice.pick(PHONES)
    number = prefix + voice.dice.letters("0123456789", digits)
    return [{"Type": "PHONE_NUMBER", "Text": voice.say("calls"), "PhoneNumber": number}]


def replies(voice, count):
    """Quick replies."""
    return [{"Type": "QUICK_REPLY", "Text": label} for label in voice.labels("replies", count)]


def opt_out(voice):
    """The quick reply that ends promotions."""
    return [{"Type": "QUICK_REPLY", "Text": voice.say("stop"), "IsOptOut": True}]


def coupon(voice):
    """The button that copies a code, fixed or filled in when the message is sent."""
    code = voice.dice.letters(CAPITALS, voice.dice.number(6, 12))
    variable = voice.dice.chance(0.3)
    voice.samples["couponCode"] = code
    shown = "$(couponCode)" if variable else code
    return [{"Type": "COPY_CODE", "Text": voice.say("copy"), "CouponCode": shown}]
