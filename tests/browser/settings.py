"""The product's settings, with a clock that the tests can put forward."""

from tests.browser import tide
from vloot.settings import *  # noqa: F403

tide.rise()
