"""Random choices that are the same on every machine and every version of Python.

Only `Random.random()` is promised to stay as it is, so everything is built on it.
"""

import random


class Dice:
    """A seeded source of choices."""

    def __init__(self, seed):
        self._roll = random.Random(seed).random

    def chance(self, probability):
        """True with this probability."""
        return self._roll() < probability

    def number(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self._roll() * (high - low + 1))

    def pick(self, values):
        """One of the values."""
        return values[int(self._roll() * len(values))]

    def some(self, values, count):
        """So many different ones of the values, or all if there are fewer, in any order."""
        rest = list(values)
        return [rest.pop(int(self._roll() * len(rest))) for _ in range(min(count, len(rest)))]

    def weighted(self, table):
        """The value of one (weight, value) row."""
        point = self._roll() * sum(weight for weight, _ in table)
        for weight, value in table:
            point -= weight
            if point < 0:
                return value
        return table[-1][1]

    def letters(self, alphabet, count):
        """A word of so many letters of the alphabet."""
        return "".join(self.pick(alphabet) for _ in range(count))
