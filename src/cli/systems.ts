import type { Asked } from '../report/run-report.ts';
import type { Host } from '../run/run.ts';
import type { ExternalOptions } from '../sut/external.ts';
import { ExternalCsmsHost } from '../sut/external-csms.ts';
import { ExternalStationHost } from '../sut/external-station.ts';
import { EmbeddedCsmsHost, EmbeddedStationHost } from '../sut/hosts.ts';
import { pkiSource } from '../sut/pki-source.ts';
import { askedFor } from './asked.ts';
import type { OptionValues } from './command.ts';
import { checkTransport, configurationOf, namesFor, passwordOf } from './configuration.ts';
import { driverFor } from './drivers.ts';
import { listOf } from './options.ts';
import { selectionOf } from './selection.ts';
import { targetOf } from './target.ts';

/** The systems under test of a run, and what must not be written anywhere. */
export interface Systems {
  hosts: Host[];
  secrets: string[];
  asked: Asked;
  close(): void;
}

/** @throws UsageError */
export async function systemsFor(options: OptionValues, signal: AbortSignal): Promise<Systems> {
  const { config, drivers, where } = await configurationOf(listOf(options.config)[0]);
  const target = targetOf(options, where);
  const asked = askedFor(options, target, config);
  if (target.kind === 'embedded') {
    const embedded = { config, faults: [], pki: pkiSource(config), signal };
    const station = target.sut === 'csms' ? [] : [new EmbeddedStationHost(embedded)];
    const csms = target.sut === 'station' ? [] : [new EmbeddedCsmsHost(embedded)];
    return { hosts: [...station, ...csms], secrets: [], asked, close: () => {} };
  }
  if (target.sut === 'csms') checkTransport(target.url, config);
  const password = passwordOf(config);
  const { driver, secrets } = driverFor(listOf(options.driver), drivers, config.identity);
  const external: ExternalOptions = {
    config,
    profiles: selectionOf(options).profiles,
    password,
    pki: pkiSource(config, target.sut === 'station' ? namesFor(config, target.listen.host) : []),
    driver,
    tell: (text) => void process.stderr.write(`${text}\n`),
    signal,
  };
  const host = target.sut === 'station' ? new ExternalStationHost(external, target.listen) : new ExternalCsmsHost(external, target.url);
  return { hosts: [host], secrets: [password, ...secrets], asked, close: () => driver.close?.() };
}
