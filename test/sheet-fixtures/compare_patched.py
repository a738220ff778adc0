"""Compares workbooks before and after we marked them, and looks for formulas in one of ours, by a reader that is not ours:
openpyxl (Debian's python3-openpyxl).

    node test/sheet-fixtures/patch.mjs OUT && /usr/bin/python3 test/sheet-fixtures/compare_patched.py OUT

OUT holds NAME.export.xlsx of ours, and for each marked workbook NAME.before.xlsx, NAME.after.xlsx and NAME.json: what was marked. The last line is
"N passed, N failed".
"""
import json
import pathlib
import sys

import openpyxl
from openpyxl.utils import get_column_letter

COLOURS = {"error": "FFFFC7C9", "warning": "FFFFE9A6", "note": "FFDCEBF9"}
GRAVITY = ["error", "warning", "note"]
OURS = ("Bố Trí - cần sửa", "Bố Trí - giá trị")

failures = []
passed = 0


def check(what, fact):
    global passed
    if fact:
        passed += 1
    else:
        failures.append(what)


def merged_first(sheet, row, column):
    for ranges in sheet.merged_cells.ranges:
        if ranges.min_row <= row <= ranges.max_row and ranges.min_col <= column <= ranges.max_col:
            return ranges.min_row, ranges.min_col
    return row, column


def places(before, marks):
    """Cells by sheet, row and column with their issues, and with their corrections."""
    issues, texts = {}, {}
    for issue in marks["issues"]:
        if issue["row"] == 0:
            continue
        sheet = before[issue["sheet"]]
        column = openpyxl.utils.column_index_from_string(issue["column"] or "A")
        issues.setdefault((sheet.title, *merged_first(sheet, issue["row"], column)), []).append(issue)
    for each in marks["corrections"]:
        if each not in marks["notWritten"]:
            column = openpyxl.utils.column_index_from_string(each["column"])
            texts[each["sheet"], each["row"], column] = each["text"]
    return issues, texts


def style_of(cell):
    return [repr(each) for each in (cell.font, cell.border, cell.number_format, cell.alignment, cell.protection)]


def compare_cell(name, old, new, issues, text, was_there):
    where = f"{name} {old.parent.title}!{old.coordinate}"
    check(f"{where}: value {old.value!r} became {new.value!r}", new.value == (old.value if text is None else text or None))
    if text:
        check(f"{where}: typed as {new.data_type}", new.data_type in "si")
    if was_there:  # openpyxl gives a cell that is not there no style, not the workbook's first
        check(f"{where}: style", style_of(old) == style_of(new))
    note = "" if new.comment is None else new.comment.text
    before = "" if old.comment is None else old.comment.text
    check(f"{where}: the sender's note is gone", note.startswith(before))
    if issues:
        gravest = min((issue["severity"] for issue in issues), key=GRAVITY.index)
        check(f"{where}: colour", new.fill.fgColor.rgb == COLOURS[gravest] and new.fill.fill_type == "solid")
        talk = before.startswith("[Threaded comment]")
        check(f"{where}: message", talk or all(issue["message"] in note for issue in issues))
    else:
        check(f"{where}: fill", repr(old.fill) == repr(new.fill))
        check(f"{where}: note", note == before)


def rules(sheet):
    return {(str(rule.sqref), rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation}


def compare(name, before, after, marks):
    check(f"{name}: sheets", [title for title in after.sheetnames if title not in OURS] == before.sheetnames)
    check(f"{name}: sheet of issues", OURS[0] in after.sheetnames)
    issues, texts = places(before, marks)
    for old in before.worksheets:
        new = after[old.title]
        there = set(old._cells)
        for row in range(1, max(old.max_row, new.max_row) + 1):
            for column in range(1, max(old.max_column, new.max_column) + 1):
                key = (old.title, row, column)
                compare_cell(name, old.cell(row, column), new.cell(row, column), issues.get(key, []), texts.get(key), (row, column) in there)
        check(f"{name} {old.title}: merges", {str(m) for m in old.merged_cells.ranges} == {str(m) for m in new.merged_cells.ranges})
        check(f"{name} {old.title}: checks", rules(old) <= rules(new))
        added = rules(new) - rules(old)
        check(f"{name} {old.title}: our checks", all(OURS[1] in source for _, _, source in added))
        check(f"{name} {old.title}: filter", old.auto_filter.ref == new.auto_filter.ref)
        check(f"{name} {old.title}: panes", old.freeze_panes == new.freeze_panes)
        check(f"{name} {old.title}: charts", len(old._charts) == len(new._charts))
        check(f"{name} {old.title}: conditional formats",
              [str(each.sqref) for each in old.conditional_formatting] == [str(each.sqref) for each in new.conditional_formatting])
        for column in range(1, old.max_column + 1):
            letters = get_column_letter(column)
            check(f"{name} {old.title}: width of {letters}", old.column_dimensions[letters].width == new.column_dimensions[letters].width)
    listed = [row for row in after[OURS[0]].iter_rows(min_row=6) if row[0].value]
    check(f"{name}: issues listed", len(listed) == len(marks["issues"]))
    for row, issue in zip(listed, marks["issues"]):
        check(f"{name}: issue {row[0].value}", row[4].value == issue["message"])
        link = row[3].hyperlink
        wanted = issue["row"] > 0
        check(f"{name}: link {row[0].value}", (link is not None and bool(link.location)) == wanted)


def no_formulas(path):
    """Text that begins like a formula is text, in every sheet of a workbook of ours."""
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    check(f"{path.name}: no cells", any(cell.value for cell in cells))
    for cell in cells:
        check(f"{path.name} {cell.parent.title}!{cell.coordinate}: formula", cell.data_type != "f")


def main():
    folder = pathlib.Path(sys.argv[1])
    for path in sorted(folder.glob("*.json")):
        before, after = (openpyxl.load_workbook(folder / f"{path.stem}.{when}.xlsx") for when in ("before", "after"))
        compare(path.stem, before, after, json.loads(path.read_text("utf-8")))
    for path in sorted(folder.glob("*.xlsx")):
        if path.stem.endswith(".export"):
            no_formulas(path)
    for failure in failures:
        print("✗", failure)
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures or passed == 0 else 0)


main()
