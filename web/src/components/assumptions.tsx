import { Alert } from 'antd';

import type { UsedParameter } from '../lib/api/shapes.js';
import { useFormat } from '../lib/format.js';
import { defineText, useText } from '../lib/text/define-text.js';

const assumptionText = defineText(
  {
    assumed: (count: string) =>
      `${count} tham số chưa được tỉnh xác nhận theo văn bản gốc: số liệu dưới đây là giả định.`,
    which: 'Xem các tham số',
  },
  {
    assumed: (count: string) =>
      `${count} parameters are not confirmed by the province: the figures below are assumptions.`,
    which: 'Show the parameters',
  },
);

/** Which of the parameters behind the figures nobody has confirmed. */
export function Assumptions({ parameters }: { readonly parameters: readonly UsedParameter[] }) {
  const t = useText(assumptionText);
  const format = useFormat();
  const assumed = parameters.filter((each) => each.assumed);
  if (assumed.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t.assumed(format.number(assumed.length))}
      description={
        <details>
          <summary>{t.which}</summary>
          <ul className="assumed">
            {assumed.map(({ key, value, sourceDocument, sourceArticle }) => (
              <li key={key}>
                <code>{key}</code> = {JSON.stringify(value)} ({sourceDocument}
                {sourceArticle && `, ${sourceArticle}`})
              </li>
            ))}
          </ul>
        </details>
      }
    />
  );
}
