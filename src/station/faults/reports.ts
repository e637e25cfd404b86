import type { Payload } from '../../ocpp/frame.ts';
import type { ReportDataType } from '../../ocpp/generated/messages.ts';
import { answering, byName, eachOf, requesting, without } from './fault.ts';

const inReports = (spoil: (payload: Payload) => Payload) => requesting(['NotifyReport'], spoil);
const inEntries = (spoil: (entry: ReportDataType) => ReportDataType) => inReports(eachOf('reportData', spoil));

export const REPORT_FAULTS = byName(
  {
    name: 'report-seqno-gap',
    requirement: 'B07.FR.10',
    about: 'Counts the parts of a report in steps of two.',
    killedBy: 'report-seqno',
    interceptor: inReports((payload) => ({ ...payload, seqNo: Number(payload.seqNo) * 2 })),
  },
  {
    name: 'report-tbc-stuck',
    requirement: 'B07.FR.03',
    about: 'Announces another part with the last part of a report.',
    killedBy: 'TC_B_13_CS',
    interceptor: inReports((payload) => ({ ...payload, tbc: true })),
  },
  {
    name: 'report-wrong-request-id',
    requirement: 'B07.FR.04',
    about: 'Sends reports with another request id than the one asked for.',
    killedBy: 'report-unrequested',
    interceptor: inReports((payload) => ({ ...payload, requestId: Number(payload.requestId) + 1 })),
  },
  {
    name: 'report-misses-required-variable',
    requirement: 'B07.FR.08',
    about: 'Leaves OCPPCommCtrlr.OfflineThreshold out of reports.',
    killedBy: 'report-incomplete',
    interceptor: inReports((payload) => ({
      ...payload,
      reportData: (payload.reportData as ReportDataType[]).filter(({ variable }) => variable.name !== 'OfflineThreshold'),
    })),
  },
  {
    name: 'report-without-characteristics',
    requirement: 'B07.FR.08',
    about: 'Leaves the characteristics of variables out of reports.',
    killedBy: 'report-characteristics',
    interceptor: inEntries((entry) => without(entry, 'variableCharacteristics')),
  },
  {
    name: 'report-list-without-values',
    requirement: 'B07.FR.08',
    about: 'Does not report which values a list may have.',
    killedBy: 'report-values-list',
    interceptor: inEntries((entry) => ({
      ...entry,
      ...(entry.variableCharacteristics && { variableCharacteristics: without(entry.variableCharacteristics, 'valuesList') }),
    })),
  },
  {
    name: 'report-value-omitted',
    requirement: 'B07.FR.03',
    about: 'Leaves values out of reports.',
    killedBy: 'report-incomplete',
    interceptor: inEntries((entry) => ({
      ...entry,
      variableAttribute: entry.variableAttribute.map((attribute) => without(attribute, 'value')),
    })),
  },
  {
    name: 'write-only-value-reported',
    requirement: 'B07.FR.03',
    about: 'Reports a value of write-only variables.',
    killedBy: 'report-writeonly-value',
    interceptor: inEntries((entry) => ({
      ...entry,
      variableAttribute: entry.variableAttribute.map((attribute) =>
        attribute.mutability === 'WriteOnly' ? { ...attribute, value: 'anyone-may-read-this' } : attribute,
      ),
    })),
  },
  {
    name: 'configuration-report-lists-read-only',
    requirement: 'B07.FR.07',
    about: 'Reports variables that cannot be set in a ConfigurationInventory.',
    killedBy: 'TC_B_12_CS',
  },
  {
    name: 'unsupported-report-accepted',
    requirement: 'B07.FR.02',
    about: 'Accepts to send a base report that it does not support.',
    killedBy: 'TC_B_15_CS',
    interceptor: answering(['GetBaseReport'], (payload) => (payload.status === 'NotSupported' ? { status: 'Accepted' } : payload)),
  },
  {
    name: 'custom-report-ignores-criteria',
    requirement: 'B08.FR.05',
    about: 'Reports components whether or not they meet the criteria.',
    killedBy: 'TC_B_18_CS',
  },
);
