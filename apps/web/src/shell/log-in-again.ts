/** Tabs of the browser tell each other that somebody has logged in. */
const channelName = 'forlop-session';

/** Mark of the window that was opened only to log in. */
const logInWindow = 'forlop-log-in';

/** Opens the log-in beside the page, which keeps what is typed. */
export function openLogIn(): void {
  window.open('/auth/login?til=/', logInWindow, 'popup,width=520,height=720');
}

/** Called where somebody is logged in: tells the tabs that wait, and closes the window if it was opened for that. */
export function sayLoggedIn(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('in');
  channel.close();
  if (window.name === logInWindow) window.close();
}

/** @returns what ends the listening. */
export function onLoggedIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}
