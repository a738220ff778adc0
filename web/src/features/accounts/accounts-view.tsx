import { useQuery } from '@tanstack/react-query';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../components/export-dialog.js';
import { PageHead } from '../../components/page-head.js';
import { ScopeWords } from '../../components/scope-words.js';
import { SidePanel } from '../../components/side-panel.js';
import { Answered, Nothing } from '../../components/states.js';
import type { Account } from '../../lib/api/shapes.js';
import { accountsQuery } from '../../lib/api/accounts.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { AccessSettingsCard } from './access-settings.js';
import { AccountPanel } from './account-panel.js';
import './accounts.css';
import { accountsText } from './accounts.text.js';
import { NewAccountForm } from './new-account.js';

export function AccountsView() {
  const t = useText(accountsText);
  const [adding, setAdding] = useState(false);
  const [taking, setTaking] = useState(false);
  const query = useQuery(accountsQuery());
  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <Space wrap>
          <Button onClick={() => setTaking(true)}>{t.workbook}…</Button>
          <Button type="primary" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </Space>
      </PageHead>
      <Answered query={query} rows={8}>
        {(accounts) =>
          accounts.length === 0 ? <Nothing>{t.none}</Nothing> : <Accounts accounts={accounts} />
        }
      </Answered>
      <AccessSettingsCard />
      {taking && (
        <ExportDialog
          title={t.workbook}
          columns={[]}
          address="/api/reports/accounts.xlsx"
          onClose={() => setTaking(false)}
        />
      )}
      <SidePanel open={adding} title={t.add} onClose={() => setAdding(false)}>
        <NewAccountForm onDone={() => setAdding(false)} />
      </SidePanel>
    </>
  );
}

function Accounts({ accounts }: { readonly accounts: readonly Account[] }) {
  const t = useText(accountsText);
  const a = useText(accessWords);
  const params = useQueryParams();
  const opened = accounts.find(({ id }) => String(id) === params.get('account'));
  return (
    <section className="card accounts">
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.name}</th>
            <th>{t.role}</th>
            <th>{t.scope}</th>
            <th>{t.state}</th>
            <th>{t.lastSeen}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              onOpen={() => params.set({ account: String(account.id) }, { replace: false })}
            />
          ))}
        </tbody>
      </table>
      {opened && (
        <SidePanel
          open
          title={opened.name}
          subtitle={
            <>
              <code>{opened.login}</code> · {wordFor(a, 'role', opened.role)}
            </>
          }
          onClose={() => params.set({ account: null })}
        >
          <AccountPanel key={opened.id} account={opened} />
        </SidePanel>
      )}
    </section>
  );
}

interface RowProps {
  readonly account: Account;
  readonly onOpen: () => void;
}

function AccountRow({ account, onOpen }: RowProps) {
  const t = useText(accountsText);
  const a = useText(accessWords);
  const { instant } = useFormat();
  return (
    <tr className="opens" onClick={onOpen}>
      <td>
        <button type="button" className="link-button strong">
          {account.name}
        </button>
        <div className="sub">
          <code>{account.login}</code>
        </div>
      </td>
      <td data-label={t.role}>{wordFor(a, 'role', account.role)}</td>
      <td data-label={t.scope}>
        <div>
          <ScopeWords account={account} />
        </div>
      </td>
      <td data-label={t.state}>
        <div className="account-tags">
          <State account={account} />
        </div>
      </td>
      <td data-label={t.lastSeen}>
        {account.lastSeenAt === null ? (
          <span className="sub">{t.never}</span>
        ) : (
          instant(account.lastSeenAt)
        )}
      </td>
    </tr>
  );
}

function State({ account: { disabled, oneTimePassword, secondFactor } }: Omit<RowProps, 'onOpen'>) {
  const t = useText(accountsText);
  if (disabled) return <Tag className="tag tag--bad">✕ {t.disabled}</Tag>;
  return (
    <>
      <Tag className="tag tag--good">● {t.active}</Tag>
      {oneTimePassword && <Tag className="tag tag--short">△ {t.oneTime}</Tag>}
      {secondFactor && <Tag className="tag tag--plain">{t.secondFactor}</Tag>}
    </>
  );
}
