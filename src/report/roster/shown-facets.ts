import { fieldsOf, RATING, UNKNOWN, type Facets } from '../../roster/facets.js';
import type { Field } from '../../roster/reading/fields.js';

/** What a sheet shows of a person. */
export interface Shown {
  readonly fields: ReadonlySet<Field>;
  /** The columns that senders had beside the known ones. */
  readonly unknown: boolean;
}

/** Facets that no column says by its own, and the column that shows them. */
const BY_COLUMN: Readonly<Record<string, Field>> = {
  personalNumber: 'personalNumber',
  unit: 'unit',
  position: 'position',
};

/** Of all that the registry says of a person exactly what a sheet shows. */
export function shownFacets(facets: Facets, { fields, unknown }: Shown): Facets {
  return Object.fromEntries(
    Object.entries(facets).filter(([facet]) => {
      if (facet.startsWith(UNKNOWN)) return unknown;
      if (facet.startsWith(RATING)) return fields.has(facet as Field);
      const own = BY_COLUMN[facet];
      if (own !== undefined) return fields.has(own);
      return fieldsOf(facet).some((field) => fields.has(field));
    }),
  );
}
