import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { XmlTags, type XmlHandler } from './xml-tags.js';

/** What a reader is told, texts side by side joined: where a text is divided is nobody's business. */
class Told implements XmlHandler {
  readonly events: string[] = [];
  private joined = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.take();
    this.events.push(`<${name} ${JSON.stringify(Object.entries(attributes))}`);
  }

  close(name: string): void {
    this.take();
    this.events.push(`>${name}`);
  }

  text(text: string): void {
    this.joined += text;
  }

  private take(): void {
    if (this.joined !== '') this.events.push(this.joined);
    this.joined = '';
  }
}

/** @returns null = refused */
function ours(pieces: readonly string[]): string[] | null {
  const told = new Told();
  const tags = new XmlTags(told, { elements: 1_000 });
  try {
    for (const piece of pieces) tags.write(piece);
    tags.end();
    return told.events;
  } catch (error) {
    expect(error).toMatchObject({ kind: 'bad-input' });
    return null;
  }
}

/** Another parser of the same text. */
function theirs(xml: string): string[] | null {
  const told = new Told();
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => told.open(local(name), attributes));
  parser.on('closetag', ({ name }) => told.close(local(name)));
  parser.on('text', (text) => told.text(text));
  parser.on('cdata', (text) => told.text(text));
  try {
    parser.write(xml).close();
    return told.events;
  } catch {
    return null;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const NAME = fc.constantFrom('c', 'row', 'x:v', 'sheetData', 'is', '_a-b.c');
const TEXT = fc
  .array(fc.constantFrom('Lò', ' ', 'a>b', '&amp;', '&#x1EA1;', '&#273;', '&quot;', '𝒜', '12', "'"))
  .map((words) => words.join(''));
const BESIDE = fc.constantFrom(
  '',
  '<!-- <c> -->',
  '<?pi a="<">?>',
  '<![CDATA[<a>&amp;]]]]>',
  '<![CDATA[]]>',
);
const ATTRIBUTES = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 'xml:space', 't'), TEXT, fc.boolean()), {
    selector: ([name]) => name,
  })
  .map((all) =>
    all
      .map(([name, value, single]) =>
        single ? ` ${name} = '${value.replaceAll("'", '')}'` : `\n${name}="${value}"`,
      )
      .join(''),
  );
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(NAME, ATTRIBUTES).map(([name, attributes]) => `<${name}${attributes} />`),
    fc
      .tuple(NAME, ATTRIBUTES, fc.array(fc.oneof(tie('element'), TEXT, BESIDE), { maxLength: 5 }))
      .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('')}</${name} >`),
  ),
}));

describe('XmlTags', () => {
  it('tells of well-formed XML what another parser tells, however it is cut into pieces', () => {
    fc.assert(
      fc.property(element, fc.array(fc.nat(400), { maxLength: 5 }), (xml, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (xml.length + 1)), xml.length];
        places.sort((a, b) => a - b);
        const pieces = places.map((from, index) => xml.slice(from, places[index + 1] ?? from));
        const expected = theirs(xml);
        expect(expected).not.toBeNull();
        expect(ours(pieces)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses XML with a piece cut out, or tells of it what another parser tells', () => {
    let refusals = 0;
    fc.assert(
      fc.property(element, fc.nat(400), fc.integer({ min: 1, max: 3 }), (xml, at, length) => {
        const characters = [...xml];
        characters.splice(at % characters.length, length);
        const broken = characters.join('');
        const expected = theirs(broken);
        const told = ours([broken]);
        if (told === null) refusals++;
        if (expected !== null) expect(told).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
    expect(refusals).toBeGreaterThan(100);
  });

  it.each([
    ['', 'no root'],
    ['<a>', 'not closed'],
    ['<a></b>', 'closed by another'],
    ['</a>', 'closed and never opened'],
    ['<a/><a/>', 'two roots'],
    ['x<a/>', 'text before the root'],
    ['<a/>x', 'text behind the root'],
    ['<a b/>', 'an attribute without a value'],
    ['<a b=c/>', 'an attribute without quotes'],
    ['<a b="c/>', 'an attribute without an end'],
    ['<a / b="c">', 'a slash in the middle'],
    ['< a/>', 'a tag without a name'],
    ['<a>&nbsp;</a>', 'an entity that nobody declared'],
    ['<a>&amp</a>', 'an entity without an end'],
    ['<!ELEMENT a ANY><a/>', 'a declaration'],
    ['<![CDATA[x]]><a/>', 'characters outside of the root'],
  ])('refuses %j: %s', (xml) => {
    expect(ours([xml])).toBeNull();
    expect(ours([...xml])).toBeNull();
  });

  it('counts elements and no more than it is allowed', () => {
    expect(ours([`<a>${'<b/>'.repeat(999)}</a>`])).toHaveLength(2_000);
    expect(ours([`<a>${'<b/>'.repeat(1_000)}</a>`])).toBeNull();
  });

  it('gives attributes and nothing beside them', () => {
    const seen: unknown[] = [];
    const handler: XmlHandler = {
      open(_name, attributes) {
        for (const name of ['constructor', 'toString']) seen.push(attributes[name]);
      },
      close() {},
      text() {},
    };
    new XmlTags(handler, { elements: 9 }).write('<a __proto__="x"/>');
    expect(seen).toEqual([undefined, undefined]);
  });
});
