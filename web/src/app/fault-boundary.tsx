import { Component, type ReactNode } from 'react';

import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';

interface State {
  readonly failed: boolean;
}

/** A fault of the page itself: says so instead of showing an empty window. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Fault /> : this.props.children;
  }
}

function Fault() {
  const t = useText(common);
  return (
    <div className="state state--full" role="alert">
      <h1>{t.pageTroubleTitle}</h1>
      <p>{t.pageTrouble}</p>
      <button type="button" className="plain-button" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </div>
  );
}
