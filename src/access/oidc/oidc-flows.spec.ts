import { describe, expect, it } from '@jest/globals';
import { FLOW_MINUTES, OidcFlows } from './oidc-flows.js';

const flow = (state: string) => ({ state, nonce: 'n', verifier: 'v', former: null });

describe('OidcFlows', () => {
  it('gives a flow back once', () => {
    const flows = new OidcFlows();
    const key = flows.begin(flow('a'));
    expect(flows.take('another')).toBeNull();
    expect(flows.take(key)).toEqual(flow('a'));
    expect(flows.take(key)).toBeNull();
  });

  it('forgets a flow after ten minutes, not before', () => {
    let now = 0;
    const flows = new OidcFlows(() => now);
    const [early, late] = [flows.begin(flow('a')), flows.begin(flow('b'))];
    now = FLOW_MINUTES * 60_000 - 1;
    expect(flows.take(early)).not.toBeNull();
    now += 1;
    expect(flows.take(late)).toBeNull();
  });

  it('keeps a thousand, the newest', () => {
    const flows = new OidcFlows();
    const keys = Array.from({ length: 1_001 }, (_, index) => flows.begin(flow(String(index))));
    expect(flows.take(keys[0]!)).toBeNull();
    expect(flows.take(keys[1]!)).toEqual(flow('1'));
  });
});
