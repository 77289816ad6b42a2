"""What cannot be worked out, said in one sentence."""


class CannotWorkOut(Exception):
    pass
