/** A message that waits to be read, as a listing shows it. */
export interface ListedMessage {
  /** The transport's id, a GUID: what the other calls take. */
  readonly id: string;
  readonly receiverHerId: string | null;
  readonly senderHerId: string | null;
  /** The MsgId in the document. */
  readonly msgId: string | null;
  /** As it stands. */
  readonly generatedAt: string | null;
  /** Whether the document is an AppRec; null where the listing does not say. */
  readonly isAppRec: boolean | null;
}

/** What of the unread messages to list. */
export interface UnreadQuery {
  readonly receiverHerIds: readonly string[];
  readonly senderHerId?: string;
  /** The MsgId in the document. */
  readonly msgId?: string;
  /** 1 to 100; 10 if it is not given. The oldest come first. */
  readonly limit?: number;
}

/** How the transport fared with one receiver. */
export type DeliveryState = 'Unconfirmed' | 'Acknowledged' | 'Rejected';

/** A receiver's AppRec, as the transport read it. */
export type TransportAppRecStatus = 'Ok' | 'Rejected' | 'OkErrorInMessagePart';

/** What became of a message at one receiver. */
export interface DeliveryStatus {
  readonly receiverHerId: string;
  readonly delivery: DeliveryState;
  /** Null until there is one. */
  readonly appRec: TransportAppRecStatus | null;
}

/** A receiver's AppRec, without its document. */
export interface AppRecInfo {
  readonly receiverHerId: string;
  /** Null until there is one. */
  readonly status: TransportAppRecStatus | null;
  readonly errors: ReadonlyArray<{ readonly code: string | null; readonly detail: string | null }>;
}

/** Our own AppRec to a message that came in. A rejection needs at least one error. */
export interface AppRecAnswer {
  readonly status: TransportAppRecStatus;
  readonly errors?: ReadonlyArray<{ readonly code: string; readonly detail: string | null }>;
}

/**
 * Norsk Helsenett's EDI 2.0 (Meldingstjener REST API, version 2), the part that is used. Every call throws `EdiError` when it fails.
 * HER-ids are decimal text.
 */
export interface EdiApi {
  /** Hands a document over. Answers the transport's id. Posting the same document again after a failure is safe if the receiver knows a MsgId again. */
  post(document: string): Promise<{ readonly id: string }>;
  unread(query: UnreadQuery): Promise<readonly ListedMessage[]>;
  message(id: string): Promise<ListedMessage>;
  /** The document's bytes, as the sender wrote them. */
  businessDocument(id: string): Promise<Uint8Array>;
  status(id: string): Promise<readonly DeliveryStatus[]>;
  appRec(id: string): Promise<readonly AppRecInfo[]>;
  /** Sends an AppRec to a message that came in. Answers the transport's id of it. */
  postAppRec(id: string, senderHerId: string, answer: AppRecAnswer): Promise<{ readonly id: string }>;
  /** After this the message is not listed for that receiver any more. */
  markRead(id: string, herId: string): Promise<void>;
}

/** What a token is asked for. DPoP binds its proof to the method and address of one request. */
export interface TokenRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  /** The server's nonce, to be put into the proof (RFC 9449, 8). */
  readonly nonce?: string;
  /** A token that the server has just refused: another one is wanted. */
  readonly refused?: string;
}

/**
 * Where tokens of HelseID come from. With `dpopProof` the token is sent as DPoP, without as Bearer. Throws `EdiError` `not-authorised` when there is none
 * to be had until somebody puts the access right; whatever else it throws means that there is none now.
 */
export interface AccessTokens {
  accessToken(request: TokenRequest): Promise<{ readonly token: string; readonly dpopProof?: string }>;
}
