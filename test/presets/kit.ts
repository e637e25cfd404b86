import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { readConfiguration } from '../../src/sut/config-file.ts';
import type { DriverName, DriversConfig } from '../../src/sut/drivers/config.ts';
import type { LastingDriver } from '../../src/sut/drivers/lasting.ts';
import { makeDriver } from '../../src/sut/drivers/make.ts';

export const PLACE = { evseId: 1, connectorId: 1 };
export const TOKEN = { ...PLACE, idToken: '04A1', type: 'ISO14443' };

/** The drivers of a preset, without the person. @param elsewhere puts fakes in the place of the real systems */
export function presetDriver(name: string, elsewhere: (drivers: DriversConfig) => DriversConfig): LastingDriver {
  const { config, drivers } = readConfiguration(packageFile(`presets/${name}.yaml`));
  const changed = elsewhere(drivers);
  const names = Object.keys(changed).filter((key) => key !== 'use' && key !== 'prompt') as DriverName[];
  const terminal = { input: new PassThrough(), output: new PassThrough() };
  const { driver } = makeDriver(names, changed, { identity: config.identity, terminal });
  onTestFinished(() => driver.close?.());
  return driver;
}

/** The same requests to another server; what follows the host in its address stays. */
export const at =
  (url: string) =>
  (drivers: DriversConfig): DriversConfig => {
    const { pathname } = new URL(drivers.http?.server ?? url);
    return { ...drivers, http: { ...drivers.http, server: `${url}${pathname}` } };
  };

/** Another program in the place of the child. @param code answers each line that it is told; `say` writes JSON */
export const child =
  (code: string) =>
  (drivers: DriversConfig): DriversConfig => ({
    ...drivers,
    jsonl: {
      ...drivers.jsonl,
      command: [
        process.execPath,
        '-e',
        `const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
         const told = [];
         require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
           const { id, ...message } = JSON.parse(line);
           told.push(message);
           ${code}
         }).on('close', () => process.exit(0));`,
      ],
    },
  });
