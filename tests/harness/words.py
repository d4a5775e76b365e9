"""Random words and texts for the dialogues, from a seed that is printed.

They differ in length and alphabet, so that swapped sizes, bytes taken for
characters and a remembered answer show.
"""

import random
from itertools import accumulate

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "äöüßéèñçøåîœ",
    "абвгдежзиклмнопрстуфхцчшэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "あいうえおかきくけこさしすせそ",
    "😀🐙🌍🎈🧵🔒",
)
LETTERS = "".join(ALPHABETS)
RARE = 0.04  # how often a letter that is not ASCII comes, for one that is
WEIGHTS = list(accumulate(1 if c.isascii() else RARE for c in LETTERS))


class Words:
    """An endless supply of words, the same for the same seed and name."""

    def __init__(self, seed: int, name: str) -> None:
        self.random = random.Random(f"{seed}/{name}")
        self.used: set[str] = set()

    def word(self) -> str:
        """Return a word that was not used before: letters only."""
        while True:
            word = "".join(self.letters(self.size(4, 11)))
            if word not in self.used:
                self.used.add(word)
                return word

    def letters(self, count: int) -> list[str]:
        """Return letters: mostly plain ones, so that stories read well."""
        return self.random.choices(LETTERS, cum_weights=WEIGHTS, k=count)

    def text(self, size: int) -> str:
        """Return a text of exactly `size` bytes in UTF-8."""
        letters = self.letters(size)
        text = "".join(letters).encode()[:size].decode("utf-8", "ignore")
        rest = size - len(text.encode())  # of a letter that was cut
        return text + "".join(self.random.choices(ALPHABETS[0], k=rest))

    def size(self, low: int, high: int) -> int:
        """Return a number from `low` to `high`, both included."""
        return self.random.randint(low, high)
