import { NavLink } from 'react-router';

import { useMay } from '../../lib/session.js';
import { defineText, useText } from '../../lib/text/define-text.js';

const tabText = defineText(
  {
    label: 'Các trang về quy định',
    law: 'Tham số',
    limits: 'Giới hạn của phương án',
    payouts: 'Chế độ khi nghỉ',
    treatment: 'Đối xử bình đẳng',
    wishes: 'Nguyện vọng',
  },
  {
    label: 'Pages about the law',
    law: 'Parameters',
    limits: 'Limits of a plan',
    payouts: 'Pay-outs',
    treatment: 'Equal treatment',
    wishes: 'Wishes',
  },
);

/** The law itself, and what follows from it for a plan. */
export function LawTabs() {
  const t = useText(tabText);
  const may = useMay();
  return (
    <nav className="law-tabs" aria-label={t.label}>
      <NavLink to="/law" end>
        {t.law}
      </NavLink>
      {may('gap.read') && <NavLink to="/law/limits">{t.limits}</NavLink>}
      {may('scenario.read') && <NavLink to="/law/wishes">{t.wishes}</NavLink>}
      {may('treatment.read') && <NavLink to="/law/treatment">{t.treatment}</NavLink>}
      {may('payout.read') && <NavLink to="/law/payouts">{t.payouts}</NavLink>}
    </nav>
  );
}
