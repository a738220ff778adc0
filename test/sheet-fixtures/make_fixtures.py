"""Writes the workbooks under test/fixtures/{ok,not-ok}/sheet with other writers than ours: openpyxl (Debian's
python3-openpyxl), LibreOffice, and parts typed by hand as Excel writes them.

    /usr/bin/python3 test/sheet-fixtures/make_fixtures.py

All people in them are invented.
"""
import datetime
import pathlib
import shutil
import struct
import subprocess
import tempfile
import zipfile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Protection, Side
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

ROOT = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
OK = ROOT / "ok" / "sheet"
NOT_OK = ROOT / "not-ok" / "sheet"
DAY = datetime.date(1980, 5, 12)


def five_sheets():
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number in range(1, 6):
        sheet = book.create_sheet(f"Cụm xã {number}")
        for row in range(1, 61):
            sheet.append([f"Người {number}-{row}", row, DAY + datetime.timedelta(days=row)])
    book.save(OK / "five-sheets-openpyxl.xlsx")


def kinds():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Kiểu ô"
    sheet["A1"] = "Nguyễn Văn A"
    sheet["A1"].font = Font(name=".VnTime")
    sheet["B1"] = 11080001234
    sheet["C1"] = 3.33
    sheet["D1"] = DAY
    sheet["D1"].number_format = "dd/mm/yyyy"
    sheet["E1"] = DAY
    sheet["E1"].number_format = "mm/yyyy"
    sheet["F1"] = True
    sheet["G1"] = "#N/A"
    sheet["H1"] = "=B1+1"
    sheet["I1"] = 11080001234
    sheet["I1"].number_format = "000000000000"
    sheet["J1"] = "dòng một\ndòng hai"
    sheet["A1"].comment = Comment("ghi chú", "người gửi")
    sheet["A3"] = "dòng ẩn"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["A4"] = "gộp"
    sheet.merge_cells("A4:C5")
    hidden = book.create_sheet("Ẩn")
    hidden["A1"] = 1
    hidden.sheet_state = "hidden"
    very = book.create_sheet("Rất ẩn")
    very["A1"] = 2
    very.sheet_state = "veryHidden"
    book.save(OK / "kinds-openpyxl.xlsx")
    return OK / "kinds-openpyxl.xlsx"


def dates_1904():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = DAY
    book.save(OK / "dates-1904.xlsx")


def roster():
    """A roster as people type it: no merged parents, a unit merged downwards, letters above numbers, formulas, real dates."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Trích ngang"
    sheet["A1"], sheet["F1"] = "UBND HUYỆN ĐIỆN BIÊN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["F2"] = "Độc lập - Tự do - Hạnh phúc"
    sheet["A4"] = "DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC"
    sheet.merge_cells("A4:J4")
    sheet.append([])
    for row in (
        ["STT", "Họ và tên", "", "Năm sinh", "", "Cơ quan", "Chức danh", "Vào Đảng", "", "Trình độ", "", "Ghi chú"],
        ["", "", "", "Nam", "Nữ", "", "", "Dự bị", "Chính thức", "VH", "Chuyên môn", ""],
        ["A", "B", "", 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, "Lò Văn", "Ún", DAY, None, "Xã Nà Tấu", "Chủ tịch UBND", "3/2/2001", "3/2/2002", "12/12", "ĐH", "=1+1"],
        [2, "Quàng Thị", "Dung", None, 1985, None, "Kế toán", None, None, DAY, "TC", None],
        [None, None, None, None, None, None, None, None, None, None, None, None],
        [3, "Giàng A", "Chu", "=DATE(1990,1,2)", None, "Xã Nà Nhạn", "Tư pháp", None, None, "10/12", "CĐ", None],
        ["", "Cộng: 3 người"],
    ):
        sheet.append(row)
    sheet.merge_cells("B6:C7")
    sheet.merge_cells("F9:F10")
    sheet["D9"].number_format = "dd/mm/yyyy"
    sheet["D12"].number_format = "dd/mm/yyyy"
    sheet["J10"].number_format = "d-mmm"
    book.save(OK / "roster-openpyxl.xlsx")
    return OK / "roster-openpyxl.xlsx"


def sender():
    """A roster with what senders have in theirs beside the rows: styles, notes, checks, a chart, filters, formulas."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Trích ngang"
    thin = Side(style="thin")
    sheet["A1"] = "DANH SÁCH TRÍCH NGANG"
    sheet.merge_cells("A1:H1")
    sheet.append(["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Chức vụ", "Hệ số", "Số CCCD"])
    for number, (name, born, sex, unit, position) in enumerate((
        ("Lò Văn Ún", DAY, "Nam", "Xã Nà Tấu", "Chủ tịch UBND"),
        ("Quàng Thị Dung", "31/2/1985", "Nữ", None, "Kế toán"),
        ("Giàng A Chu", datetime.date(1990, 1, 2), "Nam", "Xã Nà Nhạn", "Tư pháp"),
        ("Cà Thị Ến", 1988, "Nữ", "Xã Nà Nhạn", None),
    ), start=1):
        row = number + 2
        sheet.append([number, name, born, sex, unit, position, None, 11080001230 + number])
        sheet.cell(row, 7, f"=2+{number}*0.33").number_format = "0.00"
        sheet.cell(row, 3).number_format = "dd/mm/yyyy"
        for column in range(1, 9):
            cell = sheet.cell(row, column)
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.font = Font(name="Times New Roman", size=13, italic=column == 2)
            cell.protection = Protection(locked=column == 1)
    sheet.merge_cells("E3:E4")
    sheet["B3"].fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["B3"].comment = Comment("Hỏi lại đồng chí này & <chi bộ>", "Văn phòng")
    sheet["F6"].comment = Comment("còn thiếu", "Văn phòng")
    check = DataValidation(type="list", formula1='"Nam,Nữ"', allow_blank=True)
    check.add("D3:D200")
    sheet.add_data_validation(check)
    sheet.conditional_formatting.add("G3:G6", CellIsRule(operator="greaterThan", formula=["3"], font=Font(bold=True)))
    sheet.auto_filter.ref = "A2:H6"
    sheet.freeze_panes = "C3"
    sheet.print_title_rows = "2:2"
    sheet.column_dimensions["B"].width = 30
    sheet["J2"].hyperlink = "#'Trích ngang'!A1"
    sheet["J2"] = "về đầu"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=7, min_row=3, max_row=6))
    sheet.add_chart(chart, "A20")
    other = book.create_sheet("Ghi chú riêng")
    other["B2"] = "không phải danh sách"
    book.defined_names.append(DefinedName("Hệ_số", attr_text="'Trích ngang'!$G$3:$G$6"))
    book.properties.title = "Danh sách"
    book.properties.created = book.properties.modified = datetime.datetime(2025, 7, 1)
    book.save(OK / "sender-openpyxl.xlsx")
    return OK / "sender-openpyxl.xlsx"


def sender_by_excel():
    """What Excel writes and openpyxl does not: a chain of calculation, shared formulas, a conversation, prefixes, own properties."""
    sheet = f"""<x:worksheet xmlns:x="{MAIN}" xmlns:r="{OFFICE}"><x:dimension ref="A1:D4"/><x:cols><x:col min="5" max="5" width="9" style="1"/></x:cols><x:sheetData>
<x:row r="1" spans="1:4"><x:c r="A1" t="inlineStr"><x:is><x:t>Họ và tên</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Ngày sinh</x:t></x:is></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>Chức vụ</x:t></x:is></x:c></x:row>
<x:row r="2" spans="1:4"><x:c r="A2" s="1" t="inlineStr"><x:is><x:t>Lò Văn A</x:t></x:is></x:c><x:c r="B2"><x:f t="shared" ref="B2:B3" si="0">1979+ROW()</x:f><x:v>1981</x:v></x:c><x:c r="D2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>
<!-- <x:row r="3"> in a comment --><x:row r="3" s="1" customFormat="1"><x:c r="A3" t="inlineStr"><x:is><x:t>Lò Văn B</x:t></x:is></x:c><x:c r="B3"><x:f t="shared" si="0"/><x:v>1982</x:v></x:c></x:row>
<x:row r="6"/></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><x:legacyDrawing r:id="rId1"/></x:worksheet>"""
    styles = f"""<x:styleSheet xmlns:x="{MAIN}"><x:fonts count="1"><x:font><x:sz val="11"/><x:name val="Arial"/></x:font></x:fonts><x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills><x:borders count="1"><x:border/></x:borders><x:cellXfs count="2"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><x:xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"><x:alignment wrapText="1"/></x:xf></x:cellXfs></x:styleSheet>"""
    comments = f"""<comments xmlns="{MAIN}"><authors><author>tc={{A}}</author></authors><commentList><comment ref="A2" authorId="0" shapeId="0"><text><t>[Threaded comment] Hỏi lại</t></text></comment></commentList></comments>"""
    shapes = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" o:spt="202"></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><div>a<br></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>"""
    properties = """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Phòng"><vt:lpwstr>Nội vụ</vt:lpwstr></property></Properties>"""
    relations = (("rId9", "worksheet", "worksheets/sheet1.xml"), ("rId1", "styles", "styles.xml"), ("rId3", "calcChain", "calcChain.xml"))
    by_hand(OK / "sender-excel.xlsx", sheet, more={
        "[Content_Types].xml": CONTENT_TYPES.replace("</Types>", "".join(
            f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>' for part, kind in (
                ("xl/styles.xml", "officedocument.spreadsheetml.styles"),
                ("xl/calcChain.xml", "officedocument.spreadsheetml.calcChain"),
                ("xl/comments1.xml", "officedocument.spreadsheetml.comments"),
                ("docProps/custom.xml", "officedocument.custom-properties"))) +
            '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/></Types>'),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
                       f'<Relationship Id="rId4" Type="{OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="{id}" Type="{OFFICE}/{type}" Target="{target}"/>' for id, type, target in relations) + "</Relationships>",
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>'
                                               f'<Relationship Id="rId2" Type="{OFFICE}/comments" Target="../comments1.xml"/></Relationships>',
        "xl/styles.xml": styles,
        "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="B2" i="1"/><c r="D2"/></calcChain>',
        "xl/comments1.xml": comments,
        "xl/drawings/vmlDrawing1.vml": shapes,
        "docProps/custom.xml": properties,
    }.items())


def not_to_be_patched():
    """Workbooks that we read but do not write into."""
    bare = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
    by_hand(NOT_OK / "patch-signed.xlsx", bare, more={"_xmlsignatures/sig1.xml": "<Signature/>"}.items())
    by_hand(NOT_OK / "patch-strict.xlsx", bare.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"))
    by_hand(NOT_OK / "patch-protected.xlsx", bare, more={
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookProtection lockStructure="1"/>'
                           f'<sheets><sheet name="A" sheetId="1" r:id="rId9"/></sheets></workbook>'}.items())


def convert(source, kind, target):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", kind, "--outdir", folder, str(source)],
            check=True, capture_output=True)
        shutil.copy(pathlib.Path(folder) / f"{source.stem}.{kind}", target)


CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
</Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def by_hand(path, sheet, strings="<sst/>", more=(), absolute=False):
    """A workbook of one sheet whose parts are given as text or bytes."""
    prefix = "/xl/" if absolute else ""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                       f'Type="{OFFICE}/officeDocument" Target="{"/" if absolute else ""}xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{OFFICE}"><x:sheets>'
                           f'<x:sheet name="Tờ 1" sheetId="7" r:id="rId9"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
                                      f'<Relationship Id="rId9" Type="{OFFICE}/worksheet" Target="{prefix}worksheets/sheet1.xml"/>'
                                      f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="{prefix}sharedStrings.xml"/>'
                                      f'</Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": strings,
        **dict(more),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 7, 1, 0, 0, 0)),
                             content if isinstance(content, bytes) else content.encode("utf-8"),
                             zipfile.ZIP_DEFLATED)


def hand_made():
    strings = f"""<sst xmlns="{MAIN}"><si><t xml:space="preserve"> Lò Văn </t></si>
<si><r><t xml:space="preserve">Nguyễn </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>V¨n</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></si>
<si><t>một_x000D_
hai _x005F_x0041_</t></si></sst>"""
    sheet = f"""<worksheet xmlns="{MAIN}"><cols><col min="2" max="3" hidden="1" width="9"/></cols><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><r><t xml:space="preserve">Giàng A </t></r><r><t>Chu</t></r></is></c>
<c r="B3"><v>1.1080001234E+10</v></c><c r="C3"><f>1+1</f><v>2</v></c><c r="D3" t="str"><f>A1</f><v>chữ</v></c>
<c r="E3" t="e"><v>#DIV/0!</v></c><c r="F3" t="b"><v>1</v></c><c r="G3" t="d"><v>1980-05-12T00:00:00</v></c>
<c r="XFD3" s="0"/></row><row r="1048576" hidden="1"/></sheetData></worksheet>"""
    by_hand(OK / "excel-forms.xlsx", sheet, strings, absolute=True)
    bare = """<worksheet><sheetData><row><c t="inlineStr"><is><t>A</t></is></c><c><v>2</v></c></row>
<row><c><v>3</v></c></row></sheetData></worksheet>"""
    by_hand(OK / "no-references.xlsx", bare)
    wide = '<?xml version="1.0" encoding="UTF-16"?>' + bare.replace("A</t>", "Hòa</t>")
    by_hand(OK / "utf-16.xlsx", b"\xff\xfe" + wide.encode("utf-16-le"))
    by_hand(OK / "utf-8-bom.xlsx", b"\xef\xbb\xbf" + bare.encode())
    by_hand(NOT_OK / "doctype.xlsx", '<!DOCTYPE w [<!ENTITY a "b">]>' + bare)
    by_hand(NOT_OK / "macros.xlsx", bare, more={"xl/vbaProject.bin": b"\0"}.items())
    by_hand(NOT_OK / "no-such-string.xlsx",
            '<worksheet><sheetData><row><c t="s"><v>4</v></c></row></sheetData></worksheet>')
    by_hand(NOT_OK / "cut-xml.xlsx", bare[:60])
    by_hand(NOT_OK / "column-beyond-limit.xlsx",
            '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>')
    with zipfile.ZipFile(NOT_OK / "zip-of-something.xlsx", "w") as archive:
        archive.writestr("readme.txt", "not a workbook")


def encrypted():
    """The compound file that wraps an encrypted workbook (MS-OFFCRYPTO 2.3): header, and a directory that names its streams."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    names = ["Root Entry", "EncryptionInfo", "EncryptedPackage", ""]
    directory = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in names)
    (NOT_OK / "encrypted.xlsx").write_bytes(header.ljust(512, b"\0") + directory)


def main():
    for folder in (OK, NOT_OK):
        folder.mkdir(parents=True, exist_ok=True)
    five_sheets()
    source = kinds()
    dates_1904()
    convert(source, "xlsx", OK / "kinds-libreoffice.xlsx")
    convert(source, "xls", NOT_OK / "old-xls-renamed.xlsx")
    convert(source, "ods", NOT_OK / "ods-renamed.xlsx")
    hand_made()
    convert(roster(), "xlsx", OK / "roster-libreoffice.xlsx")
    convert(sender(), "xlsx", OK / "sender-libreoffice.xlsx")
    sender_by_excel()
    not_to_be_patched()
    (NOT_OK / "csv-renamed.xlsx").write_text("TT,Họ và tên\n1,Lò Văn A\n", encoding="utf-8")
    (NOT_OK / "truncated.xlsx").write_bytes(source.read_bytes()[:3000])
    encrypted()


if __name__ == "__main__":
    main()
