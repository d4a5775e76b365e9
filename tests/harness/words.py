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
FOREIGN = "".join(ALPHABETS[1:])
RARE = 0.04  # how often a letter that is not ASCII comes, for one that is
WEIGHTS = list(accumulate(1 if c.isascii() else RARE for c in LETTERS))


class Words:
    """An endless supply of words, the same for the same seed and name."""

    def __init__(self, seed: int, name: str) -> None:
        self.random = random.Random(f"{seed}/{name}")
        self.used: set[str] = set()

    def word(self) -> str:
        """Return a word that was not used before: letters only.

        One of them at least is not ASCII: no luck, so no verdict by luck.
        """
        while True:
            letters = self.letters(self.size(3, 10))
            at = self.size(0, len(letters))
            word = "".join([*letters[:at], self.foreign(), *letters[at:]])
            if word not in self.used:
                self.used.add(word)
                return word

    def letters(self, count: int) -> list[str]:
        """Return letters: mostly plain ones, so that stories read well."""
        return self.random.choices(LETTERS, cum_weights=WEIGHTS, k=count)

    def foreign(self) -> str:
        """Return a letter that is not ASCII: two bytes at least, or four."""
        return self.random.choice(FOREIGN)

    def text(self, size: int) -> str:
        """Return a text of exactly `size` bytes in UTF-8.

        Its first letter is not ASCII, if there is room.
        """
        letters = [self.foreign(), *self.letters(size)]
        text = "".join(letters).encode()[:size].decode("utf-8", "ignore")
        rest = size - len(text.encode())  # of a letter that was cut
        return text + "".join(self.random.choices(ALPHABETS[0], k=rest))

    def size(self, low: int, high: int) -> int:
        """Return a number from `low` to `high`, both included."""
        return self.random.randint(low, high)


def in_two(text: str) -> tuple[bytes, bytes]:
    """Return `text` as UTF-8, cut in the first letter that is not ASCII."""
    data = text.encode()
    at = next(i for i, byte in enumerate(data) if byte >= 0x80) + 1
    return data[:at], data[at:]
