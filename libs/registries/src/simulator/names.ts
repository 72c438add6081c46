/** Invented people and places; none of them exists. Organisation numbers are of the test series, HER-ids and HPR numbers given to nobody. */

/** A doctor's office. */
export interface Office {
  readonly orgNumber: string;
  readonly name: string;
  readonly herId: number;
  /** The office's service for its lists without a doctor. */
  readonly serviceHerId: number;
}

export const offices: readonly Office[] = [
  ['310001007', 'Prøvelia legesenter'], ['310001015', 'Testvika legekontor'], ['310001023', 'Øvre Eksempel legesenter'], ['310001031', 'Mønsterbyen legegruppe'],
].map(([orgNumber, name], i) => ({ orgNumber: orgNumber!, name: name!, herId: 8_100_001 + i, serviceHerId: 8_150_001 + i }));

export const doctorNames = [
  ['Ærlige', 'Prøvesen'], ['Tålmodig', 'Testdal'], ['Våken', 'Eksempel'], ['Rolig', 'Mønster'], ['Klok', 'Øvelse'], ['Mild', 'Forsøk'], ['Trygg', 'Attrapp'], ['Rask', 'Modell'],
].map(([given, family]) => ({ given: given!, family: family! }));

export const givenNames = ['Lys', 'Varm', 'Stille', 'Glad', 'Myk', 'Djerv', 'Kvikk', 'Sindig'];
export const familyNames = ['Sykkel', 'Kanne', 'Stol', 'Fiolin', 'Gardin', 'Lampefot', 'Tepperull', 'Vinduskarm'];
export const streets = ['Prøveveien', 'Testsvingen', 'Eksempelgata', 'Mønsterstien'];
