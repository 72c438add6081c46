import { Suspense, use, type ComponentType } from 'react';
import { Fallback } from './fallback.js';

/** Where the browser cannot tell that it is idle, the next turn will do. */
const whenIdle: (run: () => void) => void = 'requestIdleCallback' in globalThis ? (run) => void requestIdleCallback(run) : (run) => void setTimeout(run);

/**
 * A part that nobody sees at once, such as a dialogue: its code is no piece of the first load. It is fetched as soon as the browser is idle, so that it
 * is there when somebody asks for it, also if the server should be away by then.
 * @param Meanwhile what stands there if somebody asks sooner than that; nothing when left out.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile?: ComponentType<Props>): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  let loaded: ComponentType<Props> | undefined;
  const loadOnce = (): Promise<ComponentType<Props>> => (loading ??= load().then((part) => (loaded = part)));
  const forget = (): void => {
    loading = undefined;
  };
  // If it fails now, it is fetched again when it is shown, and what goes wrong then is told there.
  whenIdle(() => void loadOnce().catch(forget));
  function Loaded(props: Props) {
    // A promise that is kept would still be waited for, a third of a second.
    const Shown = loaded ?? use(loadOnce());
    return <Shown {...props} />;
  }
  return function Later(props: Props) {
    return (
      <Fallback onRetry={forget}>
        <Suspense fallback={Meanwhile !== undefined && <Meanwhile {...props} />}>
          <Loaded {...props} />
        </Suspense>
      </Fallback>
    );
  };
}
