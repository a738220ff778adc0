import { useQueryParams } from '../lib/query-params.js';
import { useMay } from '../lib/session.js';
import { defineText, useText } from '../lib/text/define-text.js';

const fileText = defineText(
  { open: 'Mở hồ sơ', openOf: (name: string) => `Mở hồ sơ của ${name}` },
  { open: 'Open the file', openOf: (name: string) => `Open the file of ${name}` },
);

interface Props {
  readonly staffId: number;
  readonly name: string;
}

/** Opens the file of a person over the list. */
export function FileLink({ staffId, name }: Props) {
  const t = useText(fileText);
  const params = useQueryParams();
  if (!useMay()('people.read')) return null;
  return (
    <button
      type="button"
      className="link-button"
      aria-label={t.openOf(name)}
      onClick={() => params.set({ file: String(staffId) }, { replace: false })}
    >
      {t.open}
    </button>
  );
}
