import { stringify } from 'yaml';
import { knownProfiles } from '../plan/features.ts';
import type { Observation } from '../plan/probe/observation.ts';
import type { Proposal } from '../plan/probe/propose.ts';

/** What was seen, as comments, and the features as a configuration declares them: the whole is a configuration file. */
export function probeText(seen: Observation, proposals: readonly Proposal[]): string {
  const known = proposals.filter((proposal) => proposal.known);
  const unknown = proposals.filter((proposal) => !proposal.known);
  return [
    ...facts(seen).map((fact) => `# ${fact}`),
    '',
    known.length > 0 ? 'features:' : 'features: {}',
    ...known.map(
      ({ id, title, known: { has, because } = { has: false, because: '' } }) => `  ${pair(id, has)} # ${title}; ${oneLine(because)}`,
    ),
    ...unknown.map(({ id, title }) => `  # unknown: ${id} # ${title}`),
    '',
  ].join('\n');
}

const pair = (id: string, has: boolean): string => stringify({ [id]: has }).trim();
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

function facts(seen: Observation): string[] {
  const { upgrade, boot, answers, requests, variables } = seen;
  const { tls } = upgrade ?? {};
  const lines: [string, string][] = [
    ['subprotocol', `${upgrade?.selected ?? 'none'} out of ${upgrade?.offered.join(', ') || 'none'}`],
    ['TLS', tls ? `${tls.version}, ${tls.cipher}` : 'none'],
    ['compression', upgrade?.extensions || 'none'],
    ['BootNotification', JSON.stringify(boot ?? {})],
    ...Object.entries(answers),
    ...requests.map((request): [string, string] => [request, 'sent by the CSMS itself']),
    ...(seen.role === 'station' ? deviceModel(variables) : []),
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, text]) => `${name.padEnd(width)}  ${oneLine(text)}`);
}

/** Which components that a profile needs are there. */
function deviceModel(variables: Observation['variables']): [string, string][] {
  const components = new Set(variables.map(({ component }) => component));
  return [
    ['device model', `${variables.length} variables of ${components.size} kinds of components`],
    ...knownProfiles().map(({ name, components: needed }): [string, string] => {
      const missing = needed.filter((one) => !components.has(one));
      return [name, missing.length > 0 ? `without ${missing.join(', ')}` : `has ${needed.join(', ')}`];
    }),
  ];
}
