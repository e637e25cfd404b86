import { defaultEndpoint } from '../csms/config.ts';
import { startControl } from '../csms/control.ts';
import { Csms } from '../csms/csms.ts';
import { authorityOf } from '../sut/certificate-authority.ts';
import { pkiSource } from '../sut/pki-source.ts';
import { csmsConfig, serverTls } from '../sut/simulators.ts';
import { RealClock } from '../time/real-clock.ts';
import { EXIT, type ExitCode, type OptionValues } from './command.ts';
import { configurationOf, namesFor, passwordOf } from './configuration.ts';
import { faultsOf } from './faults.ts';
import { listOf } from './options.ts';
import { portError } from './port-error.ts';
import { addressOf } from './target.ts';
import { untilStopped } from './until-stopped.ts';

export async function run(options: OptionValues): Promise<ExitCode> {
  const { config } = await configurationOf(options.config);
  const { securityProfile, publicHost, serialNumber } = config;
  const { host, port } = addressOf('--listen', String(options.listen ?? '127.0.0.1:0'));
  const faults = faultsOf('csms', options.fault);
  const password = passwordOf(config);
  const pki = await pkiSource(config, namesFor(config, host))();
  const endpoint = defaultEndpoint({
    host,
    port,
    securityProfile,
    ...(securityProfile > 1 ? { tls: serverTls(pki, config) } : {}),
    ...(publicHost ? { advertisedHost: publicHost } : {}),
  });
  const identities = listOf(options.identity);
  const stations = (identities.length > 0 ? identities : [config.identity]).map((identity) => ({ identity, password, serialNumber }));
  const clock = new RealClock();
  const usual = csmsConfig(config, { endpoints: [endpoint], password, pki });
  const capabilities = { ...usual.capabilities, contractValidation: true };
  const csms = new Csms({ config: { ...usual, certificateAuthority: authorityOf(pki), capabilities, stations }, clock, faults });
  csms.watch({
    linked: ({ upgrade }) => say(`station ${upgrade.identity} is connected`),
    refused: ({ reason, upgrade }) => say(`a connection${upgrade?.identity ? ` of ${upgrade.identity}` : ''} was refused: ${reason}`),
    crashed: (error) => void process.stderr.write(`the simulator failed: ${String(error)}\n`),
  });
  const address = addressOf('--control', String(options.control ?? '127.0.0.1:0'));
  const control = await csms
    .listen()
    .then(() => startControl({ csms, clock, port: address.port, host: address.host }))
    .catch((error: unknown) => {
      throw portError(error, '--listen or --control') ?? error;
    });
  say(`CSMS for ${stations.map(({ identity }) => identity).join(', ')} at ${csms.endpoints[0]?.url}, control API at ${control.url}`);
  await untilStopped();
  await control.close();
  await csms.close();
  return EXIT.conforms;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
