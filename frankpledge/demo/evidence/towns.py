"""Where the towns of Loamshire lie, how large their districts are, and what goes on in them."""

CENTRES = {
    "Marshwick": (1.49, 53.40),
    "Calderbrook": (1.09, 53.49),
    "Wychford": (1.29, 53.35),
    "Haverleigh": (1.28, 53.455),
    "Thornhay": (1.12, 53.37),
    "Penbury": (1.47, 53.52),
    "Oxney": (1.64, 53.47),
    "Skelder Moor": (1.25, 53.55),
    "Dunmere": (0.97, 53.42),
    "Brackenholt": (1.42, 53.29),
}
LSOAS_A_WARD = {
    "Marshwick": 5,
    "Calderbrook": 9,
    "Wychford": 8,
    "Haverleigh": 9,
    "Thornhay": 9,
    "Penbury": 8,
    "Oxney": 8,
    "Skelder Moor": 7,
    "Dunmere": 8,
    "Brackenholt": 8,
}
# How much more or less is recorded than in the county at large.
LIVELY = {
    "Marshwick": 1.15,
    "Calderbrook": 1.2,
    "Wychford": 0.95,
    "Haverleigh": 1.1,
    "Thornhay": 1.3,
    "Penbury": 0.8,
    "Oxney": 0.85,
    "Skelder Moor": 0.6,
    "Dunmere": 0.9,
    "Brackenholt": 0.75,
}
