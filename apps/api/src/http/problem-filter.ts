import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { isAnswerPath, sendPage } from '../answers/page.js';
import { isFhirPath, outcomeOf } from '../fhir/problem-outcome.js';
import type { AllowedMethods } from './allowed-methods.js';
import { ApiProblem } from './api-problem.js';
import type { ApiRequest } from './request.js';
import { problemKinds } from './problem-kinds.js';
import { toProblem } from './to-problem.js';

/** The one place where an error becomes an answer: problem+json, an OperationOutcome at the FHIR door, or a page where people come by a link. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly allowedMethods: AllowedMethods) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    const problem = this.withMethods(toProblem(error), request);
    if (problem.status >= 500) response.err = error instanceof Error ? error : new Error('Det ble kastet noe som ikke er en feil.');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status).set(problem.parts.headers ?? {});
    if (isAnswerPath(request.path)) sendPage(response, problem.status, { title: problemKinds[problem.kind].title, paragraphs: [problem.message] });
    else if (isFhirPath(request.path)) response.type('application/fhir+json').json(outcomeOf(problem));
    // As bytes: Express would add a charset, which this type does not have (RFC 9457, section 6.1).
    else response.type('application/problem+json').send(Buffer.from(JSON.stringify(problem.body(request.id))));
  }

  /** An address that is known, but not with this method, is not one that does not exist. */
  private withMethods(problem: ApiProblem, request: ApiRequest): ApiProblem {
    const methods = problem.kind === 'not-found' && problem.parts.code === undefined ? this.allowedMethods.of(request.path) : [];
    if (methods.length === 0) return problem;
    return new ApiProblem('method-not-allowed', `${request.method} kan ikke brukes her. Bruk ${methods.join(' eller ')}.`, { headers: { Allow: methods.join(', ') } });
  }
}
