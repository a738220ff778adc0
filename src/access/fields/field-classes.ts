import type { Role } from '../../shared/actor.js';

/** What a role gets of a class before it asks: the value, its last digits, only that the field exists, or nothing at all. */
export type Sight = 'shown' | 'masked' | 'hidden' | 'none';

/** Where personal data stands: tables, the JSON of rosters and of frozen facts. */
export type Place =
  | 'staff'
  | 'staff_ratings'
  | 'staff_conditions'
  | 'staff_languages'
  | 'wishes'
  | 'postings'
  | 'record'
  | 'person'
  | 'pins'
  | 'proposals';

type Fields = Readonly<Partial<Record<Place, readonly string[]>>>;

interface ClassRow {
  /** As the page and the trail name it. */
  readonly what: string;
  /** The fields, as columns or JSON keys of each place. */
  readonly fields: Fields;
  readonly seenBy: Readonly<Record<Role, Sight>>;
  /** Who may open it for one person, with a purpose that the trail keeps. */
  readonly revealedBy: readonly Role[];
  readonly source: string;
}

const HIDDEN: Readonly<Record<Role, Sight>> = {
  officer: 'hidden',
  manager: 'hidden',
  leader: 'hidden',
  auditor: 'none',
  administrator: 'none',
};
const MASKED: Readonly<Record<Role, Sight>> = {
  ...HIDDEN,
  officer: 'masked',
  manager: 'masked',
  leader: 'masked',
};
const REVEALERS: readonly Role[] = ['officer', 'manager'];

const SENSITIVE =
  'Luật 91/2025/QH15 (hiệu lực 01/01/2026), Nghị định 356/2025/NĐ-CP: dữ liệu cá nhân nhạy cảm [DOMAIN 7, F:S58]';
const BASIC =
  'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: dữ liệu cá nhân cơ bản [DOMAIN 7, F:S58]; che bớt là lựa chọn của sản phẩm';
const OURS = 'Lựa chọn của sản phẩm: ô ghi tự do có thể chứa bất kỳ loại nào ở trên';

/**
 * The one table of protected fields: which they are, what each role sees of them, and who may open them one by one. Which
 * people a role sees at all is decided by scope, in the database. Whoever sits at the machine's terminal sees all.
 *
 * @source Law 91/2025/QH15; Decree 356/2025/NĐ-CP. Who sees what is a product decision: docs/security.md
 */
export const FIELD_CLASSES = {
  'personal-number': {
    what: 'Số định danh',
    fields: {
      staff: ['personal_number', 'key'],
      record: ['personalNumber'],
      person: ['key'],
      pins: ['person_key'],
      proposals: ['person_key'],
    },
    seenBy: MASKED,
    revealedBy: REVEALERS,
    source: BASIC,
  },
  ethnicity: {
    what: 'Dân tộc',
    fields: { staff: ['ethnicity'], record: ['ethnicity'] },
    seenBy: HIDDEN,
    revealedBy: REVEALERS,
    source: SENSITIVE,
  },
  religion: {
    what: 'Tôn giáo',
    fields: { staff: ['religion'], record: ['religion'] },
    seenBy: HIDDEN,
    revealedBy: REVEALERS,
    source: SENSITIVE,
  },
  party: {
    what: 'Đảng',
    fields: {
      staff: ['party_probationary_on', 'party_official_on'],
      record: ['partyProbationaryOn', 'partyOfficialOn'],
    },
    seenBy: HIDDEN,
    revealedBy: REVEALERS,
    source: SENSITIVE,
  },
  health: {
    what: 'Sức khỏe, thai sản',
    fields: {
      staff_conditions: ['maternity', 'grave-illness'],
      record: ['conditions'],
      person: ['conditions'],
      proposals: ['reason'],
    },
    seenBy: HIDDEN,
    revealedBy: REVEALERS,
    source: SENSITIVE,
  },
  discipline: {
    what: 'Kỷ luật, điều tra',
    fields: {
      staff_conditions: ['discipline', 'prosecution'],
      record: ['conditions'],
      person: ['conditions'],
      proposals: ['reason'],
    },
    seenBy: HIDDEN,
    revealedBy: REVEALERS,
    source: SENSITIVE,
  },
  family: {
    what: 'Gia đình, hoàn cảnh',
    fields: {
      staff: ['spouse_personal_number'],
      staff_conditions: ['hard-circumstances', 'other'],
      record: ['spousePersonalNumber', 'conditions'],
      person: ['spouseKey', 'conditions'],
      proposals: ['reason'],
    },
    seenBy: HIDDEN,
    revealedBy: REVEALERS,
    source: BASIC,
  },
  'free-text': {
    what: 'Ghi chú tự do',
    fields: {
      staff: ['note', 'unknown_columns'],
      staff_conditions: ['note'],
      wishes: ['note'],
      record: ['note', 'unknown', 'wish'],
      pins: ['reason'],
      proposals: ['reason'],
    },
    seenBy: HIDDEN,
    revealedBy: REVEALERS,
    source: OURS,
  },
} as const satisfies Readonly<Record<string, ClassRow>>;

export type FieldClass = keyof typeof FIELD_CLASSES;

export const FIELD_CLASS_KEYS = Object.keys(FIELD_CLASSES) as FieldClass[];

/** Fields that nobody without the closed scope sees of a holder of a title managed by the Party committee. */
export const CLOSED_FIELDS: Fields = {
  staff: ['planned_title'],
  staff_ratings: ['rating'],
  record: ['plannedTitle', 'ratings'],
  person: ['plannedTitle'],
};

/** Fields of a person that belong to no class: whoever may see the person sees them. A test holds that no column is in neither. */
export const OPEN_FIELDS: Fields = {
  staff: [
    ...['id', 'full_name', 'sex', 'born_on', 'home_text', 'home_unit_id', 'address_text'],
    ...['recruited_on', 'general_education', 'degree', 'major', 'major_group', 'study_mode'],
    ...['school', 'political_theory', 'state_management', 'foreign_language', 'informatics'],
    ...['certificates', 'rank_code', 'step', 'coefficient', 'step_on', 'position_allowance'],
    ...['over_grade_percent', 'insurance_years', 'created_in'],
  ],
  staff_ratings: ['staff_id', 'year'],
  staff_conditions: [
    ...['study-or-seconded', 'id', 'staff_id', 'condition_case', 'starts_on', 'ends_on'],
    'lifted_by_request',
  ],
  staff_languages: ['staff_id', 'language'],
  wishes: ['id', 'staff_id', 'campaign', 'kind', 'communes', 'accepted'],
  record: [
    ...['file', 'sheet', 'row', 'fullName', 'sex', 'bornOn', 'homeText', 'addressText'],
    ...[
      'unitText',
      'blockText',
      'around',
      'hints',
      'positionText',
      'recruitedOn',
      'generalEducation',
      'degree',
      'major',
    ],
    ...['studyMode', 'school', 'politicalTheory', 'stateManagement', 'foreignLanguage'],
    ...['informatics', 'minorityLanguages', 'certificates', 'rank', 'step', 'coefficient'],
    ...['stepOn', 'positionAllowance', 'overGradePercent', 'insuranceYears'],
    ...['proposedUnitText', 'proposedPositionText'],
  ],
};
