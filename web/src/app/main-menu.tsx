import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useLocation } from 'react-router';

import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';
import { GROUPS, placeOf, usePlaces, type Group, type Place } from './places.js';
import './main-menu.css';

/** So many views stand beside each other without groups. */
const FLAT_MOST = 4;

interface Grouped {
  readonly group: Group;
  readonly places: readonly Place[];
}

/** Only what the one who is signed in may see. */
function useMenu(): { readonly flat: readonly Place[]; readonly groups: readonly Grouped[] } {
  const allowed = usePlaces();
  if (allowed.length <= FLAT_MOST) return { flat: allowed, groups: [] };
  const groups = GROUPS.map((group) => ({
    group,
    places: allowed.filter((place) => place.group === group),
  }));
  return { flat: [], groups: groups.filter(({ places }) => places.length > 0) };
}

/** The menu in the head: a group opens its views below it; a group of one view is that view. */
export function MainMenu() {
  const { flat, groups } = useMenu();
  const [open, setOpen] = useState<Group | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open === null) return;
    const close = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && ref.current?.contains(target))) setOpen(null);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);
  return (
    <div
      ref={ref}
      className="menu-row"
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !ref.current?.contains(relatedTarget)) setOpen(null);
      }}
    >
      {flat.map((place) => (
        <PlaceLink key={place.to} place={place} />
      ))}
      {groups.map(({ group, places }) => {
        const [only] = places;
        if (only && places.length === 1) return <PlaceLink key={group} place={only} />;
        return (
          <MenuGroup
            key={group}
            group={group}
            places={places}
            open={open === group}
            onOpen={(isOpen) => setOpen(isOpen ? group : null)}
          />
        );
      })}
    </div>
  );
}

interface GroupProps extends Grouped {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function MenuGroup({ group, places, open, onOpen }: GroupProps) {
  const t = useText(common);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const here = placeOf(useLocation().pathname);
  const current = places.some((place) => place === here);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      onOpen(false);
      button.current?.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onOpen(true);
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? links.length - 1 : at - 1;
    // The list is shown with the next drawing, and only then takes the focus.
    requestAnimationFrame(() => (links[next] ?? button.current)?.focus());
  };
  return (
    <div className="menu-group" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={current ? 'place menu-button active' : 'place menu-button'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onOpen(!open)}
      >
        {t[`group.${group}`]}
      </button>
      <ul ref={list} id={id} className="menu-list" hidden={!open}>
        {places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} onGo={() => onOpen(false)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same menu from above to below, for the panel of a small screen. */
export function SmallMenuList() {
  const t = useText(common);
  const { flat, groups } = useMenu();
  return (
    <>
      {flat.map((place) => (
        <PlaceLink key={place.to} place={place} />
      ))}
      {groups.map(({ group, places }) => (
        <section key={group} aria-label={t[`group.${group}`]}>
          <h3 className="menu-heading">{t[`group.${group}`]}</h3>
          {places.map((place) => (
            <PlaceLink key={place.to} place={place} />
          ))}
        </section>
      ))}
    </>
  );
}

interface PlaceProps {
  readonly place: Place;
  readonly onGo?: () => void;
}

function PlaceLink({ place, onGo }: PlaceProps) {
  const t = useText(common);
  const current = place === placeOf(useLocation().pathname);
  return (
    <Link
      to={place.to}
      className={current ? 'place active' : 'place'}
      aria-current={current ? 'page' : undefined}
      onClick={onGo}
    >
      {t[place.text]}
    </Link>
  );
}
