import { QueryErrorResetBoundary, useQueryClient } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';

import { FailureNotice } from './FailureNotice.tsx';

class Boundary extends Component<
  { onReset: () => Promise<void>; children: ReactNode },
  { error: unknown }
> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  readonly #retry = () => {
    void this.props.onReset().then(() => this.setState({ error: null }));
  };

  override render() {
    const { error } = this.state;
    return error === null ? (
      this.props.children
    ) : (
      <FailureNotice error={error} onRetry={this.#retry} />
    );
  }
}

/** Keeps one panel's failure to that panel; trying again draws it from answers that were asked for anew. */
export function PanelBoundary({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const askAnew = async () => {
    // What only the panel had asked for is in no view now, and an answer that could not be drawn must not be drawn again.
    queryClient.removeQueries({ type: 'inactive' });
    await queryClient.refetchQueries({ type: 'active' });
  };
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary
          onReset={async () => {
            await askAnew();
            reset();
          }}
        >
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}
