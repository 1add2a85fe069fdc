"""Lines that are far longer than a template is, for trials of memory.

Each is a template or a list of the benchmark's own, so that its words are believable.
"""

import json

from whatsapp import compact, template


def text(dice, index, size):
    """A template whose body goes on and on."""
    data = _template(dice, index)
    body = next(part for part in data["Components"] if part["Type"] == "BODY")
    words = body["Text"] + "\n"
    body["Text"] = words * max(1, size // len(words.encode()))
    return compact(data)


def parts(dice, index, size):
    """A template with the components of many."""
    data, others, length = _template(dice, index), [], 0
    while length < size:
        other = _template(dice, index)
        others += other["Components"]
        length += len(compact(other["Components"]).encode())
        data.setdefault("Example", {}).update(other.get("Example") or {})
    data["Components"] = others
    return compact(data)


def templates(dice, index, size):
    """A list of many templates."""
    lines, length = [], 0
    while length < size:
        lines.append(template(dice, index + len(lines)))
        length += len(lines[-1].encode())
    return f"[{','.join(lines)}]"


def _template(dice, index):
    """A template that has a text for its body, as an object."""
    while True:
        data = json.loads(template(dice, index))
        if any(part["Type"] == "BODY" and "Text" in part for part in data["Components"]):
            return data


KINDS = {"text": text, "parts": parts, "list": templates}


def write(path, kind, sizes, dice):
    """Writes a line of each size, in bytes."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for index, size in enumerate(sizes):
            out.write(KINDS[kind](dice, index, size) + "\n")
