/** Tabs of the browser tell each other that somebody has logged in. */
const channelName = 'forlop-session';

/** Where a log-in beside a page ends (`logged-in.tsx`). A mark on the window itself would be lost on the way through a provider on another site. */
export const logInEnds = '/innlogget';

/** Opens the log-in beside the page, which keeps what is typed. */
export function openLogIn(): void {
  window.open(`/auth/login?til=${logInEnds}`, 'forlop-log-in', 'popup,width=520,height=720');
}

/** Called where somebody is logged in: tells the tabs that wait. */
export function sayLoggedIn(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('in');
  channel.close();
}

/** @returns what ends the listening. */
export function onLoggedIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}
