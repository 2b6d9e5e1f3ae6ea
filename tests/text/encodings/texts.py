"""Texts of our own that the tests of encodings share."""

PARAGRAPH = (
    "Chiều 12/4, Ban Thường vụ Huyện ủy Đông Giang tổ chức hội nghị giao ban tháng. "
    "Đồng chí Trần Thị Bích Loan, Phó Bí thư Thường trực, đề nghị các chi bộ báo cáo đúng hạn."
)
HEADLINE = "HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN LẦN THỨ CHÍN"
SENTENCE = "Đồng chí Bí thư Tỉnh ủy dự lễ khởi công cầu Vàm Lớn."
NEWS = f"{HEADLINE}\n\n{PARAGRAPH}\n\n{SENTENCE}\n"

FOREIGN = {
    "English": "The committee's café — “open” since 1986 — can't say why; e.g. f(a), x^2 + y^2.",
    "French": "Les élèves français ont été reçus à l'hôtel de ville, où l'œuvre du maître « né à"
    " Besançon » était exposée ; voilà pourquoi la fête a dû être différée.",
    "German": "Über die Größe der Bäume müssen wir später reden, schön wäre das für alle Gäste.",
    "Spanish": "El año pasado la niña comió una piña; ¿quién sabía que el señor Muñoz llegó allí?",
    "Portuguese": "São Paulo: a eleição não será antes de março, e três cidadãos já a pediram.",
    "Danish": "På øen så vi får og køer, men ærlig talt også en ål i åen ved Ærø.",
    "Swedish": "Många gånger får överläkaren åka båt över sjön för att nå patienterna på ön.",
    "Catalan": "L'usuari «%s» no s'ha creat; l'opció només és vàlida aquí.",
    "Turkish": "Çocuk için üç gün önce öğle vakti büyük bir şölen düzenlenmiş.",
    "Polish": "Wójt gminy ogłosił, że w środę będzie święto, a źródło wody zostanie odnowione.",
    "Finnish": "Äiti näki että työ jäi kesken ja lähti sitten kävellen järven yli töihin.",
    "Icelandic": "Það er gott að búa hér þótt veðrið sé stundum slæmt, sögðu þær við bæinn.",
    "Unaccented": "Dong chi Bi thu Tinh uy du le khoi cong cau Vam Lon.",
    "Code": "if (a) { do(^x); foo++; } // o+ a( e^ u+ to^ 'a' `b` ?. ~ data(x), bar(a+b)",
    "Addresses": "https://example.org/đường?q=a^b+o&d=dd xa.hoi@example.vn www.example.vn/a.b",
    "Numbers": "1.250 | 3,5% | ±0,2 µm | 20 °C | §4 | ½ | ×3 | £12 | ¥500 | ®©™ | «…»",
    "Names": "Müller, Özil, Schürrle, Ibrahimović, Beyoncé, Pelé, François, Zoë, Ångström, Cœur",
}

MIXED = {
    "a French name": "Đại sứ Jean-Noël Poirier và bà Hélène Müller thăm Trường Đại học Cần Thơ.",
    "capitals": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, ĐỘC LẬP - TỰ DO - HẠNH PHÚC, §2, 30 m²",
    "no letter beyond Latin-1": "Các anh chào ông bà và các cháu; còn cô thì không nói vì quá xa.",
    "Eth for Đ": "Ðồng chí Trần Thị Hoa, Bí thư Ðảng ủy xã, ðề nghị các chi bộ báo cáo.",
    "quotes": "«Cả xã cùng làm», ông Ngô nói – và “cả huyện cùng xem”… 100% số hộ, 35 °C.",
}
