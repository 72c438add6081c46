import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** What the pages of the application may load and run: their own files, and nothing that stands in a page. */
const policy = [
  "default-src 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "script-src-attr 'none'",
  "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
].join('; ');

/** Addresses that are not the application's: there a page would hide that something does not exist. */
const notPages = /^\/(api|auth|fhir|docs|svar|health|live|openapi\.(json|yaml))(?=[/?]|$)/;

/** File names of assets hold a hash of what is in them. */
const forEver = 'public, max-age=31536000, immutable';

/**
 * Serves the web application: its files, and its page for every other address that a browser opens, since the page itself knows where each leads.
 * @param dir the bundle (apps/web/dist); where it is not built nothing is served.
 */
export function serveWeb(dir: string): RequestHandler[] {
  if (!existsSync(join(dir, 'index.html'))) return [];
  const files = express.static(dir, { index: false, dotfiles: 'ignore', setHeaders: (response, path) => ofTheWeb(response, path.startsWith(join(dir, 'assets')) ? forEver : 'no-cache') });
  return [
    (request, response, next) => (notPages.test(request.path) ? next() : files(request, response, next)),
    (request: Request, response: Response, next: NextFunction) => {
      if (!opensPage(request)) return next();
      ofTheWeb(response, 'no-cache');
      response.sendFile('index.html', { root: dir, cacheControl: false });
    },
  ];
}

/** A person's browser opens an address of the application. A program that asks for data is told what exists and what does not. */
function opensPage({ method, path, headers }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && !notPages.test(path) && !path.startsWith('/assets/') && (headers.accept?.includes('text/html') ?? false);
}

function ofTheWeb(response: Response, cache: string): void {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Cache-Control', cache);
}
