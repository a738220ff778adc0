/** Labels of exports from foreign programs, matched on the whole path where no Vietnamese label fits. */
const LABELS = [
  ['ordinal', /^(no|order|ordinal)$/],
  ['fullName', /^(full ?name|(employee |staff )?name)$/],
  ['born', /^(date of birth|dob|birth ?(date|day|year)|year of birth|born( on)?)$/],
  ['sex', /^(sex|gender)$/],
  [
    'personalNumber',
    /^(citizen |national |personal )?(id|identity|identification)( card)?( number| no)$|^personal number$/,
  ],
  ['ethnicity', /^ethnic(ity| group)$/],
  ['religion', /^religion$/],
  ['home', /^(home ?town|native place)$/],
  ['address', /^(current |permanent )?address$/],
  ['unit', /^((working |work )?unit|agency|organi[sz]ation|commune)$/],
  ['position', /^((current |job )?position|job title|title)$/],
  ['degree', /^(degree|qualification|education( level)?)$/],
  ['major', /^(major|field of study)$/],
  ['note', /^(notes?|remarks?)$/],
] as const;

type EnglishField = (typeof LABELS)[number][0];

/** @param path folded, without punctuation */
export function fieldOfEnglish(path: string): EnglishField | null {
  return LABELS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** Whether a cell is the label of the column of names. */
export function namesPeopleInEnglish(text: string): boolean {
  return /^\s*(full[\s_-]?name|(employee |staff )?name)\s*$/i.test(text);
}
