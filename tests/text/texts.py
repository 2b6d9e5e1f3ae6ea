"""Texts for hypothesis: any Unicode, and what looks like Vietnamese news."""

from hypothesis import strategies as st

from kg.text import LOWER, UPPER

ANY = st.text()
VIETNAMESE = st.text(alphabet=st.sampled_from(LOWER + UPPER + " -.,;:/()0123456789\n"))
TONED = st.text(alphabet=st.sampled_from("oauyeqQOAUYEòóỏõọùúủũụÒÚàáảãạÀÁèéẻẽẹỳýỷỹỵỲÝntiH .,2"))
WORDS = st.sampled_from(["TP.", "Q.2", "TS.", "A.", "Ông", "nói", "đ/c", "27/4/2018", "1.500"])
MARKS = st.sampled_from([".", "…", "?", "!", '."', ")", "(", "“", " ", "  ", "\n", "\t", "\u00a0"])
NEWS = st.lists(WORDS | MARKS).map("".join)
TEXTS = ANY | VIETNAMESE | TONED | NEWS
