import { Button } from 'antd';
import { useState } from 'react';

import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';

/** Copies a text. Where the browser forbids it (no HTTPS) the text beside it can still be selected. */
export function CopyButton({ text }: { readonly text: string }) {
  const t = useText(accessWords);
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button size="small" onClick={() => void copy().catch(() => setCopied(false))}>
      <span aria-live="polite">{copied ? t.copied : t.copy}</span>
    </Button>
  );
}
