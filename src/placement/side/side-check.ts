/**
 * What a placement makes of the conditions that the scenario asks for, counted again from the facts and the proposals alone.
 * It shares no code with the rows of the model.
 */
import { distanceKm } from '../../rules/distance.rules.js';
import type { PersonFact, ScenarioFacts, UnitFact } from '../../scenario/facts.js';
import { placementBreach, type PlacementBreach } from '../breach.js';
import type { Placed } from '../proposals.js';
import { CheckMap } from '../proposal-check-map.js';
import { jointFindings } from './joint-check.js';
import type { JointSeat } from './joint-posts.js';
import type { SideFindings } from './side-findings.js';
import type { AnnouncedPlace, SideOptions } from './side-options.js';

type Line = Pick<
  Placed,
  'personKey' | 'outcome' | 'unitCode' | 'positionCode' | 'pinned' | 'terms'
> & { readonly joint?: JointSeat | null };

export function sideFindings(
  facts: ScenarioFacts,
  lines: readonly Line[],
  side: SideOptions,
): SideFindings {
  const check = new SideCheck(facts, lines);
  const parts = [
    check.couples(side.couplesWithinKm),
    check.movedOut(side.movedOutPercent),
    check.speakers(side.speakers),
    check.women(side.womenPercent),
    check.norms(side.norms),
    jointFindings(facts, lines, side.joint),
    check.kept(side.keep),
  ];
  return {
    violations: parts.flatMap(({ violations }) => violations),
    breaches: parts.flatMap(({ breaches }) => breaches),
  };
}

const NOTHING: SideFindings = { violations: [], breaches: [] };

class SideCheck {
  private readonly map: CheckMap;
  private readonly lines: ReadonlyMap<string, Line>;

  constructor(
    private readonly facts: ScenarioFacts,
    lines: readonly Line[],
  ) {
    this.map = new CheckMap(facts);
    this.lines = new Map(lines.map((line) => [line.personKey, line]));
  }

  couples(withinKm: number | null): SideFindings {
    if (withinKm === null) return NOTHING;
    const found: { violations: string[]; breaches: PlacementBreach[] } = {
      violations: [],
      breaches: [],
    };
    for (const [a, b] of this.pairs()) {
      const km = this.between(this.communeOf(a), this.communeOf(b));
      if (km === null || km <= withinKm) continue;
      const before = this.between(this.startOf(a), this.startOf(b));
      if (before !== null && before <= withinKm) {
        found.violations.push(`${a.key} and ${b.key} are separated by ${km.toFixed(1)} km`);
      } else found.breaches.push(apart(a, b, km, withinKm));
    }
    return found;
  }

  movedOut(percent: number | null): SideFindings {
    if (percent === null) return NOTHING;
    const violations: string[] = [];
    const breaches: PlacementBreach[] = [];
    for (const [code, lines] of this.byOldCommune()) {
      const most = Math.floor((lines.length * percent) / 100);
      const moved = lines.filter(({ terms }) => terms.moved === 1);
      if (moved.length <= most) continue;
      if (moved.some(({ pinned }) => !pinned)) {
        violations.push(`${moved.length} of ${lines.length} people move out of ${code}`);
      } else breaches.push(movedByPins(code, moved.length, most));
    }
    return { violations, breaches };
  }

  speakers(demands: SideOptions['speakers']): SideFindings {
    const breaches = demands.flatMap(({ unitCode, language, count }) => {
      const there = this.seatedIn(unitCode).filter((who) => who.languages.includes(language));
      if (there.length >= count) return [];
      return [tooFewSpeakers(this.nameOf(unitCode), unitCode, language, there.length, count)];
    });
    return { violations: [], breaches };
  }

  women(percent: number | null): SideFindings {
    if (percent === null) return NOTHING;
    const communes = new Set(
      this.facts.people
        .map((who) => this.communeOf(who)?.code)
        .filter((code) => code !== undefined),
    );
    const breaches = [...communes].sort().flatMap((code) => {
      const people = this.seatedIn(code);
      const women = people.filter(({ sex }) => sex === 'female').length;
      if (women * 100 >= percent * people.length) return [];
      return [tooFewWomen(this.nameOf(code), code, women, people.length, percent)];
    });
    return { violations: [], breaches };
  }

  norms(asked: boolean): SideFindings {
    if (!asked) return NOTHING;
    const blocks = new Map(this.facts.positions.map(({ code, block }) => [code, block]));
    const violations: string[] = [];
    const breaches: PlacementBreach[] = [];
    for (const { unitCode, block, headcount } of this.facts.norms) {
      const there = [...this.lines.values()].filter(
        (line) =>
          line.outcome === 'seated' &&
          blocks.get(line.positionCode ?? '') === block &&
          this.map.commune(line.unitCode ?? '')?.code === unitCode,
      );
      if (there.length <= headcount) continue;
      const pinned = there.filter((line) => line.pinned).length;
      if (pinned < there.length) {
        violations.push(`${unitCode} ${block} seats ${there.length}, its norm is ${headcount}`);
      } else breaches.push(overNormByPins(this.nameOf(unitCode), unitCode, pinned, headcount));
    }
    return { violations, breaches };
  }

  kept(keep: SideOptions['keep']): SideFindings {
    if (keep === null) return NOTHING;
    const there = ({ outcome, unitCode, positionCode }: AnnouncedPlace): string =>
      outcome === 'seated' ? `${unitCode}/${positionCode}` : outcome;
    const changed = keep.places.filter((place) => {
      const line = this.lines.get(place.personKey);
      return line !== undefined && there(line) !== there(place);
    });
    if (changed.length <= keep.most) return NOTHING;
    return {
      violations: [`${changed.length} people change, more than ${keep.most}`],
      breaches: [],
    };
  }

  private pairs(): [PersonFact, PersonFact][] {
    const people = new Map(this.facts.people.map((who) => [who.key, who]));
    return this.facts.people.flatMap((who): [PersonFact, PersonFact][] => {
      const spouse = people.get(who.spouseKey ?? '');
      return spouse && who.key < spouse.key ? [[who, spouse]] : [];
    });
  }

  /** Where the person is placed; null = leaves, or is nowhere. */
  private communeOf({ key }: PersonFact): UnitFact | null {
    const line = this.lines.get(key);
    return line?.unitCode ? this.map.commune(line.unitCode) : null;
  }

  /** Where the person is when nothing is chosen: the place of the pin, else the main successor. */
  private startOf(who: PersonFact): UnitFact | null {
    const line = this.lines.get(who.key);
    if (line?.pinned === true) return this.communeOf(who);
    const main = this.map.mainSuccessor(who.unitCode);
    return main === null ? null : this.map.commune(main);
  }

  /** null where somebody leaves or is nowhere; without points only the same commune is near. */
  private between(a: UnitFact | null, b: UnitFact | null): number | null {
    if (!a || !b) return null;
    if (a.code === b.code) return 0;
    if (!a.point || !b.point) return Infinity;
    return distanceKm(a.point, b.point, this.facts.parameters);
  }

  private byOldCommune(): Map<string, Line[]> {
    const groups = new Map<string, Line[]>();
    for (const who of this.facts.people) {
      const line = this.lines.get(who.key);
      if (!line || (line.outcome === 'leaving' && line.pinned)) continue;
      const code = this.map.oldCommune(who.unitCode);
      groups.set(code, [...(groups.get(code) ?? []), line]);
    }
    return groups;
  }

  private seatedIn(communeCode: string): PersonFact[] {
    return this.facts.people.filter(
      (who) =>
        this.lines.get(who.key)?.outcome === 'seated' && this.communeOf(who)?.code === communeCode,
    );
  }

  private nameOf(code: string): string {
    return this.map.commune(code)?.name ?? code;
  }
}

function apart(a: PersonFact, b: PersonFact, km: number, withinKm: number): PlacementBreach {
  const far = km === Infinity ? 'chưa rõ bao xa' : `${km.toFixed(1).replace('.', ',')} km`;
  return placementBreach(
    'placement.couple-apart',
    'warning',
    { personKey: a.key },
    `Vợ chồng ${a.fullName} và ${b.fullName} ở hai nơi cách nhau ${far} (mức đề ra ${withinKm} km); nơi kế thừa hoặc chỉ định của hai người đã xa nhau từ trước. Hãy chỉ định lại một trong hai người nếu cần.`,
  );
}

function overNormByPins(
  name: string,
  unitCode: string,
  pinned: number,
  headcount: number,
): PlacementBreach {
  return placementBreach(
    'placement.over-norm-by-pins',
    'warning',
    { unitCode },
    `Các chỉ định đưa ${pinned} người vào một khối của ${name}, quá biên chế ${headcount} người. Hãy bớt chỉ định hoặc xem lại biên chế.`,
  );
}

function movedByPins(code: string, moved: number, most: number): PlacementBreach {
  return placementBreach(
    'placement.moved-out-by-pins',
    'warning',
    { unitCode: code },
    `Các chỉ định đưa ${moved} người ra ngoài đơn vị kế thừa của ${code}, quá mức ${most} người. Hãy bớt chỉ định hoặc nâng mức.`,
  );
}

function tooFewSpeakers(
  name: string,
  unitCode: string,
  language: string,
  there: number,
  count: number,
): PlacementBreach {
  return placementBreach(
    'placement.too-few-speakers',
    'warning',
    { unitCode },
    `${name} cần ${count} người biết tiếng ${language}, phương án chỉ có ${there}.`,
  );
}

function tooFewWomen(
  name: string,
  unitCode: string,
  women: number,
  people: number,
  percent: number,
): PlacementBreach {
  return placementBreach(
    'placement.too-few-women',
    'warning',
    { unitCode },
    `${name} có ${women} nữ trong ${people} người được bố trí, dưới tỷ lệ ${percent} % đề ra.`,
  );
}
