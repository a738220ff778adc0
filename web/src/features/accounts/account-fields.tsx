import { Checkbox } from 'antd';

import { Choice } from '../../components/choice.js';
import { TextField } from '../../components/text-field.js';
import type { RoleCode } from '../../lib/api/shapes.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { OFFICER_BLOCKS, type AccountDraft } from './account-draft.js';
import { accountsText } from './accounts.text.js';
import { ScopeEditor } from './scope-editor.js';

export const ROLES = ['officer', 'manager', 'leader', 'auditor', 'administrator'] as const;

interface Props {
  readonly draft: AccountDraft;
  readonly tried: boolean;
  /** Nobody changes their own role. */
  readonly own?: boolean;
  readonly onChange: (changes: Partial<AccountDraft>) => void;
}

/** Name, role and what the role reaches. */
export function AccountFields({ draft, tried, own, onChange }: Props) {
  const t = useText(accountsText);
  const a = useText(accessWords);
  const w = useText(words);
  const hasUnits = draft.role === 'manager' || draft.role === 'leader';
  return (
    <>
      <TextField
        label={t.name}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        autoComplete="off"
        wrong={tried && draft.name.trim() === '' ? t.missing : null}
      />
      {own ? (
        <p className="sub">{t.yourself}</p>
      ) : (
        <Choice
          wide
          label={t.role}
          value={draft.role}
          options={ROLES.map((role) => ({ value: role, label: a[`role.${role}`] }))}
          onChange={(role) => onChange({ role: role as RoleCode })}
        />
      )}
      {draft.role === 'officer' && (
        <Choice
          wide
          label={t.block}
          value={draft.block ?? ''}
          options={[
            { value: '', label: t.allBlocks },
            ...OFFICER_BLOCKS.map((block) => ({ value: block, label: w[`block.${block}`] })),
          ]}
          onChange={(block) =>
            onChange({ block: OFFICER_BLOCKS.find((each) => each === block) ?? null })
          }
        />
      )}
      {(draft.role === 'officer' || hasUnits) && (
        <Checkbox
          checked={draft.closedScope}
          onChange={({ target }) => onChange({ closedScope: target.checked })}
        >
          {t.closedScope}
        </Checkbox>
      )}
      {hasUnits && (
        <ScopeEditor rows={draft.scope} tried={tried} onChange={(scope) => onChange({ scope })} />
      )}
    </>
  );
}
