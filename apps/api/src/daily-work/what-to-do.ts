/** What a person can do about each kind of finding; the codes are the kernel's and the ledger's. */
const sentences: Readonly<Record<string, string>> = {
  'unexpected-in-step': 'Hendelsen passer ikke i steget pasienten er i. Rett datoen, eller trekk hendelsen tilbake hvis den aldri hendte.',
  'requirement-not-met': 'Noe som kreves, mangler. Registrer det som mangler, eller rett hendelsen slik at den sier hvem og hva som var med.',
  'met-before-start': 'Noe som skulle hende etterpå, er datert før det som starter fristen. Rett den datoen som er feil.',
  'new-date-after-breach': 'Fristen var brutt da den fikk en ny dato. Bruddet blir stående. Rett datoen hvis den er feil.',
  'changed-after-assessment': 'Henvisningen ble endret etter at den var vurdert. Vurder den på nytt, eller rett vurderingen hvis den fortsatt holder.',
};

/** A sentence for whoever sees to it. */
export const whatToDo = (code: string): string => sentences[code] ?? 'Se på hendelsen. Rett den hvis noe er feil, trekk den tilbake hvis den aldri hendte, eller legg avviket til side med en begrunnelse.';
