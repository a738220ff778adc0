import type { ReactNode } from 'react';

import type { Permission } from '../lib/api/shapes.js';
import { useMay } from '../lib/session.js';
import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';
import { wordFor } from '../lib/text/words.js';
import { WhyNot } from './why-not.js';

interface Props {
  readonly permission: Permission;
  readonly children: ReactNode;
}

/** A view, or why the reader cannot see it. */
export function Allowed({ permission, children }: Props) {
  const t = useText(accessWords);
  if (useMay()(permission)) return children;
  return (
    <div className="state no-permission">
      <h1>{t.noPermissionTitle}</h1>
      <p>{t.noPermission(wordFor(t, 'may', permission))}</p>
      <WhyNot permission={permission} />
    </div>
  );
}
