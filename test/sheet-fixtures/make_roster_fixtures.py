"""Writes the rosters under test/fixtures/{ok,not-ok}/roster with openpyxl (Debian's python3-openpyxl), two of them again by
LibreOffice: layouts and slips of typing of real offices, each file named after what is odd in it.

    /usr/bin/python3 test/sheet-fixtures/make_roster_fixtures.py

All people in them are invented.
"""
import datetime
import pathlib

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

from make_fixtures import convert

ROOT = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
OK = ROOT / "ok" / "roster"
NOT_OK = ROOT / "not-ok" / "roster"
HEADER = ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị công tác", "Chức vụ", "Số CCCD"]
N = None


def book(path, *sheets):
    """@param sheets (title, rows, merges, change)"""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows, merges, change in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
        change(sheet)
    workbook.save(path)
    return path


def nothing(_sheet):
    pass


def plain(path, rows, title="Sheet1", change=nothing):
    return book(path, (title, rows, [], change))


def deep_header():
    """A header of three rows without merged cells from row 31 and column C on, signatures under the columns of people."""
    rows = [[N, N, "UBND HUYỆN ĐIỆN BIÊN", N, N, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            [N, N, "PHÒNG NỘI VỤ", N, N, "Độc lập - Tự do - Hạnh phúc"]]
    rows += [[N, N, f"Dòng mở đầu {at}"] for at in range(27)]
    rows += [
        [N, N, "DANH SÁCH CÁN BỘ XÃ NÀ TẤU NĂM 2025"],
        [N, N, "STT", "HỌ VÀ\nTÊN", "NGÀY, THÁNG,\nNĂM SINH", N, "CHỨC VỤ", N, "TRÌNH ĐỘ", N, N, "LƯƠNG HIỆN HƯỞNG", N, N, "SỐ CCCD"],
        [N, N, N, N, "Nam", "Nữ", "Chính quyền", "Đảng", "Chuyên môn", N, "LLCT", "Mã ngạch", "Bậc", "Hệ số"],
        [N, N, N, N, N, N, N, N, "Bậc", "Chuyên ngành"],
        [N, N] + [f"({at})" for at in range(1, 14)],
        [N, N, "A", "KHỐI ĐẢNG"],
        [N, N, 1, "Lò Văn Ún", "12/5/1980", N, "Bí thư Đảng ủy", N, "ĐH", "Luật", "CC", "01.003", 3, "3,00", 11080001234],
        [N, N, "B", "KHỐI CHÍNH QUYỀN"],
        [N, N, 2, "Quàng Thị Dung", N, 1985, "TC-KT", "CB", "TC", "Kế toán", "SC", "06.031", "1/9", "2.34", "011185001234"],
        [N, N, N, "Cộng: 2 người"],
        [],
        [N, N, N, "NGƯỜI LẬP BIỂU", N, N, "TM. UBND XÃ"],
        [N, N, N, N, N, N, "CHỦ TỊCH"],
        [],
        [N, N, N, "Lò Văn X", N, N, "Giàng A Y"],
    ]
    return plain(OK / "header-deep-and-shifted.xlsx", rows)


def stacked():
    rows = [
        ["UBND HUYỆN TUẦN GIÁO"], ["DANH SÁCH CÁN BỘ XÃ TA MA"], HEADER,
        [1, "Giàng A Chu", "1/2/1990", "Nam", N, "CT UBND", "011090000001"],
        ["", "Tổng cộng: 1"], [],
        ["UBND HUYỆN TUẦN GIÁO", N, N, N, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["DANH SÁCH CÁN BỘ XÃ PÚ NHUNG"],
        ["TT", "Họ tên", "Số CCCD", "Nam", "Nữ", "Chức danh"],
        [1, "Sùng Thị Mỷ", "011185000002", N, "3/4/1985", "VP-TK"],
        ["TT", "Họ tên", "Số CCCD", "Nam", "Nữ", "Chức danh"],
        [2, "Mùa A Páo", "011080000003", "3/4/1980", N, "TP-HT"],
        ["Danh sách có 2 người"],
    ]
    return plain(OK / "three-tables-in-a-sheet.xlsx", rows)


def nested():
    rows = [
        ["DANH SÁCH TRÍCH NGANG HUYỆN MƯỜNG CHÀ"], HEADER,
        ["A", "KHỐI XÃ"], ["I", "Xã Ma Thì Hồ"], ["1", "Khối Đảng"],
        [1, "Đoàn Văn Em", "1980", "Nam", N, "BT Đảng ủy"],
        ["2", "Khối chính quyền"], [2, "Tống Văn Hai", "2/3/1981", "Nam", N, "CT UBND"],
        ["II", "Xã Na Sang (1 người)"], [1, "Hội Thị Ba", "1982", "Nữ", N, "CT Hội LHPN"],
        ["III", "TT Mường Chà"], [N, "Trường Văn Tư", "1983", "Nam", N, "TP-HT"],
        ["B", "KHỐI HUYỆN"], [1, "Ban Văn Sáu", "1984", "Nam", "Phòng Nội vụ huyện", "Chuyên viên"],
        [N, "Cộng khối huyện: 1"], [N, "Tổng cộng: 5 người"],
    ]
    return plain(OK / "sections-in-sections.xlsx", rows, "Cấp xã")


def pages():
    """A header again on each page, right under people whose cells hold words of labels; sections counted past B."""
    def header(sex):
        return ["S TT", "Họ và tên CB, CC", "Ngày sinh (Nam)", "Ngày sinh (Nữ)", "Công việc", "Chuyên môn", sex]

    def person(at, name, born, position, sex="Nam"):
        return [at, name, born if sex == "Nam" else N, born if sex == "Nữ" else N, position, "Trung cấp", sex]

    rows = [
        ["DANH SÁCH CÁN BỘ HUYỆN TUẦN GIÁO"], header("Giới"),
        ["A. Xã Pú Nhung"], ["CÁN BỘ"], person(1, "1. Lò Văn Ún.", "1980", "Bí thư Đảng uỷ"),
        ["B. Xã Mường Mùn (1 người)"], ["1. Lãnh đạo"], person(2, "Đ/c Quàng Thị Dung", "5/1985", "CB VP-TK", "Nữ"),
        header("Giới"),
        ["C. Xã Tỏa Tình"], ["1. Công chức chuyên môn"], person(3, "Bà Sùng Thị Mỷ", "2/3/1986", "Địa chính-XD-NN&MT", "Nữ"),
        person(4, "Ông Văn Tùng", "1990", "Cán bộ Tư pháp - hộ tịch"),
        [N, "Cộng mục 1", 2], ["- Cột 3: ghi rõ ngày"], ["Tổng hợp: 4 người"],
        [N, N, "Tuần Giáo, ngày 20/6/2025"], [N, "Cán bộ lập", "PHÓ CHỦ TỊCH"], [N, N, "CHỦ TỊCH"], [N, "Lò Văn Lập", "Giàng A Ký"],
    ]
    return plain(OK / "pages-notes-and-signatures.xlsx", rows)


def units_elsewhere():
    """The unit in a title, in the name of the sheet, over the table, as above; the post in the column of the Party."""
    def titles(sheet):
        return [["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ, đơn vị"], [1, "Lò Văn Ún", "12\\5\\1980", "Nam.", sheet]]

    above = [["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Chức vụ", N], [N, N, N, N, N, "Đảng", "Chính quyền"],
             [1, "Lò Văn Hai", "5/1980", "(Nam)", "UBND TT Tủa Chùa", "Đảng ủy viên", "CT UBND"],
             [2, "Lò Văn Ba", "xx/xx/1980", "Nam", "-nt-", "Bí thư Đảng ủy", N]]
    over = [["Đơn vị: Nà Tấu"], [], ["TT", "Ông/Bà", "Họ và tên", "Năm sinh", "Chức vụ", "CCCD"],
            [1, "Bà", "Lò Thị Tư", 1980, "Kế toán", '"011180001234".']]
    return book(OK / "units-elsewhere.xlsx", ("Sheet1", titles("Công chức Tư pháp - Hộ tịch, xã Nà Nhạn"), [], nothing),
                ("2. DS Mường Phăng (2)", titles("P.CT UBND"), [], nothing), ("Nguồn", above, [], nothing), ("Trên", over, [], nothing))


def month_first():
    born = ["5/25/1980", "05/12/1980", "3/17/1981", "12/30/1981", "4/4/1982"]
    return plain(NOT_OK / "months-before-days.xlsx",
                 [HEADER] + [[at + 1, f"Lò Văn {'ABCDE'[at]}", day, "Nam", "Xã Nà Tấu", "CT UBND", N] for at, day in enumerate(born)])


def counts_below():
    """Tables of counts below the people, with a title and without one; people who come after an empty row stay people."""
    people = [[1, "Lò Văn A", "1/2/1980", "Nam", "Xã Nà Tấu", "CT UBND", N], [2, "Lò Thị B", 1981, "Nữ", "Xã Nà Tấu", "PCT UBND", N]]
    titled = [HEADER] + people + [[], [], [N, "Tổng hợp trình độ"], [N, "Trình độ", "Số lượng", "Tỷ lệ"],
                                  [N, "Đại học", 1, "50%"], [N, "Thạc sĩ", 1, "50%"]]
    norms = [HEADER] + people + [[], ["Đơn vị", "Biên chế giao", "Hiện có", "Thừa, thiếu"], ["Xã Nà Tấu", 20, 22, 2]]
    later = [HEADER] + people[:1] + [[], ["Phần", "Bổ sung", "Ghi sau", N]] + people[1:]
    return book(NOT_OK / "counts-below-the-people.xlsx", ("Trình độ", titled, [], nothing), ("Biên chế", norms, [], nothing),
                ("Bổ sung", later, [], nothing))


def two_units():
    rows = [["DANH SÁCH CÁN BỘ XÃ NÀ TẤU"], [each for each in HEADER if each != "Đơn vị công tác"],
            [1, "Lò Văn A", "1/2/1980", "Nam", "CT UBND", N]]
    return plain(NOT_OK / "title-and-sheet-of-two-units.xlsx", rows, "Xã Nà Nhạn")


def two_in_a_cell():
    rows = [HEADER, [1, "Lò Văn A\nLò Thị B", "1/2/1980", "Nam", "Xã Nà Tấu", "CT UBND", N],
            [2, "Nguyễn Thị\nThanh", "1/2/1980", "Nữ", "Xã Nà Tấu", "PCT UBND", N]]
    return plain(NOT_OK / "two-people-in-a-cell.xlsx", rows)


def sexes():
    def of(name, rows, merges=()):
        return (name, rows, merges, nothing)

    marks = [["TT", "Họ và tên", "Năm sinh", "Nữ", "Đơn vị", "Chức vụ"],
             [1, "Lò Văn A", 1980, N, "Xã Nà Tấu", "CT UBND"], [2, "Lò Thị B", 1981, "x", "Xã Nà Tấu", "PCT UBND"]]
    dates = [["TT", "Họ và tên", "Nam", "Nữ", "Đơn vị", "Chức vụ"],
             [1, "Lò Văn C", "1/2/1980", N, "Xã Nà Tấu", "CT UBND"], [2, "Lò Thị D", N, "5/1981", "Xã Nà Tấu", "PCT UBND"]]
    folded = [["STT", "HO VA TEN", "NGAY THANG NAM SINH", N, "DON VI", "CHUC VU"], [N, N, "NAM", "NU"],
              [1, 2, 3, 4, 5, 6], [1, "Lò Văn E", "1/2/1980", N, "Xã Nà Tấu", "CT UBND"],
              [2, "Lò Thị G", N, "3/4/1981", "Xã Nà Tấu", "PCT UBND"]]
    words = [HEADER, [1, "Lò Văn H", 1980, " NAM ", "Xã Nà Tấu", "CT UBND"], [2, "Lò Thị I", 1980, "nu", "Xã Nà Tấu", "PCT UBND"]]
    return book(OK / "sex-in-four-ways.xlsx", of("Nữ x", marks), of("Hai cột ngày", dates),
                of("Không dấu", folded, ["C1:D1", "A1:A2", "B1:B2"]), of("Chữ", words))


TCVN3 = [
    ["danh s¸ch c¸n bé x· Nµ TÊu"], ["TT", "Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh", "§¬n vÞ", "Chøc vô"],
    [1, "Lß V¨n Tïng", "12/5/1980", "Nam", "X· Nµ TÊu", "Chñ tÞch UBND"],
    [2, "Quµng ThÞ Vò", "1981", "N÷", N, "V¨n phßng - Thèng kª"],
    [3, "Nguyễn Thị Hà", "1982", "Nữ", N, "TC-KT"],
]
VNI = [
    ["TT", "Hoï vaø teân", "Ngaøy sinh", "Giôùi tính", "Ñôn vò", "Chöùc vuï"],
    [1, "Loø Vaên Uùn", "12/5/1980", "Nam", "Xaõ Naø Taáu", "Chuû tòch UBND"],
    [2, "Quaøng Thò Duõng", "1981", "Nöõ", "Xaõ Naø Taáu", "Vaên phoøng - Thoáng keâ"],
]


def legacy():
    def in_font(sheet):
        for row in sheet.iter_rows(max_row=4):
            for cell in row:
                cell.font = Font(name=".VnTimeH" if cell.row == 1 else ".VnTime")

    return book(OK / "tcvn3-and-vni.xlsx", ("Phông", TCVN3, [], in_font), ("Không phông", TCVN3, [], nothing), ("VNI", VNI, [], nothing))


def kinds():
    """Numbers as text and text as numbers, dates of every precision, rich text aside; hidden rows and columns."""
    def change(sheet):
        sheet["C2"].number_format = "dd/mm/yyyy"
        sheet["C3"].number_format = "mm/yyyy"
        sheet["C4"].number_format = "yyyy"
        sheet["G2"].number_format = "000000000000"
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["D"].hidden = True
        sheet["B2"].font = Font(name="Times New Roman", bold=True)

    day = datetime.date(1980, 5, 12)
    rows = [HEADER,
            ["1", "Lò Văn\u00a0 Ún ", day, "Nam", "Xã Nà Tấu", "CT UBND", 11080001234],
            [2, "Ðinh Văn Hoà", day, "Nam", "Xã Nà Tấu", "PCT UBND", "'011080001235"],
            [3, "Lo\u0300 Thi\u0323 Du\u031bo\u031bng", day, "Nữ", "Xã Nà Tấu", "PCT HĐND", "011 180 001236"],
            [4, "Giàng A Chu", 1990, "Nam", "Xã Nà Tấu", "CHT QS", 11090001237],
            [5, "Mùa A Tủa", 29353, "Nam", "Xã Nà Tấu", "TP-HT", "011.080.001238"]]
    return plain(OK / "numbers-dates-and-letters.xlsx", rows, change=change)


def numbers_among_words():
    """What the card is and when it was issued stands beside the number; one cell has the numbers of two cards."""
    numbers = ["CCCD: 011080001231", "Số 011080001232", "(CMND 011080001233)", "011080001234, cấp ngày 12/5/2021",
               "11080001235 (cấp 5/2021 tại Cục CSQLHC)", "CMND 040123456; CCCD 011080001236", "CCCD: O11080001237",
               "CMND số 040123457", "Cấp ngày 12/5/2021", "011 080 001 238 - 12/05/2021"]
    rows = [HEADER] + [[at + 1, f"Lò Văn {'ABCDEGHIKL'[at]}", "1/2/1980", "Nam", "Xã Nà Tấu", "CT UBND", number]
                       for at, number in enumerate(numbers)]
    return plain(NOT_OK / "numbers-among-words.xlsx", rows)


def as_above():
    """Signs for "as above" in columns of words, after a section, over merged cells; and where only a person's own value can stand."""
    header = HEADER + ["Trình độ chuyên môn", "Chuyên ngành", "Dân tộc", "Hệ số", "Sở trường"]
    first = [1, "Lò Văn A", "1/2/1980", "Nam", "Xã Nà Tấu", "Công chức Tư pháp - Hộ tịch", "011080001231", "Đại học", "Luật", "Thái", "3,33", "Hát"]
    rows = [header, first,
            [2, "Lò Văn B", "1/3/1980", "Nam", "nt", "-nt-", "011080001232", "n/t", '"', "Như trên", "3,33", '"'],
            ["I", "Khối Đảng"],
            [3, "Lò Văn C", "1/4/1980", "Nam", "Xã Nà Tấu", "''", "011080001233", "\u2033", "-nt-", N, "3,33", N],
            [4, "nt", '"', "nt", "Xã Nà Tấu", "Bí thư Đảng ủy", "như trên", "ĐH", "Luật", "nt", "nt", N]]
    top = [header, [1, "Lò Văn G", "1/2/1980", "Nam", "Xã Nà Tấu", "nt", "011080001241", "ĐH", "Luật", N, N, N],
           [2, "Lò Văn H", "1/3/1980", "Nam", "Xã Nà Tấu", "CT UBND", "011080001242", "ĐH", "Kế toán", N, N, N],
           [3, "Lò Văn I", "1/4/1980", "Nam", "Xã Nà Tấu", "PCT UBND", "011080001243", "ĐH", N, N, N, N],
           [4, "Lò Văn K", "1/5/1980", "Nam", "Xã Nà Tấu", "PCT HĐND", "011080001244", "ĐH", "nt", N, N, N]]
    return book(NOT_OK / "as-above.xlsx", ("Sheet1", rows, [], nothing), ("Sheet2", top, ["I3:I4"], nothing))


def merged_rows():
    """One person over two rows, the name merged downwards: a second post and degree, only what was missing, nothing, and another number."""
    header = HEADER + ["Trình độ chuyên môn", "Chuyên ngành"]
    rows = [header,
            [1, "Lò Văn A", "1/2/1980", "Nam", "Xã Nà Tấu", "CT UBND", "011080001231", "Đại học", "Luật"],
            [N, N, N, N, N, "Phó Bí thư Đảng ủy", N, "Thạc sĩ", '"'],
            [2, "Lò Văn B", "1/3/1980", "Nam", "Xã Nà Tấu", "PCT UBND", "011080001232", "Đại học", N],
            [N, N, N, N, N, N, N, N, "Kế toán"],
            [3, "Lò Văn C", "1/4/1980", "Nam", "Xã Nà Tấu", "PCT HĐND", "011080001233", "Đại học", "Luật"],
            [],
            [4, "Lò Văn D", "1/5/1980", "Nam", "Xã Nà Tấu", "CT HĐND", "011080001234", "Đại học", "Luật"],
            [5, N, N, N, N, "CT Hội LHPN", "011185001235", N, N],
            [6, "Lò Văn E", "1/6/1980", "Nam", "Xã Nà Tấu", "BT Đoàn TNCS", "011080001236", "Đại học", "Luật"]]
    return book(NOT_OK / "one-person-over-merged-rows.xlsx", ("Sheet1", rows, ["B2:B3", "B4:B5", "G4:G5", "B6:B7", "B8:B9"], nothing))


def notes_beside_cells():
    """Notes over the table, at a header, beside cells of people and below them."""
    def change(sheet):
        for cell, text in (("A1", "Bản ngày 20/6"), ("B2", "Chữ in hoa"), ("F3", "Giao từ 1/6/2025"), ("H3", "Đã kiểm tra"),
                           ("B3", "Số cũ 040123456"), ("A5", "Chưa đủ")):
            sheet[cell].comment = Comment(text, "Người lập")

    rows = [["DANH SÁCH CÁN BỘ XÃ NÀ TẤU"], HEADER,
            [1, "Lò Văn A", "1/2/1980", "Nam", "Xã Nà Tấu", "CT UBND", "011080001231"],
            [2, "Lò Văn B", "1/3/1980", "Nam", "Xã Nà Tấu", "PCT UBND", "011080001232"],
            [N, "Tổng cộng: 2 người"]]
    return plain(OK / "notes-beside-cells.xlsx", rows, change=change)


def faults():
    def change(sheet):
        sheet["C4"].number_format = "d-mmm"
        sheet["C5"].number_format = "dd/mm/yyyy"
        sheet["G6"].number_format = "0.00E+00"

    rows = [HEADER,
            [1, "Lò Văn A", "31/2/1980", "Nam", "Xã Nà Tấu", "CT UBND", "O11080001234"],
            [2, "Lò Văn B", "5/25/1980", "Nam", "Xã Na Tong", "CT UBND", "1.1080E+10"],
            [3, "Lò Văn C", datetime.date(2025, 5, 12), "Nam", "Xã Nà Tấu", "CT UBND", 11080009999],
            [4, "Lò Văn D", 1980, "1", "Xã Nà Tấu, huyện Tuần Giáo", "CT UBND", "040123456"],
            [5, "Lò Văn E", "1980", "Nam", "Xã Nà Tấu", "CT UBND", 11080000000],
            [6, "Lò Thị G", "=1/0", "Nữ", "Xã Nà Tấu", "CT UBND", "011080001234"],
            [7, N, "1980", "Nam", "Xã Nà Tấu", "CT UBND", "011080005555"],
            [8, "Lò Văn H", "1980", "Nam", "Xã Nà Tấu", "CT UBND", "011080005555"],
            [9, "Lò Văn I", True, "Nam", N, N, N]]
    return plain(NOT_OK / "a-fault-in-every-row.xlsx", rows, change=change)


def main():
    for folder in (OK, NOT_OK):
        folder.mkdir(parents=True, exist_ok=True)
    convert(deep_header(), "xlsx", OK / "header-deep-and-shifted-libreoffice.xlsx")
    stacked()
    nested()
    pages()
    units_elsewhere()
    month_first()
    counts_below()
    two_units()
    two_in_a_cell()
    sexes()
    convert(legacy(), "xlsx", OK / "tcvn3-and-vni-libreoffice.xlsx")
    kinds()
    faults()
    numbers_among_words()
    as_above()
    merged_rows()
    notes_beside_cells()


if __name__ == "__main__":
    main()
