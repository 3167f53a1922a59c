"""English or not."""

from __future__ import annotations

import pytest

from accordingto.ingest.language import find_language

LONG_FRENCH = "Le ministre a dit que les troupes ont quitté la ville dans la nuit et que le pont est ouvert. " * 4
LONG_GERMAN = "Der Minister sagte, die Truppen hätten die Stadt in der Nacht verlassen, und die Brücke ist frei. " * 4
LONG_RUSSIAN = (
    "Министр сказал, что войска ушли из города ночью и что мост открыт, но он не был там и его не видел. " * 4
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the troops had left the city.", "en"),
        ("Troops fired.", None),
        ("", None),
        ("12 34", None),
        (LONG_FRENCH, "fr"),
        (LONG_GERMAN, "de"),
        (LONG_RUSSIAN, "ru"),
        ("部队昨晚离开了这座城市", "zh"),
        ("군대가 어젯밤 도시를 떠났다고 장관이 말했다", "ko"),
        ("大臣は軍が昨夜町を離れたと述べた", "ja"),
        ("Lorem ipsum dolor sit amet consectetur " * 10, "und"),
    ],
)
def test_languages(text: str, expected: str | None) -> None:
    assert find_language(text) == expected
