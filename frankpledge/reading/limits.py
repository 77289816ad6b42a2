"""How much one document may take."""

LARGEST_FILE = 60 * 2**20
MEMORY = 480 * 2**20
SECONDS = 10
TOO_LARGE = "is larger than 60 MB, and no plan is"
TOO_LONG = "takes longer than 10 seconds to read: save the plan's own pages as a file of their own"
TOO_MUCH = "takes more memory than one document may: save the plan's own pages by themselves"
TOO_DEEP = "is nested deeper than any plan"
DAMAGED = "is damaged in a way that keeps it from being read"
