import pytest
from django.test import Client

from tests.desk.people import account, signed_in
from tests.small import Small


@pytest.fixture
def alice(small: Small) -> Client:
    return signed_in(account("Alice Archer", small.partnership, "coordinator"))


@pytest.fixture
def charlie(small: Small) -> Client:
    return signed_in(account("Charlie Cole", small.other, "coordinator"))


@pytest.fixture
def rita(small: Small) -> Client:
    return signed_in(account("Rita Reader", small.partnership, "reader"))
