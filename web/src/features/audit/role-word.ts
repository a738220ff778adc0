import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { auditText } from './audit.text.js';

/** The word for a role in the trail, which knows two more than accounts do. */
export function useRoleWord(): (role: string | null) => string {
  const t: Record<string, unknown> = useText(auditText);
  const a: Record<string, unknown> = useText(accessWords);
  return (role) => {
    const word = a[`role.${role ?? ''}`] ?? t[`role.${role ?? ''}`];
    return typeof word === 'string' ? word : (role ?? '');
  };
}
