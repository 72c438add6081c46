import type { ApiConfig } from '@forlop/config';
import { DevelopmentActors, type ActorProvider } from './actor.js';

/** The API would have to believe whoever asks. */
export class NoLogInError extends Error {
  constructor() {
    super(
      'API-et starter ikke: innlogging er ikke installert ennå, og uten den ville hvem som helst kunne lese og skrive. ' +
        'Til utvikling og prøving, med oppdiktede pasienter, settes NODE_ENV=development.',
    );
    this.name = 'NoLogInError';
  }
}

/** Who says who asks. @throws NoLogInError outside development. */
export function actorsFor(environment: ApiConfig['environment']): ActorProvider {
  if (environment === 'development') return new DevelopmentActors();
  throw new NoLogInError();
}
