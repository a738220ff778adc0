import { normalised } from '../../shared/text.js';
import { Matcher, MOST_SUGGESTIONS, type Candidate, type Match, type Matches } from './match.js';
import { unitWords } from './unit-words.js';

/** Several posts of one person in one cell: "Phó Bí thư, Chủ tịch UBND", "Bí thư kiêm Chủ tịch HĐND". */
const BETWEEN_POSTS = /\s*[,;/\n]\s*|\s+(?:kiêm|kiêm nhiệm)\s+|\s+-\s+(?=\p{Lu})/iu;

/** Finds the positions that titles mean: as the catalogue writes them, or by a known spelling. */
export class PositionFinder {
  private readonly matcher: Matcher;
  /** The same without spaces and dashes: "BT ĐU" and "BTĐU", "TP HT" and "TP-HT" are one abbreviation. */
  private readonly compact: Matcher;

  constructor(positions: readonly Candidate[]) {
    this.matcher = new Matcher(positions);
    this.compact = new Matcher(
      positions.map(({ code, spellings }) => ({ code, spellings: spellings.map(compacted) })),
    );
  }

  /**
   * The position of a title; null where the row gives none. A title is taken with the kind of its unit first ("Chủ tịch UBND"
   * of a district is "Chủ tịch UBND huyện"), then as it stands, without the name of its unit ("Chủ tịch UBND xã Nà Tấu"), and
   * with the division that stands beside it or above ("Chuyên viên", Phòng Nội vụ). Several posts in one cell are a question,
   * with a suggestion for each.
   *
   * @param unitName the unit that was found for the row; null = none.
   */
  find(
    title: string | null,
    divisions: readonly (string | null)[] = [],
    unitName: string | null = null,
  ): Matches | null {
    if (title === null || title === '') return null;
    const text = normalised(title);
    for (const spelt of spellingsOf(text, divisions, unitName)) {
      const answer =
        this.matcher.match(spelt).answer ?? this.compact.match(compacted(spelt)).answer;
      if (answer !== null) return { answer, suggestions: [] };
    }
    const several = this.several(text);
    return several.length > 0
      ? { answer: null, suggestions: several.slice(0, MOST_SUGGESTIONS) }
      : this.matcher.match(text);
  }

  /** What the single posts of a cell mean. */
  private several(text: string): readonly Match[] {
    const found = text.split(BETWEEN_POSTS).flatMap((part) => {
      const { answer } = this.matcher.match(part);
      return answer === null ? [] : [{ ...answer, kind: 'suggested' as const }];
    });
    return found.filter((each, at) => found.findIndex(({ code }) => code === each.code) === at);
  }
}

function compacted(text: string): string {
  return text.replace(/[\s.&–-]+/gu, '');
}

function spellingsOf(
  text: string,
  divisions: readonly (string | null)[],
  unitName: string | null,
): readonly string[] {
  const plain = [text, withoutDots(text)].filter((each, at, all) => all.indexOf(each) === at);
  const kind = DISTRICT.exec(unitName ?? '')?.[1]?.toLowerCase();
  return plain.flatMap((title) => [
    ...(kind === undefined ? [] : [`${title} ${kind}`, `${title} cấp huyện`]),
    title,
    ...withoutUnit(title),
    ...withDivision(title, divisions),
  ]);
}

const DISTRICT = /^(huyện|quận|thị xã|thành phố)\s/iu;

/** "P.CT UBND" → "Phó CT UBND", "CT.UBND" → "CT UBND"; the dots of "Th.S" do no harm here. */
function withoutDots(text: string): string {
  return normalised(text.replace(/(?<!\p{L})P\.\s*/gu, 'Phó ').replace(/\./g, ' '));
}

/** "Chủ tịch UBND xã Nà Tấu" → "Chủ tịch UBND xã", "Chủ tịch UBND". */
function withoutUnit(text: string): readonly string[] {
  const { phrases, before } = unitWords(text);
  const [first] = phrases;
  if (first === undefined || before === '') return [];
  return [`${before} ${first.kind}`, before];
}

const DIVISION = /^(?:phòng|văn phòng|vp|ban|trung tâm|ủy ban|thanh tra|hội|đoàn)\s/iu;

function withDivision(text: string, divisions: readonly (string | null)[]): readonly string[] {
  return divisions.flatMap((division) => {
    const { before } = unitWords(division ?? '');
    return DIVISION.test(`${before} `) ? [`${text} ${before}`] : [];
  });
}
