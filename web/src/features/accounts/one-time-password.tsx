import { Button } from 'antd';

import { CopyButton } from '../../components/copy-button.js';
import { useText } from '../../lib/text/define-text.js';
import { accountsText } from './accounts.text.js';

interface Props {
  readonly title: string;
  readonly password: string;
  readonly onDone: () => void;
}

/** Shown once; nobody can look it up again. */
export function OneTimePassword({ title, password, onDone }: Props) {
  const t = useText(accountsText);
  return (
    <section className="one-time" role="status">
      <h3>{title}</h3>
      <div className="sub">{t.passwordMade}</div>
      <p className="one-time-password">
        <code>{password}</code> <CopyButton text={password} />
      </p>
      <p>{t.passwordOnce}</p>
      <Button type="primary" onClick={onDone}>
        {t.done}
      </Button>
    </section>
  );
}
