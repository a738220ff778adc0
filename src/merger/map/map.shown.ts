import type { UnitFact } from '../../scenario/facts.js';
import type { AssessedMap } from './assessed-map.plan.js';
import type { MapRow } from './map-rows.js';
import type {
  AssessedMapResponse,
  MapOldUnitResponse,
  MapPlaceResponse,
  MapResponse,
  MapRowResponse,
  PastedMapResponse,
} from './map.responses.js';
import type { StandingMap } from './map.service.js';
import type { PastedMap } from './pasted-map.plan.js';

export function mapResponse({ scenario, facts, assessed }: StandingMap): MapResponse {
  const { version, state, rulesOn } = scenario;
  const communes = facts.units.filter(({ level }) => level === 'commune');
  const people = new Map<string, number>();
  for (const { unitCode } of facts.people) people.set(unitCode, (people.get(unitCode) ?? 0) + 1);
  const districts = new Map(
    facts.units.filter(({ level }) => level === 'district').map(({ code, name }) => [code, name]),
  );
  const old = (unit: UnitFact): MapOldUnitResponse => ({
    ...placeOf(unit),
    districtName: districts.get(unit.parentCode ?? '') ?? null,
    areaKm2: unit.areaKm2,
    population: unit.population,
    people: people.get(unit.code) ?? 0,
  });
  return {
    ...{ version, state, rulesOn },
    oldUnits: communes.filter(({ isNew }) => !isNew).map(old),
    newUnits: communes
      .filter(({ isNew }) => isNew)
      .map((unit) => ({ ...placeOf(unit), zone: unit.zone, border: unit.border })),
    ...assessedResponse(assessed),
  };
}

export function assessedResponse(map: AssessedMap): AssessedMapResponse {
  return {
    rows: map.rows.map(rowResponse),
    units: map.units.map((unit) => ({
      code: unit.code,
      parts: unit.parts,
      people: unit.people,
      areaKm2: unit.areaKm2,
      population: unit.population,
      needsAreaKm2: unit.needsAreaKm2,
      needsPopulation: unit.needsPopulation,
      verdict: unit.verdict,
      reason: unit.reason,
    })),
    peopleToDecide: map.peopleToDecide,
    breaches: map.breaches.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}

export function pastedResponse({ lines, rows, unnamed }: PastedMap): PastedMapResponse {
  return {
    lines: lines.map((line) => ({
      line: line.line,
      oldText: line.oldText,
      newText: line.newText,
      shareText: line.shareText,
      oldCode: line.oldCode,
      newCode: line.newCode,
      share: line.share,
      faults: line.faults,
    })),
    rows: rows.map(rowResponse),
    unnamed,
  };
}

function rowResponse({ oldCode, newCode, kind, share, main }: MapRow): MapRowResponse {
  return { oldCode, newCode, kind, share, main };
}

function placeOf({ code, name, point }: UnitFact): MapPlaceResponse {
  return { code, name, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
}
