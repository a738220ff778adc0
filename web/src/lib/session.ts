import { createContext, useContext } from 'react';

import type { Permission, Session } from './api/shapes.js';

export interface Inside {
  readonly session: Session;
  /** Takes the page away at once; the rest of signing out follows. */
  readonly leave: () => void;
}

/** Whose page it is. Every view is inside it. */
export const SessionContext = createContext<Inside | null>(null);

export function useInside(): Inside {
  const inside = useContext(SessionContext);
  if (inside === null) throw new Error('used outside the door');
  return inside;
}

/** Whether the one who is signed in may do it. Only shows or hides: the API decides. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useInside().session;
  return (permission) => permissions.includes(permission);
}
