import type { Driver } from '../scenario/driver.ts';
import type { Configuration } from '../sut/config-file.ts';
import { FirstAbleDriver } from '../sut/drivers/first-able.ts';
import { HttpDriver } from '../sut/drivers/http.ts';
import { PromptDriver } from '../sut/drivers/prompt.ts';
import { RealClock } from '../time/real-clock.ts';
import { UsageError } from './command.ts';

const PATIENCE = 300;
const TIMEOUT = 30;

const close = (driver: PromptDriver): void => driver.close();

/**
 * Who carries out stimuli at an external system: the drivers that were asked for, or else HTTP if it is configured and
 * a person if there is a terminal.
 * @throws UsageError
 */
export function driverFor(names: readonly string[], { prompt, http }: Configuration['drivers']): { driver: Driver; close(): void } {
  const wanted = names.length > 0 ? names : [...(http ? ['http'] : []), ...(process.stdin.isTTY ? ['prompt'] : [])];
  const prompts: PromptDriver[] = [];
  const drivers = wanted.map((name) => {
    if (name === 'http') {
      if (!http) throw new UsageError('--driver http needs drivers.http in --config; see docs/configuration.md');
      return new HttpDriver({ timeout: TIMEOUT, ...http });
    }
    if (name !== 'prompt') throw new UsageError(`--driver is prompt or http, not "${name}"`);
    const clock = new RealClock();
    const driver = new PromptDriver({ input: process.stdin, output: process.stderr, clock, patience: prompt?.patience ?? PATIENCE });
    prompts.push(driver);
    return driver;
  });
  return { driver: new FirstAbleDriver(drivers), close: () => prompts.forEach(close) };
}
