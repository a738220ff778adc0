import { useQuery } from '@tanstack/react-query';
import { Button, Layout } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';

import { NetworkNote } from '../components/network-note.js';
import { SidePanel } from '../components/side-panel.js';
import { configurationQuery } from '../lib/api/configuration.js';
import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';
import { AccountMenu } from './account-menu.js';
import { HelpMenu } from './help-menu.js';
import { LanguageSwitch } from './language-switch.js';
import { MainMenu, SmallMenuList } from './main-menu.js';
import { Notice } from './notice.js';
import { PersonFileHost } from './person-file-host.js';
import { placeOf } from './places.js';
import { TourOffer } from './tour-offer.js';

export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useText(common);
  const { pathname } = useLocation();
  useTitle(pathname);
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <Layout.Header className="shell-head">
        <Brand />
        <nav className="shell-nav" aria-label={t.mainMenu}>
          <MainMenu />
        </nav>
        <HelpMenu />
        <LanguageSwitch />
        <AccountMenu />
        <SmallMenu key={pathname} />
      </Layout.Header>
      <Notice />
      <NetworkNote />
      <Layout.Content id="content" className="shell-content" tabIndex={-1}>
        <TourOffer />
        {children}
      </Layout.Content>
      <PersonFileHost />
    </Layout>
  );
}

function useTitle(pathname: string): void {
  const t = useText(common);
  const place = placeOf(pathname);
  const title = place ? `${t[place.text]} · ${t.product}` : t.product;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Brand() {
  const t = useText(common);
  const { data } = useQuery(configurationQuery());
  return (
    <Link to="/" className="brand">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <span className="brand-words">
        <span className="brand-name">{t.product}</span>
        <span className="brand-place">{data?.provinceName ?? '\u00a0'}</span>
      </span>
    </Link>
  );
}

function SmallMenu() {
  const t = useText(common);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="shell-menu" aria-expanded={open} onClick={() => setOpen(true)}>
        <span className="menu-bars" aria-hidden="true" />
        <span className="menu-word">{t.menu}</span>
      </Button>
      <SidePanel open={open} title={t.mainMenu} onClose={() => setOpen(false)} narrow>
        <nav className="small-nav" aria-label={t.mainMenu}>
          <SmallMenuList />
        </nav>
      </SidePanel>
    </>
  );
}
