"""What makes a series one: an id that stays when its title is changed."""

import unicodedata
from hashlib import sha256


def series_id(title: str, city: str) -> str:
    """Return the id of a series, worked out from its title and city; "" without a title.

    Two laptops that plan for the same series apart come to the same id.
    """
    name = _plain(title)
    if not name:
        return ""
    both = f"{name}\0{_plain(city)}"
    return f"series-{sha256(both.encode('utf-8', 'replace')).hexdigest()[:10]}"


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())
