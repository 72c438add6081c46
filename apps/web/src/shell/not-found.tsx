import { Problem } from '../client/problem.js';
import { Page } from '../shared/page.js';
import { ProblemView } from '../shared/problem-view.js';
import { useText } from './messages.js';

/** An address that leads to no screen. */
export function NotFound() {
  const text = useText();
  return (
    <Page title={text('notFound')}>
      <ProblemView error={new Problem({ status: 404, title: '', detail: '', code: 'not-found' })} />
    </Page>
  );
}
