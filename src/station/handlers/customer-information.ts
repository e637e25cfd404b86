import type { CustomerInformationRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { forget, knownOf } from '../customers/customers.ts';
import { CLEARED, sendCustomerInformation } from '../customers/report.ts';
import type { Handler } from '../dispatch.ts';

/** Use cases N09 and N10. */
export const customerInformation: Handler<'CustomerInformation'> = (core, request) => {
  const { faults } = core;
  // N09.FR.09
  if (references(request) !== 1 && !faults.has('customer-reference-not-checked'))
    return { payload: { status: 'Invalid', statusInfo: { reasonCode: 'InvalidValue' } } };
  // N09.FR.07, N10.FR.07
  if (!request.report && !request.clear) return { payload: { status: 'Rejected', statusInfo: { reasonCode: 'InvalidValue' } } };
  return {
    payload: { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') carryOut(core, request);
    },
  };
};

function carryOut(core: Core, request: CustomerInformationRequest): void {
  const { activity, faults } = core;
  const known = faults.has('customer-information-not-found') ? '' : knownOf(core, request);
  const kept = faults.has('customer-information-not-cleared') || (request.report && faults.has('reported-information-not-cleared'));
  if (request.clear && !kept) forget(core, request);
  if (!known && faults.has('no-customer-information-not-told')) return;
  if (!request.report && faults.has('cleared-information-not-confirmed')) return;
  const text = faults.has('no-customer-information-in-words') ? known || 'nothing is known' : known;
  activity.start(() => sendCustomerInformation(core, request, request.report ? text : CLEARED));
}

const references = ({ idToken, customerIdentifier, customerCertificate }: CustomerInformationRequest): number =>
  [idToken, customerIdentifier, customerCertificate].filter((reference) => reference !== undefined).length;
