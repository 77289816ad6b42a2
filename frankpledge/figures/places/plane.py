"""Longitudes and latitudes on a flat plane in metres about the middle of an area.

Every hexagon covers as much ground as every other; within a county, shapes are true to a
hundredth. Across a whole country they are not.
"""

from dataclasses import dataclass
from math import pi, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# The ellipsoid of GPS: its radius at the equator, and the square of its eccentricity.
RADIUS = 6_378_137.0
FLAT = 0.00669437999014
DEGREE = pi / 180


@dataclass(frozen=True)
class Plane:
    lon: float
    lat: float

    def metres(self, points: "NDArray[np.float64]") -> "NDArray[np.float64]":
        """Rows of longitude and latitude, as rows of metres east and north."""
        import numpy as np

        lon, lat = points[:, 0], points[:, 1]
        return np.stack([self._across(lat) * (lon - self.lon), self._up * (lat - self.lat)], axis=1)

    def degrees(self, points: "NDArray[np.float64]") -> "NDArray[np.float64]":
        import numpy as np

        lat = self.lat + points[:, 1] / self._up
        return np.stack([self.lon + points[:, 0] / self._across(lat), lat], axis=1)

    @property
    def _up(self) -> float:
        """Metres in a degree of latitude, in the middle."""
        at = radians(self.lat)
        return RADIUS * (1 - FLAT) / sqrt(1 - FLAT * sin(at) ** 2) ** 3 * DEGREE

    def _across(self, lat: "NDArray[np.float64]") -> "NDArray[np.float64]":
        """Metres in a degree of longitude, at each latitude."""
        import numpy as np

        at = lat * DEGREE
        return RADIUS / np.sqrt(1 - FLAT * np.sin(at) ** 2) * np.cos(at) * DEGREE
