import { randomBytes } from 'node:crypto';
import type { Identity } from '@forlop/access';
import { IdentityError } from '../identity-error.js';
import type { TokenVerifier } from '../token/token-verifier.js';
import { assertLogoutToken } from './logout-token.js';
import { CodeFlow, type CodeFlowOptions, type LoginUnderWay } from './code-flow.js';
import { assertOwnSite, type OwnSiteRequest } from './csrf.js';
import { endedHere, SESSION_SECONDS, type EndedSessions } from './ended-sessions.js';
import { SealedCookies, type SessionKeys } from './sealed-cookies.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const IDLE = 30 * MINUTE;
/** How exactly it is known when somebody was last here: a new cookie at most each minute. */
const RENEW_AFTER = MINUTE;
const LOGIN_SECONDS = 10 * 60;

/** Scopes by which HelseID is asked who the person is. */
const identityScopes = ['openid', 'profile', 'helseid://scopes/identity/pid', 'helseid://scopes/identity/security_level', 'helseid://scopes/hpr/hpr_number'];

export interface WebSessionOptions extends Omit<CodeFlowOptions, 'redirectUri'> {
  /** `scopes`: the API's own at the provider, so that it gives a token for us. */
  readonly verifier: TokenVerifier;
  /** Where people reach Forløp in a browser, without a slash at the end; https gives `__Host-` cookies. */
  readonly publicUrl: string;
  readonly keys: SessionKeys;
  /** Default: this process's own memory. */
  readonly ended?: EndedSessions;
  /** Told of each log-in before the browser has it: what fails here lets nobody in. */
  readonly onBegun?: (session: BegunLogIn) => Promise<void>;
  readonly now?: () => Date;
}

/** A log-in that has begun. */
export interface BegunLogIn {
  readonly identity: Identity;
  /** By what it may be ended; the first one is its own. */
  readonly keys: readonly [string, ...string[]];
  readonly began: Date;
  readonly until: Date;
  /** As the browser names itself. */
  readonly browser: string | null;
}

/** Somebody who is logged in by cookie. */
export interface SignedIn {
  readonly identity: Identity;
  /** Goes back in `X-CSRF-Token` with everything that changes something. */
  readonly csrf: string;
  /** Of this log-in; says nothing by itself. */
  readonly sessionId: string;
}

/** What the sealed cookie holds; times in milliseconds since 1970. */
interface SessionContent extends SignedIn {
  readonly since: number;
  readonly seen: number;
  /** The provider's name of the log-in; absent where it gives none. */
  readonly providerSession?: string | null;
}

/** Where the browser goes now, and the cookies that it is given or loses. */
export interface Turn {
  readonly location: string;
  readonly setCookies: readonly string[];
}

/**
 * Sessions of the web: nothing is kept on the server but which ones were ended, all else is in a sealed cookie.
 * Framework-free; `handlers.ts` fits it to HTTP.
 */
export class WebSession {
  readonly publicUrl: string;
  private readonly flow: CodeFlow;
  private readonly cookies: SealedCookies;
  private readonly now: () => Date;
  private readonly ended: EndedSessions;

  constructor(private readonly options: WebSessionOptions) {
    this.publicUrl = options.publicUrl;
    this.now = options.now ?? (() => new Date());
    this.flow = new CodeFlow({ ...options, scopes: [...identityScopes, ...options.scopes], redirectUri: `${options.publicUrl}/auth/callback` });
    this.cookies = new SealedCookies(options.keys, options.publicUrl.startsWith('https:'), this.now);
    this.ended = options.ended ?? endedHere();
  }

  /** Sends the browser to the provider. @param returnTo path in Forløp to come back to. @throws IdentityError. */
  async begin(returnTo: string | null): Promise<Turn> {
    const { address, underWay } = await this.flow.begin();
    const cookie = await this.cookies.seal('login', { ...underWay, returnTo: this.ownPath(returnTo) }, LOGIN_SECONDS);
    return { location: address.href, setCookies: lines(cookie) };
  }

  /**
   * The browser comes back. A session that it had until now is ended (ASVS 7.2.4).
   * @param answered path and query that it came to.
   * @param browser as it names itself.
   * @throws IdentityError `login-failed` ….
   */
  async finish(answered: string, cookieHeader: string | undefined, browser: string | null = null): Promise<Turn> {
    const login = await this.cookies.open<LoginUnderWay & { returnTo: string }>('login', cookieHeader);
    if (login.found !== 'content') throw new IdentityError('login-failed', 'this browser has no log-in under way');
    const obtained = await this.flow.finish(new URL(answered, this.publicUrl), login.content);
    const identity = await this.options.verifier.verifyIssued(obtained.accessToken, obtained.thumbprint);
    if (identity.kind !== 'person' || identity.subject !== obtained.subject || identity.clientId !== this.options.clientId) {
      throw new IdentityError('login-failed', 'the tokens are not for one person at this client');
    }
    const at = this.now().getTime();
    const session: SessionContent = { identity, csrf: secret(), sessionId: secret(), since: at, seen: at, providerSession: obtained.providerSession };
    await this.endFormer(cookieHeader);
    await this.options.onBegun?.({ identity, keys: keysOf(session), began: new Date(at), until: new Date(at + SESSION_SECONDS * SECOND), browser });
    const hint = await this.cookies.seal('hint', { idToken: obtained.idToken }, SESSION_SECONDS);
    return {
      location: `${this.publicUrl}${login.content.returnTo}`,
      setCookies: [...(await this.sealed(session)), this.cookies.readable(session.csrf), ...lines(hint), this.cookies.clear('login')],
    };
  }

  /**
   * Who is logged in by this browser's cookies. A cookie that is spoilt, past its time or of another house is as none,
   * and is cleared.
   */
  async current(cookieHeader: string | undefined): Promise<{ signedIn: SignedIn | null; setCookies: readonly string[] }> {
    const session = await this.cookies.open<SessionContent>('session', cookieHeader);
    if (session.found === 'nothing') return { signedIn: null, setCookies: [] };
    if (session.found === 'refused' || !(await this.holds(session.content))) return { signedIn: null, setCookies: this.allCleared() };
    const { identity, csrf, sessionId, seen } = session.content;
    const now = this.now().getTime();
    const setCookies = now - seen < RENEW_AFTER ? [] : await this.sealed({ ...session.content, seen: now });
    return { signedIn: { identity, csrf, sessionId }, setCookies };
  }

  /** @throws IdentityError `csrf`. */
  assertOwnSite(request: OwnSiteRequest, { csrf }: SignedIn): void {
    assertOwnSite(request, csrf, this.publicUrl);
  }

  /** Ends the log-in here, also for whoever has a copy of the cookie, and says where to end it at the provider. */
  async end({ sessionId }: SignedIn, cookieHeader: string | undefined): Promise<Turn> {
    await this.ended.end(keyOf.session(sessionId), this.now());
    const hint = await this.cookies.open<{ idToken: string }>('hint', cookieHeader);
    const home = `${this.publicUrl}/`;
    const elsewhere = await this.flow.logoutAddress(hint.found === 'content' ? hint.content.idToken : null, home).catch((error: unknown) => {
      // A provider that is away must keep nobody logged in here.
      if (error instanceof IdentityError && error.code === 'unavailable') return null;
      throw error;
    });
    return { location: elsewhere?.href ?? home, setCookies: this.allCleared() };
  }

  /**
   * Ends log-ins because the provider says so (OpenID Connect Back-Channel Logout 1.0): the one that it names, or all that
   * the person has begun until now.
   * @throws IdentityError when the token does not hold.
   */
  async endByProvider(logoutToken: string): Promise<void> {
    const { sid, sub, at } = await assertLogoutToken(logoutToken, { issuer: this.options.issuer, clientId: this.options.clientId, now: this.now() });
    await this.ended.end(sid === null ? keyOf.person(sub!) : keyOf.provider(sid), at);
  }

  private async holds(session: SessionContent): Promise<boolean> {
    if (session.identity.issuer !== this.options.issuer.issuer || this.now().getTime() - session.seen > IDLE) return false;
    return !(await this.ended.has(keysOf(session), new Date(session.since)));
  }

  private async endFormer(cookieHeader: string | undefined): Promise<void> {
    const former = await this.cookies.open<SessionContent>('session', cookieHeader);
    if (former.found === 'content') await this.ended.end(keyOf.session(former.content.sessionId), this.now());
  }

  private async sealed(session: SessionContent): Promise<readonly string[]> {
    const left = session.since / SECOND + SESSION_SECONDS - this.now().getTime() / SECOND;
    const cookie = await this.cookies.seal('session', session, left);
    if (cookie === null) throw new IdentityError('login-failed', 'the session is larger than a cookie can be');
    return [cookie];
  }

  private allCleared(): readonly string[] {
    return (['session', 'hint', 'csrf'] as const).map((kind) => this.cookies.clear(kind));
  }

  /** A path of ours and never another site's address, however it is written. */
  private ownPath(path: string | null): string {
    if (path === null || !path.startsWith('/') || !URL.canParse(path, this.publicUrl)) return '/';
    const { origin, pathname, search, hash } = new URL(path, this.publicUrl);
    const own = `${pathname}${search}${hash}`;
    return origin === new URL(this.publicUrl).origin && !own.startsWith('//') ? own : '/';
  }
}

/** By what a session may have been ended. */
const keyOf = { session: (id: string) => `session ${id}`, provider: (sid: string) => `sid ${sid}`, person: (sub: string) => `sub ${sub}` };

const keysOf = ({ identity, sessionId, providerSession }: SessionContent): [string, ...string[]] =>
  [keyOf.session(sessionId), keyOf.person(identity.subject), ...(providerSession == null ? [] : [keyOf.provider(providerSession)])];

/** The key by which a session alone is ended, as it is told of when it begins. */
export const sessionKey = ({ sessionId }: SignedIn): string => keyOf.session(sessionId);

const secret = (): string => randomBytes(32).toString('base64url');

const lines = (cookie: string | null): readonly string[] => (cookie === null ? [] : [cookie]);
