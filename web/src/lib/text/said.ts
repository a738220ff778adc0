import { queryOptions, useQuery } from '@tanstack/react-query';

import { useLanguage } from './language.js';
import { useNameTable } from './names.js';

const sentencesQuery = () =>
  queryOptions({
    queryKey: ['sentences'],
    queryFn: async () => (await import('./sentences/table.js')).englishWith,
    staleTime: Infinity,
    gcTime: Infinity,
  });

const AS_IT_IS = (text: string): string => text;

/**
 * What the API has composed, which is Vietnamese, in the reader's language. Names of people and places, and what somebody
 * typed, stay as they are.
 */
export function useSaid(): (text: string) => string {
  const { language } = useLanguage();
  const names = useNameTable();
  const { data } = useQuery({ ...sentencesQuery(), enabled: language === 'en' });
  return language === 'en' ? (data?.(names) ?? AS_IT_IS) : AS_IT_IS;
}
