import { readFileSync, writeFileSync } from 'node:fs';

/** Rows of an RFC 4180 file as objects by header; every value is text. */
export function readCsv(path) {
  const [header, ...rows] = cells(readFileSync(path, 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

/** Writes rows in the order of `header`, quoted where needed, with a line feed after each. */
export function writeCsv(path, header, rows) {
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
  writeFileSync(path, lines.map((line) => line.map(quoted).join(',') + '\n').join(''));
}

function quoted(value) {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cells(text) {
  const rows = [];
  let row = [];
  for (const [, quotedCell, plainCell, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    row.push(quotedCell === undefined ? plainCell : quotedCell.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
