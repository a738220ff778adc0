import { classesOfField, isClosedField } from '../../../access/fields/fields.rules.js';
import type { KindField } from '../../sheet-kind.js';
import type { TableField } from '../table-spec.js';

/** Fields as the page lists them; their classes are those of the same field of a roster. */
export function personFields(
  fields: readonly Pick<TableField<string>, 'field' | 'label'>[],
  record: (field: string) => string = (field) => field,
): KindField[] {
  return fields.map(({ field, label }) => ({
    ...{ field, label },
    classes: classesOfField('record', record(field)),
    closed: isClosedField('record', record(field)),
  }));
}
