import { Button } from 'antd';

import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';
import { useLanguage } from '../lib/text/language.js';

export function LanguageSwitch() {
  const t = useText(common);
  const { language, choose } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      type="text"
      className="language"
      lang={other}
      title={t.chooseLanguage}
      onClick={() => choose(other)}
    >
      {t.otherLanguage}
    </Button>
  );
}
