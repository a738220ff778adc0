import { queryOptions, useQuery } from '@tanstack/react-query';

import { useLanguage } from './language.js';

const sentencesQuery = () =>
  queryOptions({
    queryKey: ['sentences'],
    queryFn: async () => (await import('./sentences/table.js')).inEnglish,
    staleTime: Infinity,
    gcTime: Infinity,
  });

const AS_IT_IS = (text: string): string => text;

/**
 * What the API has composed, which is Vietnamese, in the reader's language. Names, and what somebody typed, stay as they
 * are.
 */
export function useSaid(): (text: string) => string {
  const { language } = useLanguage();
  const { data } = useQuery({ ...sentencesQuery(), enabled: language === 'en' });
  return language === 'en' ? (data ?? AS_IT_IS) : AS_IT_IS;
}
