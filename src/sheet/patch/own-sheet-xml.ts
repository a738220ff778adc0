import { columnLetters } from '../cell-reference.js';
import type { MarkedIssue, WorkbookMarks } from './marks.js';
import type { StylesPatch } from './styles-patch.js';
import { escapedAttribute, escapedText } from './xml-tags.js';

const START =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

const SEVERITIES = { error: 'Lỗi', warning: 'Cảnh báo', note: 'Ghi chú' } as const;
const HEADER = ['TT', 'Mức độ', 'Sheet', 'Ô', 'Cần làm gì'];
const WIDTHS = [6, 12, 24, 12, 100];
const TITLE_ROWS = 4;
/** Excel takes 66,530 links on a sheet. */
const MOST_LINKS = 65_000;

/** The sheet that lists what is wrong; the cell's name leads to the cell. */
export function issueSheetXml({ issues, stamp = '' }: WorkbookMarks, styles: StylesPatch): string {
  const cell = (column: number, row: number, text: string, style: number): string =>
    `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`;
  const line = (row: number, texts: readonly string[], kind: 'title' | 'header' | 'text'): string =>
    `<row r="${row}">${texts
      .map((text, at) =>
        cell(at + 1, row, text, styles.ofOurSheet(kind === 'text' && at === 3 ? 'link' : kind)),
      )
      .join('')}</row>`;
  const first = TITLE_ROWS + 2;
  const rows = [
    line(1, [`CÁC Ô CẦN SỬA: ${countsOf(issues)}`], 'title'),
    line(2, ['Bấm vào cột "Ô" để đến ô đó. Ô cần sửa được tô màu và có ghi chú.'], 'title'),
    line(
      3,
      ['Sửa xong, hãy lưu rồi gửi lại chính tệp này. Không cần xóa màu, ghi chú và trang này.'],
      'title',
    ),
    line(4, [stamp], 'title'),
    line(first - 1, HEADER, 'header'),
    ...issues.map((issue, at) => line(first + at, textsOf(issue, at + 1), 'text')),
  ];
  const columns = WIDTHS.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  ).join('');
  const links = issues.flatMap((issue, at) => linkTo(issue, `D${first + at}`)).slice(0, MOST_LINKS);
  return (
    `${START}<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${first - 1}" topLeftCell="A${first}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="17"/><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>` +
    (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

/** The values of the drop-downs, a list in each column. */
export function valuesSheetXml(lists: readonly (readonly string[])[]): string {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_none, at) => {
    const cells = lists.flatMap((list, column) => {
      const text = list[at];
      if (text === undefined) return [];
      return [
        `<c r="${columnLetters(column + 1)}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`,
      ];
    });
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return `${START}<sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function countsOf(issues: readonly MarkedIssue[]): string {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => {
      const count = issues.filter((issue) => issue.severity === severity).length;
      return `${count} ${SEVERITIES[severity].toLocaleLowerCase('vi')}`;
    })
    .join(', ');
}

function textsOf(issue: MarkedIssue, number: number): readonly string[] {
  const { severity, sheet, message } = issue;
  return [String(number), SEVERITIES[severity], sheet, placeOf(issue), message];
}

function placeOf({ row, column }: MarkedIssue): string {
  if (row === 0) return '';
  return column === '' ? `dòng ${row}` : `${column}${row}`;
}

function linkTo({ sheet, row, column }: MarkedIssue, from: string): readonly string[] {
  if (row === 0 || sheet === '') return [];
  const place = `'${sheet.replaceAll("'", "''")}'!${column === '' ? 'A' : column}${row}`;
  return [`<hyperlink ref="${from}" location="${escapedAttribute(place)}"/>`];
}
