/** A kind of report: requests for it and messages that carry its parts. */
export interface ReportKind {
  requests: readonly string[];
  numbered: boolean;
  /** What asks for gapless numbers, for `tbc`, and for a request that was accepted. */
  seqNo: string;
  tbc: string;
  accepted: string;
}

/** Reports that come in parts, by the message that carries a part. */
export const REPORTS: Readonly<Record<string, ReportKind>> = {
  NotifyReport: {
    requests: ['GetBaseReport', 'GetReport'],
    numbered: true,
    seqNo: 'B07.FR.10',
    tbc: 'Part 2, NotifyReportRequest',
    accepted: 'B07.FR.05',
  },
  NotifyMonitoringReport: {
    requests: ['GetMonitoringReport'],
    numbered: true,
    seqNo: 'N02.FR.09',
    tbc: 'Part 2, NotifyMonitoringReportRequest',
    accepted: 'N02.FR.03',
  },
  NotifyCustomerInformation: {
    requests: ['CustomerInformation'],
    numbered: true,
    seqNo: 'Part 2, NotifyCustomerInformationRequest',
    tbc: 'Part 2, NotifyCustomerInformationRequest',
    accepted: 'N09.FR.05',
  },
  NotifyDisplayMessages: { requests: ['GetDisplayMessages'], numbered: false, seqNo: '-', tbc: 'O03.FR.04', accepted: 'O03.FR.05' },
  ReportChargingProfiles: { requests: ['GetChargingProfiles'], numbered: false, seqNo: '-', tbc: 'K09.FR.02', accepted: 'K09.FR.01' },
};

/** The message that carries the parts of what a request asks for. */
export const REPORTED_BY: ReadonlyMap<string, string> = new Map(
  Object.entries(REPORTS).flatMap(([part, { requests }]) => requests.map((request): [string, string] => [request, part])),
);
