import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Frame } from '../../src/ocpp/frame.ts';
import type { Refusal, UpgradeFacts } from '../../src/ocpp/handshake.ts';
import type { Party } from '../../src/ocpp/party.ts';
import type { Scenario } from '../../src/run/scenarios.ts';
import type { Certificates } from '../certificates.ts';

export type Tls = 'none' | 'server' | 'both';

/** What went over one connection: each frame, or the text of one that is none. Without frames if it was refused. */
export interface Connection {
  refused: boolean;
  /** Which ends of it showed certificates. */
  tls: Tls;
  frames: { from: Party; frame: Frame | string }[];
}

/** What a run did that any run has to do. */
export interface Recorded {
  connections: Connection[];
  certificates: Certificates;
  /** Paths of features with as many scenarios and steps as were played, a run of Cucumber each. */
  features: string[];
}

type Line = { kind: string; connection: number } & {
  from: Party;
  text: string;
  upgrade?: UpgradeFacts;
  refusal?: Refusal;
  seenBy?: Party;
};

/** The connections in a captured trace, in their order. */
export function connectionsIn(capture: string): Connection[] {
  const connections = new Map<number, Connection>();
  for (const text of capture.split('\n').filter(Boolean)) {
    const line = JSON.parse(text) as Line;
    if (line.kind === 'connected' || line.kind === 'refused')
      connections.set(line.connection, { refused: line.kind === 'refused', tls: tlsOf(line), frames: [] });
    else if (line.kind === 'frame')
      connections.get(line.connection)?.frames.push({ from: line.from, frame: decode(line.text).frame ?? line.text });
  }
  return [...connections.values()];
}

/** Attempts that were refused while they agreed on TLS got as far as to speak of it. */
function tlsOf({ upgrade, refusal, seenBy }: Line): Tls {
  const facts = upgrade?.tls ?? refusal?.upgrade?.tls ?? refusal?.tls;
  if (!facts) return refusal?.stage === 'tls' ? 'server' : 'none';
  return seenBy === 'csms' && facts.peer ? 'both' : 'server';
}

/** All connections of a run, from the directory of its results. */
export function connectionsOf(results: string): Connection[] {
  const traces = join(results, 'traces');
  return readdirSync(traces).flatMap((file) => connectionsIn(readFileSync(join(traces, file), 'utf8')));
}

/** A feature that says nothing, with as many steps in each scenario as the given ones have. */
export function emptyFeature(scenarios: readonly Scenario[]): string {
  const empty = scenarios.map(
    ({ pickle }, number) => `  Scenario: ${number}\n${pickle.steps.map((_, step) => `    * step ${step}\n`).join('')}`,
  );
  return `Feature: nothing\n\n${empty.join('\n')}`;
}

export const writeRecorded = (path: string, recorded: Recorded): void => writeFileSync(path, JSON.stringify(recorded));
export const readRecorded = (path: string): Recorded => JSON.parse(readFileSync(path, 'utf8')) as Recorded;
