"""The settings promise a strict policy, private cookies and a key that only its owner reads."""

import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from frankpledge.config.cannot import Cannot
from frankpledge.config.home import make_home, secret_key


def test_the_key_is_made_once_and_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "home")
    assert len(first) >= 50
    assert secret_key(tmp_path / "home") == first
    assert stat.S_IMODE((tmp_path / "home/secret-key").stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "home").iterdir()] == ["secret-key"]


def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Cannot, match=r"^Cannot write in .*/file/home: .* FRANKPLEDGE_HOME\.$"):
        make_home(tmp_path / "file" / "home")


def test_no_page_may_load_anything_from_elsewhere_or_inline(client: Client, db: None) -> None:
    policy = client.get("/healthz").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_nobody_sees_a_traceback_and_scripts_see_no_cookie() -> None:
    assert settings.DEBUG is False
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


def test_the_site_says_that_it_is_well(client: Client, db: None) -> None:
    assert client.get("/healthz").status_code == 200
