import type {
  AttributeEnumType,
  ComponentType,
  DataEnumType,
  GetReportRequest,
  GetVariablesRequest,
  GetVariablesResponse,
  MutabilityEnumType,
  ReportBaseEnumType,
  ReportDataType,
  SetVariablesRequest,
  SetVariablesResponse,
  VariableType,
} from '../../src/ocpp/generated/messages.ts';

/** One variable of the station: what GetVariables, SetVariables and reports need to know about it. */
export interface Row {
  component: ComponentType;
  variable: VariableType;
  dataType: DataEnumType;
  mutability: MutabilityEnumType;
  value: string;
  valuesList?: string;
  maxLimit?: number;
}

/** What a small station has: name, data type, whether it can be set, value, and a limit or a list of values. */
const CONTROLLERS = `
OCPPCommCtrlr.ActiveNetworkProfile | integer | ReadOnly | 1
OCPPCommCtrlr.MessageTimeout[Default] | integer | ReadOnly | 30
OCPPCommCtrlr.FileTransferProtocols | MemberList | ReadOnly | HTTP | HTTP,HTTPS
OCPPCommCtrlr.NetworkConfigurationPriority | SequenceList | ReadWrite | 1,2 | 1,2
OCPPCommCtrlr.NetworkProfileConnectionAttempts | integer | ReadWrite | 3
OCPPCommCtrlr.OfflineThreshold | integer | ReadWrite | 60
OCPPCommCtrlr.MessageAttempts[TransactionEvent] | integer | ReadWrite | 3
OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent] | integer | ReadWrite | 5
OCPPCommCtrlr.UnlockOnEVSideDisconnect | boolean | ReadOnly | true
OCPPCommCtrlr.WebSocketPingInterval | integer | ReadWrite | 0
OCPPCommCtrlr.ResetRetries | integer | ReadWrite | 1
OCPPCommCtrlr.RetryBackOffRepeatTimes | integer | ReadWrite | 1
OCPPCommCtrlr.RetryBackOffRandomRange | integer | ReadWrite | 0
OCPPCommCtrlr.RetryBackOffWaitMinimum | integer | ReadWrite | 1
DeviceDataCtrlr.ItemsPerMessage[GetReport] | integer | ReadOnly | 4
DeviceDataCtrlr.BytesPerMessage[GetReport] | integer | ReadOnly | 4096
DeviceDataCtrlr.ItemsPerMessage[GetVariables] | integer | ReadOnly | 4
DeviceDataCtrlr.BytesPerMessage[GetVariables] | integer | ReadOnly | 4096
DeviceDataCtrlr.ItemsPerMessage[SetVariables] | integer | ReadOnly | 4
DeviceDataCtrlr.BytesPerMessage[SetVariables] | integer | ReadOnly | 4096
ClockCtrlr.DateTime | dateTime | ReadOnly | now
ClockCtrlr.TimeSource | SequenceList | ReadWrite | Heartbeat | Heartbeat
SecurityCtrlr.OrganizationName | string | ReadWrite | Example
SecurityCtrlr.CertificateEntries | integer | ReadOnly | 0 | 4
SecurityCtrlr.BasicAuthPassword | string | WriteOnly |
SecurityCtrlr.SecurityProfile | integer | ReadOnly | 1
AuthCtrlr.Enabled | boolean | ReadWrite | true
AuthCtrlr.AuthorizeRemoteStart | boolean | ReadWrite | false
AuthCtrlr.LocalAuthorizeOffline | boolean | ReadWrite | true
AuthCtrlr.LocalPreAuthorize | boolean | ReadWrite | false
AuthCtrlr.OfflineTxForUnknownIdEnabled | boolean | ReadWrite | false
TxCtrlr.EVConnectionTimeOut | integer | ReadWrite | 60
TxCtrlr.StopTxOnEVSideDisconnect | boolean | ReadOnly | true
TxCtrlr.TxStartPoint | MemberList | ReadOnly | EVConnected,Authorized | EVConnected,Authorized
TxCtrlr.TxStopPoint | MemberList | ReadOnly | EVConnected | EVConnected
TxCtrlr.StopTxOnInvalidId | boolean | ReadWrite | true
SampledDataCtrlr.TxEndedMeasurands | MemberList | ReadWrite | | Energy.Active.Import.Register
SampledDataCtrlr.TxEndedInterval | integer | ReadWrite | 0 | 0
SampledDataCtrlr.TxStartedMeasurands | MemberList | ReadWrite | | Energy.Active.Import.Register
SampledDataCtrlr.TxUpdatedMeasurands | MemberList | ReadWrite | | Energy.Active.Import.Register
SampledDataCtrlr.TxUpdatedInterval | integer | ReadWrite | 0 | 0
AlignedDataCtrlr.Measurands | MemberList | ReadWrite | | Energy.Active.Import.Register
AlignedDataCtrlr.Interval | integer | ReadWrite | 0 | 0
AlignedDataCtrlr.TxEndedMeasurands | MemberList | ReadWrite | | Energy.Active.Import.Register
AlignedDataCtrlr.TxEndedInterval | integer | ReadWrite | 0 | 0
`;

const AVAILABILITY = 'Available,Occupied,Reserved,Unavailable,Faulted';
const places = (evse?: { id: number; connectorId?: number }) => {
  const name = evse === undefined ? 'ChargingStation' : evse.connectorId === undefined ? 'EVSE' : 'Connector';
  const rest = { component: evse ? { name, evse } : { name }, mutability: 'ReadOnly' } as const;
  const rows: Row[] = [
    { ...rest, variable: { name: 'Available' }, dataType: 'boolean', value: 'true' },
    { ...rest, variable: { name: 'AvailabilityState' }, dataType: 'OptionList', value: 'Available', valuesList: AVAILABILITY },
    { ...rest, variable: { name: 'SupplyPhases' }, dataType: 'integer', value: '3' },
  ];
  if (name === 'EVSE') rows.push({ ...rest, variable: { name: 'Power' }, dataType: 'decimal', value: '0', maxLimit: 22_000 });
  if (name === 'Connector') rows.push({ ...rest, variable: { name: 'ConnectorType' }, dataType: 'string', value: 'cType2' });
  return rows;
};

function controllerRow(line: string): Row {
  const [name = '', dataType = '', mutability = '', value = '', limit] = line.split('|').map((cell) => cell.trim());
  const [, component = '', variable = '', instance] = /^(\w+)\.(\w+)(?:\[(\w+)\])?$/.exec(name) ?? [];
  return {
    component: { name: component },
    variable: instance === undefined ? { name: variable } : { name: variable, instance },
    dataType: dataType as DataEnumType,
    mutability: mutability as Row['mutability'],
    value,
    ...(limit === undefined ? {} : dataType === 'integer' ? { maxLimit: Number(limit) } : { valuesList: limit }),
  };
}

const FORMS: Partial<Record<DataEnumType, RegExp>> = { integer: /^-?\d+$/, decimal: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/ };

function mayBe({ dataType, valuesList, maxLimit = Number.POSITIVE_INFINITY }: Row, value: string): boolean {
  const form = FORMS[dataType];
  if (form) return form.test(value) && !(Number(value) > maxLimit);
  return valuesList === undefined || value === '' || value.split(',').every((one) => valuesList.split(',').includes(one));
}

const same = (one = '', other = ''): boolean => one.toLowerCase() === other.toLowerCase();
const samePlace = (one: ComponentType, other: ComponentType): boolean =>
  same(one.name, other.name) && one.evse?.id === other.evse?.id && one.evse?.connectorId === other.evse?.connectorId;
const fits = (asked: ComponentType, { name, evse }: ComponentType): boolean =>
  same(asked.name, name) &&
  (asked.evse === undefined || asked.evse.id === evse?.id) &&
  (asked.evse?.connectorId === undefined || asked.evse.connectorId === evse?.connectorId);

type Named = { component: ComponentType; variable: VariableType; attributeType?: AttributeEnumType };

/** The device model of the station under proof. */
export class StationVariables {
  readonly rows: readonly Row[];

  constructor(evses: Readonly<Record<number, readonly number[]>>) {
    const infrastructure = Object.entries(evses).flatMap(([id, connectors]) => [
      ...places({ id: Number(id) }),
      ...connectors.flatMap((connectorId) => places({ id: Number(id), connectorId })),
    ]);
    this.rows = [...CONTROLLERS.trim().split('\n').map(controllerRow), ...places(), ...infrastructure];
  }

  /** The value of `OCPPCommCtrlr.OfflineThreshold`. */
  value(name: string): string {
    const [component, variable] = name.split('.');
    return this.rows.find((row) => row.component.name === component && row.variable.name === variable)?.value ?? '';
  }

  setState(evse: { id: number; connectorId?: number }, state: string): void {
    for (const row of this.rows)
      if (
        row.variable.name === 'AvailabilityState' &&
        row.component.evse?.id === evse.id &&
        row.component.evse.connectorId === evse.connectorId
      )
        row.value = state;
  }

  get({ getVariableData }: GetVariablesRequest): GetVariablesResponse {
    const getVariableResult = getVariableData.map(({ component, variable, attributeType }) => {
      const found = this.#find({ component, variable, ...(attributeType ? { attributeType } : {}) });
      const asked = { component, variable, attributeType: attributeType ?? ('Actual' as const) };
      if (typeof found === 'string') return { ...asked, attributeStatus: found };
      return found.mutability === 'WriteOnly'
        ? { ...asked, attributeStatus: 'Rejected' as const }
        : { ...asked, attributeStatus: 'Accepted' as const, attributeValue: valueNow(found) };
    });
    return { getVariableResult: getVariableResult as GetVariablesResponse['getVariableResult'] };
  }

  set({ setVariableData }: SetVariablesRequest): SetVariablesResponse {
    const setVariableResult = setVariableData.map(({ component, variable, attributeType, attributeValue }) => {
      const found = this.#find({ component, variable, ...(attributeType ? { attributeType } : {}) });
      const asked = { component, variable, attributeType: attributeType ?? ('Actual' as const) };
      if (typeof found === 'string') return { ...asked, attributeStatus: found };
      if (found.mutability === 'ReadOnly' || !mayBe(found, attributeValue)) return { ...asked, attributeStatus: 'Rejected' as const };
      found.value = attributeValue;
      return { ...asked, attributeStatus: 'Accepted' as const };
    });
    return { setVariableResult: setVariableResult as SetVariablesResponse['setVariableResult'] };
  }

  /** The rows of a base report. */
  base(base: ReportBaseEnumType): Row[] {
    if (base === 'FullInventory') return [...this.rows];
    if (base === 'ConfigurationInventory') return this.rows.filter(({ mutability }) => mutability !== 'ReadOnly');
    return this.rows.filter(({ variable }) => variable.name === 'AvailabilityState');
  }

  /** The rows of a custom report; undefined for a criterion that this station does not support. */
  custom({ componentVariable = [], componentCriteria = [] }: GetReportRequest): Row[] | undefined {
    if (componentCriteria.includes('Active')) return undefined;
    return this.rows.filter(
      (row) =>
        (componentVariable.length === 0 ||
          componentVariable.some(
            ({ component, variable }) =>
              fits(component, row.component) &&
              (variable === undefined || same(variable.name, row.variable.name)) &&
              (variable?.instance === undefined || same(variable.instance, row.variable.instance)),
          )) &&
        (componentCriteria.length === 0 || componentCriteria.some((criterion) => this.#meets(row.component, criterion))),
    );
  }

  /** B08.FR.08 to B08.FR.10: only Problem has to be there to be met. */
  #meets(component: ComponentType, criterion: string): boolean {
    const own = this.rows.find((row) => samePlace(row.component, component) && row.variable.name === criterion);
    return own ? own.value === 'true' : criterion !== 'Problem';
  }

  #find({
    component,
    variable,
    attributeType = 'Actual',
  }: Named): Row | 'UnknownComponent' | 'UnknownVariable' | 'NotSupportedAttributeType' {
    const ofComponent = this.rows.filter((row) => samePlace(row.component, component));
    if (ofComponent.length === 0) return 'UnknownComponent';
    const found = ofComponent.find((row) => same(row.variable.name, variable.name) && same(row.variable.instance, variable.instance));
    if (!found) return 'UnknownVariable';
    return attributeType === 'Actual' ? found : 'NotSupportedAttributeType';
  }
}

const valueNow = ({ value, dataType }: Row): string => (dataType === 'dateTime' ? new Date().toISOString() : value);

/** A row as a report shows it. */
export const reported = (row: Row): ReportDataType => ({
  component: row.component,
  variable: row.variable,
  variableAttribute: [{ type: 'Actual', mutability: row.mutability, ...(row.mutability === 'WriteOnly' ? {} : { value: valueNow(row) }) }],
  variableCharacteristics: {
    dataType: row.dataType,
    supportsMonitoring: false,
    ...(row.valuesList === undefined ? {} : { valuesList: row.valuesList }),
    ...(row.maxLimit === undefined ? {} : { maxLimit: row.maxLimit }),
  },
});
