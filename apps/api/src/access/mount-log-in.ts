import { urlencoded } from 'express';
import { authHandlers, type WebSession } from '@forlop/identity';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from '@forlop/telemetry';

/** Where the provider tells that a log-in has ended: the only address that takes a form. */
export const backChannel = '/auth/backchannel-logout';

/** The addresses of the browser's log-in: there, back again, and out. They are pages, not resources, so they stand in no document. */
export function mountLogIn(app: NestExpressApplication, session: WebSession | null, log: Logger): void {
  if (session === null) return;
  const { login, callback, logout, backChannelLogout } = authHandlers(session, ({ code, message }) => log.warn({ code, reason: message }, 'login refused'));
  const express = app.getHttpAdapter().getInstance();
  express.get('/auth/login', login);
  express.get('/auth/callback', callback);
  express.post('/auth/logout', logout);
  express.post(backChannel, urlencoded({ extended: false, limit: '16kb', parameterLimit: 10 }), backChannelLogout);
}
