/**
 * The session's token against forgery, which goes back with everything that changes something (docs/access.md).
 * @param cookies as `document.cookie` gives them.
 */
export function csrfToken(cookies: string): string | null {
  const found = cookies.split(/;\s*/).find((cookie) => /^(__Host-)?forlop-csrf=/.test(cookie));
  return found === undefined ? null : decodeURIComponent(found.slice(found.indexOf('=') + 1));
}
