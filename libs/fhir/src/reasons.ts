import type { OperationOutcomeIssue } from '@medplum/fhirtypes';

type IssueCode = OperationOutcomeIssue['code'];

interface Reason {
  /** R4 issue type. */
  readonly issue: IssueCode;
  /** What the sender should do, a sentence in bokmål. */
  readonly advice: string;
}

/** Every reason that an answer can give: a stable code, its R4 issue type and what the sender should do. */
export const reasons = {
  'ugyldig-json': { issue: 'invalid', advice: 'Send henvisningen på nytt som gyldig JSON.' },
  'ukjent-ressurstype': { issue: 'structure', advice: 'Send en ServiceRequest, eller en Bundle som inneholder den.' },
  'ikke-henvisning': { issue: 'not-supported', advice: 'Dette mottaket tar bare imot henvisninger (ServiceRequest).' },
  'ingen-henvisning': { issue: 'required', advice: 'Legg henvisningen (ServiceRequest) i Bundle.entry.' },
  'feil-bundletype': { issue: 'business-rule', advice: 'Send henvisningen i en Bundle av typen transaction, batch, collection, message eller searchset.' },
  'for-dypt': { issue: 'structure', advice: 'Send henvisningen uten så mange nivåer.' },
  'ugyldig-struktur': { issue: 'structure', advice: 'Rett elementet slik FHIR R4 krever, og send henvisningen på nytt.' },
  'ukjent-kode': { issue: 'code-invalid', advice: 'Bruk en av kodene som FHIR R4 tillater.' },
  'ukjent-modifikator': { issue: 'extension', advice: 'Fjern det som endrer meningen med henvisningen, eller avtal betydningen med mottakeren.' },
  'mangler-pasient': { issue: 'required', advice: 'Oppgi pasienten i subject, helst med fødselsnummer eller D-nummer.' },
  'ukjent-pasient': { issue: 'not-found', advice: 'Oppgi pasientens nummer i subject.identifier, eller legg ved Patient i samme Bundle.' },
  'ugyldig-fodselsnummer': { issue: 'value', advice: 'Kontroller fødselsnummeret og send henvisningen på nytt med samme identifikator.' },
  'ugyldig-d-nummer': { issue: 'value', advice: 'Kontroller D-nummeret og send henvisningen på nytt med samme identifikator.' },
  'ugyldig-hjelpenummer': { issue: 'value', advice: 'Kontroller hjelpenummeret og send henvisningen på nytt med samme identifikator.' },
  'syntetisk-nummer': { issue: 'value', advice: 'Testpersoner skal ikke sendes til dette miljøet.' },
  'mangler-nummer': { issue: 'value', advice: 'Oppgi nummeret, eller utelat identifikatoren når pasienten ikke har noe nummer.' },
  'motstridende-identitet': { issue: 'conflict', advice: 'Oppgi bare det nummeret som gjelder for pasienten nå.' },
  'fodselsdato-stemmer-ikke': { issue: 'conflict', advice: 'Kontroller at nummeret og fødselsdatoen gjelder samme person.' },
  'pasienten-er-dod': { issue: 'business-rule', advice: 'Kontroller at henvisningen gjelder riktig pasient.' },
  'ikke-aktiv': { issue: 'business-rule', advice: 'Send henvisningen med status active. Skal en sendt henvisning trekkes tilbake, ta kontakt med mottakeren.' },
  'ikke-bestilling': { issue: 'business-rule', advice: 'Send henvisningen med intent order.' },
  'skal-ikke-utfores': { issue: 'business-rule', advice: 'Send henvisningen uten doNotPerform.' },
  'ugyldig-dato': { issue: 'value', advice: 'Skriv datoen som ÅÅÅÅ-MM-DD, eller som tidspunkt med tidssone.' },
  'dato-i-framtiden': { issue: 'business-rule', advice: 'Kontroller datoen. Den kan ikke være etter i dag.' },
  'dato-for-fodsel': { issue: 'business-rule', advice: 'Kontroller datoen og pasientens fødselsdato.' },
  'flere-verdier': { issue: 'structure', advice: 'Oppgi elementet bare én gang.' },
  'ugyldig-mottaker': { issue: 'value', advice: 'Oppgi mottakeren med gyldig organisasjonsnummer, RESH-id eller HER-id.' },
  'ugyldig-henviser': { issue: 'value', advice: 'Oppgi henviserens HPR-nummer og virksomhet med gyldige numre.' },
  'rekkefolge-pa-datoer': { issue: 'business-rule', advice: 'Kontroller datoene.' },
  'uten-mottattdato': { issue: 'informational', advice: 'Oppgi mottattdato dersom henvisningen ble mottatt i spesialisthelsetjenesten på et tidligere tidspunkt.' },
  'uten-identifikator': { issue: 'informational', advice: 'Gi henvisningen en identifikator med system, så den kjennes igjen når den sendes på nytt.' },
  'uten-nummer': { issue: 'informational', advice: 'Send nummeret når pasienten har fått det.' },
  'annet-system': { issue: 'informational', advice: 'Send også fødselsnummer, D-nummer eller felles hjelpenummer når pasienten har det.' },
  'uklar-opplysning': { issue: 'value', advice: 'Kontroller opplysningen.' },
  'ikke-lest': { issue: 'informational', advice: 'Skriv det som trengs for vurderingen, i note.' },
  'uten-feil': { issue: 'informational', advice: '' },
} as const satisfies Readonly<Record<string, Reason>>;

/** Stable machine code of why something was refused or remarked on. */
export type ReasonCode = keyof typeof reasons;

/** What the sender should do about it, a sentence in bokmål; empty when there is nothing to do. */
export function adviceFor(reason: ReasonCode): string {
  return reasons[reason].advice;
}
