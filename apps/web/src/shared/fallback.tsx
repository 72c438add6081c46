import { Component, type ReactNode } from 'react';
import { ProblemView } from './problem-view.js';

interface Props {
  readonly children: ReactNode;
  /** Done before it is tried again. */
  readonly onRetry?: () => void;
}

/** A fault in one part leaves the rest of the page standing, with a way to try again. */
export class Fallback extends Component<Props, { readonly error: unknown }> {
  override readonly state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  private readonly retry = (): void => {
    this.props.onRetry?.();
    this.setState({ error: null });
  };

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <ProblemView error={error} retry={this.retry} />;
  }
}
