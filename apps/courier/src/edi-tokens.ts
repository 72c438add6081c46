import { EdiError, type AccessTokens } from '@forlop/dialogmelding';
import { IdentityError, machineClient, type MachineSetup } from '@forlop/identity';

/** The scope of EDI 2.0 at HelseID; its audience is `nhn:msh` (docs/dialogmelding.md). */
export const ediScope = 'nhn:msh/api';

/** HelseID's tokens for EDI 2.0, with a proof for each request. */
export function ediTokens(setup: MachineSetup): AccessTokens {
  const access = machineClient(setup).accessTo(ediScope);
  return {
    accessToken: async (request) => {
      try {
        const { token, proof } = await access(request);
        return { token, dpopProof: proof };
      } catch (error) {
        if (!(error instanceof IdentityError) || error.code === 'unavailable') throw error;
        throw new EdiError('not-authorised', 'HelseID gir ikke Forløp tilgang til EDI.', {}, { cause: error });
      }
    },
  };
}
