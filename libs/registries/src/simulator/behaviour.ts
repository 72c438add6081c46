import { setTimeout as pause } from 'node:timers/promises';
import type { RegistryName } from '../ports.js';
import { json, problem, type Reply } from './reply.js';

/** How a registry behaves: as it should, not at all, late, with an answer that means nothing, or refusing our token. */
export type Behaviour = { readonly mode: 'ok' | 'down' | 'nonsense' | 'closed' } | { readonly mode: 'slow'; readonly ms: number };

/** How each of them behaves now. */
export class Behaviours {
  private readonly now = new Map<RegistryName, Behaviour>();

  set(registry: RegistryName, behaviour: Behaviour): void {
    this.now.set(registry, behaviour);
  }

  /** The reply as it leaves a registry that behaves so. @param stopping ends a slow one early. */
  async through(registry: RegistryName, reply: Reply, stopping: AbortSignal): Promise<Reply> {
    const behaviour = this.now.get(registry) ?? { mode: 'ok' };
    switch (behaviour.mode) {
      case 'down': return problem(503, 'Service Unavailable');
      case 'closed': return problem(401, 'Unauthorized');
      case 'nonsense': return json(200, { hello: ['world'] });
      case 'slow':
        await pause(behaviour.ms, undefined, { signal: stopping }).catch(() => undefined);
        return reply;
      default: return reply;
    }
  }
}
