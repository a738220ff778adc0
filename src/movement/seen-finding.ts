import { protectedMessage } from '../placement/protected-words.js';
import type { Finding } from '../rules/finding.js';

const CASE = /^movement\.no-go\..*/;

/** A finding without the case that stands against a person: neither its words nor its code tell an illness or a discipline. */
export function seenFinding(finding: Finding): Finding {
  return {
    code: finding.code.replace(CASE, 'movement.no-go'),
    severity: finding.severity,
    article: finding.article,
    message: protectedMessage(finding.message),
  };
}
