import type { CaseResult } from '../../src/scenario/case-result.ts';
import { type CsmsDefect, OcppRpcCsms } from './ocpp-rpc-csms.ts';
import { OcppRpcStation, type StationDefect } from './ocpp-rpc-station.ts';
import { ocppspec, PASSWORD, type Run } from './ocppspec.ts';

const IDENTITY = 'CS001';
/** Known to ocppspec as valid unless something else is configured. */
const TOKENS = ['04A1B2C3D4E501', '04A1B2C3D4E502'];

const CONFIG = {
  identity: IDENTITY,
  durations: { heartbeatInterval: 4, offlineThreshold: 6, retryWait: 1, transaction: 1, sampledInterval: 1 },
  timeouts: { reply: 5, message: 5, boot: 20, operation: 10 },
  tolerance: 1,
  unsupportedCriterion: 'Active',
};

/** Timeouts for peers that keep silent. */
export const IMPATIENT = { timeouts: { reply: 1, message: 1, boot: 3, operation: 2 } };

interface Options<Defect> {
  defect?: Defect;
  password?: string;
  config?: object;
  /** Hears where ocppspec waits for a station, before that is switched on. */
  before?(url: string): void;
}

/** Tests a station of ocpp-rpc. */
export async function testStation(cases: readonly string[], options: Options<StationDefect> = {}): Promise<Run> {
  const { defect = {}, password = PASSWORD, config = {}, before } = options;
  const station = new OcppRpcStation({ identity: IDENTITY, password, defect });
  const base = await station.listen();
  const run = ocppspec({
    args: ['--listen', '127.0.0.1:0'],
    cases,
    config: { ...CONFIG, ...config, drivers: { http: { base } } },
    waiting: (url) => {
      before?.(url);
      station.start(url);
    },
  });
  return run.finally(() => station.stop());
}

/** Tests a CSMS of ocpp-rpc. */
export async function testCsms(cases: readonly string[], options: Options<CsmsDefect> = {}): Promise<Run> {
  const { defect = {}, password = PASSWORD, config = {} } = options;
  const csms = await new OcppRpcCsms({ identity: IDENTITY, password, tokens: TOKENS, defect }).start();
  const run = ocppspec({
    args: ['--url', csms.url],
    cases,
    config: { ...CONFIG, ...config, drivers: { http: { base: csms.control } } },
  });
  return run.finally(() => csms.stop());
}

/** What came of a case, in a form that shows at once what is wrong: `TC_B_01_CS fail message-id-reused`. */
export const verdictOf = ({ id, verdict, findings, reason }: CaseResult): string =>
  [id, verdict, ...new Set(findings.filter(({ severity }) => severity === 'violation').map(({ code }) => code)), reason]
    .filter((part) => part !== undefined)
    .join(' ');
