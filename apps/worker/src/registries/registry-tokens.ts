import { IdentityError, type TokenClient } from '@forlop/identity';
import { byHelseId, NotLetIn, type Authorise } from '@forlop/registries';

/** HelseID's tokens for one registry, with a proof for each request. @param scope the registry's at HelseID. */
export function byTokensOf(client: TokenClient, scope: string): Authorise {
  const access = client.accessTo(scope);
  return byHelseId(async (request) => {
    try {
      return await access(request);
    } catch (error) {
      if (!(error instanceof IdentityError) || error.code === 'unavailable') throw error;
      throw new NotLetIn(`HelseID: ${error.message}`);
    }
  });
}
