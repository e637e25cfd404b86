import type { Station } from './station.ts';
import { isComplete, type Report } from './stores/reports.ts';
import { energyOf, missingSeqNos, type Transaction } from './stores/transactions.ts';

type Viewer = (station: Station, name: string, aspect: string) => string | undefined;

/** What an operator can look up: the first word of a question, and how it is answered. */
const VIEWERS: Record<string, Viewer> = {
  registration: ({ registration }) => registration.status,
  connection: ({ connection }) => (connection ? 'connected' : 'disconnected'),
  connector: ({ connectors }, name) => connectors.get(name),
  report: ({ reports }, id, aspect) => reportAspect(reports.get(id === '' ? undefined : Number(id)), aspect),
  transaction: ({ transactions }, id, aspect) => transactionAspect(id === '' ? transactions.current() : transactions.get(id), aspect),
  'local-list': ({ localListVersion }) => String(localListVersion),
  monitors: ({ monitors }, _, variable) => monitors.typesOn(variable).join(', ') || undefined,
  'security-events': ({ securityEvents }) => securityEvents.join(', '),
};

/**
 * @param what `OCPPCommCtrlr.OfflineThreshold`, `monitors of EVSE.Power`, `report 7`, `report 7 variables`, `transaction <id>`, `connector 1.2`,
 * `firmware 7`, `log 7`, `reservation 7`, `registration`, `connection`, `local-list`, `security-events`
 * @returns undefined where there is nothing to see
 */
export function show(station: Station, what: string): string | undefined {
  const [kind = '', name = '', aspect = ''] = what.trim().split(/\s+/);
  const viewer = Object.hasOwn(VIEWERS, kind) ? VIEWERS[kind] : undefined;
  return viewer ? viewer(station, name, aspect) : (station.deviceModel.value(what.trim()) ?? station.progress.get(what.trim()));
}

function reportAspect(report: Report | undefined, aspect: string): string | undefined {
  if (!report) return undefined;
  if (aspect === 'variables') return String(report.items.length);
  if (aspect === 'kind') return report.kind;
  // A report that is not going to come is shown as what the station said instead.
  if (report.status !== undefined && report.status !== 'Accepted' && report.parts.length === 0) return report.status;
  return isComplete(report) ? 'complete' : 'incomplete';
}

function transactionAspect(transaction: Transaction | undefined, aspect: string): string | undefined {
  if (!transaction) return undefined;
  if (aspect === 'energy') return String(energyOf(transaction));
  if (aspect === 'missing') return missingSeqNos(transaction).join(', ');
  if (aspect === 'state') return transaction.chargingState;
  return transaction.ongoing ? 'ongoing' : 'ended';
}
