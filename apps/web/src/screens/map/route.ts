import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';

/** What may stand in the address: which definition, and the step or the rule that is open beside the map. */
export interface MapSearch {
  readonly forlop?: string;
  readonly versjon?: string;
  readonly steg?: string;
  readonly regel?: string;
}

const word = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** `/forlopskart?forlop=langvarig-utmattelse&versjon=1.0.0&regel=FRIST-VURDERING`: each step and each rule can be linked to. */
export const mapRoute = createRoute({
  getParentRoute: () => root,
  path: '/forlopskart',
  validateSearch: ({ forlop, versjon, steg, regel }: Record<string, unknown>): MapSearch => ({
    ...(word(forlop) && { forlop }),
    ...(word(versjon) && { versjon }),
    ...(word(steg) && { steg }),
    ...(word(regel) && { regel }),
  }),
  component: lazyRouteComponent(() => import('./screen.js'), 'MapScreen'),
});
