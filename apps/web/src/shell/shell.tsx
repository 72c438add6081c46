import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { meQuery } from '../client/me.js';
import { Problem } from '../client/problem.js';
import { Fallback } from '../shared/fallback.js';
import { Loading } from '../shared/states.js';
import { ProblemView } from '../shared/problem-view.js';
import { Toasts } from '../shared/toasts.js';
import { CommandPalette } from './command-palette.js';
import { Header } from './header.js';
import { LogIn } from './log-in.js';
import { useText } from './messages.js';
import { Offline } from './offline.js';
import { sayLoggedIn } from './log-in-again.js';
import { SessionEnded } from './session-ended.js';

/** What stands around every screen. Who is not logged in sees the log-in in its place, at the same address. */
export function Shell() {
  const text = useText();
  const me = useQuery(meQuery);
  const main = useFocusOnNewPage();
  useEffect(() => {
    if (me.data !== undefined) sayLoggedIn();
  }, [me.data]);
  if (me.error instanceof Problem && me.error.status === 401) return <LogIn />;
  return (
    <>
      <a className="app-skip" href="#main">
        {text('skip')}
      </a>
      {me.data !== undefined && <Header me={me.data} />}
      <main id="main" className="app-main" tabIndex={-1} ref={main}>
        <Offline />
        {me.isPending && <Loading />}
        {me.error !== null && <ProblemView error={me.error} retry={() => void me.refetch()} />}
        {me.data !== undefined && (
          <Fallback>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </Fallback>
        )}
      </main>
      <Toasts />
      <CommandPalette />
      <SessionEnded />
    </>
  );
}

/** On a new page the focus begins at its content, as after loading one; not on the first, nor when only the search changes. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus();
  }, [pathname]);
  return main;
}
