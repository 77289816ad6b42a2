"""What frankpledge.figures.odds works out, done again term by term."""

from math import exp, lgamma, log


def negative_binomial(mean: float, variance: float, most: int) -> float:
    """The chance of at most so many."""
    size = mean * mean / (variance - mean)
    share = size / (size + mean)
    return sum(
        exp(
            lgamma(size + k) - lgamma(size) - lgamma(k + 1) + size * log(share) + k * log(1 - share)
        )
        for k in range(most + 1)
    )


def beta_binomial(of: int, yes: float, no: float, least: int) -> float:
    """The chance that at least so many of them have it."""

    def beta(a: float, b: float) -> float:
        return lgamma(a) + lgamma(b) - lgamma(a + b)

    return sum(
        exp(
            lgamma(of + 1)
            - lgamma(k + 1)
            - lgamma(of - k + 1)
            + beta(k + yes, of - k + no)
            - beta(yes, no)
        )
        for k in range(least, of + 1)
    )


def gamma_that_forgets(
    counts: list[float], exposure: list[float], usual: float, discount: float
) -> tuple[float, float]:
    """By the sum of what each month still weighs, instead of month by month."""
    n = len(counts)
    weights = [discount ** (n - 1 - at) for at in range(n)]
    shape = 0.5 + sum(w * c for w, c in zip(weights, counts, strict=True))
    rate = 0.5 / usual + sum(w * e for w, e in zip(weights, exposure, strict=True))
    return shape, rate
