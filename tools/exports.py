"""Write docs/reference/exports/formats.md from what the export formats say of themselves."""

from __future__ import annotations

from pathlib import Path

from accordingto.export.documentation import formats_page

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "exports" / "formats.md"

if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(formats_page(), encoding="utf-8")
