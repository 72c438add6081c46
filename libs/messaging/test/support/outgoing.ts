import type { ChannelAddress, Outgoing, OutgoingItem } from '../../src/index.js';

/** A reminder as a channel is handed it; for one that carries nothing unless it is said. */
export function outgoingItem(over: Partial<OutgoingItem> = {}): OutgoingItem {
  return {
    reminderId: '5a1c0934-0000-4000-8000-000000000001', reference: '5A1C0934', wording: 'remind', dutyTitle: 'Kontakt med fastlegen', dueOn: '2026-04-08',
    link: 'https://forlop.example/forlop/5a1c', answerLink: 'https://forlop.example/svar/t0', organisation: 'Sykehuset Fjord', patient: null,
    content: 'En oppgave venter på deg.', ...over,
  };
}

/** A message with one reminder. */
export function outgoing(address: ChannelAddress, over: Partial<Outgoing> = {}): Outgoing {
  return {
    messageId: 'a1b2c3', receiver: { name: 'Lege Legesen', address }, language: 'nb', subject: 'Noe venter på deg i Forløp',
    text: 'Hei!\n\nEn oppgave venter på deg.\nSe hva det gjelder: https://forlop.example/forlop/5a1c\n\nHilsen Sykehuset <Fjord>\n',
    items: [outgoingItem()], digest: false, madeAt: '2026-04-08T06:30:00.000Z', repeated: false, ...over,
  };
}
