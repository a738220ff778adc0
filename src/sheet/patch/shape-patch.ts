import type { CellNote } from './comment-patch.js';

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** A drawing of notes without any. */
export const NO_SHAPES = `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;

const SHAPE_TYPE =
  `<v:shapetype ${NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const SHAPE = /<(?:\w+:)?shape\s[^]*?<\/(?:\w+:)?shape>/g;

/**
 * The boxes in which Excel shows notes, added to a drawing; those of notes that went are taken out. Excel writes these
 * drawings in no strict XML, so the text is cut by its marks only.
 *
 * @returns null where the drawing has no end that we know.
 */
export function patchShapes(
  vml: string,
  drawn: readonly CellNote[],
  erased: readonly { readonly row: number; readonly column: number }[],
): string | null {
  const gone = new Set(erased.map(({ row, column }) => `${row - 1} ${column - 1}`));
  const kept =
    gone.size === 0 ? vml : vml.replace(SHAPE, (shape) => (gone.has(cellOf(shape)) ? '' : shape));
  const end = kept.lastIndexOf('</xml>');
  if (end < 0) return null;
  const first =
    1 + Math.max(1024, ...[...kept.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id)));
  const type = drawn.length > 0 && !kept.includes('id="_x0000_t202"') ? SHAPE_TYPE : '';
  const shapes = drawn.map((note, at) => shapeOf(note, first + at));
  return kept.slice(0, end) + type + shapes.join('') + kept.slice(end);
}

function cellOf(shape: string): string {
  const value = (name: string): string =>
    new RegExp(`<(?:\\w+:)?${name}>\\s*(\\d+)\\s*<`).exec(shape)?.[1] ?? '';
  return `${value('Row')} ${value('Column')}`;
}

const CHARACTERS_A_LINE = 38;
const WIDTH_COLUMNS = 4;

function shapeOf({ row, column, text }: CellNote, id: number): string {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + 1 + Math.floor(line.length / CHARACTERS_A_LINE), 1);
  const height = Math.min(20, lines + 1);
  const top = Math.max(0, row - 2);
  const anchor = [column, 15, top, 4, column + WIDTH_COLUMNS, 15, top + height, 4].join(', ');
  const style =
    'position:absolute;margin-left:80pt;margin-top:5pt;width:240pt;height:80pt;z-index:1;visibility:hidden';
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
