import { authHandlers, type WebSession } from '@forlop/identity';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from '@forlop/telemetry';

/** The addresses of the browser's log-in: there, back again, and out. They are pages, not resources, so they stand in no document. */
export function mountLogIn(app: NestExpressApplication, session: WebSession | null, log: Logger): void {
  if (session === null) return;
  const { login, callback, logout } = authHandlers(session, ({ code, message }) => log.warn({ code, reason: message }, 'login refused'));
  const express = app.getHttpAdapter().getInstance();
  express.get('/auth/login', login);
  express.get('/auth/callback', callback);
  express.post('/auth/logout', logout);
}
