/**
 * What an NPR-shaped row could not say, and why; by its code. Nothing is filled in for it: the file is held against what
 * the hospital reports, and what is not registered has to show.
 */
export const nprRemarks = {
  karantene: 'Henvisningen er ikke tatt inn (karantene). Mottattdato er dagen den kom.',
  'flere-mottak': 'Henvisningen er mottatt flere ganger. Den første datoen står.',
  'ikke-vurdert': 'Ventetiden er slutt eller forløpet er avsluttet, men henvisningen er ikke registrert som vurdert.',
  'flere-vurderinger': 'Henvisningen er vurdert flere ganger. Den første som avgjør, står.',
  'svar-mangler': '9148 er ikke registrert, og utfallet alene sier ikke hvilken kode det er.',
  'svar-ukjent': 'Svaret som er registrert, er ikke en kode i 9148.',
  'svar-strider': 'Svaret som er registrert (9148), sier noe annet enn utfallet av vurderingen.',
  'frist-mangler': 'Pasienten har rett til helsehjelp, men frist er ikke satt.',
  'flere-frister': 'Fristen er satt flere ganger. Den siste står.',
  'flere-startdatoer': 'Oppstart er registrert flere ganger. Den første datoen står.',
  'kontakttype-mangler': 'Kontakttypen (8432) er ikke registrert.',
  'kontakttype-ukjent': 'Kontakttypen som er registrert, er ikke en kode i 8432.',
  'flere-slutter': 'Ventetiden er avsluttet flere ganger. Den første som avslutter ventetiden, står.',
  'sluttkode-ukjent': 'Sluttkoden som er registrert, er ikke en kode i 8445.',
  'dod-uten-sluttkode': 'Pasienten er død uten at ventetiden er avsluttet med kode. 8445 har ingen kode for død.',
  'helfo-uten-sluttkode': 'Pasienten har tatt imot Helfos tilbud, men ventetiden er ikke avsluttet med kode (8445).',
  'overfort-uten-sluttkode': 'Pasienten er overført eller henvist videre, men ventetiden er ikke avsluttet med kode (8445).',
  'startet-uten-sluttkode': 'Helsehjelpen er startet, men ventetiden er ikke avsluttet med kode (8445).',
  'avsluttet-uten-sluttkode': 'Forløpet er avsluttet, men ventetiden er ikke avsluttet med kode (8445).',
  'arsak-ukjent': 'Årsaken som er registrert, er ikke en kode i 8446.',
  'ny-dato-mangler': 'Ny dato er ikke registrert.',
} as const;
export type NprRemark = keyof typeof nprRemarks;
