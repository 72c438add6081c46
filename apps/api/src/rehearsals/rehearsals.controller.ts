import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rehearsalRequestSchema, rehearsalSchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import { clockStatus, evaluate } from '@forlop/pathway';
import { loadScenario, ScenarioError, type Scenario } from '@forlop/simulator';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem, invalidInput } from '../http/api-problem.js';
import { Documented } from '../openapi/documented.js';
import { API, RULES } from '../tokens.js';
import { lastDayAllowed, playDays } from './days.js';
import { Story } from './story.js';
import { verdictsOf } from './verdicts.js';

const mostEvents = 500;

/** Scenarios played by the rules alone: at once, without a patient, and nothing of it is kept. */
@ApiTags('Regler')
@Controller(API)
export class RehearsalsController {
  constructor(@Inject(RULES) private readonly rules: LoadedRules) {}

  @Allows('rehearsals.play', 'øving på et scenario', { onlyReads: true })
  @Post('rehearsals')
  @Documented({
    summary: 'Øv på et scenario',
    description: 'Spiller et scenario (docs/scenarios.md) dag for dag etter reglene alene. Påminnelser og arbeidsflyter er ikke med; dem spiller «forlop rehearse». Ingen virkelig pasient, og ingenting lagres.',
    answers: { 200: { description: 'Det som skjedde, dag for dag.', schema: rehearsalSchema } },
  })
  play(@Body({ schema: rehearsalRequestSchema }) { scenario: given }: z.output<typeof rehearsalRequestSchema>): z.input<typeof rehearsalSchema> {
    const scenario = this.read(typeof given === 'string' ? given : JSON.stringify(given));
    const { id, version } = scenario.regime.definition;
    const { source } = this.rules.definition(id, version);
    const story = new Story(scenario, this.rules);
    const timeline = playDays(scenario, story, source);
    const { clocks } = evaluate(story.input(scenario.until));
    return {
      title: scenario.title, definition: { id, version }, method: 'kernel', from: scenario.referral.mottattdato, until: scenario.until, timeline, verdicts: verdictsOf(scenario, story),
      clocks: clocks.map((row) => ({
        key: row.key, title: source.clocks.find((clock) => clock.id === row.clock)?.title.nb ?? row.clock, startOn: row.startOn, warnOn: row.warnOn, atRiskFrom: row.atRiskFrom, dueOn: row.dueOn,
        metOn: row.metOn, endedOn: row.endedOn, status: clockStatus(row, scenario.until),
      })),
    };
  }

  private read(text: string): Scenario {
    const scenario = this.loaded(text);
    if (scenario.until > lastDayAllowed(scenario)) throw new ApiProblem('invalid-input', 'Scenariet kan vare i høyst ti år.', { code: 'too-long' });
    if (scenario.steps.length > mostEvents) throw new ApiProblem('invalid-input', `Scenariet kan ha høyst ${mostEvents} hendelser.`, { code: 'too-long' });
    return scenario;
  }

  private loaded(text: string): Scenario {
    try {
      return loadScenario(text, 'scenario', this.rules);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      throw invalidInput(error.problems.map(({ path, line, sentence }) => ({ path: `/scenario${path === '' ? '' : `/${path}`}`, code: 'bad-scenario', sentence: line === null ? sentence : `Linje ${line}: ${sentence}` })));
    }
  }
}
