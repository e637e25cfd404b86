import type { Core } from '../core.ts';
import type { Session, Transaction } from './session.ts';

const HOUR = 3600;
/** Watt-hours that rounding may leave over. */
const REST = 1e-6;

/** The CSMS does not accept the token of an ongoing transaction: use cases C15 and E05. */
export function deauthorize(core: Core, session: Session): void {
  const { variables, transactions, faults } = core;
  const granted = faults.has('max-energy-beats-stop') && variables.integer('TxCtrlr.MaxEnergyOnInvalidId') > 0;
  if (variables.flag('TxCtrlr.StopTxOnInvalidId') && !granted) {
    // E05.FR.11
    session.keepCable();
    session.stop();
    if (session.transaction) session.transaction.stoppedReason = 'DeAuthorized';
    transactions.ceases(session, 'Deauthorized', ['Authorized', 'PowerPathClosed', 'EnergyTransfer'], 'DeAuthorized');
  } else if (!faults.has('energy-flows-on-with-invalid-token')) {
    if (session.transaction) session.transaction.limited = true;
    limitEnergy(core, session);
  }
}

/** Ends the delivery when a transaction has got MaxEnergyOnInvalidId, counted from its start (E05.FR.02, E05.FR.03). */
export function limitEnergy(core: Core, session: Session): void {
  session.cancel('energy');
  const { variables, transactions, life } = core;
  const { transaction, meter } = session;
  if (!transaction?.limited) return;
  const left = core.faults.has('max-energy-not-granted')
    ? 0
    : variables.integer('TxCtrlr.MaxEnergyOnInvalidId') - delivered(session, transaction);
  if (left > REST) {
    if (meter.power > 0)
      session.timers.set(
        'energy',
        life.after((left / meter.power) * HOUR, () => limitEnergy(core, session)),
      );
    return;
  }
  const before = session.chargingState;
  session.delivering = false;
  session.evseSuspended = true;
  if (session.chargingState !== before) transactions.ceases(session, 'ChargingStateChanged', ['EnergyTransfer'], 'DeAuthorized');
}

/** Watt-hours since the transaction began. */
const delivered = ({ meter }: Session, { register }: Transaction): number => meter.register - register;
