import type { IdTokenInfoType, IdTokenType } from '../../ocpp/generated/messages.ts';
import { type Clock, SECOND } from '../../time/clock.ts';
import type { TokenConfig } from '../config.ts';

/** The id tokens that the CSMS knows. */
export class Tokens {
  readonly #tokens: ReadonlyMap<string, TokenConfig>;
  readonly #clock: Clock;

  constructor(tokens: readonly TokenConfig[], clock: Clock) {
    this.#tokens = new Map(tokens.map((token) => [key(token), token]));
    this.#clock = clock;
  }

  /** What the CSMS says of a token that a station shows it. */
  info(idToken: IdTokenType): IdTokenInfoType {
    // C02.FR.02
    if (idToken.type === 'NoAuthorization') return { status: 'Accepted' };
    const token = this.#tokens.get(key(idToken));
    // C04.FR.01
    if (!token) return { status: idToken.type === 'KeyCode' ? 'Invalid' : 'Unknown' };
    const { idToken: _id, type: _type, additionalInfo: _info, customData: _data, cacheExpiry, ...info } = token;
    if (cacheExpiry === undefined) return { status: 'Accepted', ...info };
    return { status: 'Accepted', ...info, cacheExpiryDateTime: new Date(this.#clock.now() + cacheExpiry * SECOND).toISOString() };
  }

  /** The tokens that are accepted, as an operator would pick them. */
  get accepted(): IdTokenType[] {
    const accepted = [...this.#tokens.values()].filter(({ status }) => (status ?? 'Accepted') === 'Accepted');
    return accepted.map(({ idToken, type }) => ({ idToken, type }));
  }
}

/** identifierString knows no upper and lower case. */
const key = ({ idToken, type }: IdTokenType): string => `${type} ${idToken.toLowerCase()}`;
