"""What every test may ask for: the language model, loaded once."""

from __future__ import annotations

import pytest

from accordingto.parse.language_model import LanguageModel, load_language_model


@pytest.fixture(scope="session")
def language_model() -> LanguageModel:
    return load_language_model()
