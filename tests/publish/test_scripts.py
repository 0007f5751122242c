"""Text of every script on paper: copied, it is what was typed; whatever it is, it is told."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.publish.pdf.press import Press, typed
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.text import Span
from facilitator.publish.typed import plain
from tests.publish.blocks import SOMALI, bind, wrong
from tests.publish.leafing import pages, tight

SCRIPTS = {
    "Vietnamese": "Nguyễn Thị Ánh Tuyết hỏi về chuyến xe buýt số 9",
    "Vietnamese, letters and marks apart": "Nguyễn Ánh Tuyết",
    "Arabic": "ليلى وبلال قالا: لا، شكراً (غداً)",
    "Arabic with all its marks": "مُحَمَّد أحمدُ",
    "Persian": "می‌خواهیم پارک",
    "Urdu": "ہمیں ترجمہ چاہیے",
    "Khmer": "ខ្ញុំសួរ សួស្តី ក្រុម",
    "Hmong": "Maiv Dabneeg Xyooj",
    "Pahawh Hmong": "𖬖𖬰𖬝𖬵 𖬄𖬶𖬟𖬰",
    "Somali": SOMALI,
    "Chinese": "我们希望有翻译，谢谢。",
    "Japanese": "通訳がほしいです。",
    "Korean": "통역을 원합니다",
    "Cyrillic": "Нам нужен переводчик, Ивано́в",
    "Families in one sign": "👨‍👩‍👧 👍🏽 🇲🇽",
    "Burmese": "မင်္ဂလာပါ ကရင်",
    "Ethiopic": "አስተርጓሚ እንፈልጋለን",
    "Hebrew": "שָׁלוֹם, אנחנו רוצים (גן)",
    "Hindi": "नमस्ते दुनिया मैं हूँ",
    "Thai": "สวัสดีครับที่นี่น้ำ",
    "Lao": "ສະບາຍດີ ຂໍ້",
    "Tamil": "தமிழ் நாடு",
    "Yoruba": "Ọlábísí Adébáyọ̀ ẹ̀kọ́",
    "Greek": "Χρειαζόμαστε διερμηνέα",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_copied_text_is_what_was_typed(script: str, tmp_path: Path) -> None:
    press = Press(Shaper())
    path = bind([press.paragraph([typed(SCRIPTS[script])])], press, tmp_path / "x.pdf")
    assert tight(SCRIPTS[script]) in tight("".join(pages(path)))
    assert not wrong(path)


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=60), min_size=1, max_size=3))
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_typed_it_can_be_read_aloud(tmp_path: Path, texts: list[str]) -> None:
    press = Press(Shaper())
    story = [press.labelled("Idea", [typed(plain(text)), Span("!")]) for text in texts]
    assert not wrong(bind(story, press, tmp_path / "any.pdf"))
