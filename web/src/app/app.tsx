import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import viVN from 'antd/locale/vi_VN';
import { useEffect, useMemo, useState } from 'react';
import { BrowserRouter } from 'react-router';

import { Progress } from '../components/progress.js';
import { Problem } from '../lib/api/problem.js';
import {
  LanguageContext,
  rememberedLanguage,
  rememberLanguage,
  type Language,
} from '../lib/text/language.js';
import { Door } from './door.js';
import { FaultBoundary } from './fault-boundary.js';
import { Views } from './views.js';
import { theme } from './theme.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // The server is in the house: whether the browser calls itself online says nothing about it.
      networkMode: 'always',
      // A refusal stays a refusal; only a lost connection or a fault of the server is tried again.
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
    mutations: { networkMode: 'always' },
  },
});

/** What opens from inside a modal dialog must lie in it, or it would lie under it. */
function popupPlace(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest('dialog') ?? document.body;
}

export function App() {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        rememberLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={choice}>
      <ConfigProvider
        theme={theme}
        locale={language === 'vi' ? viVN : enGB}
        getPopupContainer={popupPlace}
      >
        <QueryClientProvider client={client}>
          <BrowserRouter>
            <Progress />
            <FaultBoundary>
              <Door>
                <Views />
              </Door>
            </FaultBoundary>
          </BrowserRouter>
        </QueryClientProvider>
      </ConfigProvider>
    </LanguageContext>
  );
}
