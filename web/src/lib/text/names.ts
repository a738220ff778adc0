import { queryOptions, useQuery } from '@tanstack/react-query';
import { useContext } from 'react';

import { answerOf, api } from '../api/client.js';
import { SessionContext } from '../session.js';
import { FIXED_NAMES } from './fixed-names.js';
import { useLanguage } from './language.js';

/** Names of positions, divisions and ranks in English, by the Vietnamese ones. */
export type NameTable = ReadonlyMap<string, string>;

const namesQuery = () =>
  queryOptions({
    queryKey: ['names'],
    queryFn: async (): Promise<NameTable> => {
      const positions = await answerOf(api.GET('/api/positions/names'));
      const known = positions.flatMap(({ name, nameEn }) =>
        nameEn === null ? [] : [[name, nameEn] as const],
      );
      return new Map([...FIXED_NAMES, ...known]);
    },
    staleTime: Infinity,
    gcTime: Infinity,
  });

/** Undefined where Vietnamese is read, before the names have come, and outside the door. */
export function useNameTable(): NameTable | undefined {
  const { language } = useLanguage();
  const inside = useContext(SessionContext);
  const mayRead = inside?.session.permissions.includes('catalogue.read') ?? false;
  const { data } = useQuery({ ...namesQuery(), enabled: language === 'en' && mayRead });
  return language === 'en' ? data : undefined;
}

/**
 * Name of a position, a division or a rank in the reader's language. Names of communes and of people are the same in both; so is
 * what has no English name.
 */
export function useNames(): <N extends string | null>(name: N) => N | string {
  const table = useNameTable();
  return (name) => (name === null ? name : (table?.get(name) ?? name));
}
