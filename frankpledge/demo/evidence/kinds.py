"""How often each kind happens in Loamshire, where, when in the year, and what changed of late."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    name: str
    yearly: float  # to 1,000 people, away from any town's middle
    centre: float  # how many times more in the middle of a town
    summer: float  # how much more in July than over the year; less than nought: in winter


KINDS = (
    Kind("Anti-social behaviour", 13.0, 6, 0.25),
    Kind("Bicycle theft", 0.7, 9, 0.35),
    Kind("Burglary", 3.6, 1, -0.2),
    Kind("Criminal damage and arson", 5.2, 2, 0.1),
    Kind("Drugs", 2.0, 5, 0.0),
    Kind("Other crime", 1.3, 1, 0.0),
    Kind("Other theft", 4.6, 5, 0.05),
    Kind("Possession of weapons", 0.6, 4, 0.0),
    Kind("Public order", 4.4, 5, 0.15),
    Kind("Robbery", 0.5, 9, -0.05),
    Kind("Shoplifting", 2.6, 22, 0.0),
    Kind("Theft from the person", 0.4, 12, -0.1),
    Kind("Vehicle crime", 4.8, 1, -0.1),
    Kind("Violence and sexual offences", 19.0, 4, 0.08),
)


@dataclass(frozen=True)
class Turn:
    """From so many months before the newest on, a kind happens `times` as often in a district."""

    kind: str
    district: str  # empty: in all of the county
    ago: int
    times: float
    ward: str = ""


TURNS = (
    Turn("Shoplifting", "Marshwick", 10, 1.5),
    Turn("Bicycle theft", "Marshwick", 10, 0.45),
    Turn("Public order", "Marshwick", 7, 1.9, ward="Marsh Street"),
    Turn("Anti-social behaviour", "Marshwick", 6, 2.4, ward="Quayside"),
    Turn("Vehicle crime", "Thornhay", 9, 1.35),
    Turn("Burglary", "Calderbrook", 11, 0.7),
    Turn("Bicycle theft", "Haverleigh", 9, 1.6),
    Turn("Robbery", "Wychford", 8, 0.5),
)
# The police began to record it in another way, so that the months before and after are not alike.
RECORDED_ANEW = Turn("Anti-social behaviour", "", 29, 0.72)
WHY_ANEW = "Calls about one incident are now recorded once"
