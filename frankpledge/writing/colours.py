"""The shade of each rating: pale enough for black words, and told apart by our own reader."""

SHADES = {
    "red": "F4B6AE",
    "amber": "FBDB93",
    "green": "B5DDB9",
    "blue": "B3D3EE",
    "grey": "D0D3D5",
}
