import { createHash } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** What nobody needs anywhere: plug-ins, another base for addresses, forms, being shown inside other pages. */
const nowhere = { baseUri: ["'none'"], objectSrc: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"], scriptSrcAttr: ["'none'"] };
/** Answers of the API are data: nothing in them is to be loaded or run, should a browser take one for a page. */
const forData = { defaultSrc: ["'none'"], ...nowhere };

const YEAR = 365 * 24 * 60 * 60;

/** Where the page of the API's documentation is, with its scripts and styles beside it. */
export const DOCS = 'docs';

/**
 * Headers that tell a browser to trust nothing but what comes from here (ASVS 3.4). TLS ends in front of us, which is also where HTTP is moved to
 * HTTPS; that nothing else than HTTPS is to be used (HSTS) is said where people reach us by it.
 */
export function securityHeaders(publicUrl: string) {
  const isSecure = publicUrl.startsWith('https:');
  return helmet({ contentSecurityPolicy: { useDefaults: false, directives: forData }, frameguard: { action: 'deny' }, hsts: isSecure ? { maxAge: YEAR, includeSubDomains: true } : false });
}

/**
 * The documentation's page as it may be under a policy without `unsafe-inline`: the styles that stand in it are allowed by their hashes, which are
 * taken from the page as it is sent, so that a new version of the page brings its own.
 */
export function strictDocs({ path }: Request, response: Response, next: NextFunction): void {
  if (path !== `/${DOCS}` && !path.startsWith(`/${DOCS}/`)) return next();
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    const page = typeof body === 'string' ? withoutStyleAttributes(body) : body;
    response.setHeader('Content-Security-Policy', docsPolicy(typeof page === 'string' ? page : ''));
    return send(page);
  };
  next();
}

/** A style in an attribute has no hash of its own; the page's only one hides a picture that has no size. */
const withoutStyleAttributes = (page: string): string => page.replace(' style="position:absolute;width:0;height:0"', ' width="0" height="0"');

function docsPolicy(page: string): string {
  const hashes = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => `'sha256-${createHash('sha256').update(style!).digest('base64')}'`);
  const nothing = ["default-src 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "script-src-attr 'none'"];
  return [...nothing, "script-src 'self'", ["style-src 'self'", ...hashes].join(' '), "img-src 'self' data:", "connect-src 'self'"].join('; ');
}
