import { StationControl } from '../station/control.ts';
import { Station } from '../station/station.ts';
import { pkiSource } from '../sut/pki-source.ts';
import { ON_THE_WALL, stationConfig } from '../sut/simulators.ts';
import { RealClock } from '../time/real-clock.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { checkTransport, configurationOf, passwordOf } from './configuration.ts';
import { faultsOf } from './faults.ts';
import { portError } from './port-error.ts';
import { addressOf, webSocketUrl } from './target.ts';
import { untilStopped } from './until-stopped.ts';

export async function run(options: OptionValues): Promise<ExitCode> {
  if (options.url === undefined) throw new UsageError('--url says where the CSMS is: ws://host:port/path');
  const url = webSocketUrl('--url', String(options.url));
  const { config: known } = await configurationOf(options.config);
  const config = { ...known, ...(options.identity === undefined ? {} : { identity: String(options.identity) }) };
  checkTransport(url, config);
  const faults = faultsOf('station', options.fault);
  const { securityProfile } = config;
  const pki = await pkiSource(config, [])();
  const choices = { url, securityProfile, password: passwordOf(config), traits: {}, pki, durations: ON_THE_WALL };
  const station = new Station({ config: stationConfig(config, choices), clock: new RealClock(), faults, crashed: reportCrash });
  station.watch({
    linked: ({ upgrade }) => say(`connected, subprotocol ${upgrade.selected ?? 'none'}`),
    refused: ({ reason }) => say(`not connected: ${reason}`),
  });
  const { host, port } = addressOf('--control', String(options.control ?? '127.0.0.1:0'));
  const control = await StationControl.listen(station, port, host).catch((error: unknown) => {
    throw portError(error, '--control') ?? error;
  });
  say(`station ${config.identity} for ${url}, control API at http://${host}:${control.port}`);
  station.powerOn();
  await untilStopped();
  station.powerOff();
  await control.close();
  return EXIT.conforms;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const reportCrash = (error: unknown): void => void process.stderr.write(`the simulator failed: ${String(error)}\n`);
