/**
 * Who does something: `person` (a signed-in user), `system` (Forløp itself: worker, sweep) or `integration` (a sender of
 * messages). `id` is the id in the house's own user directory or the sender's HER-id; it is kept with every event.
 */
export interface Actor {
  readonly kind: 'person' | 'system' | 'integration';
  readonly id: string;
  /** The organisation that the actor acts for. */
  readonly organisationId?: string;
}

/** The system itself, by the name of the part that acts. */
export const systemActor = (part: string): Actor => ({ kind: 'system', id: part });

/** As stored on an event: `kind:id`. */
export const actorText = (actor: Actor): string => `${actor.kind}:${actor.id}`;
