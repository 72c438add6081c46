import { Link as AkselLink } from '@navikt/ds-react';
import { createLink } from '@tanstack/react-router';

/** A link to a screen: looks like Aksel's, and its path and parameters are checked by the compiler. */
export const AppLink = createLink(AkselLink);
