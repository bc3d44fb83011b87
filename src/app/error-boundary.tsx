import { Component, type ReactNode } from 'react';
import { shellText as text } from '../text-ja/shell';
import { Button } from '../ui/button';
import { MessageBox } from '../ui/panel';

/** A bug in drawing a screen must not look like lost work: says what is safe and offers the way back. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main>
        <MessageBox trouble title={text.brokenTitle} body={text.brokenBody}>
          <Button look="primary" onClick={() => location.reload()}>
            {text.reload}
          </Button>
        </MessageBox>
      </main>
    );
  }
}
