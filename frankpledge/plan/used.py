"""What keeps a rating as it was: somebody has said by it how a promise stands."""

from frankpledge.partnership.models import Rating
from frankpledge.partnership.used import tells_use
from frankpledge.plan.models import Standing


@tells_use
def judged_by(rating: Rating) -> bool:
    return Standing.objects.filter(rating=rating).exists()
