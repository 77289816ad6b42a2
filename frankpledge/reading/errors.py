"""What cannot be read, said in one sentence."""


class Unreadable(Exception):
    pass
