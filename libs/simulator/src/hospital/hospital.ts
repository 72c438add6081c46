import type { OsloDate } from '@forlop/calendar';
import type { Card } from './both/card.js';
import { storyOf, type Telling } from './both/story-of.js';
import { fatigueDeck } from './fatigue/deck.js';
import { fatigue } from './fatigue/telling.js';
import { painDeck } from './pain/deck.js';
import { pain } from './pain/telling.js';
import { Population } from './people.js';
import { quarantineStories } from './quarantine.js';
import { Random } from './random.js';
import type { Story } from './story.js';

/**
 * A synthetic hospital's patients, as they are on a day: the same for the same seed and day. Nobody in it exists; all
 * numbers are from the synthetic series.
 */
export function syntheticHospital(seed: string, today: OsloDate): readonly Story[] {
  const population = new Population();
  const dealt = (prefix: string, deck: readonly Card[], telling: Telling): Story[] =>
    deck.flatMap((card, c) =>
      Array.from({ length: card.count }, (_, n) => {
        // Each patient has a chance of their own, so that a card more or less leaves the others as they are.
        const id = `${seed}-${prefix}${c + 1}-${n + 1}`;
        return storyOf(id, card, telling, today, new Random(id), population);
      }),
    );
  return [...dealt('u', fatigueDeck, fatigue), ...dealt('s', painDeck, pain), ...quarantineStories(seed, today, population)];
}
