import { knownCases } from '../ocpp/case-catalogue.ts';
import { leftOpenBy, ruledOutBy } from '../plan/applicability.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { SECOND } from '../time/clock.ts';
import { RealClock } from '../time/real-clock.ts';
import { ConnectError, type ConnectOptions, connect, connectionUrl } from '../wire/client.ts';
import { CsmsCase, type CsmsUnderTest } from './csms-case.ts';
import { type ExternalOptions, NoContact, startDriver } from './external.ts';
import { ON_THE_WALL, stationConfig } from './simulators.ts';

/** HTTP statuses that say who may come in, not what the CSMS makes of OCPP. */
const TURNED_AWAY: ReadonlySet<number> = new Set([401, 403, 404]);

/** A CSMS under test somewhere else; for every case a station of its own connects to it. */
export class ExternalCsmsHost {
  readonly role = 'csms';
  readonly #options: ExternalOptions;
  readonly #url: string;

  /** @param url OCPP-J endpoint, to which the identity is appended */
  constructor(options: ExternalOptions, url: string) {
    this.#options = options;
    this.#url = url;
  }

  /** Looks whether the CSMS lets the station in. @throws NoContact */
  async start(): Promise<void> {
    const { identity } = this.#options.config;
    await startDriver(this.#options);
    try {
      const link = await connect(await this.#attempt());
      link.close();
    } catch (error) {
      if (!(error instanceof ConnectError)) throw error;
      const { stage, reason, upgrade } = error.refusal;
      const where = connectionUrl(this.#url, identity);
      // Whoever does not even answer the request is no CSMS.
      if (stage !== 'upgrade' || upgrade?.status === undefined) throw new NoContact(`cannot connect to ${where}: ${reason}`);
      const { status } = upgrade;
      if (TURNED_AWAY.has(status))
        throw new NoContact(`the CSMS turns away station ${identity} at ${where} with HTTP status ${status}${hint(status)}`);
    }
  }

  async #attempt(): Promise<ConnectOptions> {
    const { config, password, pki: source, signal } = this.#options;
    const { identity, securityProfile, timeouts } = config;
    const { tls } = stationConfig(config, { url: this.#url, securityProfile, password, traits: {}, pki: await source() });
    const { roots, certificate, key } = tls;
    const timeout = AbortSignal.timeout(timeouts.reply * SECOND);
    return {
      url: this.#url,
      identity,
      subprotocols: ['ocpp2.0.1'],
      clock: new RealClock(),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(securityProfile < 3 ? { username: identity, password } : {}),
      ...(securityProfile > 1 ? { tls: { ca: roots.CSMSRootCertificate ?? [] } } : {}),
      ...(securityProfile > 2 ? { tls: { ca: roots.CSMSRootCertificate ?? [], cert: certificate ?? '', key: key ?? '' } } : {}),
    };
  }

  notApplicable({ id }: CasePlan): string | undefined {
    const known = knownCases().get(id);
    const { config, profiles } = this.#options;
    return known && ruledOutBy(known, (name) => config.features[name], profiles);
  }

  mayNotApply({ id }: CasePlan): string | undefined {
    const known = knownCases().get(id);
    const { config, profiles } = this.#options;
    return known && leftOpenBy(known, (name) => config.features[name], profiles);
  }

  environmentFor(): CsmsCase {
    const { config, password, driver, pki, signal } = this.#options;
    const underTest: CsmsUnderTest = { clock: new RealClock(), driver, password, start: async () => this.#url, stop: async () => {} };
    const external = { lasting: true, durations: ON_THE_WALL, underTest: () => underTest };
    return new CsmsCase({ config, pki, ...external, ...(signal ? { signal } : {}) });
  }

  async close(): Promise<void> {}
}

const hint = (status: number): string =>
  status === 401
    ? '; is OCPPSPEC_PASSWORD the password of that station?'
    : '; is the URL right, and is the station known there (identity in --config)?';
