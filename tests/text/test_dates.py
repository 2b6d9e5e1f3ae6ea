"""Dates in all forms that news writes, and what only looks like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import dates, fold, year_of

from .texts import TEXTS


def read(text: str) -> list[tuple[str, str | None]]:
    """The dates of a text: as written, and as ISO in the year 2018."""
    return [(fold(text)[d.start : d.end], d.iso(2018)) for d in dates(fold(text))]


@pytest.mark.parametrize(
    ("text", "written", "iso"),
    [
        ("Ngày 27/4/2018, ông", "ngày 27/4/2018", "2018-04-27"),
        ("Ngày 27-04-2018", "ngày 27-04-2018", "2018-04-27"),
        ("từ 27.4.2018", "27.4.2018", "2018-04-27"),
        ("ngày 7 / 4 / 2018", "ngày 7 / 4 / 2018", "2018-04-07"),
        ("đến ngày 30/7/2018, hai bên", "ngày 30/7/2018", "2018-07-30"),
        ("Sáng 5/1/2023", "sáng 5/1/2023", "2023-01-05"),
        ("Chiều ngày 07/11, Đoàn", "chiều ngày 07/11", "2018-11-07"),
        ("tối 8-2, tại", "tối 8-2", "2018-02-08"),
        ("Hôm nay (27/4)", "hôm nay (27/4", "2018-04-27"),
        ("hôm nay, 27/4", "hôm nay, 27/4", "2018-04-27"),
        ("Chiều qua (26/4), ông", "26/4", "2018-04-26"),
        ("từ 5/7", "5/7", "2018-07-05"),
        ("ngày 27 tháng 4 năm 2018", "ngày 27 tháng 4 năm 2018", "2018-04-27"),
        ("ngày 27 tháng 4, năm 2018", "ngày 27 tháng 4, năm 2018", "2018-04-27"),
        ("ngày 27 tháng 4/2018", "ngày 27 tháng 4/2018", "2018-04-27"),
        ("27 tháng 4 năm 2018", "27 tháng 4 năm 2018", "2018-04-27"),
        ("ngày 2 tháng 9", "ngày 2 tháng 9", "2018-09-02"),
        ("mùng 2 tháng 9", "mùng 2 tháng 9", "2018-09-02"),
        ("Tháng 4/2018, ông", "tháng 4/2018", "2018-04"),
        ("tháng 4 năm 2018", "tháng 4 năm 2018", "2018-04"),
        ("tháng 12-2016", "tháng 12-2016", "2016-12"),
        ("Năm 2017, tỉnh", "năm 2017", "2017"),
        ("đến năm 2030", "năm 2030", "2030"),
        ("năm 1975", "năm 1975", "1975"),
        ("ngày (26-27/6/2021)", "ngày (26-27/6/2021", "2021-06-26"),
        ("trong hai ngày 26 - 27/4", "ngày 26 - 27/4", "2018-04-26"),
        ("ngày 29/2/2016", "ngày 29/2/2016", "2016-02-29"),
        ("ngày 29/2", "ngày 29/2", "2018-02-29"),
    ],
)
def test_forms(text: str, written: str, iso: str) -> None:
    assert read(text) == [(written, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "đạt 3/4 số phiếu",
        "trực 24/7",
        "chiếm 7/10 hộ",
        "ngày 5,5% và 7-10% số hộ",
        "Nghị quyết số 21-NQ/TW",
        "Nghị quyết 05/2018/NQ-HĐND",
        "số 12-13 phố Huế",
        "ngày 35/4/2018",
        "ngày 30/2/2018",
        "ngày 29/2/2018",
        "ngày 12/13",
        "ngày 0/5/2018",
        "tháng 13/2018",
        "trong 3 tháng 7, 8 và 9",
        "6 tháng 2018",
        "tháng 4",
        "nhiệm kỳ 2015-2020",
        "điện thoại 0912.345.678",
        "địa chỉ 192.168.1.1",
        "1/2/3/4",
        "lúc 7.30",
    ],
)
def test_near_misses(text: str) -> None:
    assert read(text) == []


def test_several_dates_stand_in_order() -> None:
    text = "Từ ngày 1/2 đến ngày 3/4/2017; tháng 5/2016 và năm 2015."
    assert [iso for _, iso in read(text)] == ["2018-02-01", "2017-04-03", "2016-05", "2015"]


def test_a_day_word_or_bracket_leads() -> None:
    led = {text: dates(text)[0].led for text in ("ngày 1/2/2018", "(1/2/2018)", "từ 1/2/2018")}
    assert led == {"ngày 1/2/2018": True, "(1/2/2018)": True, "từ 1/2/2018": False}


def test_a_date_without_a_year_has_no_iso_of_its_own() -> None:
    (found,) = dates("ngày 27/4")
    assert found.iso() is None
    assert found.iso(2019) == "2019-04-27"


FORMS = ("ngày {d}/{m}/{y}", "{d:02}-{m:02}-{y}", "ngày {d} tháng {m} năm {y}", "{d}.{m}.{y}")


@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year)
    assert read(f"vào {text}, ông") == [(text, day.isoformat())]


@given(TEXTS)
def test_spans_are_true_and_in_order(text: str) -> None:
    folded, last = fold(text), 0
    for found in dates(folded):
        assert last <= found.start < found.end <= len(folded)
        last = found.end
        numbers = {int(n) for n in _numbers(folded[found.start : found.end])}
        assert {n for n in (found.year, found.month, found.day) if n} <= numbers


def _numbers(written: str) -> list[str]:
    return "".join(c if c.isdecimal() else " " for c in written).split()


@pytest.mark.parametrize(
    ("text", "published", "year"),
    [
        ("năm 2017 và 3/4/2018", None, 2018),
        ("tháng 12-2016, năm 2015", None, 2016),
        ("năm 2017, đến năm 2030", None, 2017),
        ("năm 2017, đến năm 2025 và năm 2030", None, 2017),
        ("năm 2017, tầm nhìn năm 2045", None, 2017),
        ("năm 2019, giai đoạn 2021-2030", None, 2019),
        ("giai đoạn năm 2021 - 2030", None, None),
        ("quý i-2017, các", None, 2017),
        ("ông sinh năm 1965", None, None),
        ("bà sinh năm 2001", None, None),
        ("nhiệm kỳ 2015-2020", None, None),
        ("", None, None),
        ("năm 2020", "2018-04-27", 2018),
        ("", "2018", 2018),
    ],
)
def test_year_of(text: str, published: str | None, year: int | None) -> None:
    assert year_of(text, published) == year
