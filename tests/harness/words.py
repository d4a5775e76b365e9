"""Random words and texts for the dialogues, from a seed that is printed.

They differ in length and alphabet, so that swapped sizes, bytes taken for
characters and a remembered answer show.
"""

import random

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "äöüßéèñçøåîœ",
    "абвгдежзиклмнопрстуфхцчшэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "あいうえおかきくけこさしすせそ",
    "😀🐙🌍🎈🧵🔒",
)


class Words:
    """An endless supply of words, the same for the same seed and name."""

    def __init__(self, seed: int, name: str) -> None:
        self.random = random.Random(f"{seed}/{name}")
        self.used: set[str] = set()

    def word(self) -> str:
        """Return a word that was not used before: letters only."""
        while True:
            letters = [self.letter() for _ in range(self.size(4, 11))]
            word = "".join(letters)
            if word not in self.used:
                self.used.add(word)
                return word

    def letter(self) -> str:
        """Return a letter: mostly a plain one, so that stories read well."""
        plain = self.random.random() < 0.9
        alphabet = ALPHABETS[0] if plain else self.random.choice(ALPHABETS)
        return self.random.choice(alphabet)

    def text(self, size: int) -> str:
        """Return a text of exactly `size` bytes in UTF-8."""
        letters = self.random.choices("".join(ALPHABETS), k=size)
        text = "".join(letters).encode()[:size].decode("utf-8", "ignore")
        rest = size - len(text.encode())  # of a letter that was cut
        return text + "".join(self.random.choices(ALPHABETS[0], k=rest))

    def size(self, low: int, high: int) -> int:
        """Return a number from `low` to `high`, both included."""
        return self.random.randint(low, high)
