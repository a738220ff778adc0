import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { lawKeysQuery } from '../lib/api/law.js';
import type { UsedParameter } from '../lib/api/shapes.js';
import { useFormat } from '../lib/format.js';
import { defineText, useText } from '../lib/text/define-text.js';
import { useLanguage } from '../lib/text/language.js';
import { useLawWords } from '../lib/text/law-words.js';

const assumptionText = defineText(
  {
    assumed: (count: string) =>
      `${count} tham số chưa được tỉnh xác nhận theo văn bản gốc: số liệu dưới đây là giả định.`,
    which: 'Xem các tham số',
  },
  {
    assumed: (count: string) =>
      `Parameters that the province has not confirmed: ${count}. The figures below are assumptions.`,
    which: 'Show the parameters',
  },
);

type Deciding = Pick<
  UsedParameter,
  'key' | 'value' | 'scope' | 'sourceDocument' | 'sourceArticle' | 'assumed'
>;

/** Which of the parameters behind the figures nobody has confirmed. */
export function Assumptions({ parameters }: { readonly parameters: readonly Deciding[] }) {
  const t = useText(assumptionText);
  const format = useFormat();
  const law = useLawWords();
  const { language } = useLanguage();
  const assumed = parameters.filter((each) => each.assumed);
  const { data: keys } = useQuery({ ...lawKeysQuery(), enabled: assumed.length > 0 });
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
            {assumed.map(({ key, scope, value, sourceDocument, sourceArticle }) => {
              const known = keys?.find((each) => each.key === key);
              return (
                <li key={`${key} ${scope}`}>
                  {(language === 'vi' ? known?.nameVi : known?.nameEn) ?? key} ={' '}
                  {law.value(value, known?.kind)} ({law.said(sourceDocument)}
                  {sourceArticle && `, ${law.said(sourceArticle)}`})
                </li>
              );
            })}
          </ul>
        </details>
      }
    />
  );
}
