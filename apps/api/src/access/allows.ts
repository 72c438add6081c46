import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { Action } from '@forlop/access';

/** The name by which operations ask for a log-in in the OpenAPI document. */
export const securityScheme = 'innlogging';

/** Where an endpoint says who may use it. */
export const ACCESS_RULE = 'forlop:access';

/** What an endpoint asks of whoever calls it. */
export type AccessRule = { readonly open: true } | { readonly open: false; readonly action: Action; readonly what: string; readonly onlyReads: boolean };

/**
 * The endpoint does this; the policy (libs/access) says who may. An endpoint without it or {@link OpenToAll} answers nobody.
 * @param what The kind of information that is shown, as the access log tells it to a patient.
 * @param onlyReads It changes nothing, though it is a POST, or a file that is kept leaves by it. Each use is logged, whether or not it shows whose information it was.
 */
export const Allows = (action: Action, what: string, { onlyReads = false } = {}): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ACCESS_RULE, { open: false, action, what, onlyReads } satisfies AccessRule), ApiSecurity(securityScheme));

/** Anyone may call it: it says nothing of any person or of how the house is run. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS_RULE, { open: true } satisfies AccessRule);
