import type { MessageContentType, TransactionEventRequest, TransactionEventResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Session } from './session.ts';

/** What the driver at an EVSE reads about prices; a cost may be a text in place of a number. */
export interface Shown {
  transactionId?: string | undefined;
  tariff?: string | undefined;
  cost?: number | string;
}

/** Shows whoever has just been authorized the tariff that applies, or what is said where none is known (I01, I04). */
export function showTariff({ variables }: Core, session: Session, personalMessage: MessageContentType | undefined): void {
  const path = 'TariffCostCtrlr.TariffFallbackMessage';
  const fallback = variables.has(path) ? variables.get(path) : '';
  session.shown = { transactionId: session.transaction?.id, tariff: personalMessage?.content ?? (fallback || undefined) };
}

/** Shows what the CSMS says about tariff and cost during the transaction and at its end (I02, I03, I06). */
export function showAnswer(core: Core, sent: TransactionEventRequest, answer: TransactionEventResponse): void {
  const shown = shownFor(core, sent.transactionInfo.transactionId);
  const { updatedPersonalMessage, totalCost } = answer;
  if (!shown) return;
  if (updatedPersonalMessage) shown.tariff = updatedPersonalMessage.content;
  // Whoever has left reads nothing any more (I03.FR.03, I03.FR.05).
  const tooLate =
    sent.eventType === 'Ended' && (sent.offline || core.variables.members('TxCtrlr.TxStopPoint').includes('ParkingBayOccupancy'));
  if (totalCost !== undefined && !tooLate) shown.cost = totalCost;
}

/** I02.FR.03 */
export function showCost(core: Core, transactionId: string, totalCost: number): void {
  const shown = shownFor(core, transactionId);
  if (shown) shown.cost = totalCost;
}

/** Nobody can tell the cost of a transaction that ends offline (I05.FR.02). */
export function showFallbackCost({ variables }: Core, session: Session): void {
  const path = 'TariffCostCtrlr.TotalCostFallbackMessage';
  const fallback = variables.has(path) ? variables.get(path) : '';
  if (fallback) session.shown.cost = fallback;
}

const shownFor = ({ transactions }: Core, transactionId: string): Shown | undefined =>
  transactions.all.find(({ shown }) => shown.transactionId === transactionId)?.shown;
