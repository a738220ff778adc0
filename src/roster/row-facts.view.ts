import { Injectable } from '@nestjs/common';
import type { StaffRow } from '../registry/staff-row.js';
import { SharedTexts } from '../shared/shared-texts.js';
import { MARK_LABEL } from './mark.js';
import type { RosterRecord, RowPlace } from './record.js';
import type { Work } from './sheet-kind.js';

/** As much of a row of a roster as promotion looks at before it knows whether the registry has the person. */
export interface RowFacts {
  /** The row's own number in the database. */
  readonly id: number;
  readonly record: RowPlace &
    Pick<RosterRecord, 'personalNumber' | 'fullName' | 'bornOn' | 'unknown'>;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly staff: Pick<
    StaffRow,
    'degree' | 'majorGroup' | 'rankCode' | 'certificates' | 'recruitedOn'
  >;
  /** Ratings, languages, conditions or a wish stand in the row. */
  readonly hasDetails: boolean;
}

type FactsRow = Omit<RowFacts, 'record' | 'staff'> &
  RowPlace &
  RowFacts['staff'] &
  Omit<RowFacts['record'], 'unknown'> & { readonly mark: string | null };

/** Rows that are read at once. */
const AT_ONCE = 1_000;

/** What the staged rows of a roster say of who somebody is and where they work: the rest of a row stays in the database. */
@Injectable()
export class RowFactsView {
  /** In the order of the database. @param rankCodes ranks of the catalogue; another one counts as none. */
  async of(
    { manager, actor, batch }: Work,
    rankCodes: ReadonlySet<string>,
  ): Promise<readonly RowFacts[]> {
    const texts = new SharedTexts();
    const facts: RowFacts[] = [];
    for (;;) {
      const part = await manager.query<FactsRow[]>(FACTS, [
        ...[actor.provinceCode, batch.id, facts.at(-1)?.id ?? 0, MARK_LABEL],
      ]);
      for (const each of part) facts.push(factsOf(texts.in(each), rankCodes));
      if (part.length < AT_ONCE) return facts;
    }
  }
}

function factsOf(
  { id, unitCode, positionCode, hasDetails, mark, ...said }: FactsRow,
  rankCodes: ReadonlySet<string>,
): RowFacts {
  const { file, sheet, row, personalNumber, fullName, bornOn } = said;
  const { degree, majorGroup, rankCode, certificates, recruitedOn } = said;
  const unknown: Record<string, string> = mark === null ? NOTHING : { [MARK_LABEL]: mark };
  return {
    ...{ id, unitCode, positionCode, hasDetails },
    record: { file, sheet, row, personalNumber, fullName, bornOn, unknown },
    staff: {
      ...{ degree, majorGroup, recruitedOn },
      rankCode: rankCode !== null && rankCodes.has(rankCode) ? rankCode : null,
      certificates: certificates ?? NONE,
    },
  };
}

const NOTHING = {};
const NONE: readonly never[] = [];

const FACTS = `
  SELECT r.id, r.file, r.sheet, r.row_number AS "row", given."unitCode", given."positionCode", given."majorGroup",
    said."personalNumber", coalesce(said."fullName", '') AS "fullName", said."bornOn", said.degree, said.rank AS "rankCode",
    said.certificates, said."recruitedOn", said.unknown->>$4 AS mark,
    given.record ?| '{ratings,minorityLanguages,conditions,wish}' AS "hasDetails"
  FROM import_rows r,
    jsonb_to_record(r.record) AS given ("unitCode" text, "positionCode" text, "majorGroup" text, record jsonb),
    jsonb_to_record(given.record) AS said ("personalNumber" text, "fullName" text, "bornOn" text, degree text, rank text,
      certificates jsonb, "recruitedOn" text, unknown jsonb)
  WHERE r.province_code = $1 AND r.batch_id = $2 AND r.state = 'staged' AND r.id > $3
  ORDER BY r.id LIMIT ${AT_ONCE}`;
