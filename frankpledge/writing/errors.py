"""What cannot be written, said in one sentence."""


class Unwritable(Exception):
    pass
