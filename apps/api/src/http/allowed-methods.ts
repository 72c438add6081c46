import type { OpenAPIObject } from '@nestjs/swagger';

/** Which methods each documented address takes, for the answer 405. Every route is in the document: a test holds it to that. */
export class AllowedMethods {
  private readonly routes: readonly { readonly pattern: RegExp; readonly methods: readonly string[] }[];

  constructor(document: Pick<OpenAPIObject, 'paths'>) {
    this.routes = Object.entries(document.paths).map(([path, operations]) => ({
      pattern: new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
      methods: Object.keys(operations).map((method) => method.toUpperCase()),
    }));
  }

  /** Empty: there is nothing at this path. */
  of(path: string): readonly string[] {
    return [...new Set(this.routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort();
  }
}
