/** A paragraph of a paper as it should look. Sizes are points. */
export interface Line {
  readonly text: string;
  /** Bold before the text: "Điều 1." */
  readonly lead?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly centred?: boolean;
  /** The first line begins a centimetre to the right, as in a body of text. */
  readonly indented?: boolean;
  readonly size?: number;
  readonly before?: number;
  readonly after?: number;
}

const USUAL_SIZE = 14;
const TWENTIETHS = 20;
/** 1 cm in twentieths of a point. */
const INDENT = 567;

/** A paragraph in WordprocessingML. */
export function paragraphXml(line: Line): string {
  const { centred = false, indented = false, before = 0, after = indented ? 6 : 0 } = line;
  const spacing = `<w:spacing w:before="${before * TWENTIETHS}" w:after="${after * TWENTIETHS}"/>`;
  const indent = indented ? `<w:ind w:firstLine="${INDENT}"/>` : '';
  const align = centred ? 'center' : indented ? 'both' : 'left';
  const lead = line.lead === undefined ? '' : runXml(line.lead, { ...line, bold: true });
  return `<w:p><w:pPr>${spacing}${indent}<w:jc w:val="${align}"/></w:pPr>${lead}${runXml(line.text, line)}</w:p>`;
}

function runXml(text: string, { bold = false, italic = false, size = USUAL_SIZE }: Line): string {
  if (text === '') return '';
  const marks = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size * 2}"/>`;
  return `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** Two columns side by side without borders; widths in twentieths of a point. */
export function columnsXml(
  rows: readonly (readonly [readonly Line[], readonly Line[]])[],
  [left, right]: readonly [number, number],
): string {
  const cell = (lines: readonly Line[], width: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${lines.map(paragraphXml).join('')}</w:tc>`;
  const body = rows
    .map(([first, second]) => `<w:tr>${cell(first, left)}${cell(second, right)}</w:tr>`)
    .join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${left + right}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${right}"/></w:tblGrid>${body}</w:tbl>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
