/** What the API is given by whoever starts it (Nest injection tokens). */
/** The ledger as the request's own principal may see it. */
export const LEDGER = Symbol('Ledger');
/** The ledger behind it: shows no patient by itself. */
export const BASE_LEDGER = Symbol('BaseLedger');
export const AUTHENTICATION = Symbol('Authentication');
export const RULES = Symbol('LoadedRules');
export const TEMPORAL_PROBE = Symbol('TemporalProbe');
export const PUBLIC_URL = Symbol('publicUrl');
/** Reads the links that answer a reminder; null: no keys are set up for them. */
export const ANSWER_TOKENS = Symbol('answerTokens');
export const CODEC = Symbol('codec');
/** Threads that many pathways are counted in; 0: in the API's own. */
export const COUNTING_THREADS = Symbol('countingThreads');
export const ACCEPT_SYNTHETIC = Symbol('acceptSynthetic');

/** Where the REST resources lie. */
export const API = 'api/v1';
/** What the Temporal UI and CLI are given as their codec endpoint. */
export const CODEC_ENDPOINT = `${API}/codec`;
/** The FHIR base address. */
export const FHIR = `${API}/fhir`;
