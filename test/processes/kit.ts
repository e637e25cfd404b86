import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { basename, join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { stringify } from 'yaml';
import { packageFile } from '../../src/package-file.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { directory, PASSWORD } from '../cli/kit.ts';

/** Short, for time is real here; system and tester have to agree on them. */
export const SHORT = {
  timeouts: { reply: 3, message: 4, boot: 20, operation: 60 },
  durations: { heartbeatInterval: 2, offlineThreshold: 4, retryWait: 2, transaction: 2, sampledInterval: 2, alignedInterval: 2 },
};

const TOKEN = 'token-of-the-lab-4711';
const KEY = 'key-of-the-lab-0815';

/** A laboratory with secrets of all kinds, and room for all that comes out of it. */
export class Lab {
  readonly #directory = directory();
  readonly out = join(this.#directory, 'out');

  constructor() {
    vi.stubEnv('LAB_TOKEN', TOKEN);
    onTestFinished(() => void vi.unstubAllEnvs());
    writeFileSync(join(this.#directory, 'key'), `${KEY}\n`);
    mkdirSync(this.logs);
  }

  get logs(): string {
    return join(this.#directory, 'logs');
  }

  /** @returns where the configuration is */
  configuration(name: string, content: object): string {
    const file = join(this.#directory, `${name}.yaml`);
    writeFileSync(file, stringify({ ...SHORT, ...content }));
    return file;
  }

  /** The http driver for a control API. */
  http(base: string): object {
    return { base, headers: { 'x-lab-token': { env: 'LAB_TOKEN' } }, basic: { username: 'lab', password: { file: 'key' } } };
  }

  /** The jsonl driver that runs the simulator with these arguments as a child of its own child. */
  jsonl(...args: string[]): object {
    return {
      command: [process.execPath, packageFile('test/processes/adapter.ts'), this.logs, ...args],
      env: { OCPPSPEC_PASSWORD: { env: 'OCPPSPEC_PASSWORD' }, LAB_KEY: { file: 'key' } },
      ready: 'ready for stimuli',
    };
  }

  report(...path: string[]): RunReport {
    return JSON.parse(readFileSync(join(this.out, ...path, 'results.json'), 'utf8'));
  }

  /** Nothing that came out has any of the secrets, in no usual encoding. @param said what was written to terminals */
  expectNoSecrets(...said: string[]): void {
    const files = [this.out, this.logs].flatMap(filesIn);
    expect(files.map((file) => basename(file))).toEqual(expect.arrayContaining(['results.json', 'junit.xml', 'summary.md', 'cases.jsonl']));
    const texts = [...files.map((file) => readFileSync(file, 'latin1')), ...said];
    for (const secret of [PASSWORD, TOKEN, KEY].flatMap(encoded)) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  }
}

const encoded = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  ...['', 'CS001:', 'lab:'].map((user) => Buffer.from(`${user}${secret}`).toString('base64').replace(/=+$/, '')),
];

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/** What became of each case, `TC_B_11_CS` with all its examples. */
export function verdicts(cases: RunReport['cases']): Record<string, string[]> {
  const byId = Object.groupBy(cases, ({ id }) => id);
  return Object.fromEntries(Object.entries(byId).map(([id, results = []]) => [id, results.map(({ verdict }) => verdict)]));
}

/** Ports that a system gives to nobody who asks for any: others must not get one of these before its owner takes it. */
const [FIRST_PORT, LAST_PORT] = [15_000, 30_000];

const listens = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });

/** Addresses that were free a moment ago. */
export async function freeAddresses<const N extends readonly unknown[]>(...names: N): Promise<{ [I in keyof N]: string }> {
  const servers = await Promise.all(
    names.map(async () => {
      const server = createServer();
      while (!(await listens(server, randomInt(FIRST_PORT, LAST_PORT))));
      return server;
    }),
  );
  const addresses = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return addresses as { [I in keyof N]: string };
}
