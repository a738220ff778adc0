import { normalised } from '../../shared/text.js';
import { Matcher, MOST_SUGGESTIONS, type Candidate, type Match, type Matches } from './match.js';
import { unitWords } from './unit-words.js';

/** Several posts of one person in one cell: "Phó Bí thư, Chủ tịch UBND", "Bí thư kiêm Chủ tịch HĐND". */
const BETWEEN_POSTS = /\s*[,;/\n]\s*|\s+(?:kiêm|kiêm nhiệm)\s+|\s+-\s+(?=\p{Lu})/iu;

/** Finds the positions that titles mean: as the catalogue writes them, or by a known spelling. */
export class PositionFinder {
  private readonly matcher: Matcher;

  constructor(positions: readonly Candidate[]) {
    this.matcher = new Matcher(positions);
  }

  /**
   * The position of a title; null where the row gives none. A title that is not known is tried without the name of its unit
   * ("Chủ tịch UBND xã Nà Tấu"), and with the division that stands beside it or above ("Chuyên viên", Phòng Nội vụ). Several
   * posts in one cell are a question, with a suggestion for each.
   */
  find(title: string | null, divisions: readonly (string | null)[] = []): Matches | null {
    if (title === null || title === '') return null;
    const text = normalised(title);
    for (const spelt of [text, ...withoutUnit(text), ...withDivision(text, divisions)]) {
      const { answer } = this.matcher.match(spelt);
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
