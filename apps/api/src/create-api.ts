import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { NestLog, type Logger } from '@forlop/telemetry';
import { ApiModule, type ApiParts } from './api.module.js';
import { mountLogIn } from './access/mount-log-in.js';
import { answerTemporalUi } from './codec/answer-temporal-ui.js';
import { scopeRequest } from './access/request-scope.js';
import { AllowedMethods } from './http/allowed-methods.js';
import { readBody } from './http/bodies.js';
import { lastAnswer } from './http/last-answer.js';
import { Limits, limitAddresses } from './http/limits.js';
import { requestLog } from './http/logging.js';
import { mountLive } from './live/mount-live.js';
import { serveWeb } from './web/serve-web.js';
import { ProblemFilter } from './http/problem-filter.js';
import { DOCS, securityHeaders, strictDocs } from './http/security-headers.js';
import { openApiDocument } from './openapi/document.js';
import { API } from './tokens.js';

/** The API, ready to listen, and the document that describes it. */
export interface Api {
  readonly app: NestExpressApplication;
  readonly document: OpenAPIObject;
}

/**
 * Puts the API together. It listens on nothing until told to.
 * @param module another than the API's own, for measuring what a part of it costs.
 */
export async function createApi(parts: ApiParts, log: Logger, module: DynamicModule = ApiModule.of(parts)): Promise<Api> {
  const app = await NestFactory.create<NestExpressApplication>(module, { bodyParser: false, logger: new NestLog(log), abortOnError: false });
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustedProxies ?? false);
  app.use(lastAnswer(app.getHttpServer()), requestLog(log), securityHeaders(parts.publicUrl), strictDocs, shortFhirAddress, keptNowhere, limitAddresses(app.get(Limits)), answerTemporalUi(parts.codec), readBody, scopeRequest, ...(parts.web === undefined ? [] : serveWeb(parts.web)));
  mountLogIn(app, parts.authentication.session, log);
  mountLive(app, parts.authentication);
  const document = openApiDocument(app);
  app.useGlobalFilters(new ProblemFilter(new AllowedMethods(document)));
  SwaggerModule.setup(DOCS, app, document, { jsonDocumentUrl: 'openapi.json', yamlDocumentUrl: 'openapi.yaml', customSiteTitle: 'Forløp: API', customCss: '.swagger-ui .topbar { display: none }', swaggerOptions });
  return { app, document };
}

/** The badge of Swagger's own server is left out: the page asks nobody else for anything. */
const swaggerOptions = { validatorUrl: null };

/** What speaks of patients stays in no cache, in the browser or on the way (ASVS 14.3.2). */
function keptNowhere({ path }: Request, response: Response, next: NextFunction): void {
  if (path.startsWith(`/${API}/`) || path.startsWith('/auth/')) response.setHeader('Cache-Control', 'no-store');
  next();
}

/** Senders know FHIR servers by `/fhir`; it is the same door. */
function shortFhirAddress(request: Request, _: Response, next: NextFunction): void {
  if (/^\/fhir(?=[/?]|$)/.test(request.url)) request.url = `/${API}${request.url}`;
  next();
}
