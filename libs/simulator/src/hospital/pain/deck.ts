import { ages, type Card } from '../both/card.js';

/** The pain clinic. */
export const painDeck: readonly Card[] = [
  { count: 3, about: 'smerte, nyhenvist', ages: ages.adult, daysAgo: [1, 8] },
  { count: 2, about: 'smerte, venter på oppstart', ages: ages.adult, daysAgo: [24, 36] },
  { count: 1, about: 'smerte, skjema ikke besvart', ages: ages.adult, daysAgo: [100, 120], troubles: ['svar-glemt'] },
  { count: 1, about: 'smerte, fristbrudd', ages: ages.adult, daysAgo: [96, 120], troubles: ['uten-time'] },
  { count: 3, about: 'smerte, i utredning', ages: ages.adult, daysAgo: [62, 88] },
  { count: 1, about: 'smerte, møtet drar ut', ages: ages.adult, daysAgo: [170, 200], troubles: ['mote-drar-ut'] },
  { count: 3, about: 'smerte, i behandling', ages: ages.adult, daysAgo: [120, 210] },
  { count: 1, about: 'smerte, team mangler', ages: ages.adult, daysAgo: [120, 160], troubles: ['team-mangler'] },
  { count: 1, about: 'smerte, uten samtykke til registeret', ages: ages.adult, daysAgo: [260, 330], troubles: ['avvik'] },
  { count: 3, about: 'smerte, fulgt opp etter ett år', ages: ages.adult, daysAgo: [420, 900] },
  { count: 2, about: 'smerte, fulgt opp etter tre og fem år', ages: ages.adult, daysAgo: [1300, 1950] },
  { count: 1, about: 'smerte, død', ages: ages.adult, daysAgo: [130, 200], troubles: ['dod'] },
  { count: 1, about: 'smerte, avslag', ages: ages.adult, daysAgo: [70, 120], troubles: ['avslag'] },
  { count: 1, about: 'smerte, avslag, ikke avsluttet', ages: ages.adult, daysAgo: [14, 30], troubles: ['avslag'] },
  { count: 1, about: 'smerte, overført, ikke bekreftet', ages: ages.adult, daysAgo: [42, 52], troubles: ['overfort', 'ubekreftet'] },
];
