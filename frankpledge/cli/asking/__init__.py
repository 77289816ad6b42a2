"""frankpledge evidence counts, compare, rank, chart, hotspots, seasons, share, hours, harm."""

from frankpledge.cli.asking import comparing, counting, harming, hourly, months, placing, ranking
from frankpledge.cli.shape import Below


def add(below: Below) -> None:
    for each in (counting, comparing, ranking, months, placing, hourly, harming):
        each.add(below)
