import type { Observation } from '../plan/probe/observation.ts';
import { type Proposal, propose } from '../plan/probe/propose.ts';
import type { SutConfig } from '../sut/config.ts';
import { type ExternalOptions, NoContact } from '../sut/external.ts';
import { pkiSource } from '../sut/pki-source.ts';
import { probeCsms } from '../sut/probe-csms.ts';
import { probeStation } from '../sut/probe-station.ts';
import { Redactor } from '../trace/redact.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { checkTransport, configurationOf, namesFor, passwordOf } from './configuration.ts';
import { portError } from './port-error.ts';
import { probeText } from './probe-text.ts';
import { type Target, targetOf } from './target.ts';

/** Looks at a system, and proposes what its configuration says of features. */
export async function run(options: OptionValues): Promise<ExitCode> {
  const { config, where } = await configurationOf(options.config);
  const target = targetOf(options, where);
  if (target.kind === 'embedded') throw new UsageError('--listen says where a station is to connect, or --url where a CSMS is');
  const interrupt = new AbortController();
  const external = externalFor(target, config, interrupt.signal);
  const redactor = new Redactor([external.password]);
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const seen = await (target.sut === 'station' ? probeStation(external, target.listen) : probeCsms(external, target.url));
    const proposals = propose(seen);
    const text = options.json === true ? `${JSON.stringify(asJson(seen, proposals), null, 2)}\n` : probeText(seen, proposals);
    process.stdout.write(redactor.text(text));
    return EXIT.conforms;
  } catch (error) {
    if (!(error instanceof NoContact)) throw portError(error, '--listen') ?? error;
    process.stderr.write(redactor.text(`ocppspec: ${error.message}\n`));
    return EXIT.couldNotJudge;
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

function externalFor(target: Exclude<Target, { kind: 'embedded' }>, config: SutConfig, signal: AbortSignal): ExternalOptions {
  if (target.sut === 'csms') checkTransport(target.url, config);
  return {
    config,
    password: passwordOf(config),
    pki: pkiSource(config, target.sut === 'station' ? namesFor(config, target.listen.host) : []),
    // Nobody does anything to a system that is only looked at.
    driver: { stimulate: async () => ({ outcome: 'unsupported', carrier: 'nobody' }) },
    tell: (text) => void process.stderr.write(`${text}\n`),
    signal,
  };
}

const asJson = (seen: Observation, proposals: readonly Proposal[]) => ({
  ...seen,
  features: proposals.map(({ id, title, known }) => ({ id, title, has: known?.has ?? null, because: known?.because ?? null })),
});
