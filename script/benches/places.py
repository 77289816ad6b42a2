"""How quick figures about many places are, beside esda and libpysal doing the same sums.

script/bench places [--others]   (--others fetches esda into a folder of its own, which is
thrown away; without it only our own times are given)
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import shapely

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
WIDE, TALL, MONTHS = 200, 175, 36
LEAST = {"touching": 3.0, "nearest": 3.0, "gi": 20.0}
SHOWN = {
    "touching": "which of 35,000 areas touch, and Gi*",
    "nearest": "their 8 nearest each, and Gi*",
    "gi": "Gi* alone",
}
PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
import geopandas, numpy as np, shapely
from esda.getisord import G_Local
from libpysal.weights import KNN, Queen, fill_diagonal

folder = sys.argv[1]
values, points = np.load(folder + "/values.npy"), np.load(folder + "/points.npy")
areas = geopandas.GeoDataFrame(geometry=shapely.polygons(np.load(folder + "/corners.npy")))
def best(work, times=3):
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - began)
    return min(taken), made
def gi(w):
    return G_Local(values, w, transform="B", permutations=0, star=True)
def own(w):
    return fill_diagonal(w, 1.0)
touching, w = best(lambda: own(Queen.from_dataframe(areas, use_index=False)), 1)
nearest, k = best(lambda: own(KNN.from_array(points, k=8)), 2)
alone, made = best(lambda: gi(w))
np.save(folder + "/z.npy", made.Zs)
np.save(folder + "/z8.npy", gi(k).Zs)
print(json.dumps({"touching": touching + alone, "nearest": nearest + alone, "gi": alone}))
"""


def best(work: Callable[[], Any], times: int = 5) -> tuple[float, Any]:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - began)
    return min(taken), made


def country() -> tuple[list[str], np.ndarray, np.ndarray]:
    """35,000 areas of four shaken corners that fit together, and counts as uneven as crime's."""
    draw = np.random.default_rng(7)
    corners = np.stack(np.meshgrid(np.arange(WIDE + 1.0), np.arange(TALL + 1.0)), axis=2)
    corners += draw.uniform(-0.3, 0.3, corners.shape)
    round_each = [corners[:-1, :-1], corners[:-1, 1:], corners[1:, 1:], corners[1:, :-1]]
    shapes = shapely.polygons(np.stack(round_each, axis=2).reshape(-1, 4, 2))
    counts = draw.poisson(draw.gamma(1.5, 40, len(shapes))).astype(float)
    return [f"E{at:08d}" for at in range(len(shapes))], shapes, counts


def main() -> int:
    from frankpledge.figures.places.hotspots import hot_spots
    from frankpledge.figures.places.neighbours import nearest, touching

    keys, shapes, counts = country()
    points = shapely.get_coordinates(shapely.centroid(shapes))
    hot_spots(counts[:500], nearest(keys[:500], points[:500]))
    touch, near = touching(keys, shapes), nearest(keys, points)
    touched, _ = best(lambda: hot_spots(counts, touching(keys, shapes)))
    placed, _ = best(lambda: hot_spots(counts, nearest(keys, points)))
    alone, _ = best(lambda: hot_spots(counts, touch).kinds)
    ours = {"touching": touched, "nearest": placed, "gi": alone}
    for name, seconds in ours.items():
        print(f"{SHOWN[name]:<44} {seconds * 1000:9.1f} ms")
    _more(keys, touch, counts)
    if "--others" not in sys.argv:
        print("esda was not asked for: --others measures it beside these.")
        return 0
    z, z8 = hot_spots(counts, touch).z, hot_spots(counts, near).z
    return _beside_esda(ours, shapes, points, counts, (z, z8))


def _more(keys: list[str], touch: Any, counts: np.ndarray) -> None:
    from frankpledge.figures.places.changes import Row, table_of_changes
    from frankpledge.figures.places.concentration import concentration
    from frankpledge.figures.places.grid import binned, grid
    from frankpledge.figures.places.history import history
    from frankpledge.figures.ranks import of_counts, ranks

    draw = np.random.default_rng(8)
    table = draw.poisson(counts[:, None] / 12, (len(counts), MONTHS))
    months = [f"month {at}" for at in range(MONTHS)]
    after = draw.poisson(counts).tolist()
    rows = [Row(key, int(n), m) for key, n, m in zip(keys, counts, after, strict=True)]
    people = [(key, int(n), 1600.0) for key, n in zip(keys, counts, strict=True)]
    area = shapely.Point(-0.2, 51.8).buffer(0.3)
    laid = grid(area)
    points = draw.normal([-0.2, 51.8], 0.15, (1_000_000, 2))
    for what, work in (
        ("classes of 35,000 over 36 months", lambda: history(table, months, touch)),
        ("35,000 changes, each with its verdict", lambda: table_of_changes(rows).verdicts),
        (
            "35,000 ranks of rates, with their ranges",
            lambda: ranks(of_counts(people), first="lowest"),
        ),
        ("the places with half of the crime", lambda: concentration(counts.astype(int).tolist())),
        ("a grid of hexagons over a county", lambda: grid(area)),
        ("1,000,000 points counted in it", lambda: binned(laid, points)),
    ):
        print(f"{what:<44} {best(work, 3)[0] * 1000:9.1f} ms")


def _beside_esda(
    ours: dict[str, float], shapes: np.ndarray, points: np.ndarray, counts: np.ndarray, z: Any
) -> int:
    with tempfile.TemporaryDirectory() as folder:
        uv = str(ROOT / ".venv/bin/uv")
        python = f"{folder}/env/bin/python"
        subprocess.run([uv, "venv", "--quiet", f"{folder}/env"], check=True)
        fetch = [uv, "pip", "install", "--quiet", "--python", python]
        fetched = subprocess.run([*fetch, "esda", "libpysal", "geopandas"], check=False)
        if fetched.returncode:
            print("esda could not be fetched: it is not measured.")
            return 0
        np.save(f"{folder}/values.npy", counts)
        np.save(f"{folder}/points.npy", points)
        np.save(f"{folder}/corners.npy", shapely.get_coordinates(shapes).reshape(-1, 5, 2))
        done = subprocess.run([python, "-c", PEER, folder], capture_output=True, check=True)
        theirs = json.loads(done.stdout)
        apart = max(
            float(np.abs(mine - np.load(f"{folder}/{name}.npy")).max())
            for mine, name in zip(z, ("z", "z8"), strict=True)
        )
    failed = apart > 1e-9
    print(f"{'furthest from the z of esda':<44} {apart:12.1e}{'  too far' if failed else ''}")
    for name, seconds in ours.items():
        times = theirs[name] / seconds
        late = times < LEAST[name]
        failed = failed or late
        said = f"esda {theirs[name] * 1000:9.1f} ms, {times:6.1f} times ours"
        print(f"{SHOWN[name]:<44} {said}{'  too slow' if late else ''}")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
