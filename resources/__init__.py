"""Data that travels with the code: agendas, the example session, fonts, icons, style."""

from pathlib import Path

ROOT = Path(__file__).parent
