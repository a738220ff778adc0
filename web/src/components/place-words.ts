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

/** A place in one line; names of units and positions stay Vietnamese. */
export function placeLine(place: Place, outcome: string): string {
  const names = [place.positionName, place.unitName].filter((name) => name !== null).join(', ');
  if (place.outcome === 'seated') return names;
  return place.outcome === 'surplus' && place.unitName !== null
    ? `${outcome}: ${place.unitName}`
    : outcome;
}
