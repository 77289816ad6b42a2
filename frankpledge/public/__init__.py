"""The public face: what was promised and how it stands, for anybody, without signing in."""
