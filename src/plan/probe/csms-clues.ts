import { type Clue, look } from './clue.ts';

/** The CSMS asked for this by itself. That it did not says nothing. */
const asked = (...requests: string[]): Clue =>
  look((seen) => {
    const found = requests.find((request) => seen.requests.includes(request));
    return found === undefined ? undefined : { has: true, because: `it sent ${found}` };
  });

/** The CSMS accepts some configured token of this type. */
const accepts = (type: string): Clue =>
  look(({ answers }) => (answers[`Authorize ${type}`] === 'Accepted' ? { has: true, because: `Authorize ${type}: Accepted` } : undefined));

/** How the features of a CSMS show; what is not listed does not, unless somebody operates it. */
export const CSMS_CLUES: Readonly<Record<string, Clue>> = {
  'C-11': asked('UnlockConnector'),
  'C-16': asked('GetTransactionStatus'),
  'C-17': asked('GetBaseReport ConfigurationInventory'),
  'C-29.1': asked('TriggerMessage MeterValues'),
  'C-29.2': asked('TriggerMessage TransactionEvent'),
  'C-29.3': asked('TriggerMessage LogStatusNotification'),
  'C-29.4': asked('TriggerMessage FirmwareStatusNotification'),
  'C-29.5': asked('TriggerMessage StatusNotification'),
  'C-30': accepts('ISO14443'),
  'C-31': accepts('ISO15693'),
  'C-32': accepts('KeyCode'),
  'C-33': accepts('Local'),
  'C-34': accepts('MacAddress'),
  'C-35': accepts('NoAuthorization'),
  'C-44': look(({ boot }) => (boot?.status === 'Pending' ? { has: true, because: 'BootNotification: Pending' } : undefined)),
  'C-45': asked('GetVariables of several'),
  'C-46': asked('SetVariables of several'),
  'C-50.1': asked('GetBaseReport FullInventory'),
  'C-56': asked('GetBaseReport SummaryInventory'),
  'C-61': look(({ upgrade }) => (upgrade && !upgrade.tls ? { has: true, because: 'the connection is one without TLS' } : undefined)),
  'LA-0': asked('SendLocalList', 'GetLocalListVersion'),
  'LA-2': asked('GetLocalListVersion'),
  'DM-0': asked('SetVariableMonitoring', 'SetMonitoringBase', 'SetMonitoringLevel', 'GetMonitoringReport'),
  'UI-0': asked('SetDisplayMessage', 'GetDisplayMessages'),
  'R-0': asked('ReserveNow'),
};
