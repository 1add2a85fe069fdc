"""What the businesses of the benchmark say: phrases of `wording/`, one file a language."""

import json
import re
import unicodedata
from pathlib import Path

WORDINGS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).with_name("wording").glob("*.json"))
}
SHARES = [(wording["share"], language) for language, wording in WORDINGS.items()]
VARIABLE = re.compile(r"\$\((\w+)\)")
SHOPS = [
    "Harbour & Pine", "Café Lumière", "Nordlicht", "Blue Kite Travel", "Tamarind House",
    "Atlas Outdoor", "Green Basket", "Studio Ōkami", "MedLine Clinic", "Velo City",
]
GAPS = [(5, None), (3, "\n\n"), (2, "\n")]
SENTENCES = [(26, 1), (42, 2), (20, 3), (7, 4), (3, 6), (2, 12)]


class Voice:
    """One business that speaks one language: it picks phrases and fills their slots."""

    def __init__(self, dice):
        self.dice = dice
        self.language = dice.weighted(SHARES)
        self.wording = WORDINGS[self.language]
        self.shop = dice.pick(SHOPS)
        self.product = dice.pick(self.wording["products"])
        self.domain = plain(self.shop.split()[0]) + ".example.com"
        self.samples = {}
        self._numbered = dice.chance(0.4)
        self._names = {}

    def say(self, key):
        """A phrase of this key, filled in."""
        phrases = self.wording[key]
        return self._filled(phrases if isinstance(phrases, str) else self.dice.pick(phrases))

    def labels(self, key, count):
        """So many different button labels."""
        return self.dice.some(self.wording[key], count)

    def body(self, topic, limit=1024):
        """A greeting, some sentences on the topic and often a closing, within the limit."""
        count, phrases = self.dice.weighted(SENTENCES), self.wording[topic]
        if count > len(phrases):
            phrases = self.wording["utility"] + self.wording["marketing"]
        sentences = self.dice.some(phrases, count)
        if self.dice.chance(0.6):
            sentences.append(self.dice.pick(self.wording["closings"]))
        text = self.say("greetings")
        for sentence in map(self._filled, sentences):
            gap = self.dice.weighted(GAPS)
            longer = text + (self.wording["joint"] if gap is None else gap) + sentence
            text = longer if len(longer) <= limit else text
        return text

    def example(self, text):
        """The sample of each variable in the text."""
        return {name: self.samples[name] for name in sorted(set(VARIABLE.findall(text)))}

    def _filled(self, phrase):
        number = str(self.dice.number(2, 60))
        text = phrase.replace("{shop}", self.shop).replace("{product}", self.product)
        return VARIABLE.sub(self._variable, text.replace("{number}", number))

    def _variable(self, match):
        """The variable under its own name, or numbered as the console does: text, text1, text2."""
        name = match[1]
        numbered = f"text{len(self._names) or ''}" if self._numbered else name
        shown = self._names.setdefault(name, numbered)
        self.samples[shown] = self.wording["samples"][name]
        return f"$({shown})"


def plain(word):
    """The word in lower-case ASCII letters."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
