import { Component, type ReactNode } from 'react';
import { ProblemView } from '../shared/problem-view.js';

interface Props {
  readonly children: ReactNode;
}

/** A fault in one screen leaves the rest of the page standing, with a way to try again. */
export class Fallback extends Component<Props, { readonly error: unknown }> {
  override readonly state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <ProblemView error={error} retry={() => this.setState({ error: null })} />;
  }
}
