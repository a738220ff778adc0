import { newToken } from '../session/session.js';

/** What the callback of a sign-in elsewhere is compared with. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Key of the session that the browser had; it ends with the new sign-in. The way back carries no such cookie. */
  readonly former: string | null;
}

/** So long somebody may take at the other sign-in. */
export const FLOW_MINUTES = 10;
const MOST = 1_000;

/** Sign-ins that have been sent elsewhere and are not back yet, by the cookie of the browser that began. */
export class OidcFlows {
  private readonly flows = new Map<string, { readonly flow: OidcFlow; readonly until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  /** @returns the cookie's value. The oldest are forgotten when there are too many. */
  begin(flow: OidcFlow): string {
    const [oldest] = this.flows.keys();
    if (this.flows.size >= MOST && oldest !== undefined) this.flows.delete(oldest);
    const key = newToken();
    this.flows.set(key, { flow, until: this.now() + FLOW_MINUTES * 60_000 });
    return key;
  }

  /** Once only: whoever comes back a second time begins again. */
  take(key: string): OidcFlow | null {
    const found = this.flows.get(key);
    this.flows.delete(key);
    return found !== undefined && found.until > this.now() ? found.flow : null;
  }
}
