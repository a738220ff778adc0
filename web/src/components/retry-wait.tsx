import { useEffect, useState } from 'react';

import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';

/** Seconds that are left of a wait, counted down. */
export function useSecondsLeft(seconds: number | null): number {
  const [left, setLeft] = useState(seconds ?? 0);
  useEffect(() => {
    const end = Date.now() + (seconds ?? 0) * 1000;
    const tell = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tell();
    const timer = setInterval(tell, 500);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}

/** How long to wait before the next try. */
export function RetryWait({ seconds }: { readonly seconds: number }) {
  const t = useText(accessWords);
  const left = useSecondsLeft(seconds);
  if (left === 0) return <span>{t.retryNow}</span>;
  const minutes = Math.floor(left / 60);
  const words = [minutes > 0 && t.minutes(minutes), left % 60 > 0 && t.seconds(left % 60)];
  return <span role="timer">{t.retryIn(words.filter(Boolean).join(' '))}</span>;
}
