import { createHash } from 'node:crypto';

/** Text that is safe inside an element and a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

const style = `
:root { color-scheme: light; font-family: "Source Sans 3", system-ui, sans-serif; line-height: 1.5; color: #23262a; background: #f2f3f5; }
body { margin: 0; padding: 2rem 1rem; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem; background: #fff; border-radius: .5rem; border: 1px solid #c9cdd3; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; }
.notice { margin: 1rem 0; padding: .75rem 1rem; border-left: .4rem solid #c77300; background: #fff5e4; }
ul { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: .5rem; }
button, .button { display: block; box-sizing: border-box; width: 100%; padding: .75rem 1rem; text-align: left; font: inherit; color: inherit; background: #fff; border: 2px solid #0067c5; border-radius: .25rem; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { background: #e6f0ff; }
button:focus-visible, .button:focus-visible { outline: 3px solid #00347d; outline-offset: 2px; }
strong, small { display: block; }
small { font-size: 1rem; color: #43474c; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** A whole page in bokmål. @param body HTML with everything escaped that is not the house's own. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body>
</html>`;
}

/**
 * Headers of such a page: no script, nothing from elsewhere, in no frame and in no cache.
 * @param formTargets origins that a form may end at, by redirects too.
 */
export function pageHeaders(formTargets: readonly string[] = []): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'${formTargets.map((origin) => ` ${origin}`).join('')}; frame-ancestors 'none'; base-uri 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
