import {
  fitContext,
  fitOf,
  isQualified,
  type FitAnswer,
  type FitContext,
} from '../rules/fit.rules.js';
import { leaderContext, mayTakeSeat, type LeaderContext } from '../rules/leader.rules.js';
import type { PersonFact, PositionFact, ScenarioFacts } from '../scenario/facts.js';

/**
 * How people suit positions, each kind of person and position judged once: people share few profiles of degree, major,
 * rank and certificates.
 */
export class Suitability {
  private readonly context: FitContext;
  private readonly leaders: LeaderContext;
  private readonly answers = new Map<string, Map<string, FitAnswer>>();
  private readonly profiles = new WeakMap<PersonFact, Map<string, FitAnswer>>();

  constructor(facts: Pick<ScenarioFacts, 'relatedMajors' | 'ranks' | 'parameters'>) {
    this.context = fitContext(facts.relatedMajors, facts.ranks, facts.parameters);
    this.leaders = leaderContext(facts.parameters);
  }

  fit(person: PersonFact, position: PositionFact): FitAnswer {
    const known = this.answersOf(person);
    const answer = known.get(position.code) ?? fitOf(person, position, this.context);
    known.set(position.code, answer);
    return answer;
  }

  isQualified(person: PersonFact, position: PositionFact): boolean {
    return isQualified(this.fit(person, position).fit);
  }

  mayLead(person: PersonFact, position: PositionFact): boolean {
    return mayTakeSeat(person, position, this.leaders);
  }

  private answersOf(person: PersonFact): Map<string, FitAnswer> {
    const known = this.profiles.get(person);
    if (known) return known;
    const key = JSON.stringify([
      person.degree,
      person.majorGroup,
      person.rank,
      person.certificates,
    ]);
    const answers = this.answers.get(key) ?? new Map<string, FitAnswer>();
    this.answers.set(key, answers);
    this.profiles.set(person, answers);
    return answers;
  }
}
