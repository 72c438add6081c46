import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Controller, Get, Module, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { APP_GUARD, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ApiModule } from '../src/api.module.js';
import { ACCESS_RULE, Allows, OpenToAll } from '../src/access/allows.js';
import { createApi, type Api } from '../src/create-api.js';
import { silentLog } from './support/silent-log.js';

const nothing = {} as never;
const parts = { ledger: nothing, rules: nothing, temporal: nothing, authentication: nothing, publicUrl: 'http://localhost', acceptSynthetic: true };

type Handler = (...args: unknown[]) => unknown;
interface Endpoint {
  readonly name: string;
  readonly controller: new (...args: never[]) => object;
  readonly handler: Handler;
}

/** Every method of every controller that Nest routes to, in whatever module it came. */
function endpointsOf({ app }: Api): Endpoint[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype as Endpoint['controller']));
  return controllers.flatMap((controller) =>
    new MetadataScanner().getAllMethodNames(controller.prototype as object).flatMap((method) => {
      const handler = (controller.prototype as Record<string, Handler>)[method]!;
      if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
      const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
      return [{ name: `${verb} ${controller.name}.${method}`, controller, handler }];
    }),
  );
}

const reflector = new Reflector();
const withoutRule = (api: Api): string[] => endpointsOf(api).filter(({ handler, controller }) => reflector.getAllAndOverride<unknown>(ACCESS_RULE, [handler, controller]) === undefined).map(({ name }) => name);

let api: Api;
beforeAll(async () => {
  api = await createApi(parts, silentLog());
  await api.app.init();
}, 60_000);
afterAll(() => api.app.close());

describe('every endpoint', () => {
  test('says who may use it', () => {
    expect(endpointsOf(api).length).toBeGreaterThan(40);
    expect(withoutRule(api)).toEqual([]);
  });

  test('goes through the guard, whatever else is mounted: only pages that show nothing of a patient stand beside the controllers', () => {
    const router = (api.app.getHttpAdapter().getInstance() as unknown as { router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] } }).router;
    const routes = router.stack.flatMap(({ route }) => (route === undefined ? [] : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)));
    const documented = Object.entries(api.document.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`));
    const beside = [...new Set(routes.filter((route) => !documented.includes(route)))].sort();
    expect(documented.filter((route) => !routes.includes(route))).toEqual([]);
    // The log-in is where the guard sends people, and the stream of changes asks for one and shows nobody; the rest is the document of the API.
    expect(beside.filter((route) => !/^GET \/(docs|openapi\.)/.test(route))).toEqual(['GET /auth/callback', 'GET /auth/login', 'GET /live', 'POST /auth/backchannel-logout', 'POST /auth/logout']);
  });

  test('one without a rule is found by this test', async () => {
    @Controller('prove')
    class Forgotten {
      @Get('glemt')
      forgotten(): string {
        return 'alt';
      }

      @Get('husket')
      @Allows('me.read', 'prøve')
      remembered(): string {
        return 'alt';
      }
    }
    @Controller('prove')
    @OpenToAll()
    class Open {
      @Get('apen')
      open(): string {
        return 'alt';
      }
    }
    @Module({ imports: [ApiModule.of(parts)], controllers: [Forgotten, Open] })
    class WithForgotten {}
    const other = await createApi(parts, silentLog(), { module: WithForgotten });
    try {
      expect(withoutRule(other)).toEqual(['GET Forgotten.forgotten']);
      await other.app.listen(0, '127.0.0.1');
      const refused = await fetch(`${await other.app.getUrl()}/prove/glemt`);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'no-rule']);
      expect((await fetch(`${await other.app.getUrl()}/prove/apen`)).status).toBe(200);
    } finally {
      await other.app.close();
    }
  });

  test('has the guard before it', () => {
    const providers = ApiModule.of(parts).providers ?? [];
    expect(providers.filter((provider) => 'provide' in provider && provider.provide === APP_GUARD)).toHaveLength(1);
  });
});
