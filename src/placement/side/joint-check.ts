/** What a placement makes of joint posts, counted from the facts and the lines alone; no code of the rows is shared. */
import { fitContext, fitOf, isQualified } from '../../rules/fit.rules.js';
import { leaderContext, mayTakeSeat } from '../../rules/leader.rules.js';
import type { Fit } from '../../rules/vocabulary.js';
import type { PersonFact, PositionFact, ScenarioFacts } from '../../scenario/facts.js';
import { isInForce } from '../../shared/day.js';
import { placementBreach, type PlacementBreach } from '../breach.js';
import { CheckMap } from '../proposal-check-map.js';
import type { Placed } from '../proposals.js';
import type { SideFindings } from './side-findings.js';
import type { JointSeat } from './joint-posts.js';
import type { JointDemand } from './side-options.js';

type Line = Pick<Placed, 'personKey' | 'outcome' | 'unitCode' | 'positionCode' | 'pinned'> & {
  /** Absent = only where people sit is checked, not who holds a second seat. */
  readonly joint?: JointSeat | null;
};

export function jointFindings(
  facts: ScenarioFacts,
  lines: readonly Line[],
  demands: readonly JointDemand[],
): SideFindings {
  const violations: string[] = [];
  const breaches: PlacementBreach[] = [];
  if (demands.length === 0 && !lines.some(({ joint }) => joint)) return { violations, breaches };
  const count = new JointCount(facts, lines);
  const claimed = new Set(lines.filter(({ joint }) => joint));
  for (const demand of demands) {
    const main = count.place(demand.unitCode, demand.positionCode);
    const also = count.place(demand.unitCode, demand.alsoPositionCode);
    const isHeld = main.lines.some((line) => count.suits(line, demand.alsoPositionCode));
    const isFull = main.lines.length >= main.seats;
    const isTaken = also.lines.length >= also.seats;
    const free = (place: Place): boolean => place.lines.some(({ pinned }) => !pinned);
    if (isFull && !isHeld && free(main)) {
      violations.push(`${demand.positionCode} in ${demand.unitCode} holds nobody who suits both`);
    }
    if (isTaken && free(also)) {
      violations.push(`${demand.alsoPositionCode} in ${demand.unitCode} leaves no joint seat`);
    }
    const holders = main.lines.filter(
      ({ joint }) =>
        joint?.positionCode === demand.alsoPositionCode && joint.unitCode === also.unitCode,
    );
    for (const holder of holders) {
      claimed.delete(holder);
      const fit = count.fit(holder, demand.alsoPositionCode);
      if (isTaken || fit !== holder.joint?.fit || !count.suits(holder, demand.alsoPositionCode))
        violations.push(`${holder.personKey} may not hold ${demand.alsoPositionCode} as well`);
    }
    const isTold = lines.some(({ joint }) => joint !== undefined);
    const expected = isHeld && !isTaken ? 1 : 0;
    if (isTold && holders.length !== expected) {
      violations.push(
        `${demand.alsoPositionCode} in ${demand.unitCode} has ${holders.length} joint holders`,
      );
    }
    if (isTaken || !isHeld) breaches.push(count.open(demand, isTaken));
  }
  for (const { personKey } of claimed) violations.push(`${personKey} holds a second seat unasked`);
  return { violations, breaches };
}

interface Place {
  readonly unitCode: string | null;
  readonly seats: number;
  readonly lines: readonly Line[];
}

class JointCount {
  private readonly map: CheckMap;
  private readonly people: ReadonlyMap<string, PersonFact>;

  constructor(
    private readonly facts: ScenarioFacts,
    private readonly lines: readonly Line[],
  ) {
    this.map = new CheckMap(facts);
    this.people = new Map(facts.people.map((who) => [who.key, who]));
  }

  /** The seats of a position in the first unit of a commune that has any, and who sits there. */
  place(commune: string, positionCode: string): Place {
    const rows = this.facts.seats
      .filter((row) => row.positionCode === positionCode && row.seats > 0)
      .filter((row) => this.map.commune(row.unitCode)?.code === commune)
      .sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1));
    const unitCode = rows[0]?.unitCode;
    return {
      unitCode: unitCode ?? null,
      seats: rows
        .filter((row) => row.unitCode === unitCode)
        .reduce((sum, row) => sum + row.seats, 0),
      lines: this.lines.filter(
        (line) =>
          line.outcome === 'seated' &&
          line.unitCode === unitCode &&
          line.positionCode === positionCode,
      ),
    };
  }

  suits(line: Line, positionCode: string): boolean {
    const person = this.people.get(line.personKey);
    const position = this.position(positionCode);
    const fit = this.fit(line, positionCode);
    if (!person || !position || fit === null) return false;
    return isQualified(fit) && mayTakeSeat(person, position, leaderContext(this.facts.parameters));
  }

  fit({ personKey }: Line, positionCode: string): Fit | null {
    const { relatedMajors, ranks, parameters } = this.facts;
    const person = this.people.get(personKey);
    const position = this.position(positionCode);
    if (!person || !position) return null;
    return fitOf(person, position, fitContext(relatedMajors, ranks, parameters)).fit;
  }

  private position(code: string): PositionFact | undefined {
    const { positions, effectiveOn } = this.facts;
    return positions.find((each) => each.code === code && isInForce(each, effectiveOn));
  }

  open(
    { unitCode, positionCode, alsoPositionCode }: JointDemand,
    isTaken: boolean,
  ): PlacementBreach {
    const name = this.map.commune(unitCode)?.name ?? unitCode;
    const [main, also] = [positionCode, alsoPositionCode].map(
      (code) => this.facts.positions.findLast((each) => each.code === code)?.name ?? code,
    );
    return placementBreach(
      'placement.joint-post-open',
      'warning',
      { unitCode, positionCode: alsoPositionCode },
      isTaken
        ? `${name}: các chỉ định đã dùng hết chỉ tiêu ${also}, không còn chỗ để kiêm nhiệm. Hãy bớt chỉ định hoặc bỏ điều kiện kiêm nhiệm.`
        : `${name}: chưa có người giữ ${main} đủ tiêu chuẩn để kiêm nhiệm ${also}.`,
    );
  }
}
