import { useQuery } from '@tanstack/react-query';

import { parametersQuery } from '../lib/api/law.js';
import { useMay } from '../lib/session.js';
import { Assumptions } from './assumptions.js';

/** How the keys begin of what decides who suits a post. */
export const FIT_KEYS = ['fit.', 'leader.'] as const;
/** … and of what decides who is placed where. */
export const PLACEMENT_KEYS = [...FIT_KEYS, 'no-go.', 'placement.', 'cap.'] as const;

interface Props {
  /** The day whose law decides. */
  readonly on: string;
  readonly keys: readonly string[];
}

/** Which parameters that decide what stands below nobody has confirmed. */
export function LawAssumptions({ on, keys }: Props) {
  const mayRead = useMay()('law.read');
  const { data } = useQuery({ ...parametersQuery(on), enabled: mayRead });
  const deciding = (data ?? []).filter(
    ({ key, applies }) => applies && keys.some((start) => key.startsWith(start)),
  );
  return <Assumptions parameters={deciding} />;
}
