/**
 * What the system itself saw or did. The kernel never reads these; they make each effect happen once, and they prove what
 * was shown and sent.
 */
export const observations = {
  /** A clock's lead days have passed. */
  warned: 'warned',
  atRisk: 'at-risk',
  /** A clock is shown as broken from the event's date on. */
  shownBroken: 'shown-broken',
  /** Later facts do not support what was shown (LATE-1). */
  brokenWithdrawn: 'broken-withdrawn',
  metLate: 'met-late',
  passedByPatient: 'passed-by-patient',
  /** The patient reached an age at which rules turn. */
  turned: 'turned',
  /** A message about an obligation was sent; `purpose: withdraw` is a correction that was sent. */
  told: 'told',
  tellingFailed: 'telling-failed',
  tellingSuppressed: 'telling-suppressed',
  /** Somebody who was reminded answered in words. */
  replyReceived: 'reply-received',
  /** What was told does not hold: a correction is owed. */
  toldWithdrawn: 'told-withdrawn',
  /** It holds after all, before the correction was sent. */
  toldReinstated: 'told-reinstated',
  /** A named person let an obligation leave the house. */
  confirmed: 'confirmed',
  modeChanged: 'mode-changed',
  /** Somebody wrote a note about the patient (sealed), or a new version of one. */
  note: 'notat',
  /** Somebody asked that whoever has a duty be reminded now. */
  reminderAsked: 'paminnelse-bedt-om',
  /** Somebody stopped one reminder before it left; the reason is sealed. */
  reminderStopped: 'paminnelse-stoppet',
  /** Somebody sees to what does not fit. */
  findingTaken: 'avvik-tatt',
  /** Somebody has looked at what does not fit and lets it stand; the reason is sealed. */
  findingSetAside: 'avvik-lagt-til-side',
  contactChanged: 'contact-changed',
  /** A national registry told where the patient lives, or how protected that is. Where stands nowhere in it. */
  registryTold: 'registeropplysning',
  // The work around it, where the definition has no event for it.
  courseLine: 'kursVenteliste',
  courseCancelled: 'kursAvlyst',
  meetingPlanned: 'moteAvtalt',
  meetingCancelled: 'moteAvlyst',
  meetingHeld: 'moteHoldt',
  planBegun: 'planOpprettet',
  /** Those who book were asked for a time; an appointment answered it, or it was taken back. */
  appointmentRequested: 'timeEtterspurt',
  appointmentAnswered: 'timeforesporselBesvart',
  appointmentWithdrawn: 'timeforesporselTrukket',
  // Who may see the pathway (docs/access.md).
  accessGiven: 'tilgangGitt',
  accessWithdrawn: 'tilgangTrukket',
  transferred: 'ansvarFlyttet',
  blocked: 'sperret',
  unblocked: 'sperringOpphevet',
  /** Somebody looked who had no access, and said why. */
  brokeGlass: 'nodtilgang',
  /** Someone asked that the patient be erased; she was. */
  erasureRequested: 'erasure-requested',
  erased: 'erased',
} as const;

export type ObservationType = (typeof observations)[keyof typeof observations];
