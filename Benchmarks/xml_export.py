"""Templates as an export in XML: the same as in JSON, an element for each member."""

import json
from xml.sax.saxutils import escape


def write(lines, path):
    """Writes templates, a line of JSON each, as one export of CAMS answers."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<ChatappTemplates>\n')
        for line in lines:
            out.write("<GetChatappTemplateDetailResponse>\n  <Code>OK</Code>\n")
            out.writelines(elements("Data", json.loads(line), "  "))
            out.write("</GetChatappTemplateDetailResponse>\n")
        out.write("</ChatappTemplates>\n")


def elements(name, value, indent):
    """The lines of a member: lists repeat their element."""
    if isinstance(value, list):
        for item in value:
            yield from elements(name, item, indent)
    elif isinstance(value, dict):
        yield f"{indent}<{name}>\n"
        for key, inner in value.items():
            yield from elements(key, inner, indent + "  ")
        yield f"{indent}</{name}>\n"
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        yield f"{indent}<{name}>{escape(text)}</{name}>\n"
