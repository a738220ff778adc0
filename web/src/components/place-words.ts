import type { Place } from '../lib/api/shapes.js';
import { defineText } from '../lib/text/define-text.js';

export const placeText = defineText(
  {
    'outcome.surplus': 'Chưa có chỗ',
    'outcome.leaving': 'Thôi việc hoặc nghỉ hưu',
    'outcome.away': 'Ngoài phương án',
  },
  {
    'outcome.surplus': 'Without a seat',
    'outcome.leaving': 'Leaving or retiring',
    'outcome.away': 'Not in the plan',
  },
);

/** A place in one line. @param named puts a name into the reader's language. */
export function placeLine(place: Place, named: (name: string) => string, outcome: string): string {
  const names = [place.positionName, place.unitName].filter((name) => name !== null).map(named);
  if (place.outcome === 'seated') return names.join(', ');
  return place.outcome === 'surplus' && place.unitName !== null
    ? `${outcome}: ${named(place.unitName)}`
    : outcome;
}
