"""What the product says, in one sentence, when it cannot do what was asked."""


class Cannot(Exception):
    pass
