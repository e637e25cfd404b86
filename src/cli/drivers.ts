import { DRIVER_NAMES, type DriverName, type DriversConfig } from '../sut/drivers/config.ts';
import { DriverError } from '../sut/drivers/lasting.ts';
import { type Made, makeDriver } from '../sut/drivers/make.ts';
import { UsageError } from './command.ts';

/**
 * Who carries out stimuli at an external system: the drivers that were asked for, or else those that are configured, in
 * the order of the file, and a person if there is a terminal.
 * @param identity of the station
 * @throws UsageError
 */
export function driverFor(asked: readonly string[], config: DriversConfig, identity: string): Made {
  const names = asked.length > 0 ? asked.map(driverName) : configured(config, process.stdin.isTTY === true);
  try {
    return makeDriver(names, config, { identity, terminal: { input: process.stdin, output: process.stderr } });
  } catch (error) {
    if (error instanceof DriverError) throw new UsageError(error.message);
    throw error;
  }
}

/** The drivers of a configuration. A person comes last unless the file says otherwise, and only if one is there. */
export function configured(config: DriversConfig, isAttended: boolean): DriverName[] {
  const written = Object.keys(config).filter((name) => isDriver(name));
  const all: DriverName[] = written.includes('prompt') ? written : [...written, 'prompt'];
  return all.filter((name) => name !== 'prompt' || isAttended);
}

const isDriver = (name: string): name is DriverName => (DRIVER_NAMES as readonly string[]).includes(name);

function driverName(name: string): DriverName {
  if (isDriver(name)) return name;
  throw new UsageError(`--driver is ${DRIVER_NAMES.slice(0, -1).join(', ')} or ${DRIVER_NAMES.at(-1)}, not "${name}"`);
}
