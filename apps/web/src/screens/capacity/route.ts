import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { isChoice, type Choice } from './choices.js';

/** What may stand in the address: a unit, a week by its first day, which of its patients, and the open panel. */
export interface CapacitySearch {
  readonly enhet?: string;
  readonly uke?: string;
  readonly vis?: Choice;
  readonly last?: true;
}

/** `/kapasitet?enhet=<id>&uke=2026-04-06&vis=uten-time`: each number is a list that can be linked to. */
export const capacityRoute = createRoute({
  getParentRoute: () => root,
  path: '/kapasitet',
  validateSearch: ({ enhet, uke, vis, last }: Record<string, unknown>): CapacitySearch => ({
    ...(typeof enhet === 'string' && { enhet }),
    ...(typeof uke === 'string' && { uke }),
    ...(isChoice(vis) && { vis }),
    ...(last === true && { last }),
  }),
  component: lazyRouteComponent(() => import('./screen.js'), 'CapacityScreen'),
});
