import type { Get15118EVCertificateRequest, Get15118EVCertificateResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { identify } from './contract.ts';

const ISO_15118_2 = 'urn:iso:15118:2:2013:MsgDef';

/** An EV wants a contract certificate, or a new one; with it, it identifies itself: use cases M01 and M02. */
export async function obtainContractCertificate(core: Core, evse: Evse, action: Get15118EVCertificateRequest['action']): Promise<void> {
  const { config, faults, messages, variables } = core;
  if (!variables.flag('ISO15118Ctrlr.ContractCertificateInstallationEnabled')) return;
  if (faults.has('contract-certificate-not-asked-for')) return identify(core, evse);
  const said = faults.has('contract-update-sent-as-install') ? 'Install' : action;
  const exiRequest = config.exiRequests?.[action] ?? '';
  const outcome = await messages.call('Get15118EVCertificate', { iso15118SchemaVersion: ISO_15118_2, action: said, exiRequest });
  const obtained = outcome.kind === 'result' && (outcome.payload as Get15118EVCertificateResponse).status === 'Accepted';
  if (faults.has('contract-certificate-not-passed-on')) return;
  if (obtained || faults.has('contract-certificate-failure-ignored')) await identify(core, evse);
}
