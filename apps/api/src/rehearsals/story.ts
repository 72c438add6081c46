import { osloMidnight, type OsloDate } from '@forlop/calendar';
import type { LoadedRules } from '@forlop/definitions';
import { referralFacts } from '@forlop/ledger';
import { checkEvent, decide, engineEvents, EVERYTHING_KNOWN, type Json, type LedgerEvent, type PathwayInput } from '@forlop/pathway';
import { REFERRAL_STEP, type Act, type Scenario, type Step } from '@forlop/simulator';

/** A step that the rules would not have. */
export interface Refused {
  readonly step: Step;
  readonly code: string;
  readonly sentence: string;
}

/** The events of a scenario, recorded one after the other in memory as the ledger would: nothing of it is kept. */
export class Story {
  readonly events: LedgerEvent[] = [];
  readonly refused: Refused[] = [];
  private readonly became = new Map<string, string>();

  constructor(
    private readonly scenario: Scenario,
    private readonly rules: LoadedRules,
  ) {
    const { regime, referral, recordedOn } = scenario;
    this.add('fact', engineEvents.created, referral.mottattdato, recordedOn, regime as unknown as LedgerEvent['data']);
    const [receipt] = referralFacts(this.definition, referral, 'rehearsal').map(({ type, occurredOn, data }) => this.add('fact', type, occurredOn, recordedOn, data));
    if (receipt !== undefined) this.became.set(REFERRAL_STEP, receipt);
  }

  /** As the kernel is asked of it on a day. */
  input(asOf: OsloDate): PathwayInput {
    return { rules: this.rules, birthDate: this.scenario.referral.patient.birthDate ?? null, events: this.events, asOf, knownAt: EVERYTHING_KNOWN };
  }

  /** Records what a step says, on its day of recording, unless the rules refuse it. */
  play(step: Step): void {
    const id = this.record(step, step.act);
    if (id !== null) this.became.set(step.id, id);
  }

  private record(step: Step, act: Act): string | null {
    const { on, recordedOn } = step;
    switch (act.do) {
      case 'command': {
        const decision = decide(this.input(recordedOn), { command: act.command, occurredOn: on, data: act.data, hasText: act.text !== undefined });
        if (decision.ok) return this.add('decision', decision.event.type, on, recordedOn, decision.event.data);
        return this.refuse(step, decision.refusal?.code ?? decision.errors[0]?.code ?? 'invalid', decision.refusal?.sentence.nb ?? decision.errors.map(({ sentence }) => sentence).join(' '));
      }
      case 'fact': {
        const errors = checkEvent(this.definition, { type: act.type, occurredOn: on, data: act.data, hasText: act.text !== undefined }, { today: recordedOn, birthDate: this.scenario.referral.patient.birthDate ?? null });
        if (errors.length > 0) return this.refuse(step, errors[0]!.code, errors.map(({ sentence }) => sentence).join(' '));
        return this.add('fact', act.type, on, recordedOn, act.data, act.corrects === undefined ? {} : { corrects: this.became.get(act.corrects) ?? '' });
      }
      case 'retract': {
        const taken = this.events.find(({ id }) => id === this.became.get(act.retracts));
        return taken === undefined ? this.refuse(step, 'unknown-event', 'Hendelsen finnes ikke.') : this.add('fact', taken.type, taken.occurredOn, recordedOn, {}, { retracts: taken.id });
      }
      case 'move': {
        const { definition, calendar, parameters } = act;
        const data = { ...(definition && { definition }), ...(calendar && { calendar }), ...(parameters && { parameters }) };
        return this.add('decision', engineEvents.moved, on, recordedOn, data as unknown as Record<string, Json>);
      }
      // Nothing is sent here, and no scenario from outside is in quarantine.
      case 'confirm':
      case 'discard':
        return null;
    }
  }

  private refuse(step: Step, code: string, sentence: string): null {
    this.refused.push({ step, code, sentence });
    return null;
  }

  private add(kind: LedgerEvent['kind'], type: string, occurredOn: OsloDate, recordedOn: OsloDate, data: LedgerEvent['data'], links: Pick<LedgerEvent, 'corrects' | 'retracts'> = {}): string {
    const position = this.events.length + 1;
    const id = `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`;
    this.events.push({ id, position, kind, type, occurredOn, recordedAt: new Date(osloMidnight(recordedOn)).toISOString(), data, ...links });
    return id;
  }

  private get definition() {
    const { id, version } = this.scenario.regime.definition;
    return this.rules.definition(id, version);
  }
}
